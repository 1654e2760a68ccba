import { type Day, daysInclusive, yearOf } from '../../src/kernel/day.ts'
import { subRegionOf } from '../../src/law/codes/countries.ts'
import type { Consultation, Dossier, Member } from '../../src/law/dossier.ts'

/**
 * The facts of a dossier as a rule engine wants them: one flat record of numbers, texts and truths. Written on its own,
 * from the contract and not from `src/law/rules`, so that equal verdicts mean something.
 */
export type Flat = Record<string, number | string | boolean>

type Answer = 'yes' | 'no' | 'open'

const WORK = new Set(['working-session', 'site-visit', 'conference', 'signing', 'study-session'])
const WORKERS = new Set(['head', 'deputy-head', 'member', 'secretary', 'interpreter'])

/** Flattens a dossier. */
export function flatten(dossier: Dossier): Flat {
  const { trip, programme, funding, organiser, invitations, plan, estimate } = dossier
  const persons = dossier.members.filter(({ role }) => role !== 'enterprise-companion')
  const workers = persons.filter(({ role }) => WORKERS.has(role))
  const stays = trip.stays.filter(({ transit }) => transit !== true)
  const countries = [...new Set(stays.map(({ country }) => country))]
  const units = [...new Set(persons.map((person) => unitOf(person, dossier)))]
  const inUnit = (unit: string) => persons.filter((person) => unitOf(person, dossier) === unit)
  const days = allDays(trip.departure, trip.return)
  const hasProgramme = (programme?.length ?? 0) > 0
  const on = (day: Day) => (programme ?? []).filter((entry) => entry.day === day)
  const trips = workers.map((member) => ({ member, leads: leads(member), count: tripCount(member, dossier) }))
  const foreign = (invitations ?? []).filter(({ kind }) => kind === 'foreign-enterprise')
  const named = dossier.members.filter((member) =>
    foreign.some(({ names }) => names?.some((name) => name === member.name || name === member.id)),
  )
  const year = yearOf(trip.departure)
  const overlapsOpen = (dossier.overlaps ?? []).filter(({ resolution }) => resolution === undefined)
  return {
    jurisdiction: dossier.sender.jurisdiction,
    level: dossier.sender.level,
    kind: dossier.purpose.kind,
    size: persons.length,
    keyLeaders: most(units.map((unit) => inUnit(unit).filter(({ keyLeader }) => keyLeader === true).length)),
    keyLeadersPossible: most(units.map((unit) => inUnit(unit).filter(({ keyLeader }) => keyLeader !== false).length)),
    shareOver: units.some((unit) => share(unit) === 'no'),
    shareOpen: units.some((unit) => share(unit) === 'open'),
    relatives: persons.filter(({ role, relatedTo }) => role === 'spouse' || role === 'relative' || said(relatedTo))
      .length,
    tasksMissing: workers.filter(({ task }) => !said(task)).length,
    managedMissing: persons.filter(
      (one) => ['politburo', 'secretariat'].includes(one.managedBy ?? '') && !approved(one),
    ).length,
    managedOpen: persons.filter((one) => one.managedBy === undefined && senior(one) && !approved(one)).length,
    tripLength: days.length,
    countries: countries.length,
    longestStay: most(
      countries.map((country) =>
        stays
          .filter((stay) => stay.country === country)
          .reduce((sum, stay) => sum + daysInclusive(stay.arrive, stay.leave), 0),
      ),
    ),
    regions: new Set(countries.map(subRegionOf)).size,
    tripsOfLeaders: most(trips.filter(({ leads }) => leads === 'yes').map(({ count }) => count ?? 1)),
    tripsOfOpen: most(trips.filter(({ leads }) => leads === 'open').map(({ count }) => count ?? 1)),
    tripsUnstated: trips.filter(({ leads, count }) => leads !== 'no' && count === undefined).length,
    plan: plan === undefined ? 'unstated' : plan === null ? 'none' : plan.year === year ? 'this-year' : 'other-year',
    planApproved: answer(plan?.approved),
    planLine: answer(plan?.hasTravelLine),
    planItem: plan?.itemId === null ? 'none' : said(plan?.itemId) ? 'stated' : 'unstated',
    moneyKnown:
      estimate !== undefined &&
      plan?.travelBudgetLeft !== undefined &&
      estimate.total.currency === plan.travelBudgetLeft.currency,
    overBudget: (estimate?.total.amount ?? 0) - (plan?.travelBudgetLeft?.amount ?? 0),
    stateBudget: answer(funding?.some(({ source }) => source === 'state-budget')),
    statement: said(dossier.purpose.practicality?.statement),
    impractical: dossier.purpose.practicality?.appraisal === 'impractical',
    programme: hasProgramme,
    sightseeingExcess:
      days.filter((day) => on(day).some(({ activity }) => activity === 'sightseeing')).length -
      days.filter((day) => on(day).some(({ activity }) => WORK.has(activity))).length,
    innerDays: Math.max(0, days.length - 2),
    idleDays: days
      .slice(1, -1)
      .filter((day) => !on(day).some(({ activity }) => activity === 'travel' || WORK.has(activity))).length,
    bareDays: days.filter((day) => on(day).length === 0).length,
    banquet:
      (programme ?? []).some(({ activity }) => activity === 'banquet-hosted') || (estimate?.banquets?.amount ?? 0) > 0,
    organised: answer(organiser === undefined ? undefined : organiser.endsWith('-enterprise')),
    paid: answer(funding?.some(({ source }) => source.endsWith('-enterprise'))),
    leaders: strongest(workers.map(leads)),
    anyLeader: strongest(dossier.members.map(leads)),
    workers: workers.length,
    members: dossier.members.length,
    invitations: invitations !== undefined,
    namedLeaders: named.filter((member) => leads(member) === 'yes').length,
    namedOpen: named.filter((member) => leads(member) === 'open').length,
    named: named.length,
    namesUnstated: foreign.filter(({ names }) => names === undefined).length,
    solicited: (invitations ?? []).filter(({ kind, solicited }) => kind.endsWith('-enterprise') && solicited === true)
      .length,
    solicitedOpen: (invitations ?? []).filter(
      ({ kind, solicited }) => kind.endsWith('-enterprise') && solicited === undefined,
    ).length,
    funding: funding !== undefined,
    foreignMoney: (funding ?? []).filter(({ source }) => source === 'foreign-loan' || source === 'sponsorship').length,
    partsMissing: [
      said(dossier.purpose.summary),
      said(dossier.purpose.requirements),
      said(dossier.purpose.content),
      dossier.hosts?.some(({ name }) => said(name)) ?? false,
      hasProgramme,
    ].filter((there) => !there).length,
    underAgreement: answer(dossier.purpose.underAgreement),
    outline: (dossier.documents?.researchOutline?.approvedOn ?? '9') < trip.departure,
    missionsWanting: countries.filter(
      (country) => !consulted(dossier, (entry) => entry.with === 'mission' && entry.country === country),
    ).length,
    foreignAffairs: consulted(dossier, (entry) => entry.with === 'department-of-foreign-affairs'),
    carriers: persons.filter(({ carriesSecrets }) => carriesSecrets === true).length,
    undeclared: persons.filter(({ declaresNoSecrets }) => declaresNoSecrets !== true).length,
    briefing: (dossier.documents?.hostLawBriefing?.on ?? '9') <= trip.departure,
    talkers: persons.filter(({ socialMediaUndertaking }) => socialMediaUndertaking !== true).length,
    overlaps: dossier.overlaps !== undefined,
    overlapsOpen: overlapsOpen.length,
  }

  function approved({ personnelApproval }: Member): boolean {
    return personnelApproval !== undefined && personnelApproval.on <= trip.departure
  }

  /** Whether a unit keeps within half of its collective leadership. */
  function share(unit: string): Answer {
    const size = dossier.leadership?.find((entry) => entry.unit === unit)?.size
    const there = inUnit(unit).filter(({ collective }) => collective === true).length
    const open = inUnit(unit).filter(({ collective }) => collective === undefined).length
    if (size === undefined) return there + open > 0 ? 'open' : 'yes'
    if (there * 2 > size) return 'no'
    return (there + open) * 2 > size ? 'open' : 'yes'
  }
}

function tripCount({ tripsThisYear }: Member, { trip, title }: Dossier): number | undefined {
  if (tripsThisYear === undefined) return undefined
  const counted = tripsThisYear.filter(
    (one) =>
      one.official !== false &&
      one.status !== 'cancelled' &&
      one.status !== 'rejected' &&
      yearOf(one.departure) === yearOf(trip.departure) &&
      (one.departure !== trip.departure || one.title !== title),
  )
  return counted.length + 1
}

function consulted({ consultations = [], trip }: Dossier, asked: (entry: Consultation) => boolean): boolean {
  const before = consultations.filter((entry) => asked(entry) && entry.on < trip.departure)
  const answered = before.filter((entry) => entry.answer !== undefined && entry.answer !== 'pending')
  if (answered.length === 0) return before.some((entry) => entry.answer === undefined)
  const last = answered.reduce((latest, entry) => (entry.on >= latest.on ? entry : latest))
  return last.answer !== 'objects'
}

function senior(member: Member): boolean {
  return member.role === 'head' || member.role === 'deputy-head' || leads(member) === 'yes'
}

function leads({ leader, keyLeader }: Member): Answer {
  if (leader === true || keyLeader === true) return 'yes'
  return leader === false && keyLeader === false ? 'no' : 'open'
}

function strongest(answers: Answer[]): Answer {
  if (answers.includes('yes')) return 'yes'
  return answers.includes('open') ? 'open' : 'no'
}

function answer(truth: boolean | undefined): Answer {
  return truth === undefined ? 'open' : truth ? 'yes' : 'no'
}

function said(text: string | null | undefined): boolean {
  return (text ?? '').trim() !== ''
}

function unitOf({ unit }: Member, { sender }: Dossier): string {
  return unit ?? sender.unit
}

function most(numbers: number[]): number {
  return Math.max(0, ...numbers)
}

function allDays(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}
