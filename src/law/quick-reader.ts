import type { z } from 'zod'
import { composed } from './clean.ts'

/** Answered instead of a value that its schema does not allow, or that has an unknown field, though it be `null`. */
export const REFUSED = Symbol('refused')

/** Answers a value as it is to be taken, the value itself where nothing is to be changed; `REFUSED` where it is wrong. */
type Reader = (value: unknown) => unknown
type Test = (value: unknown) => boolean

/**
 * Cleans a value (as `clean` does) and holds it against a schema in one go, many times faster than by the schema, which
 * can also say what is wrong. It is made out of the schema itself, so the two cannot part; throws at a kind of schema that
 * dossiers are not made of.
 */
export function quickReader(schema: z.core.$ZodType): Reader {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const checks = all((def.checks ?? []).map(testOf))
  switch (def.type) {
    case 'optional':
      return optional(quickReader(def.innerType))
    case 'nullable': {
      const inner = quickReader(def.innerType)
      return (value) => (value === null ? null : inner(value))
    }
    case 'boolean':
      return (value) => (typeof value === 'boolean' && checks(value) ? value : REFUSED)
    case 'string':
      if ('format' in def) break
      return (value) => {
        if (typeof value !== 'string') return REFUSED
        const text = composed(value)
        return checks(text) ? text : REFUSED
      }
    case 'number': {
      if ('format' in def && def.format !== 'safeint') break
      const isNumber: Test = 'format' in def ? Number.isSafeInteger : Number.isFinite
      return (value) => (isNumber(value) && checks(value) ? value : REFUSED)
    }
    case 'enum': {
      const values: ReadonlySet<unknown> = new Set(Object.values(def.entries))
      return (value) => (values.has(value) && checks(value) ? value : REFUSED)
    }
    case 'array': {
      const list = listOf(quickReader(def.element))
      return (value) => (Array.isArray(value) && checks(value) ? list(value) : REFUSED)
    }
    case 'object':
      if (checks !== anything || (def.catchall as z.core.$ZodTypes | undefined)?._zod.def.type !== 'never') break
      return objectOf(def.shape)
  }
  throw new Error(`no quick reader for a schema of type ${def.type}`)
}

function testOf(check: z.core.$ZodCheck): Test {
  const { def } = (check as z.core.$ZodChecks | z.core.$ZodCustom)._zod
  switch (def.check) {
    case 'custom':
      return (value) => Boolean(def.fn(value))
    case 'max_length':
      return (value) => (value as unknown[]).length <= def.maximum
    case 'greater_than':
      return (value) => (def.inclusive ? Number(value) >= Number(def.value) : Number(value) > Number(def.value))
  }
  throw new Error(`no quick reader for a check of type ${def.check}`)
}

const anything: Test = () => true

function all(tests: Test[]): Test {
  const [first, second] = tests
  if (first === undefined) return anything
  return second === undefined ? first : (value) => tests.every((test) => test(value))
}

/** `null` is taken for "not stated", save where the schema lets it say something. */
function optional(inner: Reader): Reader {
  const nullSpeaks = inner(null) !== REFUSED
  return (value) => (value === undefined || (value === null && !nullSpeaks) ? undefined : inner(value))
}

function listOf(read: Reader): Reader {
  return (value) => {
    const list = value as unknown[]
    let copy: unknown[] | undefined
    for (let at = 0; at < list.length; at += 1) {
      const item = read(list[at])
      if (item === REFUSED) return REFUSED
      if (copy === undefined && item !== list[at]) copy = list.slice(0, at)
      copy?.push(item)
    }
    return copy ?? list
  }
}

type Fields = Record<string, unknown>

/** An object of these fields and no others; a copy of it only where a field is left out or changed. */
function objectOf(shape: z.core.$ZodShape): Reader {
  const readers = new Map(Object.entries(shape).map(([name, field]) => [name, quickReader(field)]))
  const required = Object.keys(shape).filter((name) => readers.get(name)?.(undefined) === REFUSED)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return REFUSED
    const fields = value as Fields
    for (const name of required) if (fields[name] === undefined) return REFUSED
    let copy: Fields | undefined
    for (const name of Object.keys(fields)) {
      const read = readers.get(name)
      if (read === undefined) return REFUSED
      const field = read(fields[name])
      if (field === REFUSED) return REFUSED
      if (copy === undefined && field !== fields[name]) copy = before(name, fields)
      if (copy !== undefined && field !== undefined) copy[name] = field
    }
    return copy ?? fields
  }
}

/** The fields that come before one. */
function before(last: string, fields: Fields): Fields {
  const copy: Fields = {}
  for (const name of Object.keys(fields)) {
    if (name === last) break
    copy[name] = fields[name]
  }
  return copy
}
