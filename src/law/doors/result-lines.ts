import type { BareFinding, BareResult } from '../check.ts'
import type { Obligation } from '../result.ts'

/** More different findings than a register of one year holds; beyond it the memory starts afresh and stays flat. */
const REMEMBERED = 20_000

const COMMA = Buffer.from(',')
const FINDINGS = Buffer.from(',"findings":[')
const OBLIGATIONS = Buffer.from('],"obligations":[')
const END = Buffer.from(']}\n')

/**
 * Writes results as lines of JSON. Dossiers of a register differ, but most of their findings are the same word for word:
 * each such piece is turned into bytes once, and a line is put together from pieces.
 */
export class ResultLines {
  // First by the sentence, since most sentences are constants and found without being read, then by all the rest.
  private readonly pieces = new Map<string, Map<string, Uint8Array>>()
  private count = 0

  /** Appends one result as the pieces of its line, the end of the line included. */
  add({ asOf, verdict, instruments, findings, obligations }: BareResult, parts: Uint8Array[]): void {
    parts.push(Buffer.from(`{"asOf":"${asOf}","verdict":"${verdict}","instruments":`))
    parts.push(this.piece('', instruments.map(({ id }) => id).join(' '), instruments))
    parts.push(FINDINGS)
    for (const [index, finding] of findings.entries()) {
      if (index > 0) parts.push(COMMA)
      parts.push(this.piece(finding.message.vi, findingKey(finding), finding))
    }
    parts.push(OBLIGATIONS)
    for (const [index, obligation] of obligations.entries()) {
      if (index > 0) parts.push(COMMA)
      parts.push(this.piece(obligation.what.vi, obligationKey(obligation), obligation))
    }
    parts.push(END)
  }

  private piece(sentence: string, rest: string, value: object): Uint8Array {
    const known = this.pieces.get(sentence)?.get(rest)
    if (known !== undefined) return known
    if (this.count >= REMEMBERED) {
      this.pieces.clear()
      this.count = 0
    }
    const made = Buffer.from(JSON.stringify(value))
    const siblings = this.pieces.get(sentence) ?? new Map<string, Uint8Array>()
    this.pieces.set(sentence, siblings.set(rest, made))
    this.count += 1
    return made
  }
}

/** The pieces as one run of bytes with a buffer of its own, so that it can be handed over to another thread. */
export function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Everything besides its sentence in which two findings can differ; the English words follow from the Vietnamese. */
function findingKey({ rule, norm, outcome, severity, subject, limit, actual, needs, remedy }: BareFinding): string {
  if (outcome === 'pass' && subject === undefined) return `${rule}|${norm}|${limit}|${actual}`
  return `${rule}|${norm}|${outcome}|${severity}|${subject}|${limit}|${actual}|${needs}|${remedy?.vi}`
}

function obligationKey({ rule, norm, due, state, recipients }: Obligation): string {
  return `${rule}|${norm}|${due}|${state}|${recipients}`
}
