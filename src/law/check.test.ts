import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../kernel/day.ts'
import { check, verdictOf } from './check.ts'
import { compileLaw } from './compile.ts'
import type { Dossier } from './dossier.ts'
import { inForce } from './in-force.ts'
import type { LawData } from './law.ts'
import { loadLaw } from './load.ts'
import { readRequest } from './read.ts'
import { type CheckResult, VERDICTS } from './result.ts'
import { anyDossier } from './testing/dossiers.ts'

const law = loadLaw()
const TODAY = '2026-11-22'
const RUNS = { numRuns: 400 }

/** What a result decides, without words and without the places of things in their lists. */
function decided(result: CheckResult) {
  return {
    verdict: result.verdict,
    findings: result.findings.map(({ rule, norm, outcome, severity, subject, limit, actual }) => ({
      rule,
      norm,
      outcome,
      severity,
      subject,
      limit,
      actual,
    })),
    obligations: result.obligations.map(({ rule, norm, due, state }) => ({ rule, norm, due, state })),
  }
}

function judge(dossier: Dossier, using = law): CheckResult {
  return check(using, { asOf: '2026-04-01', dossier }, TODAY)
}

describe('the check', () => {
  test('judges every dossier that the contract allows, and reads it as it was written', () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const reading = readRequest({ dossier })
        expect(reading.faults).toBeUndefined()
        expect(reading.request?.dossier).toEqual(dossier)
      }),
      RUNS,
    )
  })

  test('does not depend on the order of members, stays, funding, programme or documents of one kind', () => {
    const shuffled = anyDossier.chain((dossier) =>
      fc
        .tuple(
          shuffle(dossier.members),
          shuffle(dossier.trip.stays),
          shuffle(dossier.funding),
          shuffle(dossier.programme),
          shuffle(dossier.invitations),
          shuffle(dossier.overlaps),
        )
        .map(([members, stays, funding, programme, invitations, overlaps]) => [
          dossier,
          {
            ...dossier,
            members: members ?? [],
            trip: { ...dossier.trip, stays: stays ?? [] },
            ...(funding && { funding }),
            ...(programme && { programme }),
            ...(invitations && { invitations }),
            ...(overlaps && { overlaps }),
          },
        ]),
    )
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(decided(judge(other as Dossier))).toEqual(decided(judge(one as Dossier)))
      }),
      RUNS,
    )
  })

  test('never turns a violated finding into an unknown one when a fact that was asked for is stated', () => {
    fc.assert(
      fc.property(anyDossier, anyDossier, fc.nat(), (dossier, donor, pick) => {
        const before = judge(dossier)
        const needs = [...new Set(before.findings.flatMap((finding) => finding.needs ?? []))]
        const need = needs[pick % Math.max(1, needs.length)]
        const richer = need === undefined ? undefined : stateFact(dossier, donor, need)
        fc.pre(richer !== undefined)
        const after = judge(richer as Dossier)
        const key = ({ norm, rule, subject }: { norm: string; rule: string; subject?: string | undefined }) =>
          `${norm} ${rule} ${subject}`
        const unknown = new Set(after.findings.filter(({ outcome }) => outcome === 'unknown').map(key))
        for (const finding of before.findings.filter(({ outcome }) => outcome === 'violated')) {
          expect(unknown).not.toContain(key(finding))
        }
      }),
      RUNS,
    )
  })

  test('never gives a milder verdict when a limit is tightened', () => {
    const limits = law.norms.filter(({ parameters }) => typeof parameters.max === 'number')
    fc.assert(
      fc.property(anyDossier, fc.constantFrom(...limits), fc.integer({ min: 1, max: 3 }), (dossier, norm, by) => {
        const tighter = compileLaw(tightened(law.data, norm.id, norm.rule.id, by))
        const rank = (result: CheckResult) => VERDICTS.indexOf(result.verdict)
        expect(rank(judge(dossier, tighter))).toBeLessThanOrEqual(rank(judge(dossier)))
      }),
      RUNS,
    )
  })

  test('cites only norms that exist and are in force on the day for the sender', () => {
    const days = fc.constantFrom('2012-01-01', '2014-07-20', '2014-12-29', '2018-05-01', '2019-05-31', '2026-04-01')
    fc.assert(
      fc.property(anyDossier, days, (dossier, asOf) => {
        for (const finding of check(law, { asOf, dossier }, TODAY).findings) {
          const norm = law.norms.find(({ id, rule }) => id === finding.norm && rule.id === finding.rule)
          expect(norm).toBeDefined()
          if (norm) expect(inForce(norm, asOf)).toBe(true)
          expect(['VN', dossier.sender.jurisdiction]).toContain(norm?.instrument.jurisdiction)
        }
      }),
      RUNS,
    )
  })

  test('gives one finding per norm and subject, in the order of the contract, and its verdict follows from them', () => {
    const order = ['prohibited', 'needs-exception', 'missing', 'explain', 'advice', 'unknown', 'waived', 'pass']
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const { findings, verdict } = judge(dossier)
        const keys = findings.map(({ rule, norm, subject }) => `${rule} ${norm} ${subject}`)
        expect(new Set(keys).size).toBe(keys.length)
        const groups = findings.map(({ outcome, severity }) =>
          order.indexOf(outcome === 'violated' ? severity : outcome),
        )
        expect(groups).toEqual([...groups].sort((one, other) => one - other))
        expect(verdictOf(findings)).toBe(verdict)
      }),
      RUNS,
    )
  })

  test('says for every unknown which facts to state, and for every finding what it read', () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        for (const finding of judge(dossier).findings) {
          expect(finding.message.vi).not.toContain('undefined')
          expect(finding.message.en).not.toContain('undefined')
          expect(finding.trace.inForce.from <= '2026-04-01').toBe(true)
          if (finding.outcome === 'unknown') expect(finding.needs?.length).toBeGreaterThan(0)
          if (finding.outcome === 'violated') expect(finding.remedy?.vi).toBeTruthy()
        }
      }),
      RUNS,
    )
  })
})

describe('a value that no text defines', () => {
  test('is filled in wherever the law refers to it, and said to be one, also in a duty', () => {
    const data = structuredClone(law.data)
    for (const instrument of data.instruments.filter(({ id }) => id === 'KH-UBND-HN-2014')) {
      for (const provision of instrument.provisions) {
        for (const duty of provision.obligations ?? []) {
          duty.parameters = { ...duty.parameters, days: { administered: 'result-report-days' } }
        }
      }
    }
    const [dossier] = fc.sample(anyDossier, { seed: 1, numRuns: 1 })
    if (dossier === undefined) throw new Error('no dossier')
    const inHanoi = { ...dossier, sender: { ...dossier.sender, jurisdiction: 'VN-HN' } }
    const duty = judge(inHanoi, compileLaw(data)).obligations.find(({ norm }) => norm === 'KH-UBND-HN-2014#7')
    expect(duty?.due).toBe(addDays(inHanoi.trip.return, 30))
    expect(duty?.what.vi).toContain('Có giá trị ấn định')
  })
})

function shuffle<Item>(items: Item[] | undefined): fc.Arbitrary<Item[] | undefined> {
  return items === undefined ? fc.constant(undefined) : fc.shuffledSubarray(items, { minLength: items.length })
}

/** The dossier with one fact stated as another dossier states it; `undefined` where that one does not state it either. */
function stateFact(dossier: Dossier, donor: Dossier, path: string): Dossier | undefined {
  const parts = path.match(/[^.[\]]+/g) ?? []
  const value = parts.reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], donor)
  if (value === undefined || parts[0] === 'trip' || parts[0] === 'programme') return undefined
  if (path === 'leadership') return { ...dossier, leadership: withSizesOf(donor, dossier) }
  const copy = structuredClone(dossier) as Record<string, unknown>
  const target = parts.slice(0, -1).reduce<unknown>((inner, part) => (inner as Record<string, unknown>)?.[part], copy)
  if (typeof target !== 'object' || target === null) return undefined
  ;(target as Record<string, unknown>)[parts.at(-1) ?? ''] = value
  return copy as unknown as Dossier
}

/** The sizes already stated, and the donor's for other units: a size that is stated is not stated anew. */
function withSizesOf(donor: Dossier, { leadership = [] }: Dossier): NonNullable<Dossier['leadership']> {
  const known = new Set(leadership.map(({ unit }) => unit))
  return [...leadership, ...(donor.leadership ?? []).filter(({ unit }) => !known.has(unit))]
}

function tightened(data: LawData, id: string, rule: string, by: number): LawData {
  const copy = structuredClone(data)
  for (const instrument of copy.instruments) {
    for (const provision of instrument.provisions) {
      for (const norm of provision.norms ?? []) {
        if (`${instrument.id}#${provision.place}` !== id || norm.rule !== rule) continue
        norm.parameters = { ...norm.parameters, max: Math.max(1, Number(norm.parameters?.max) - by) }
      }
    }
  }
  return copy
}
