import { z } from 'zod'
import { type Day, dayInVietnam } from '../kernel/day.ts'
import type { Bilingual } from '../kernel/text.ts'
import { BLOCS, FUNDING_SOURCES, MANAGING_LEVELS, SENDER_LEVELS } from '../law/dossier.ts'
import { administeredOn, type Law } from '../law/index.ts'
import type { Content } from './content/content.ts'
import { isObject } from './content/json.ts'
import { itemsAt } from './edit/projection.ts'
import { DELEGATION_STATES, type DelegationState, PARTIES } from './workflow.ts'

/**
 * Who is heard about a dossier: always, or where a member is managed so, the money comes from there, the sender is of this level
 * or bloc. A condition that speaks of what the dossier does not state is not met.
 */
const Hearing = z.strictObject({
  party: z.enum(PARTIES),
  /** Working days for the answer. */
  days: z.int().positive(),
  /** Whether who has not answered by the day has no objection, or must be waited for. */
  silence: z.enum(['waits', 'no-objection']),
  managedBy: z.array(z.enum(MANAGING_LEVELS)).optional(),
  funding: z.array(z.enum(FUNDING_SOURCES)).optional(),
  level: z.array(z.enum(SENDER_LEVELS)).optional(),
  bloc: z.array(z.enum(BLOCS)).optional(),
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

/** The way of a dossier in a jurisdiction on a day; see `law/administered/dossier-workflow.yaml`. */
const Procedure = z.strictObject({
  /** Working days that each stage may take, the day of arrival not counted. */
  stages: z.partialRecord(z.enum(DELEGATION_STATES), z.int().positive()),
  /** Working days after the decision by which the sender has its result. */
  result: z.int().positive().optional(),
  /** Working days in which an urgent dossier is looked at after its decision. */
  control: z.int().positive(),
  /** Working days before the departure by which a dossier leaves its unit; later, the head says why. */
  lead: z.int().nonnegative(),
  /** Whose travel is agreed in principle before the delegation is sent. */
  principleFirst: z.array(z.enum(MANAGING_LEVELS)),
  opinions: z.array(Hearing),
  /** None where no committee is provided for. */
  committee: Committee.optional(),
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

/** The hearings that a dossier calls for. Pure; the content with the facts of the registers laid over it. */
export function hearingsFor({ opinions }: Procedure, content: Content): Hearing[] {
  const managed = itemsAt(content, 'members').map(({ managedBy }) => managedBy)
  const sources = itemsAt(content, 'funding').map(({ source }) => source)
  const sender = isObject(content.sender) ? content.sender : {}
  const meets = (wanted: readonly unknown[] | undefined, found: readonly unknown[]) =>
    wanted === undefined || found.some((one) => wanted.includes(one))
  return opinions.filter(
    (hearing) =>
      meets(hearing.managedBy, managed) &&
      meets(hearing.funding, sources) &&
      meets(hearing.level, [sender.level]) &&
      meets(hearing.bloc, [sender.bloc]),
  )
}
