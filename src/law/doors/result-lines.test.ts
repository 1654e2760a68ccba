import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check, checkWithoutTrace } from '../check.ts'
import { loadLaw } from '../load.ts'
import { anyDossier } from '../testing/dossiers.ts'
import { joined, ResultLines } from './result-lines.ts'

const law = loadLaw()
const DAY = '2026-04-01'

test('a line put together from remembered pieces is the result, whatever was written before it', () => {
  const lines = new ResultLines()
  fc.assert(
    fc.property(anyDossier, fc.constantFrom(DAY, '2018-05-01', '2026-12-31'), (dossier, asOf) => {
      const result = checkWithoutTrace(law, { asOf, dossier }, DAY)
      const parts: Uint8Array[] = []
      lines.add(result, parts)
      const text = new TextDecoder().decode(joined(parts))
      expect(text.endsWith('\n')).toBe(true)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(result)))
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
