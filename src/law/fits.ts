import type { z } from 'zod'

/** Whether a value is as it should be. */
type Test = (value: unknown) => boolean

/**
 * The answer of a schema as a bare yes or no, many times faster than by the schema, which can also say why not. It is
 * made out of the schema itself, so the two cannot part; throws at a kind of schema that dossiers are not made of.
 */
export function fits(schema: z.core.$ZodType): Test {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const checks = (def.checks ?? []).map(testOf)
  switch (def.type) {
    case 'optional': {
      const inner = fits(def.innerType)
      return (value) => value === undefined || inner(value)
    }
    case 'nullable': {
      const inner = fits(def.innerType)
      return (value) => value === null || inner(value)
    }
    case 'boolean':
      return all([(value) => typeof value === 'boolean', ...checks])
    case 'string':
      if ('format' in def) break
      return all([(value) => typeof value === 'string', ...checks])
    case 'number':
      if ('format' in def && def.format !== 'safeint') break
      return all(['format' in def ? Number.isSafeInteger : Number.isFinite, ...checks])
    case 'enum': {
      const values: ReadonlySet<unknown> = new Set(Object.values(def.entries))
      return all([(value) => values.has(value), ...checks])
    }
    case 'array':
      return all([Array.isArray, ...checks, listOf(fits(def.element))])
    case 'object':
      if ((def.catchall as z.core.$ZodTypes | undefined)?._zod.def.type !== 'never') break
      return all([objectOf(def.shape), ...checks])
  }
  throw new Error(`no quick answer for a schema of type ${def.type}`)
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
  throw new Error(`no quick answer for a check of type ${def.check}`)
}

function all(tests: Test[]): Test {
  const [first, second] = tests
  if (first === undefined) return () => true
  if (second === undefined) return first
  if (tests.length === 2) return (value) => first(value) && second(value)
  return (value) => tests.every((test) => test(value))
}

function listOf(item: Test): Test {
  return (list) => {
    for (const one of list as unknown[]) if (!item(one)) return false
    return true
  }
}

/** An object of these fields and no others. */
function objectOf(shape: z.core.$ZodShape): Test {
  const fields = new Map(Object.entries(shape).map(([name, field]) => [name, fits(field)]))
  const required = Object.keys(shape).filter((name) => !fields.get(name)?.(undefined))
  return (object) => {
    if (typeof object !== 'object' || object === null || Array.isArray(object)) return false
    const values = object as Record<string, unknown>
    for (const name of required) if (values[name] === undefined) return false
    for (const name of Object.keys(values)) if (!fields.get(name)?.(values[name])) return false
    return true
  }
}
