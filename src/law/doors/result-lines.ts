import type { Bilingual } from '../../kernel/text.ts'
import type { BareFinding, BareResult } from '../check.ts'
import type { Obligation } from '../result.ts'
import type { Output } from './output.ts'

/** More different passes, obligations and lists of texts than a register of one year holds; beyond it the memory starts afresh. */
const REMEMBERED = 10_000

const encoder = new TextEncoder()

/** What JSON may have to escape: quotes, backslashes, control characters, halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON escapes
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/

/**
 * Writes results as lines of JSON, as `JSON.stringify` would and several times faster: most findings are passes, and a
 * pass is the same word for word in most dossiers of a register, as are many obligations, so their bytes are remembered.
 */
export class ResultLines {
  // By the sentence, since most sentences are constants and found without being read, then by the norm.
  private readonly passes = new Map<string, Map<string, { finding: BareFinding; bytes: Uint8Array }>>()
  private remembered = 0
  // By the object: the law answers one and the same sentence for all dossiers that owe the same.
  private readonly duties = new Map<Bilingual, { obligation: Obligation; bytes: Uint8Array }>()
  private readonly instruments = new Map<string, string>()
  private readonly output: Output

  constructor(output: Output) {
    this.output = output
  }

  /** Appends one result to the output as a line, the end of the line included. */
  add({ asOf, verdict, instruments, findings, obligations }: BareResult): void {
    let text = `{"asOf":"${asOf}","verdict":"${verdict}","instruments":${this.instrumentsText(instruments)},"findings":[`
    let first = true
    for (const finding of findings) {
      if (first) text += findingText(finding)
      else if (finding.outcome !== 'pass') text += `,${findingText(finding)}`
      else {
        if (text !== '') this.output.text(text)
        text = ''
        this.output.bytes(this.passBytes(finding))
      }
      first = false
    }
    this.output.text(`${text}],"obligations":[`)
    first = true
    for (const obligation of obligations) {
      if (!first) this.output.text(',')
      this.output.bytes(this.obligationBytes(obligation))
      first = false
    }
    this.output.text(']}\n')
  }

  private instrumentsText(instruments: BareResult['instruments']): string {
    const ids = instruments.map(({ id }) => id).join(' ')
    const text = this.instruments.get(ids) ?? JSON.stringify(instruments)
    this.instruments.set(ids, text)
    return text
  }

  private obligationBytes(obligation: Obligation): Uint8Array {
    const known = this.duties.get(obligation.what)
    if (known !== undefined && sameObligation(known.obligation, obligation)) return known.bytes
    if (this.duties.size >= REMEMBERED) this.duties.clear()
    const bytes = encoder.encode(obligationText(obligation))
    this.duties.set(obligation.what, { obligation, bytes })
    return bytes
  }

  /** A pass that is not the first finding, with the comma before it. */
  private passBytes(finding: BareFinding): Uint8Array {
    const known = this.passes.get(finding.message.vi)?.get(finding.norm)
    if (known !== undefined && samePass(known.finding, finding)) return known.bytes
    if (this.remembered >= REMEMBERED) {
      this.passes.clear()
      this.remembered = 0
    }
    const bytes = encoder.encode(`,${findingText(finding)}`)
    const siblings = this.passes.get(finding.message.vi) ?? new Map()
    this.passes.set(finding.message.vi, siblings.set(finding.norm, { finding, bytes }))
    this.remembered += 1
    return bytes
  }
}

/** Whether two passes of one norm and one Vietnamese sentence are the same; the English words follow from it. */
function samePass(one: BareFinding, other: BareFinding): boolean {
  return (
    one.rule === other.rule &&
    one.severity === other.severity &&
    one.subject === other.subject &&
    one.limit === other.limit &&
    one.actual === other.actual
  )
}

/** Whether two obligations of one sentence are the same. */
function sameObligation(one: Obligation, other: Obligation): boolean {
  return (
    one.state === other.state &&
    one.norm === other.norm &&
    one.rule === other.rule &&
    one.due === other.due &&
    one.recipients === other.recipients
  )
}

function findingText(finding: BareFinding): string {
  const { rule, norm, outcome, severity, message, subject, limit, actual, needs, remedy } = finding
  let text = `{"rule":"${rule}","norm":${quoted(norm)},"outcome":"${outcome}","severity":"${severity}","message":${both(message)}`
  if (subject !== undefined) text += `,"subject":${quoted(subject)}`
  if (limit !== undefined) text += `,"limit":${JSON.stringify(limit)}`
  if (actual !== undefined) text += `,"actual":${JSON.stringify(actual)}`
  if (needs !== undefined) text += `,"needs":${list(needs)}`
  if (remedy !== undefined) text += `,"remedy":${both(remedy)}`
  return `${text}}`
}

function obligationText({ rule, norm, due, what, recipients, state }: Obligation): string {
  return `{"rule":"${rule}","norm":${quoted(norm)},"due":"${due}","what":${both(what)},"recipients":${list(recipients)},"state":"${state}"}`
}

function both({ vi, en }: Bilingual): string {
  return `{"vi":${quoted(vi)},"en":${quoted(en)}}`
}

function list(texts: string[]): string {
  return `[${texts.map(quoted).join(',')}]`
}

function quoted(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`
}
