import type { Transaction } from '../../db/transaction.ts'
import type { Visitor } from '../../http/who.ts'
import { type HeldRole, rolesHeld } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Law } from '../../law/index.ts'
import type { DelegationHead } from '../answers.ts'
import { SPEAKERS } from '../opinions/speakers.ts'
import { unansweredOf } from '../opinions/store.ts'
import { addWorkingDays, dueOf, procedureOn } from '../procedure.ts'
import { type DelegationState, WORK_KINDS, type WorkKind } from '../workflow.ts'
import { workingDaysLeft } from '../working-days.ts'
import { clockOf, headOf } from './list.ts'
import { type ClockRow, type ListedRow, listedByIds, waitingClocks } from './store.ts'

interface Waiting {
  permission: Permission
  states: readonly DelegationState[]
  /** Urgent ones that are to be looked at after their decision. */
  uncontrolled?: true
}

/** All but questions, which wait at a party and not at a stage. */
type Waits = Exclude<WorkKind, 'advise'>

/** What waits for whom: whoever may take the next step of a dossier in one of these states. */
const WAITING: Record<Waits, Waiting> = {
  draft: { permission: 'dossiers.write', states: ['draft', 'returned'] },
  change: { permission: 'dossiers.write', states: ['amending'] },
  sign: { permission: 'dossiers.sign', states: ['submitted'] },
  'sign-change': { permission: 'dossiers.sign', states: ['amending'] },
  receive: { permission: 'dossiers.examine', states: ['signed'] },
  examine: { permission: 'dossiers.examine', states: ['examining'] },
  control: { permission: 'dossiers.examine', states: ['approved'], uncontrolled: true },
  decide: { permission: 'dossiers.decide', states: ['proposed', 'agreed', 'amended'] },
  'await-decision': { permission: 'dossiers.examine', states: ['passed-up'] },
}

type Work = DelegationHead & { kind: WorkKind }

/** More than this nobody works off from one page; the rest is in the list of dossiers. */
const MOST_SHOWN = 100

/** The dossiers that wait for somebody, by the last day of their stage; what has none after, by how long it has waited. */
export async function delegationWork(transaction: Transaction, law: Law, who: Visitor, today: Day): Promise<Work[]> {
  const held = who.account === undefined ? [] : await rolesHeld(transaction, [who.account.id], today)
  const wanted = WORK_KINDS.flatMap((kind) => (kind === 'advise' ? [] : wantedBy(who, kind, held)))
  const [questions, clocks] = await Promise.all([
    questionsTo(transaction, law, { who, held }, today),
    waitingClocks(transaction, wanted, MOST_SHOWN),
  ])
  // Of some hundreds that wait the first are shown: only these are read whole.
  const first = firstOf(
    clocks.map((clock) => ({ ...clock, stateSince: clock.state_since, due: lastDayOf(law, clock) })),
  )
  const ids = first.map(({ id }) => id)
  const rows = new Map((await listedByIds(transaction, ids)).map((row) => [row.id, row]))
  const waiting = first.flatMap(({ id, kind, due }): Work[] => {
    const row = rows.get(id)
    return row === undefined ? [] : [{ ...headOf(law, row, today), kind, ...dueIn(law, row, due, today) }]
  })
  return firstOf([...questions, ...waiting])
}

/** Those whose last day comes first. */
function firstOf<One extends Pick<Work, 'due' | 'stateSince'>>(all: readonly One[]): One[] {
  return all.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)).slice(0, MOST_SHOWN)
}

/** The last day of what waits: of its stage, or of the control of what was decided urgently. */
function lastDayOf(law: Law, clock: ClockRow & { kind: WorkKind }): Day | null {
  return clock.kind === 'control' ? controlDay(law, clock) : dueOf(law, clockOf(clock))
}

/** Where there is work of a kind for the reader. */
function wantedBy(who: Visitor, kind: Waits, held: readonly HeldRole[]) {
  const { permission, states, uncontrolled = false } = WAITING[kind]
  if (!who.permissions.has(permission)) return []
  const { bodies = [], roots = [] } = who.reach(permission)
  const authorities = held.flatMap(({ role, bodyId }) => (role === 'authority' && bodyId !== null ? [bodyId] : []))
  const decidedBy = kind === 'decide' ? [...new Set(authorities)].filter((id) => !roots.includes(id)) : null
  return states.map((state) => ({ kind, state, bodies, roots, decidedBy, uncontrolled }))
}

/** The dossiers about which the reader's mission, board or body has been asked and has not answered. */
async function questionsTo(
  transaction: Transaction,
  law: Law,
  { who, held }: { who: Visitor; held: readonly HeldRole[] },
  today: Day,
): Promise<Work[]> {
  if (!who.permissions.has('dossiers.advise') || who.account === undefined) return []
  const { bodies = [], roots = [], countries = [] } = who.reach('dossiers.advise')
  const roles = new Set(held.map(({ role }) => role))
  const parties = Object.entries(SPEAKERS).flatMap(([party, role]) =>
    roles.has(role) && party !== 'mission' ? [party] : [],
  )
  const asked = await unansweredOf(transaction, { countries, bodies, roots, parties }, MOST_SHOWN)
  const due = new Map(asked.map((one) => [one.delegationId, one.due]))
  const rows = await listedByIds(transaction, [...due.keys()])
  return rows.map((row) => ({
    kind: 'advise',
    ...headOf(law, row, today),
    ...dueIn(law, row, due.get(row.id) ?? null, today),
  }))
}

/** Another last day than that of the stage. */
function dueIn(law: Law, { jurisdiction }: ListedRow, due: Day | null, today: Day) {
  return { due, daysLeft: workingDaysLeft(law, jurisdiction ?? 'VN', today, due) }
}

/** The last day on which an urgent dossier is looked at, counted from its decision. */
function controlDay(law: Law, { document_on, procedure_day, jurisdiction }: ClockRow): Day | null {
  if (document_on === null) return null
  const place = jurisdiction ?? 'VN'
  return addWorkingDays(law, place, document_on, procedureOn(law, procedure_day ?? document_on, place).control)
}

function placeOf({ due, stateSince }: Pick<Work, 'due' | 'stateSince'>): string {
  return `${due ?? '9999-12-31'} ${stateSince}`
}
