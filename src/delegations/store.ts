import { type Selectable, sql } from 'kysely'
import type { MemberDeclaration, Delegation as Row } from '../db/rows.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Day } from '../kernel/day.ts'
import type { Bilingual } from '../kernel/text.ts'
import type { Verdict } from '../law/result.ts'
import type { Content } from './content/content.ts'
import type { Declarations } from './declarations/standing.ts'
import { declaredOf } from './declarations/store.ts'
import type { Projection } from './edit/projection.ts'
import type { DelegationState } from './workflow.ts'

/** A dossier as its row holds it. */
export interface DelegationRow {
  id: string
  rootId: string
  bodyId: string
  /** The latest name and jurisdiction of the body. */
  bodyName: string
  jurisdiction: string
  /** Whether the permission by which it is asked for is the caller's in the body itself, or above it: not in its root only. */
  theirs: boolean
  year: number
  number: number
  state: DelegationState
  stateSince: string
  verdict: Verdict | null
  planLine: string | null
  title: string
  /** What lists show of the content. */
  countries: string[]
  departsOn: Day | null
  returnsOn: Day | null
  headcount: number
  content: Content
  version: number
  copiedFrom: string | null
  document: { number: string; on: Day } | null
  /** Signed straight to the authority, to be looked at by the examiners afterwards. */
  urgent: boolean
  controlledAt: string | null
  /** The day whose procedure governs it; null before it is submitted. */
  procedureDay: Day | null
  /** The body that decides it while it is with the authority: the root where any authority of it may; null at other stages. */
  decidedBy: string | null
  decidedByName: string | null
  /** Why it is that body, or that nobody here decides; null where the procedure has no word for it. */
  decider: Decider | null
  /** The clock of the stage: since when it stands still, and how many working days it has stood still before. */
  pausedOn: Day | null
  pausedDays: number
  /** Who has stopped the clock, and why. */
  pausedBy: string | null
  pausedBecause: string | null
  changedAt: string
  changedBy: string
  declarations: Declarations
}

/** On what ground a body decides, or the authority above. */
export interface Decider {
  above: boolean
  source: Bilingual
}

/** How a dossier is called in letters and lists: `ĐR-2026-0143`. */
export function codeOf({ year, number }: Pick<DelegationRow, 'year' | 'number'>): string {
  return `ĐR-${year}-${String(number).padStart(4, '0')}`
}

/** The dossier; `undefined` when there is none within reach. `lock` keeps others from changing it until the transaction ends. */
export async function findDelegation(
  transaction: Transaction,
  id: string,
  lock: 'none' | 'update' = 'none',
): Promise<DelegationRow | undefined> {
  const wanted = transaction
    .selectFrom('delegation')
    .selectAll()
    .select([
      latest('name').as('body_name'),
      latest('jurisdiction').as('jurisdiction'),
      sql<boolean>`app.housekeeping() or body_id = any (app.bodies())`.as('theirs'),
      DECIDING_BODY.as('decided_by_name'),
      DECLARED.as('declared'),
      SIGNERS.as('signers'),
    ])
    .where('id', '=', id)
  const row = await (lock === 'update' ? wanted.forUpdate() : wanted).executeTakeFirst()
  return row && delegationOf(row)
}

/** The dossier of a root by its year and number; `undefined` when there is none within reach. */
export async function findByNumber(
  transaction: Transaction,
  rootId: string,
  { year, number }: Pick<DelegationRow, 'year' | 'number'>,
): Promise<Pick<DelegationRow, 'id' | 'state'> | undefined> {
  const row = await transaction
    .selectFrom('delegation')
    .select(['id', 'state'])
    .where('root_id', '=', rootId)
    .where('year', '=', year)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && { id: row.id, state: row.state as DelegationState }
}

/** What its members have declared, and who of them signs for themselves: asked with the dossier, since every judgement needs it. */
const DECLARED = sql<Selectable<MemberDeclaration>[]>`(select coalesce(json_agg(one order by at, one.id), '[]')
  from member_declaration one where one.delegation_id = delegation.id)`
const SIGNERS = sql<string[]>`(select coalesce(json_agg(account.person_id), '[]') from account
  where account.person_id = any (delegation.person_ids) and disabled_at is null)`

const DECIDING_BODY = sql<string | null>`(select name from body_version
  where body_version.body_id = delegation.decided_by order by valid_from desc limit 1)`

/** What the latest version of the body says. Bodies are open to every reader; see the register of bodies. */
function latest(column: 'name' | 'jurisdiction') {
  return sql<string | null>`(select ${sql.ref(column)} from body_version
    where body_version.body_id = delegation.body_id order by valid_from desc limit 1)`
}

export interface NewDelegation {
  id: string
  rootId: string
  bodyId: string
  year: number
  content: Content
  projection: Projection
  planLine: string | null
  copiedFrom: string | null
  by: string
}

/** Enters a dossier as a draft under the next number of its root and year. */
export async function insertDelegation(transaction: Transaction, one: NewDelegation): Promise<void> {
  await transaction
    .insertInto('delegation')
    .values({
      id: one.id,
      root_id: one.rootId,
      body_id: one.bodyId,
      year: one.year,
      number: sql<number>`app.next_delegation_number(${one.rootId}::uuid, ${one.year}::integer)`,
      state: 'draft',
      plan_line: one.planLine,
      copied_from: one.copiedFrom,
      content: JSON.stringify(one.content),
      ...columnsOf(one.projection),
      created_by: one.by,
      changed_by: one.by,
    })
    .execute()
}

/** Writes the content with what follows from it, and counts the version up; returns the new version. */
export async function updateContent(
  transaction: Transaction,
  id: string,
  content: Content,
  projection: Projection,
  by: string,
): Promise<number> {
  const { title, countries, departsOn, returnsOn, headcount, verdict, personIds, searchKey } = projection
  const { rows } = await sql<{ version: number }>`
    update delegation set content = ${JSON.stringify(content)}, title = ${title}, countries = ${countries},
      departs_on = ${departsOn}, returns_on = ${returnsOn}, headcount = ${headcount}, verdict = ${verdict},
      person_ids = ${personIds}, search_key = ${searchKey}, version = version + 1, changed_at = now(), changed_by = ${by}
    where id = ${id} returning version`.execute(transaction)
  const [written] = rows
  if (written === undefined) throw new Error('what is written must have been found')
  return written.version
}

/** What a step changes of a dossier besides its content. */
export interface Standing {
  /** The next stage; none where the dossier stays at its stage. */
  state: DelegationState | undefined
  document?: DelegationRow['document'] | undefined
  urgent?: boolean | undefined
  controlled?: true | undefined
  /** From now on its members see it among the trips before which they sign. */
  declaring?: true | undefined
  procedureDay?: Day | undefined
  /** Who decides it from now on; none where it is with no authority. */
  decided?: { by: string | null; decider: Decider | null } | undefined
  /** The clock of the stage, where it stays. */
  clock?: Pick<DelegationRow, 'pausedOn' | 'pausedDays' | 'pausedBy' | 'pausedBecause'> | undefined
}

/** Writes what a step changes, and counts the version up; with a new stage a new clock begins. Returns the new version. */
export async function updateStanding(
  transaction: Transaction,
  id: string,
  { state, document, urgent, controlled, declaring, procedureDay, decided, clock }: Standing,
  by: string,
): Promise<number> {
  const { version } = await transaction
    .updateTable('delegation')
    .set({
      ...(state === undefined ? {} : { state, state_since: sql<string>`now()`, ...clockOf(RUNNING) }),
      ...(clock === undefined ? {} : clockOf(clock)),
      ...(document ? { document_number: document.number, document_on: document.on } : {}),
      ...(urgent === undefined ? {} : { urgent }),
      ...(controlled ? { controlled_at: sql<string>`now()` } : {}),
      ...(declaring ? { declarations_asked_at: sql<string>`coalesce(declarations_asked_at, now())` } : {}),
      ...(procedureDay === undefined ? {} : { procedure_day: procedureDay }),
      ...(decided === undefined
        ? {}
        : { decided_by: decided.by, decider: decided.decider && JSON.stringify(decided.decider) }),
      version: sql<number>`version + 1`,
      changed_at: sql<string>`now()`,
      changed_by: by,
    })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** A clock that begins. */
const RUNNING: NonNullable<Standing['clock']> = { pausedOn: null, pausedDays: 0, pausedBy: null, pausedBecause: null }

function clockOf({ pausedOn, pausedDays, pausedBy, pausedBecause }: NonNullable<Standing['clock']>) {
  return { paused_on: pausedOn, paused_days: pausedDays, paused_by: pausedBy, paused_because: pausedBecause }
}

/** Whether the caller writes for the body: its own unit, or one under it. */
export async function writesFor(transaction: Transaction, bodyId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select app.housekeeping() or ${bodyId}::uuid = any (app.bodies()) as may`.execute(transaction)
  return rows[0]?.may === true
}

function columnsOf({ title, countries, departsOn, returnsOn, headcount, verdict, personIds, searchKey }: Projection) {
  return {
    title,
    countries,
    departs_on: departsOn,
    returns_on: returnsOn,
    headcount,
    verdict,
    person_ids: personIds,
    search_key: searchKey,
  }
}

function delegationOf(
  row: Selectable<Row> & {
    body_name: string | null
    jurisdiction: string | null
    theirs: boolean
    decided_by_name: string | null
    declared: Selectable<MemberDeclaration>[]
    signers: string[]
  },
): DelegationRow {
  return {
    id: row.id,
    rootId: row.root_id,
    bodyId: row.body_id,
    bodyName: row.body_name ?? '',
    jurisdiction: row.jurisdiction ?? 'VN',
    theirs: row.theirs,
    year: row.year,
    number: row.number,
    state: row.state as DelegationState,
    stateSince: row.state_since,
    verdict: row.verdict as Verdict | null,
    planLine: row.plan_line,
    title: row.title,
    countries: row.countries,
    departsOn: row.departs_on,
    returnsOn: row.returns_on,
    headcount: row.headcount,
    content: row.content as Content,
    version: row.version,
    copiedFrom: row.copied_from,
    document:
      row.document_number === null || row.document_on === null
        ? null
        : { number: row.document_number, on: row.document_on },
    urgent: row.urgent,
    controlledAt: row.controlled_at,
    procedureDay: row.procedure_day,
    decidedBy: row.decided_by,
    decidedByName: row.decided_by_name,
    decider: row.decider as Decider | null,
    pausedOn: row.paused_on,
    pausedDays: row.paused_days,
    pausedBy: row.paused_by,
    pausedBecause: row.paused_because,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    declarations: { signed: row.declared.map(declaredOf), signers: row.signers },
  }
}
