import type { z } from 'zod'
import { describe, type Fault } from '../kernel/errors.ts'
import { faultOf } from '../kernel/faults.ts'
import { CheckRequest, Dossier } from './dossier.ts'
import { dossierFaults } from './dossier-faults.ts'
import { fits } from './fits.ts'

/** A request that can be checked, or every fault that keeps it from being one. */
export type Reading = { request: CheckRequest; faults?: undefined } | { request?: undefined; faults: Fault[] }

/** Deeper than any field of the contract: what lies below is an unknown field in any case. */
const DEEPEST = 12
/** Text of letters that no other letter and sign together make: it is in Unicode NFC as it stands. */
const PLAIN = /^[\0-\u02ff\u1e00-\u1eff]*$/

const isDossier = fits(Dossier)
const isCheckRequest = fits(CheckRequest)

/**
 * Reads a check request, or a bare dossier, from parsed JSON. `null` is taken for "not stated" (save `plan` and its
 * `itemId`, where it says that there is none) and text is brought to Unicode NFC. The argument is left as it is.
 */
export function readRequest(json: unknown): Reading {
  const input = clean(json, '', 0)
  const bare = !isRequest(input)
  if (!(bare ? isDossier(input) : isCheckRequest(input))) {
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

/** The fields where `null` is a statement: there is no plan; the trip is no item of it. */
function nullSpeaks(key: string, parent: string): boolean {
  return (
    (key === 'plan' && parent === '') ||
    (key === 'plan' && parent === 'dossier') ||
    (key === 'itemId' && parent === 'plan')
  )
}

function clean(value: unknown, key: string, depth: number): unknown {
  if (typeof value === 'string') return PLAIN.test(value) ? value : value.normalize('NFC')
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value
  if (Array.isArray(value)) return value.map((item) => clean(item, key, depth + 1))
  const copy: Record<string, unknown> = {}
  for (const name of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[name]
    if (inner === undefined || (inner === null && !nullSpeaks(name, key))) continue
    // Own `__proto__` of hostile JSON becomes an ordinary unknown field, not the copy's prototype.
    if (name === '__proto__') Object.defineProperty(copy, ' __proto__', { value: inner, enumerable: true })
    else copy[name] = clean(inner, name, depth + 1)
  }
  return copy
}
