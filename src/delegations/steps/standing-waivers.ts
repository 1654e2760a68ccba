import type { Transaction } from '../../db/transaction.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import { Invalid, Refused } from '../../kernel/errors.ts'
import { citeNorm, type Numbered } from '../../law/citation.ts'
import type { Finding, Law } from '../../law/index.ts'
import { ruleTitle } from '../../law/rules/index.ts'
import type { Content } from '../content/content.ts'
import { sameJson } from '../content/json.ts'
import { type Fund, fundsToState } from '../costs/funds-left.ts'
import { dayAt } from '../edit/projection.ts'
import { isUsable } from '../exceptions/expiry.ts'
import { factsFor } from '../facts/facts-for.ts'
import { judge } from '../judge.ts'
import type { DelegationRow } from '../store.ts'
import { beforeDecision, isNotKnown, type Named, names } from './before-decision.ts'
import { isBeingChanged } from './changed.ts'
import { type Cuts, cutContent } from './cuts.ts'
import { toBeNamed, type Waiving, withWaived } from './decide.ts'
import { decidedStep } from './store.ts'
import { type Granted, grantedWaivers } from './waivers/store.ts'

/** A dossier as it lies before whoever decides: cut where it is to be, with what was waived before and still is. */
export interface ToDecide {
  content: Content
  /** The waivings that still stand. */
  standing: Granted[]
  /** The norms that need an exception and have none, broken or not known: each is waived by name, or bars the decision. */
  open: Finding[]
  /** The money that has to be stated anew, since it cannot follow what is cut by reckoning. */
  funds: Fund[]
  /** The waivings that would still stand, did the trip not depart after their last day. */
  expired: Granted[]
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
  const findings = result?.findings ?? []
  const needed = beforeDecision(findings).waivable
  const granted = await grantedWaivers(transaction, delegation.id)
  const same = granted.filter((one) => needed.some((finding) => names(one, finding) && isSame(one.finding, finding)))
  const departure = dayAt(cut, 'trip/departure')
  const standing = same.filter((one) => isUsable(one, departure))
  const { waivable: open } = beforeDecision(findings, standing)
  const expired = same.filter((one) => open.some((finding) => names(one, finding)))
  const before = cuts === undefined ? [] : [delegation.content]
  const decided = isBeingChanged(delegation) ? [(await decidedStep(transaction, delegation.id)).content] : []
  const funds = await fundsToState(transaction, delegation, {
    befores: [...before, ...decided],
    after: bare,
    facts,
    on: asOf,
  })
  return { content: withWaived(cut, standing.filter(isException)), standing, open, expired, funds }
}

/**
 * Whether what was granted is an exception of the dossier: of what is broken. What is not known is allowed without becoming one,
 * so that the law finds it anew once it is stated. Pure.
 */
export function isException({ notKnown }: Pick<Granted, 'notKnown'>): boolean {
  return !notKnown
}

/** Whether a waiving allows what is not known. Pure. */
export function allowsUnknown(waiver: Named, findings: readonly Finding[]): boolean {
  return findings.some((finding) => isNotKnown(finding) && names(waiver, finding))
}

/**
 * Refuses exceptions whose last day is before the departure: what the decision grants would not cover the trip that it sends,
 * and what was granted before covers it no longer and has to be granted anew.
 */
export function refusePastUse(
  { content, expired }: Pick<ToDecide, 'content' | 'expired'>,
  waivers: readonly Waiving[],
): void {
  const departure = dayAt(content, 'trip/departure')
  if (departure === null) return
  const faults = waivers.flatMap(({ lastDay = null }, index) =>
    isUsable({ lastDay }, departure) ? [] : [endsTooSoon(departure, index)],
  )
  if (faults.length > 0) throw new Invalid(faults)
  const past = expired.filter((one) => !waivers.some((waiver) => names(one, waiver)))
  if (past.length === 0) return
  const listed = (language: 'vi' | 'en') =>
    past
      .map(({ rule, document, lastDay }) => {
        const until = formatDay(lastDay ?? departure)
        return `${ruleTitle(rule)[language]} (${document.number}, ${language === 'vi' ? 'dùng đến' : 'until'} ${until})`
      })
      .join('; ')
  throw new Refused({
    vi: `Đoàn đi ngày ${formatDay(departure)}, sau ngày cuối được dùng ngoại lệ: ${listed('vi')}. Hãy ra quyết định mới cho phép lại đích danh từng mục, hoặc đổi ngày đi về trong hạn.`,
    en: `The delegation leaves on ${departure}, after the last day of these exceptions: ${listed('en')}. Decide anew and grant each again by name, or depart within their days.`,
  })
}

function endsTooSoon(departure: Day, index: number) {
  return {
    path: `waivers[${index}].lastDay`,
    message: {
      vi: `trước ngày đi ${formatDay(departure)}: ngoại lệ không dùng được cho chuyến này; hãy nêu ngày muộn hơn, hoặc để trống`,
      en: `is before the departure on ${departure}: the trip could not use it; state a later day, or none`,
    },
  }
}

/** Refuses waivings of what needs none, and norms that a waiving of another norm would cover without being named. */
export function refuseUnnamed(open: readonly Finding[], waivers: readonly Waiving[], texts: Numbered): void {
  const faults = waivers.flatMap((waiver, index) =>
    open.some((finding) => names(waiver, finding)) ? [] : [needless(waiver, index, texts)],
  )
  if (faults.length > 0) throw new Invalid(faults)
  const unnamed = open.filter((finding) => !waivers.some((waiver) => names(waiver, finding)))
  if (unnamed.length > 0) throw toBeNamed(unnamed, texts)
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

/** Whether what was found is what the exception was granted for: as much of it, and on the same facts where nothing is counted. */
function isSame(granted: Finding | undefined, now: Finding): boolean {
  if (granted === undefined || isNotKnown(granted) !== isNotKnown(now)) return false
  if (now.actual !== undefined) return granted.actual === now.actual && granted.limit === now.limit
  return sameJson(json(granted.trace.read), json(now.trace.read))
}

function json(value: unknown) {
  return JSON.parse(JSON.stringify(value))
}
