import type { Verdict } from '../../src/law/result.ts'

/**
 * The norms in force on 01/04/2026 as bare conditions over flat facts: when one is violated, when it is unknown, and
 * what the verdict then is at least. No place, no message, no remedy, no values: what an engine needs to say yes or no.
 */
export interface Condition {
  fact: string
  operator: 'equal' | 'notEqual' | 'in' | 'greaterThan'
  value: number | string | boolean | string[]
}

/** All of the conditions, or any of the alternatives. */
export type Test = { all: (Condition | Test)[] } | { any: (Condition | Test)[] }

export interface BareNorm {
  id: string
  test: Test
  verdict: Exclude<Verdict, 'compliant'>
}

const is = (fact: string, value: Condition['value'] = true): Condition => ({ fact, operator: 'equal', value })
const not = (fact: string, value: Condition['value']): Condition => ({ fact, operator: 'notEqual', value })
const over = (fact: string, value: number): Condition => ({ fact, operator: 'greaterThan', value })
const among = (fact: string, value: string[]): Condition => ({ fact, operator: 'in', value })
const all = (...parts: (Condition | Test)[]): Test => ({ all: parts })
const any = (...parts: (Condition | Test)[]): Test => ({ any: parts })

const HN = is('jurisdiction', 'VN-HN')
const PROVINCE = is('level', 'province')
const LEARNS = among('kind', ['study', 'survey', 'exchange'])
const STUDIES = among('kind', ['study', 'survey', 'training'])
const NO_STAYS = is('countries', 0)
const PLANNED = among('plan', ['this-year', 'other-year'])
const UNAPPROVED = any(among('plan', ['none', 'other-year']), all(is('plan', 'this-year'), is('planApproved', 'no')))
const THIS_YEAR = is('plan', 'this-year')

type Row = [place: string, verdict: BareNorm['verdict'], test: Test]

const ANNUAL_PLAN = any(UNAPPROVED, all(THIS_YEAR, is('planLine', 'no')))
const ANNUAL_PLAN_OPEN = any(
  is('plan', 'unstated'),
  all(THIS_YEAR, any(is('planApproved', 'open'), is('planLine', 'open'))),
)
const IN_PLAN = any(UNAPPROVED, all(THIS_YEAR, is('planItem', 'none')))
const IN_PLAN_OPEN = any(
  is('plan', 'unstated'),
  all(THIS_YEAR, any(is('planApproved', 'open'), is('planItem', 'unstated'))),
)
const IMPRACTICAL = all(LEARNS, is('stateBudget', 'yes'), is('impractical'))
const UNSTATED_PRACTICALITY = all(LEARNS, is('stateBudget', 'yes'), is('statement', false))
const PRACTICALITY_OPEN = all(LEARNS, is('stateBudget', 'open'), any(is('statement', false), is('impractical')))
const TOURISM = any(
  all(is('kind', 'tourism'), is('stateBudget', 'yes')),
  all(not('kind', 'tourism'), is('programme'), over('sightseeingExcess', 0), is('stateBudget', 'yes')),
)
const TOURISM_OPEN = any(
  all(is('kind', 'tourism'), is('stateBudget', 'open')),
  all(not('kind', 'tourism'), is('programme'), over('sightseeingExcess', 0), is('stateBudget', 'open')),
  all(not('kind', 'tourism'), is('programme', false), not('stateBudget', 'no')),
)
const SPONSORED = all(is('organised', 'yes'), is('paid', 'yes'), is('leaders', 'yes'))
const SPONSORED_OPEN = all(not('organised', 'no'), not('paid', 'no'), not('leaders', 'no'))
const NAMED_OPEN = all(
  not('anyLeader', 'no'),
  any(is('invitations', false), over('namesUnstated', 0), over('namedOpen', 0)),
)
const OUTLINE = all(STUDIES, is('underAgreement', 'yes'), is('outline', false))
const OUTLINE_OPEN = all(STUDIES, is('underAgreement', 'open'), is('outline', false))
const TRIPS = all(over('tripsOfLeaders', 2))
const TRIPS_OPEN = any(over('tripsOfOpen', 2), over('tripsUnstated', 0))

const EVERYWHERE: Row[] = [
  ['38-CT#1 secrets', 'prohibited', all(over('carriers', 0))],
  ['38-CT#1 declarations', 'incomplete', all(over('undeclared', 0))],
  ['38-CT#1 host law', 'incomplete', all(is('briefing', false))],
  ['38-CT#2 cadres', 'incomplete', any(over('managedMissing', 0), over('managedOpen', 0))],
  ['38-CT#2 plan', 'incomplete', any(ANNUAL_PLAN, ANNUAL_PLAN_OPEN)],
  ['38-CT#2 in plan', 'needs-exception', IN_PLAN],
  ['38-CT#2 in plan, open', 'incomplete', IN_PLAN_OPEN],
  ['38-CT#2 budget', 'incomplete', all(PLANNED, any(is('moneyKnown', false), over('overBudget', 0)))],
  ['38-CT#2 impractical', 'prohibited', IMPRACTICAL],
  ['38-CT#2 practicality', 'incomplete', any(UNSTATED_PRACTICALITY, PRACTICALITY_OPEN)],
  ['38-CT#3.1 proposal', 'incomplete', all(over('partsMissing', 0))],
  ['38-CT#3.1 missions', 'incomplete', any(NO_STAYS, over('missionsWanting', 0))],
  ['38-CT#3.1 overlap', 'incomplete', any(is('overlaps', false), over('overlapsOpen', 0))],
  ['38-CT#3.2 outline', 'incomplete', any(OUTLINE, OUTLINE_OPEN)],
  ['38-CT#3.4 key leaders', 'prohibited', all(over('keyLeaders', 1))],
  ['38-CT#3.4 key leaders, open', 'incomplete', all(over('keyLeadersPossible', 1))],
  ['38-CT#3.4 trips', 'needs-exception', TRIPS],
  ['38-CT#3.4 trips, open', 'incomplete', TRIPS_OPEN],
  ['38-CT#3.4 sponsorship', 'prohibited', SPONSORED],
  ['38-CT#3.4 sponsorship, open', 'incomplete', SPONSORED_OPEN],
  ['38-CT#3.4 named', 'prohibited', all(over('namedLeaders', 0))],
  ['38-CT#3.4 named, open', 'incomplete', NAMED_OPEN],
  ['38-CT#3.5 tasks', 'incomplete', all(over('tasksMissing', 0))],
  ['38-CT#3.5 relatives', 'needs-exception', all(over('relatives', 0))],
  ['38-CT#3.7 tourism', 'prohibited', TOURISM],
  ['38-CT#3.7 tourism, open', 'incomplete', TOURISM_OPEN],
  ['38-CT#3.7 banquet', 'needs-exception', all(is('banquet'))],
  ['38-CT#3.7 banquet, open', 'incomplete', all(is('programme', false))],
  ['1170#2 missions', 'incomplete', any(NO_STAYS, over('missionsWanting', 0))],
  ['1170#2 overlap', 'incomplete', any(is('overlaps', false), over('overlapsOpen', 0))],
]

const HANOI: Row[] = [
  ['KH#1 size', 'prohibited', all(over('size', 10))],
  ['KH#1 key leaders', 'prohibited', all(over('keyLeaders', 1))],
  ['KH#1 key leaders, open', 'incomplete', all(over('keyLeadersPossible', 1))],
  ['KH#1 length', 'prohibited', all(over('tripLength', 10))],
  ['KH#1 countries', 'prohibited', all(over('countries', 3))],
  ['KH#1 countries, open', 'incomplete', all(NO_STAYS)],
  ['KH#1 trips', 'needs-exception', all(PROVINCE, TRIPS)],
  ['KH#1 trips, open', 'incomplete', all(PROVINCE, TRIPS_OPEN)],
  ['KH#1 sponsorship', 'prohibited', SPONSORED],
  ['KH#1 sponsorship, open', 'incomplete', SPONSORED_OPEN],
  ['KH#1 named', 'prohibited', all(over('namedLeaders', 0))],
  ['KH#1 named, open', 'incomplete', NAMED_OPEN],
  ['KH#2 plan', 'incomplete', any(ANNUAL_PLAN, ANNUAL_PLAN_OPEN)],
  ['KH#3 in plan', 'needs-exception', IN_PLAN],
  ['KH#3 in plan, open', 'incomplete', IN_PLAN_OPEN],
  ['KH#3 impractical', 'prohibited', IMPRACTICAL],
  ['KH#3 practicality', 'incomplete', any(UNSTATED_PRACTICALITY, PRACTICALITY_OPEN)],
  ['KH#4 outline', 'incomplete', any(OUTLINE, OUTLINE_OPEN)],
  ['KH#5 proposal', 'incomplete', all(over('partsMissing', 0))],
  ['KH#5 missions', 'incomplete', any(NO_STAYS, over('missionsWanting', 0))],
  ['KH#5 secrets', 'prohibited', all(over('carriers', 0))],
  ['KH#5 declarations', 'incomplete', all(over('undeclared', 0))],
  ['KH#5 host law', 'incomplete', all(is('briefing', false))],
  ['KH#6 tourism', 'prohibited', TOURISM],
  ['KH#6 tourism, open', 'incomplete', TOURISM_OPEN],
  ['4060#1 size', 'needs-exception', all(over('size', 7))],
  ['4060#1 key leaders', 'needs-exception', all(over('keyLeaders', 1))],
  ['4060#1 key leaders, open', 'incomplete', all(over('keyLeadersPossible', 1))],
  ['4060#1 share', 'needs-exception', all(is('shareOver'))],
  ['4060#1 share, open', 'incomplete', all(is('shareOpen'))],
  ['4060#1 tasks', 'incomplete', all(over('tasksMissing', 0))],
  ['4060#2 countries', 'prohibited', all(over('countries', 3))],
  ['4060#2 countries, open', 'incomplete', all(NO_STAYS)],
  ['4060#2 days', 'prohibited', all(over('longestStay', 3))],
  ['4060#2 region', 'incomplete', any(NO_STAYS, over('regions', 1))],
  ['4060#3 sponsorship', 'prohibited', all(over('workers', 0), any(is('organised', 'yes'), is('paid', 'yes')))],
  ['4060#3 sponsorship, open', 'incomplete', all(over('workers', 0), any(is('organised', 'open'), is('paid', 'open')))],
  ['4060#3 named', 'prohibited', all(over('named', 0))],
  [
    '4060#3 named, open',
    'incomplete',
    all(over('members', 0), any(is('invitations', false), over('namesUnstated', 0))),
  ],
  ['4060#3 solicited', 'prohibited', all(over('solicited', 0))],
  ['4060#3 solicited, open', 'incomplete', any(is('invitations', false), over('solicitedOpen', 0))],
  ['4060#3 money', 'prohibited', all(over('foreignMoney', 0))],
  ['4060#3 money, open', 'incomplete', all(is('funding', false))],
  ['4060#4 foreign affairs', 'incomplete', all(is('foreignAffairs', false))],
  ['4060#4 programme', 'incomplete', any(is('programme', false), over('bareDays', 0))],
  [
    '4060#4 substance',
    'incomplete',
    any(all(over('innerDays', 0), is('programme', false)), all(is('programme'), over('idleDays', 0))),
  ],
  ['4060#5 host law', 'incomplete', all(is('briefing', false))],
  ['4060#5 social media', 'incomplete', all(over('talkers', 0))],
]

/** Every norm as a bare test, those of Hà Nội with their jurisdiction as a condition. */
export const BARE_NORMS: BareNorm[] = [
  ...EVERYWHERE.map(([id, verdict, test]) => ({ id, verdict, test })),
  ...HANOI.map(([id, verdict, test]) => ({ id, verdict, test: all(HN, test) })),
]

/** How many single conditions a test holds. */
export function conditionCount(test: Test | Condition): number {
  if ('fact' in test) return 1
  return ('all' in test ? test.all : test.any).reduce((sum, part) => sum + conditionCount(part), 0)
}
