import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check, checkWithoutTrace } from '../check.ts'
import { loadLaw } from '../load.ts'
import { anyDossier } from '../testing/dossiers.ts'
import { Output } from './output.ts'
import { ResultLines } from './result-lines.ts'

const law = loadLaw()
const DAY = '2026-04-01'
/** Dossiers whose names hold anything that text can hold. */
const oddlyNamed = fc.tuple(anyDossier, fc.array(fc.string({ unit: 'binary' }))).map(([dossier, names]) => ({
  ...dossier,
  members: dossier.members.map((member, index) => ({ ...member, name: names[index] ?? member.name })),
}))

test('a line is what JSON.stringify makes of the result, whatever was written before it', () => {
  const output = new Output()
  const lines = new ResultLines(output)
  fc.assert(
    fc.property(oddlyNamed, fc.constantFrom(DAY, '2018-05-01', '2026-12-31'), (dossier, asOf) => {
      const result = checkWithoutTrace(law, { asOf, dossier }, DAY)
      lines.add(result)
      expect(new TextDecoder().decode(output.take())).toBe(`${JSON.stringify(result)}\n`)
    }),
    { numRuns: 500 },
  )
})

test('without the trace a result is the same in everything else', () => {
  fc.assert(
    fc.property(anyDossier, (dossier) => {
      const full = check(law, { asOf: DAY, dossier }, DAY)
      const findings = full.findings.map(({ trace: _, ...finding }) => finding)
      expect(checkWithoutTrace(law, { asOf: DAY, dossier }, DAY)).toEqual({ ...full, findings })
    }),
  )
})
