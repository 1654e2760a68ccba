import type { Day } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import { citeNorm, type Numbered } from '../../law/citation.ts'
import type { CheckResult, Finding } from '../../law/index.ts'
import type { Content } from '../content/content.ts'
import type { JsonObject } from '../content/json.ts'

/** A norm that the decision waives by name. */
export interface Waiving {
  rule: string
  norm: string
  subject?: string | undefined
  grounds: string
}

/** Who decides, by which document. */
export interface Authority {
  name: string
  document: { number: string; on: Day }
}

/** A norm that was waived, with who decided so and by which document. */
export type Waived = Pick<Waiving, 'rule' | 'grounds'> & {
  subject: string | null
  decidedBy: string
  document: Authority['document']
}

/** The waivings of an authority, as they are kept. */
export function waivedBy(waivers: readonly Waiving[], { name, document }: Authority): Waived[] {
  return waivers.map(({ rule, subject = null, grounds }) => ({ rule, subject, grounds, decidedBy: name, document }))
}

/**
 * The dossier with what was waived as its exceptions, each with who decided, by which document and why (contract: exceptions).
 * Exceptions that the unit itself has stated count for the examiners' eyes only: what is waived, a decision says by name. Pure.
 */
export function withWaived(content: Content, waived: readonly Waived[]): Content {
  const exceptions = waived.map(({ rule, subject, grounds, decidedBy, document }, at): JsonObject => {
    const { number, on } = document
    const entry = { key: `w${on.replaceAll('-', '')}-${at + 1}`, rule, decidedBy, number, on, reason: grounds }
    return subject === null ? entry : { ...entry, subject }
  })
  return { ...content, exceptions }
}

/** The dossier with the decision that sends the delegation among its documents. Pure. */
export function withDispatch(content: Content, { name, document }: Authority): Content {
  const documents = typeof content.documents === 'object' && !Array.isArray(content.documents) ? content.documents : {}
  return {
    ...content,
    documents: { ...documents, dispatchDecision: { number: document.number, on: document.on, by: name } },
  }
}

type Judged = Pick<CheckResult, 'findings' | 'instruments'>

/**
 * Refuses an approval that the law does not allow: a prohibited norm is broken, which nobody may waive; a norm that needs an
 * exception is broken and not waived by name; something is missing or unknown and nobody says why it is approved all the same.
 */
export function refuseUnlawful({ findings, instruments }: Judged, accepts: string): void {
  const violated = findings.filter(({ outcome }) => outcome === 'violated')
  const prohibited = violated.filter(({ severity }) => severity === 'prohibited')
  if (prohibited.length > 0) {
    throw new Refused({
      vi: `Không cấp nào duyệt được đoàn này: ${sentences(prohibited, instruments, 'vi')} Hãy trả hồ sơ để đơn vị sửa, hoặc không đồng ý.`,
      en: `No authority can approve this delegation: ${sentences(prohibited, instruments, 'en')} Hand it back to be mended, or refuse it.`,
    })
  }
  const open = violated.filter(({ severity }) => severity === 'needs-exception')
  if (open.length > 0) {
    throw new Refused({
      vi: `Còn quy định phải cho phép đích danh trong quyết định: ${sentences(open, instruments, 'vi')} Hãy nêu căn cứ cho từng mục, hoặc trả hồ sơ.`,
      en: `These norms must be waived by name in the decision: ${sentences(open, instruments, 'en')} State the grounds for each, or hand it back.`,
    })
  }
  const lacking = findings.filter(
    ({ outcome, severity }) =>
      outcome === 'unknown' || (outcome === 'violated' && (severity === 'missing' || severity === 'explain')),
  )
  if (lacking.length > 0 && accepts === '') {
    throw new Refused({
      vi: `Hồ sơ còn ${lacking.length} mục thiếu hoặc chưa rõ: ${sentences(lacking, instruments, 'vi')} Nếu vẫn duyệt, hãy nêu lý do.`,
      en: `${lacking.length} points are missing or unknown: ${sentences(lacking, instruments, 'en')} To approve all the same, say why.`,
    })
  }
}

const MOST_NAMED = 5

/** What findings say, the first of them, each with its norm. */
export function sentences(findings: readonly Finding[], texts: Numbered, language: 'vi' | 'en'): string {
  const named = findings
    .slice(0, MOST_NAMED)
    .map(({ norm, message }) => `${message[language]} (${citeNorm(norm, texts, language)})`)
  return findings.length > MOST_NAMED ? `${named.join(' ')} …` : named.join(' ')
}
