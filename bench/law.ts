import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { check } from '../src/law/check.ts'
import type { CheckRequest, Dossier } from '../src/law/dossier.ts'
import { loadLaw } from '../src/law/load.ts'
import { readRequest } from '../src/law/read.ts'
import type { Verdict } from '../src/law/result.ts'
import { anyDossier } from '../src/law/testing/dossiers.ts'
import { type Flat, flatten } from './law-peers/flat.ts'
import { makeEngine, makePredicates } from './law-peers/judges.ts'
import { BARE_NORMS, conditionCount } from './law-peers/norms.ts'

/**
 * What an answer that can be defended costs: the full check, with citations, messages, remedies and traces, beside a
 * rule engine that only says yes or no, and beside bare predicates as the ceiling. All three judge the same dossiers;
 * their verdicts are compared first. Rounds alternate, and the ratio is taken within each round.
 */

const DOSSIERS = 5000
const ROUNDS = 9
const REGISTER = 20_000
const AS_OF = '2026-04-01'
const OTHER_DAY = '2018-05-01'
const COMPLETE = new URL('../test/acceptance/01-compliant.json', import.meta.url)
/** Parts that may be exchanged alone; the programme lies within the trip, so those two go together. */
const EXCHANGEABLE: (keyof Dossier)[][] = [
  ['members'],
  ['funding'],
  ['plan'],
  ['hosts'],
  ['overlaps'],
  ['trip', 'programme'],
  ['consultations'],
  ['invitations'],
  ['organiser'],
  ['leadership'],
  ['documents'],
]

const law = loadLaw()
const engine = makeEngine()
const predicates = makePredicates()
const dossiers = generate(DOSSIERS)
const flats = dossiers.map(flatten)

await compareVerdicts()
await measure()
replay()

/**
 * Seeded, so that every run judges the same: half of them wild, half a complete dossier with a few parts exchanged, so
 * that all verdicts occur. Without exceptions and explanations, which the peer's bare conditions do not know.
 */
function generate(count: number): Dossier[] {
  const complete = JSON.parse(readFileSync(COMPLETE, 'utf8')).request.dossier as Dossier
  return fc.sample(anyDossier, { seed: 38, numRuns: count }).map((wild, index) => {
    const { exceptions: _, explanations: __, ...dossier } = index % 2 === 0 ? wild : exchanged(complete, wild, index)
    return structuredClone(dossier) as Dossier
  })
}

/** A complete dossier with up to three parts of another in place of its own. */
function exchanged(complete: Dossier, other: Dossier, index: number): Dossier {
  const parts = Array.from(
    { length: index % 4 },
    (_, turn) => EXCHANGEABLE[(index * 7 + turn * 5) % EXCHANGEABLE.length] ?? [],
  )
  return Object.assign(structuredClone(complete), ...parts.flat().map((part) => ({ [part]: other[part] })))
}

async function compareVerdicts(): Promise<void> {
  const tally: Partial<Record<Verdict, number>> = {}
  for (const [index, dossier] of dossiers.entries()) {
    const flat = flats[index] as Flat
    const ours = check(law, { asOf: AS_OF, dossier }, AS_OF).verdict
    const theirs = await engine(flat)
    const bare = predicates(flat)
    if (ours !== theirs || ours !== bare) {
      throw new Error(
        `dossier ${index}: ours ${ours}, engine ${theirs}, predicates ${bare}\n${JSON.stringify(dossier)}`,
      )
    }
    tally[ours] = (tally[ours] ?? 0) + 1
  }
  const conditions = BARE_NORMS.reduce((sum, { test }) => sum + conditionCount(test), 0)
  console.log(`${DOSSIERS} dossiers, equal verdicts: ${JSON.stringify(tally)}`)
  console.log(`${law.norms.length} norms here; ${BARE_NORMS.length} rules with ${conditions} conditions in the peer\n`)
}

async function measure(): Promise<void> {
  const times = { check: [] as number[], engine: [] as number[], predicates: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    times.check.push(await timed(() => each((dossier) => check(law, { asOf: AS_OF, dossier }, AS_OF))))
    times.engine.push(
      await timed(async () => {
        for (const dossier of dossiers) await engine(flatten(dossier))
      }),
    )
    times.predicates.push(await timed(() => each((dossier) => predicates(flatten(dossier)))))
  }
  const ratio = (other: number[]) => median(other.map((time, round) => time / (times.check[round] ?? Number.NaN)))
  const row = (name: string, own: number[]) =>
    `| ${name} | ${((median(own) / DOSSIERS) * 1000).toFixed(0)} µs | ${ratio(own).toFixed(2)} × |`
  console.log(`| ${ROUNDS} alternating rounds, median | per dossier | time against ours |\n|---|---:|---:|`)
  console.log(row('full check: citations, messages, remedies, trace', times.check))
  console.log(row('json-rules-engine, verdict only', times.engine))
  console.log(row('bare predicates, verdict only', times.predicates))
}

/** Judges every dossier and keeps nothing. */
function each(judge: (dossier: Dossier) => unknown): void {
  for (const dossier of dossiers) judge(dossier)
}

/** A year's register read from text and judged by the law of another day, on one core. */
function replay(): void {
  const texts = generate(REGISTER).map((dossier) => JSON.stringify(dossier))
  const started = performance.now()
  const verdicts = texts.map((text) => {
    const { request } = readRequest(JSON.parse(text)) as { request: CheckRequest }
    return check(law, { ...request, asOf: OTHER_DAY }, AS_OF).verdict
  })
  const seconds = (performance.now() - started) / 1000
  const compliant = verdicts.filter((verdict) => verdict === 'compliant').length
  console.log(
    `\n${REGISTER} dossiers read and judged by the law of ${OTHER_DAY}: ${seconds.toFixed(1)} s on one core (${compliant} compliant)`,
  )
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function median(numbers: number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
