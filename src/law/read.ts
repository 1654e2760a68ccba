import type { z } from 'zod'
import { describe, type Fault } from '../kernel/errors.ts'
import { faultOf } from '../kernel/faults.ts'
import { CheckRequest, Dossier } from './dossier.ts'
import { dossierFaults } from './dossier-faults.ts'

/** A request that can be checked, or every fault that keeps it from being one. */
export type Reading = { request: CheckRequest; faults?: undefined } | { request?: undefined; faults: Fault[] }

/** Deeper than any field of the contract: what lies below is an unknown field in any case. */
const DEEPEST = 12

/**
 * Reads a check request, or a bare dossier, from parsed JSON. `null` is taken for "not stated" (save `plan` and its
 * `itemId`, where it says that there is none) and text is brought to Unicode NFC. The argument is left as it is.
 */
export function readRequest(json: unknown): Reading {
  const input = clean(json, '', 0)
  const bare = !isRequest(input)
  const parsed = (bare ? Dossier : CheckRequest).safeParse(input)
  if (!parsed.success)
    return { faults: parsed.error.issues.flatMap((issue) => faultOf(issue as z.core.$ZodIssue, input)) }
  const request = bare ? { dossier: parsed.data as Dossier } : (parsed.data as CheckRequest)
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
  if (typeof value === 'string') return value.normalize('NFC')
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
