import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { Invalid, Refused } from '../../kernel/errors.ts'
import { citeNorm, type Numbered } from '../../law/citation.ts'
import type { Finding, Law } from '../../law/index.ts'
import { ruleTitle } from '../../law/rules/index.ts'
import type { Content } from '../content/content.ts'
import { sameJson } from '../content/json.ts'
import { factsFor } from '../facts/facts-for.ts'
import { judge } from '../judge.ts'
import type { DelegationRow } from '../store.ts'
import { type Cuts, cutContent } from './cuts.ts'
import { sentences, type Waiving, withWaived } from './decide.ts'
import { type Granted, grantedWaivers } from './store.ts'

/** A dossier as it lies before whoever decides: cut where it is to be, with what was waived before and still is. */
export interface ToDecide {
  content: Content
  /** The waivings that still stand. */
  standing: Granted[]
  /** The norms that need an exception and have none: each is waived by name, or bars the decision. */
  open: Finding[]
}

/**
 * What a decision of a day has before it. Exceptions that the unit has typed are none; one that was granted stands as long as
 * what it was granted for is what it was.
 */
export async function toDecide(
  transaction: Transaction,
  law: Law,
  delegation: DelegationRow,
  { cuts, asOf, today }: { cuts: Cuts | undefined; asOf: Day; today: Day },
): Promise<ToDecide> {
  const cut = cuts === undefined ? delegation.content : cutContent(delegation.content, cuts)
  const bare = withWaived(cut, [])
  const facts = await factsFor(transaction, law, { ...delegation, content: bare }, today)
  const { result } = judge(law, bare, facts, asOf)
  const needed = (result?.findings ?? []).filter(
    ({ outcome, severity }) => outcome === 'violated' && severity === 'needs-exception',
  )
  const granted = await grantedWaivers(transaction, delegation.id)
  const standing = granted.filter((one) =>
    needed.some((finding) => names(one, finding) && isSame(one.finding, finding)),
  )
  const open = needed.filter((finding) => !standing.some((one) => names(one, finding)))
  return { content: withWaived(cut, standing), standing, open }
}

/** Refuses waivings of what needs none, and norms that a waiving of another norm would cover without being named. */
export function refuseUnnamed(open: readonly Finding[], waivers: readonly Waiving[], texts: Numbered): void {
  const faults = waivers.flatMap((waiver, index) =>
    open.some((finding) => names(waiver, finding)) ? [] : [needless(waiver, index, texts)],
  )
  if (faults.length > 0) throw new Invalid(faults)
  const unnamed = open.filter((finding) => !waivers.some((waiver) => names(waiver, finding)))
  if (unnamed.length === 0) return
  throw new Refused({
    vi: `Còn quy định phải cho phép đích danh trong quyết định: ${sentences(unnamed, texts, 'vi')} Hãy nêu căn cứ cho từng mục, hoặc trả hồ sơ.`,
    en: `These norms must be waived by name in the decision: ${sentences(unnamed, texts, 'en')} State the grounds for each, or hand it back.`,
  })
}

function needless({ rule, norm, subject }: Waiving, index: number, texts: Numbered) {
  const title = ruleTitle(rule)
  const place = (language: 'vi' | 'en') => citeNorm(norm, texts, language)
  const about = subject === undefined ? '' : `, ${subject}`
  return {
    path: `waivers[${index}]`,
    message: {
      vi: `«${title.vi}» (${place('vi')}${about}) hiện không phải là quy định cần cho phép của hồ sơ này: hãy bỏ mục này, hoặc xem lại kết quả thẩm tra`,
      en: `“${title.en}” (${place('en')}${about}) is no norm of which this dossier needs to be excepted now: leave it out, or look at the findings again`,
    },
  }
}

type Named = Pick<Waiving, 'rule' | 'norm'> & { subject?: string | null | undefined }

function names({ rule, norm, subject }: Named, finding: Finding): boolean {
  return rule === finding.rule && norm === finding.norm && (subject ?? null) === (finding.subject ?? null)
}

/** Whether what was found is what the exception was granted for: as much of it, and on the same facts where nothing is counted. */
function isSame(granted: Finding | undefined, now: Finding): boolean {
  if (granted === undefined) return false
  if (now.actual !== undefined) return granted.actual === now.actual && granted.limit === now.limit
  return sameJson(json(granted.trace.read), json(now.trace.read))
}

function json(value: unknown) {
  return JSON.parse(JSON.stringify(value))
}
