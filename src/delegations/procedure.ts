import { z } from 'zod'
import { type Day, dayInVietnam } from '../kernel/day.ts'
import type { Fault } from '../kernel/errors.ts'
import { faultOf } from '../kernel/faults.ts'
import type { Bilingual } from '../kernel/text.ts'
import { isCountry } from '../law/codes/countries.ts'
import { BLOCS, FUNDING_SOURCES, MANAGING_LEVELS, PURPOSE_KINDS, SENDER_LEVELS } from '../law/dossier.ts'
import { administeredOn, type Law } from '../law/index.ts'
import { DayCount } from '../law/periods.ts'
import type { DelegationHead } from './answers.ts'
import type { Content } from './content/content.ts'
import { isObject } from './content/json.ts'
import { countriesOf, itemsAt } from './edit/projection.ts'
import { DELEGATION_STATES, type DelegationState, PARTIES } from './workflow.ts'
import { workingDaysLeft } from './working-days.ts'

/**
 * When something of the procedure is meant: where a member is managed so, the money comes from there, the sender is of this level or
 * bloc, the trip is of this kind or goes to one of these countries; all that are named together. A condition that speaks of what
 * the dossier does not state is not met.
 */
const CONDITIONS = {
  managedBy: z.array(z.enum(MANAGING_LEVELS)).optional(),
  funding: z.array(z.enum(FUNDING_SOURCES)).optional(),
  level: z.array(z.enum(SENDER_LEVELS)).optional(),
  bloc: z.array(z.enum(BLOCS)).optional(),
  purpose: z.array(z.enum(PURPOSE_KINDS)).optional(),
  countries: z.array(z.string().refine(isCountry)).optional(),
}

/** Who is heard about a dossier: always, or under conditions. */
const Hearing = z.strictObject({
  party: z.enum(PARTIES),
  /** Working days for the answer. */
  days: DayCount,
  /** Whether who has not answered by the day has no objection, or must be waited for. */
  silence: z.enum(['waits', 'no-objection']),
  ...CONDITIONS,
})
export type Hearing = z.infer<typeof Hearing>

const Share = z.strictObject({ part: z.int().positive(), of: z.int().positive() })

/** How a committee that appraises dossiers votes: how many at least have a vote, which share takes part, and which carries. */
const Committee = z.strictObject({
  members: z.int().positive(),
  quorum: Share.refine(({ part, of }) => part <= of, 'a quorum is not more than all'),
  /** More than this share: half or more, so that no two answers carry. */
  majority: Share.refine(
    ({ part, of }) => part < of && part * 2 >= of,
    'a majority is more than half, and can be reached',
  ),
})

/** What a simple dossier is, in which share of them a lot has the examination done in full all the same, and whose rule that is. */
const Simple = z.strictObject({
  /** At most so many. */
  people: z.int().positive(),
  days: z.int().positive(),
  countries: z.int().positive(),
  vnd: z.int().positive(),
  /** Everybody in it is managed at one of these levels. */
  managedBy: z.array(z.enum(MANAGING_LEVELS)).min(1),
  audit: Share.refine(({ part, of }) => part <= of, 'a share is not more than all'),
  source: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
})
export type SimpleLane = z.infer<typeof Simple>

/** What an authority is asked: to agree in principle, or to decide. */
export type Act = 'principle' | 'decision'

/** Who decides, always or under conditions: a body of the root by its level and bloc, or the authority above. */
const Deciding = z.strictObject({
  /** The agreement in principle alone, or the decision alone; both unless one is named. */
  of: z.enum(['principle', 'decision']).optional(),
  ...CONDITIONS,
  by: z.union([z.literal('above'), z.strictObject({ level: z.enum(SENDER_LEVELS), bloc: z.enum(BLOCS) })]),
  /** Where that is laid down. */
  source: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
})
export type Deciding = z.infer<typeof Deciding>

/** The way of a dossier in a jurisdiction on a day; see `law/administered/dossier-workflow.yaml`. */
const Procedure = z.strictObject({
  /** Working days that each stage may take, the day of arrival not counted. */
  stages: z.partialRecord(z.enum(DELEGATION_STATES), DayCount),
  /** Working days after the decision by which the sender has its result. */
  result: DayCount.optional(),
  /** Working days in which an urgent dossier is looked at after its decision. */
  control: DayCount,
  /** Working days before the departure by which a dossier leaves its unit; later, the head says why. */
  lead: z.int().nonnegative().max(3660),
  /** Whose travel is agreed in principle before the delegation is sent. */
  principleFirst: z.array(z.enum(MANAGING_LEVELS)),
  opinions: z.array(Hearing),
  /** None where no committee is provided for. */
  committee: Committee.optional(),
  /** None where every dossier is examined in full. */
  simple: Simple.optional(),
  /** Who decides, the first that is met; where none is, whoever holds the authority in the root. */
  decides: z.array(Deciding).optional(),
})
export type Procedure = z.infer<typeof Procedure>

const ID = 'dossier-workflow'

/** The procedure of a jurisdiction on a day. Throws where the law's files hold none, or one of another form. */
export function procedureOn(law: Law, day: Day, jurisdiction: string): Procedure {
  const value = administeredOn(law.data.administered, ID, day, jurisdiction)?.value
  if (typeof value !== 'object' || value === null) throw new Error(`no ${ID} for ${jurisdiction} on ${day}`)
  const known = read.get(value)
  if (known !== undefined) return known
  const procedure = Procedure.parse(value)
  read.set(value, procedure)
  return procedure
}

/** Where a dossier belongs, and the day whose procedure it keeps; null while it keeps none. */
export interface Governed {
  jurisdiction: string
  procedureDay: Day | null
}

/** The procedure that governs a dossier: that of the day on which it was submitted, before that of the day itself. */
export function procedureOf(law: Law, { jurisdiction, procedureDay }: Governed, day: Day): Procedure {
  return procedureOn(law, procedureDay ?? day, jurisdiction)
}

/** The procedure of a day where it is another than that which a dossier keeps, with who has set it and why. */
export function newerProcedure(law: Law, { jurisdiction, procedureDay }: Governed, day: Day): NewProcedure | null {
  if (procedureDay === null || procedureDay >= day) return null
  const kept = administeredOn(law.data.administered, ID, procedureDay, jurisdiction)
  const now = administeredOn(law.data.administered, ID, day, jurisdiction)
  if (now === undefined || now.value === kept?.value) return null
  return { setBy: now.setBy, reason: now.reason }
}

/** A procedure that has come into force, as readers are told of it. */
export interface NewProcedure {
  setBy: string
  reason: Bilingual
}

/** Entries that were read before: each row of a list asks for one. */
const read = new WeakMap<object, Procedure>()

/** Throws at once where an entry of the procedures is not of its form, rather than at the first dossier. */
export function refuseBadProcedures(law: Law): void {
  for (const { entries } of law.data.administered.filter(({ id }) => id === ID)) {
    for (const { value } of entries) Procedure.parse(value)
  }
}

/** What in the entries of the procedures is not of its form, each with its path from the top of the file. */
export function procedureFaults(law: Law): { at: PropertyKey[]; fault: Fault }[] {
  const entries = law.data.administered.find(({ id }) => id === ID)?.entries ?? []
  return entries.flatMap(({ value }, index) => {
    const issues = (Procedure.safeParse(value).error?.issues ?? []) as z.core.$ZodIssue[]
    return issues.flatMap((issue) =>
      faultOf(issue, value).map((fault) => ({ at: ['entries', index, 'value', ...issue.path], fault })),
    )
  })
}

/** How the clock of a stage stands. */
export interface Clock extends Governed {
  state: DelegationState
  /** When the stage began, as an instant. */
  stateSince: string
  /** Working days it has stood still. */
  pausedDays: number
  /** Since when it stands still. */
  pausedOn: Day | null
}

/** The last day of the stage in working days; null where the procedure sets none, or while the clock stands still. */
export function dueOf(law: Law, clock: Clock): Day | null {
  if (clock.pausedOn !== null) return null
  return dueFrom(law, clock, clock.state, dayInVietnam(new Date(clock.stateSince)), clock.pausedDays)
}

/** Since when a clock stands still, who has stopped it and why; null while it runs. */
export function pausedOf(
  law: Law,
  clock: Clock,
  { by, reason }: { by: string | null; reason: string | null },
): DelegationHead['paused'] {
  if (clock.pausedOn === null) return null
  const due = dueFrom(law, clock, clock.state, dayInVietnam(new Date(clock.stateSince)), clock.pausedDays)
  const daysLeft = workingDaysLeft(law, clock.jurisdiction, clock.pausedOn, due)
  return { on: clock.pausedOn, by: by ?? '', reason: reason ?? '', daysLeft }
}

/** The last day of a stage that began on a day, with so many working days more; null where the procedure sets none. */
export function dueFrom(law: Law, governed: Governed, state: DelegationState, began: Day, more = 0): Day | null {
  const days = procedureOf(law, governed, began).stages[state]
  return days === undefined ? null : addWorkingDays(law, governed.jurisdiction, began, days + more)
}

/** The day on which so many working days after a day are over. */
export function addWorkingDays(law: Law, jurisdiction: string, day: Day, count: number): Day {
  return law.on(day, jurisdiction).surroundings.addWorkingDays(day, count)
}

/** Whether somebody in the delegation travels only when it was agreed in principle first. */
export function needsPrinciple({ principleFirst }: Procedure, content: Content): boolean {
  return itemsAt(content, 'members').some(({ managedBy }) => (principleFirst as unknown[]).includes(managedBy))
}

/** The sender of a dossier, as far as conditions ask for it. */
type Sender = { level?: unknown; bloc?: unknown }

/** The hearings that a dossier calls for. Pure; the content with the facts of the registers laid over it. */
export function hearingsFor({ opinions }: Procedure, content: Content): Hearing[] {
  const sender: Sender = isObject(content.sender) ? content.sender : {}
  return opinions.filter((hearing) => isMet(hearing, content, sender))
}

/**
 * Who decides a dossier; undefined where the procedure has no word for it. The sender is that of the register: it does not choose
 * its authority by what it states of itself. Pure; the content with the facts of the registers laid over it.
 */
export function decidingFor(
  { decides = [] }: Procedure,
  content: Content,
  { sender, act }: { sender: Sender; act: Act },
): Deciding | undefined {
  return decides.find((one) => (one.of ?? act) === act && isMet(one, content, sender))
}

function isMet(
  { managedBy, funding, level, bloc, purpose, countries }: Omit<Hearing, 'party' | 'days' | 'silence'>,
  content: Content,
  sender: Sender,
): boolean {
  const { kind } = isObject(content.purpose) ? content.purpose : {}
  const meets = (wanted: readonly unknown[] | undefined, found: readonly unknown[]) =>
    wanted === undefined || found.some((one) => wanted.includes(one))
  return (
    meets(
      managedBy,
      itemsAt(content, 'members').map((member) => member.managedBy),
    ) &&
    meets(
      funding,
      itemsAt(content, 'funding').map(({ source }) => source),
    ) &&
    meets(level, [sender.level]) &&
    meets(bloc, [sender.bloc]) &&
    meets(purpose, [kind]) &&
    meets(countries, countriesOf(content))
  )
}
