import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { clean } from './clean.ts'
import { CheckRequest } from './dossier.ts'
import { quickReader, REFUSED } from './quick-reader.ts'
import { anyDossier } from './testing/dossiers.ts'

const quick = quickReader(CheckRequest)

/** Anything that a careless or hostile program writes where something else belongs, as parsed JSON or a literal has it. */
const oddity = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, true, '', 'x', 'VN', 'VND', 'JP', '2026-02-30', '1899-12-31', '2026-05-01'),
  fc.constantFrom<unknown>(0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, [], [null], {}, [{}]),
  fc.constant(Array.from({ length: 1001 }, () => 'x')),
)

/** What is changed in a request: turns choose the way down, there a field is set. */
const changes = fc.array(
  fc.record({
    turns: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
    name: fc.option(fc.constantFrom('asOf', 'titel', 'id', 'plan', 'amount', 'length', 'constructor', '__proto__')),
    value: oddity,
  }),
  { maxLength: 2 },
)

test('the quick answer is what the schema makes of the cleaned request, whatever is wrong with a request', () => {
  let refused = 0
  fc.assert(
    fc.property(anyDossier, changes, (dossier, wanted) => {
      const request: unknown = structuredClone({ asOf: '2026-04-01', dossier })
      for (const { turns, name, value } of wanted) change(request, turns, name, structuredClone(value))
      const before = JSON.stringify(request)
      const answer = CheckRequest.safeParse(clean(request))
      if (answer.success && !namesUnknownField(request)) expect(quick(request)).toEqual(answer.data)
      else expect(quick(request)).toBe(REFUSED)
      expect(JSON.stringify(request)).toBe(before)
      if (!answer.success) refused += 1
    }),
    { numRuns: 3000 },
  )
  expect(refused).toBeGreaterThan(300)
})

test.each([
  ['a kind of schema', z.date()],
  ['a format', z.email()],
  ['a check', z.string().min(1)],
  ['an object that lets unknown fields be', z.object({})],
])('%s that it does not know is refused at once, not answered wrongly', (_what, schema) => {
  expect(() => quickReader(schema)).toThrow()
})

/** Whether an unknown field stands there, be it as `null`, which cleaning would leave out. */
function namesUnknownField(request: unknown): boolean {
  return CheckRequest.safeParse(request).error?.issues.some(({ code }) => code === 'unrecognized_keys') ?? false
}

/** Goes down into the target by the turns, and there sets a field or an item. */
function change(target: unknown, [turn = 0, ...turns]: number[], name: string | null, value: unknown): void {
  if (typeof target !== 'object' || target === null) return
  const names = Object.keys(target)
  const chosen = names[turn % names.length]
  const inner: unknown = chosen === undefined ? undefined : target[chosen as keyof typeof target]
  if (turns.length > 0 && typeof inner === 'object' && inner !== null) change(inner, turns, name, value)
  else if (Array.isArray(target)) target.splice(turn % (target.length + 1), 1, value)
  else {
    const field = { value, enumerable: true, configurable: true, writable: true }
    Object.defineProperty(target, name ?? chosen ?? 'x', field)
  }
}
