import type { Day } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import { citeNorm, type Numbered } from '../../law/citation.ts'
import type { CheckResult, Finding } from '../../law/index.ts'
import { fullName } from '../../law/pages/whatif/words.ts'
import type { Content } from '../content/content.ts'
import type { JsonObject } from '../content/json.ts'
import type { WaiverReason } from '../workflow.ts'
import { beforeDecision, isNotKnown } from './before-decision.ts'

/** A norm that the decision waives by name. */
export interface Waiving {
  rule: string
  norm: string
  subject?: string | undefined
  grounds: string
  reasonCode: WaiverReason
  /** The last day on which a trip that departs may use it. */
  lastDay?: Day | undefined
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

/** The findings of a dossier, with the dossier they speak of. */
interface Judged extends Pick<CheckResult, 'findings' | 'instruments'> {
  dossier: Content
}

/**
 * Refuses what nobody may approve: a prohibited norm is broken, or what is not stated leaves open whether it is. The latter is
 * stated first – silence clears nobody of what is prohibited. The refusal names the facts to be stated.
 */
export function refuseBarred({ findings, instruments, dossier }: Judged): void {
  const { prohibited, unstated } = beforeDecision(findings)
  if (prohibited.length > 0) {
    throw new Refused({
      vi: `Không cấp nào duyệt được đoàn này: ${sentences(prohibited, instruments, 'vi')} Hãy trả hồ sơ để đơn vị sửa, hoặc không đồng ý.`,
      en: `No authority can approve this delegation: ${sentences(prohibited, instruments, 'en')} Hand it back to be mended, or refuse it.`,
    })
  }
  if (unstated.length === 0) return
  const facts = (language: 'vi' | 'en') => needed(unstated, dossier, language).join('; ')
  throw new Refused({
    vi: `Chưa duyệt được: chưa rõ đoàn có phạm điều cấm hay không: ${sentences(unstated, instruments, 'vi')} Còn phải nêu: ${facts('vi')}. Hãy trả hồ sơ để đơn vị nêu rõ.`,
    en: `It cannot be approved yet: it is not known whether what is prohibited is kept: ${sentences(unstated, instruments, 'en')} Still to be stated: ${facts('en')}. Have it stated: hand the dossier back.`,
  })
}

/** Refuses an approval where a norm that needs an exception is still broken: an exception that does not hold waives nothing. */
export function refuseUnwaived({ findings, instruments }: Omit<Judged, 'dossier'>): void {
  const open = beforeDecision(findings).waivable.filter((finding) => !isNotKnown(finding))
  if (open.length > 0) throw toBeNamed(open, instruments)
}

/** Refuses an approval of what is missing or has to be explained, where nobody says why it is approved all the same. */
export function refuseUnaccepted({ findings, instruments }: Omit<Judged, 'dossier'>, accepts: string): void {
  const { lacking } = beforeDecision(findings)
  if (lacking.length === 0 || accepts !== '') return
  throw new Refused({
    vi: `Hồ sơ còn ${lacking.length} mục thiếu hoặc chưa rõ: ${sentences(lacking, instruments, 'vi')} Nếu vẫn duyệt, hãy nêu lý do.`,
    en: `${lacking.length} points are missing or unknown: ${sentences(lacking, instruments, 'en')} To approve all the same, say why.`,
  })
}

/** Norms that the decision has to name, and does not. */
export function toBeNamed(open: readonly Finding[], texts: Numbered): Refused {
  return new Refused({
    vi: `Còn quy định phải cho phép đích danh trong quyết định: ${sentences(open, texts, 'vi')} Hãy nêu căn cứ cho từng mục, hoặc trả hồ sơ.`,
    en: `These norms must be waived by name in the decision: ${sentences(open, texts, 'en')} State the grounds for each, or hand it back.`,
  })
}

/** The facts that findings need, as the dossier calls them, each once. */
function needed(findings: readonly Finding[], dossier: Content, language: 'vi' | 'en'): string[] {
  return [...new Set(findings.flatMap(({ needs = [] }) => needs))].map(
    (path) => `«${fullName(dossier, path, language)}»`,
  )
}

const MOST_NAMED = 5

/** What findings say, the first of them, each with its norm. */
export function sentences(findings: readonly Finding[], texts: Numbered, language: 'vi' | 'en'): string {
  const named = findings
    .slice(0, MOST_NAMED)
    .map(({ norm, message }) => `${message[language]} (${citeNorm(norm, texts, language)})`)
  return findings.length > MOST_NAMED ? `${named.join(' ')} …` : named.join(' ')
}
