import { createHash } from 'node:crypto'
import { z } from 'zod'
import { COST_ITEMS } from '../../law/costs/items.ts'
import { ContractDay } from '../../law/dossier.ts'
import type { CheckResult, Finding, Law } from '../../law/index.ts'
import { check, readRequest } from '../../law/index.ts'
import { OUTCOMES, SEVERITIES, VERDICTS } from '../../law/result.ts'
import { restsOn, WITHHELD } from '../disclosure.ts'

/** A frozen verdict as one file, with all that it takes to judge it again elsewhere; written once, read by the verifier. */

export const FORMAT = 'doan-ra/verdict/1'

/** A finding as far as it is compared: what was found of whom. Its words may become better without being another finding. */
const Compared = z.looseObject({
  rule: z.string(),
  norm: z.string(),
  outcome: z.enum(OUTCOMES),
  severity: z.enum(SEVERITIES),
  subject: z.string().optional(),
  limit: z.union([z.number(), z.string()]).optional(),
  actual: z.union([z.number(), z.string()]).optional(),
})
type Compared = z.infer<typeof Compared>

export const VerdictFile = z.looseObject({
  format: z.literal(FORMAT),
  /** The code of the dossier, and the step by which it was frozen. */
  dossier: z.string(),
  step: z.looseObject({ id: z.string(), action: z.string(), at: z.string() }),
  /** What was judged: the dossier of the contract with the facts laid over it, and the day whose law was asked. */
  request: z.looseObject({ asOf: ContractDay, dossier: z.record(z.string(), z.unknown()) }),
  /** What the registers knew of the sum of the estimate beside the dossier. */
  registry: z.object({
    withoutRate: z.array(z.string()).optional(),
    leavesOut: z.array(z.enum(COST_ITEMS)).optional(),
  }),
  /** What people said of the dossier that the reader may not read: it is not in here, nor are the findings that rest on it. */
  withheld: z.array(z.enum(WITHHELD)),
  /** Fields of members of which a register spoke to others than the reader: `members[2].tripsThisYear`; withheld in the same way. */
  withheldFields: z.array(z.string()).optional(),
  lawHash: z.string(),
  result: z.looseObject({ verdict: z.enum(VERDICTS), findings: z.array(Compared) }),
  /** SHA-256 over all the rest, its names in the order of the alphabet, without blanks. */
  hash: z.string(),
})
export type VerdictFile = z.infer<typeof VerdictFile>

/** The hash of a verdict file: over all that it states save the hash itself. Pure. */
export function hashOf({ hash: _, ...stated }: object & { hash?: unknown }): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(stated)))
    .digest('hex')
}

/** The value with the names of each object in the order of the alphabet: what is the same is written the same. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, ordered(inner)]),
  )
}

/** A finding that is in one of two judgements only, or in both with another outcome. */
export interface Differing {
  frozen: Compared | undefined
  again: Finding | undefined
}

/** What judging a frozen verdict again has shown. */
export interface Verified {
  unbroken: boolean
  sameLaw: boolean
  /** Faults that keep the dossier from being judged at all. */
  faults: readonly { path: string; message: { vi: string; en: string } }[]
  differing: readonly Differing[]
  /** The verdict as it comes out now; undefined where the dossier cannot be judged, or not all of it is in the file. */
  verdict: CheckResult['verdict'] | undefined
}

/** Judges what a file froze once more by the given law, and holds both against each other. Pure. */
export function verifyVerdict(law: Law, file: VerdictFile): Verified {
  const unbroken = hashOf(file) === file.hash
  const sameLaw = law.hash === file.lawHash
  const { request, faults } = readRequest(file.request)
  if (request === undefined) return { unbroken, sameLaw, faults, differing: [], verdict: undefined }
  const { withoutRate, leavesOut } = file.registry
  const registry = { ...(withoutRate && { withoutRate }), ...(leavesOut && { leavesOut }) }
  const { findings, verdict } = check(law, request, request.asOf ?? file.request.asOf, registry)
  const { withheld, withheldFields: fields = [] } = file
  const again = findings.filter((finding) => !restsOn(finding, { withheld, fields }))
  const whole = withheld.length + fields.length === 0
  return {
    unbroken,
    sameLaw,
    faults: [],
    differing: differing(file.result.findings, again),
    verdict: whole ? verdict : undefined,
  }
}

/** Whether nothing speaks against a frozen verdict. Pure. */
export function holds({ unbroken, faults, differing, verdict }: Verified, { result }: VerdictFile): boolean {
  return (
    unbroken && faults.length === 0 && differing.length === 0 && (verdict === undefined || verdict === result.verdict)
  )
}

function differing(frozen: readonly Compared[], again: readonly Finding[]): Differing[] {
  const left = new Map<string, Finding[]>()
  for (const finding of again) left.set(keyOf(finding), [...(left.get(keyOf(finding)) ?? []), finding])
  const unmatched = frozen.flatMap((one): Differing[] => {
    const alike = left.get(keyOf(one)) ?? []
    const at = alike.findIndex((finding) => toldOf(finding) === toldOf(one))
    if (at >= 0) {
      alike.splice(at, 1)
      return []
    }
    return [{ frozen: one, again: undefined }]
  })
  // What is left of the same norm and subject is what the frozen one has become.
  const paired = unmatched.map(
    (one): Differing => ({ ...one, again: left.get(keyOf(one.frozen as Compared))?.shift() }),
  )
  return [...paired, ...[...left.values()].flat().map((one): Differing => ({ frozen: undefined, again: one }))]
}

function keyOf({ rule, norm, subject = '' }: Compared | Finding): string {
  return JSON.stringify([rule, norm, subject])
}

function toldOf({ outcome, severity, limit, actual }: Compared | Finding): string {
  return JSON.stringify([outcome, severity, limit ?? null, actual ?? null])
}
