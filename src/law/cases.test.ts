import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Case, ExpectedFinding } from './cases.ts'
import { check } from './check.ts'
import { BEYOND_A_FILE, nameOf, uncovered } from './coverage.ts'
import type { Law } from './law.ts'
import { LAW_FOLDER, loadLaw } from './load.ts'
import { loadCases } from './load-cases.ts'
import { faultLine, readRequest } from './read.ts'
import type { CheckResult, Finding } from './result.ts'

const DESIGNS = join(LAW_FOLDER, 'cases', 'designs')
const law = loadLaw()
const cases = loadCases()
const designs = readdirSync(DESIGNS).map((name) => {
  const folder = join(DESIGNS, name)
  return { name, law: loadLaw([folder]), cases: loadCases(join(folder, 'cases')) }
})

describe('each case of the law is answered exactly as it expects', () => {
  test.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => expectCase(law, one))
})

describe.each(designs)('by files alone, the design $name', ({ law: invented, cases: own }) => {
  test.each(own.map((one) => [one.id, one] as const))('%s is answered as expected', (_id, one) => {
    expectCase(invented, one)
  })

  test('each norm of its own texts is violated in a case and passes in a case', () => {
    const added = invented.norms.filter(
      ({ instrument }) => !law.data.instruments.some(({ id }) => id === instrument.id),
    )
    expect(uncovered(added, own)).toEqual([])
  })
})

describe('the cases cover the law', () => {
  const all = [...cases, ...designs.flatMap((design) => design.cases)]

  test('each norm is violated in a case and passes in a case', () => {
    expect(uncovered(law.norms, all).filter(({ rule }) => !BEYOND_A_FILE.includes(rule))).toEqual([])
  })

  test('each obligation is expected by a case', () => {
    const expected = new Set(all.flatMap(({ expect: { obligations = [] } }) => obligations.map(nameOf)))
    const names = law.obligations.map((one) => `${one.rule.id} ${one.id}`)
    expect(names.filter((name) => !expected.has(name))).toEqual([])
  })

  test('about ten of them are offered as examples, none of them twice', () => {
    const examples = cases.filter(({ example }) => example)
    expect(examples.length).toBeGreaterThanOrEqual(8)
    expect(new Set(examples.map(({ about }) => about.vi)).size).toBe(examples.length)
  })
})

function expectCase(applied: Law, { request, expect: expected }: Case): void {
  const { request: read, faults } = readRequest(request)
  if (faults) throw new Error(faultLine(faults, 'vi'))
  const result = check(applied, read, request.asOf)
  expect({
    verdict: result.verdict,
    findings: result.findings
      .filter(({ outcome }) => outcome !== 'pass')
      .map(comparable)
      .sort(),
  }).toEqual({ verdict: expected.verdict, findings: expected.findings.map(comparable).sort() })
  const passing = result.findings.filter(({ outcome }) => outcome === 'pass')
  if (expected.passes !== undefined) expect(passing.length, 'norms that pass').toBe(expected.passes)
  expect(passing.map(nameOf)).toEqual(expect.arrayContaining(expected.passing ?? []))
  expectObligations(result, expected.obligations)
}

/** Of each duty that the case names, all due days and states; what it does not name is not looked at. */
function expectObligations({ obligations }: CheckResult, expected: Case['expect']['obligations'] = []): void {
  const named = new Set(expected.map(nameOf))
  const stated = (one: { rule: string; norm: string; due?: string | undefined; state?: string | undefined }) =>
    `${nameOf(one)} ${one.due} ${one.state}`
  const found = obligations.filter((one) => named.has(nameOf(one)))
  expect(found.map(stated).sort()).toEqual(expected.map(stated).sort())
}

/** What a case compares of a finding; severity only where something was breached. */
function comparable({ rule, norm, outcome, severity, subject = '' }: ExpectedFinding | Finding): string {
  const breached = outcome === 'violated' || outcome === 'waived'
  return [rule, norm, outcome, breached ? severity : '', subject].join(' | ')
}
