import fc from 'fast-check'
import { z } from 'zod'

/** What stands where the shape of an input leaves it open. */
export interface Open {
  /** Ids of things that there are, and of some that there are not. */
  ids: readonly string[]
  texts: readonly string[]
  numbers: readonly number[]
}

interface Shape {
  type?: string
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  minItems?: number
  maxItems?: number
  anyOf?: Shape[]
  enum?: string[]
  const?: unknown
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}

/** Inputs of the shape that a door asks for, so that they come past its schema to what is behind it. */
export function saidAt(input: z.ZodType, open: Open): fc.Arbitrary<object> {
  return madeBy(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape, open) as fc.Arbitrary<object>
}

function madeBy(shape: Shape, open: Open): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.enum) return fc.constantFrom(...shape.enum)
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((one) => madeBy(one, open)))
  if (shape.type === 'object') return objectOf(shape, open)
  if (shape.type === 'array') {
    const maxLength = Math.min(shape.maxItems ?? 2, Math.max(2, shape.minItems ?? 0))
    return fc.array(madeBy(shape.items ?? {}, open), { minLength: shape.minItems ?? 0, maxLength })
  }
  if (shape.type === 'string') return textOf(shape, open)
  if (shape.type === 'boolean') return fc.boolean()
  if (shape.type === 'null') return fc.constant(null)
  const { minimum = -Infinity, maximum = Infinity } = shape
  return fc.constantFrom(...open.numbers.filter((one) => one >= minimum && one <= maximum))
}

function objectOf({ properties = {}, required = [] }: Shape, open: Open): fc.Arbitrary<object> {
  const fields = Object.entries(properties).map(([name, shape]) => [name, madeBy(shape, open)] as const)
  return fc.record(Object.fromEntries(fields), { requiredKeys: required })
}

function textOf({ format, pattern, minLength = 0, maxLength = Infinity }: Shape, open: Open): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.constantFrom(...open.ids)
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  return fc.constantFrom(...open.texts.filter(({ length }) => length >= minLength && length <= maxLength))
}
