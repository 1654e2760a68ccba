import type { z } from 'zod'
import { describe, type Fault } from '../kernel/errors.ts'
import { faultOf } from '../kernel/faults.ts'
import { clean } from './clean.ts'
import { CheckRequest, Dossier } from './dossier.ts'
import { dossierFaults } from './dossier-faults.ts'
import { quickReader, REFUSED } from './quick-reader.ts'

/** A request that can be checked, or every fault that keeps it from being one. */
export type Reading = { request: CheckRequest; faults?: undefined } | { request?: undefined; faults: Fault[] }

const readDossier = quickReader(Dossier)
const readCheckRequest = quickReader(CheckRequest)

/**
 * Reads a check request, or a bare dossier, from parsed JSON. `null` is taken for "not stated" (save `plan` and its
 * `itemId`, where it says that there is none) and text is brought to Unicode NFC. The argument is left as it is; what
 * needs no change is taken over from it.
 */
export function readRequest(json: unknown): Reading {
  const quick = isRequest(json) ? readCheckRequest(json) : readDossier(json)
  const input = quick === REFUSED ? clean(json) : quick
  const bare = !isRequest(input)
  if (quick === REFUSED) {
    const { error } = (bare ? Dossier : CheckRequest).safeParse(input)
    if (error) return { faults: error.issues.flatMap((issue) => faultOf(issue as z.core.$ZodIssue, input)) }
  }
  const request = bare ? { dossier: input as Dossier } : (input as CheckRequest)
  const faults = dossierFaults(request.dossier, bare ? '' : 'dossier.')
  return faults.length > 0 ? { faults } : { request }
}

/** All faults as one line. */
export function faultLine(faults: Fault[], language: 'vi' | 'en'): string {
  return faults.map((fault) => describe(fault, language)).join('; ')
}

function isRequest(input: unknown): boolean {
  return typeof input === 'object' && input !== null && ('dossier' in input || 'asOf' in input)
}
