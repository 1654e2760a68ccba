import type { Bilingual } from './text.ts'

/** One thing wrong with an input: where it stands, and what was expected there, in both languages. */
export interface Fault {
  /** The place as a path: `dossier.members[2].role`; empty for the whole input. */
  path: string
  message: Bilingual
}

/** What is wrong at a place, in both languages. */
export function fault(path: string, vi: string, en: string): Fault {
  return { path, message: { vi, en } }
}

/** A refusal that the caller can act on. Anything else that is thrown is a bug. */
export abstract class Refusal extends Error {
  abstract readonly status: number
  abstract readonly code: string
  readonly text: Bilingual

  constructor(text: Bilingual) {
    super(text.vi)
    this.text = text
  }
}

/** The input is not of its form (400): every fault with its path. */
export class Invalid extends Refusal {
  readonly status = 400
  readonly code = 'invalid'
  readonly faults: Fault[]

  constructor(faults: Fault[]) {
    super({
      vi: faults.map((fault) => describe(fault, 'vi')).join('; '),
      en: faults.map((fault) => describe(fault, 'en')).join('; '),
    })
    this.faults = faults
  }
}

/** Nobody is signed in, and this needs somebody who is (401). */
export class SignedOut extends Refusal {
  readonly status = 401
  readonly code = 'signed-out'
}

/** The caller may not do this (403). */
export class Forbidden extends Refusal {
  readonly status = 403
  readonly code = 'forbidden'
}

/** What was asked for does not exist, or not for this caller (404). */
export class NotFound extends Refusal {
  readonly status = 404
  readonly code = 'not-found'
}

/** Somebody else changed it in between (409). */
export class Conflict extends Refusal {
  readonly status = 409
  readonly code = 'conflict'
}

/** The rules refuse it (422): the sentence says which, and what to do next. */
export class Refused extends Refusal {
  readonly status = 422
  readonly code = 'refused'
}

/** The rules refuse what stands at these places of the input (422). */
export class RefusedAt extends Refused {
  readonly faults: Fault[]

  constructor(text: Bilingual, faults: Fault[]) {
    super(text)
    this.faults = faults
  }
}

/** Too many attempts (429): the same may be tried again after so many seconds. */
export class TooSoon extends Refusal {
  readonly status = 429
  readonly code = 'too-soon'
  readonly seconds: number

  constructor(text: Bilingual, seconds: number) {
    super(text)
    this.seconds = seconds
  }
}

/** A fault as one line: its path, then what was expected. */
export function describe(fault: Fault, language: keyof Bilingual): string {
  return fault.path === '' ? fault.message[language] : `${fault.path}: ${fault.message[language]}`
}
