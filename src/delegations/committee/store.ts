import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { Committee as CommitteeRow } from '../../db/rows.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { CommitteeDossier } from './contract.ts'
import type { CommitteePart, ConflictKind, Vote, VotingRule } from './votes.ts'

/** A committee as its row holds it. */
export interface Committee {
  id: string
  rootId: string
  on: Day
  at: string
  place: string
  online: boolean
  convenedBy: string
  convenedAt: string
  calledOff: { by: string; at: string; reason: string } | null
  closed: { by: string; at: string; remarks: string } | null
  /** Its dossiers as they were when it was closed; none before. */
  minutes: CommitteeDossier[] | null
}

export interface Member {
  id: string
  part: CommitteePart
  /** None for somebody from outside. */
  accountId: string | null
  name: string
  organisation: string
}

export interface Conflict {
  dossierId: string
  kind: ConflictKind
  note: string
}

export interface Declaration {
  memberId: string
  conflicts: Conflict[]
  at: string
}

export interface CastVote {
  memberId: string
  dossierId: string
  answer: Vote
  note: string
  paper: Paper | null
}

/** A paper that somebody from outside has signed. */
export interface Paper {
  number: string
  on: Day
}

export type NewCommittee = Pick<Committee, 'rootId' | 'on' | 'at' | 'place' | 'online' | 'convenedBy'>

/** Enters a committee with its members and the dossiers that are laid before it; returns its id and the members as entered. */
export async function insertCommittee(
  transaction: Transaction,
  one: NewCommittee,
  members: readonly Omit<Member, 'id'>[],
  dossiers: readonly { id: string; rule: VotingRule }[],
): Promise<{ id: string; members: Member[] }> {
  const id = newId()
  await transaction
    .insertInto('committee')
    .values({
      id,
      root_id: one.rootId,
      meets_on: one.on,
      meets_at: one.at,
      place: one.place,
      online: one.online,
      convened_by: one.convenedBy,
    })
    .execute()
  const seated = members.map((member) => ({ ...member, id: newId() }))
  await transaction
    .insertInto('committee_member')
    .values(
      seated.map((member) => ({
        id: member.id,
        committee_id: id,
        root_id: one.rootId,
        part: member.part,
        account_id: member.accountId,
        name: member.name,
        organisation: member.organisation,
      })),
    )
    .execute()
  for (const [position, { id: dossierId, rule }] of dossiers.entries()) {
    await sql`insert into committee_dossier (committee_id, delegation_id, root_id, position, content_hash, voting_rule)
      select ${id}::uuid, id, root_id, ${position}::integer, ${HASH}, ${JSON.stringify(rule)}::jsonb
      from delegation where id = ${dossierId}`.execute(transaction)
  }
  return { id, members: seated }
}

/** What a dossier holds, in few letters: JSON in the database has one way of being written. */
const HASH = sql`encode(sha256(convert_to(delegation.content::text, 'UTF8')), 'hex')`

/** One committee; `undefined` when there is none within reach. */
export async function findCommittee(transaction: Transaction, id: string): Promise<Committee | undefined> {
  const row = await transaction.selectFrom('committee').selectAll().where('id', '=', id).executeTakeFirst()
  return row && committeeOf(row)
}

/** Keeps others from changing an open committee until the transaction ends; false where it is open no more. */
export async function lockOpen(transaction: Transaction, id: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('committee')
    .select('id')
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .where('called_off_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** The committees within reach, the latest first; of one dossier where it is named. */
export async function listCommitteeRows(
  transaction: Transaction,
  delegationId: string | undefined,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ items: Committee[]; total: number }> {
  const wanted = transaction.selectFrom('committee').$if(delegationId !== undefined, (query) =>
    query.where('id', 'in', (inner) =>
      inner
        .selectFrom('committee_dossier')
        .select('committee_id')
        .where('delegation_id', '=', delegationId ?? ''),
    ),
  )
  const [rows, counted] = await Promise.all([
    wanted.selectAll().orderBy('meets_on', 'desc').orderBy('id', 'desc').limit(limit).offset(offset).execute(),
    wanted.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { items: rows.map(committeeOf), total: Number(counted.total) }
}

/** The members of these committees, chair and secretary before the others. */
export async function membersOf(
  transaction: Transaction,
  committeeIds: readonly string[],
): Promise<(Member & { committeeId: string })[]> {
  if (committeeIds.length === 0) return []
  const rows = await transaction
    .selectFrom('committee_member')
    .selectAll()
    .where('committee_id', 'in', committeeIds)
    .orderBy(sql`array_position(array['chair', 'secretary', 'member'], part)`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    committeeId: row.committee_id,
    part: row.part as CommitteePart,
    accountId: row.account_id,
    name: row.name,
    organisation: row.organisation,
  }))
}

/** A dossier that was laid before a committee, as far as the reader reaches it. */
export interface LaidDossier {
  committeeId: string
  id: string
  year: number
  number: number
  title: string
  /** Its content is what was laid before the committee. */
  same: boolean
  /** How is voted on it. */
  rule: VotingRule
}

/** The dossiers that were laid before these committees, in their order. */
export async function laidBefore(transaction: Transaction, committeeIds: readonly string[]): Promise<LaidDossier[]> {
  if (committeeIds.length === 0) return []
  const { rows } = await sql<LaidDossier>`
    select laid.committee_id as "committeeId", delegation.id, delegation.year, delegation.number, delegation.title,
      laid.content_hash = ${HASH} as same, laid.voting_rule as rule
    from committee_dossier laid join delegation on delegation.id = laid.delegation_id
    where laid.committee_id = any (${sql.val([...committeeIds])}::uuid[])
    order by laid.committee_id, laid.position`.execute(transaction)
  return rows
}

/** One of the dossiers that were laid before a committee, or were to be; for what is refused with its marking. */
export async function firstDossierOf(transaction: Transaction, committeeId: string): Promise<string | undefined> {
  return (await laidBefore(transaction, [committeeId]))[0]?.id
}

/** What was declared by the members of a committee, in the order in which it was. */
export async function declarationsOf(transaction: Transaction, committeeId: string): Promise<Declaration[]> {
  const rows = await transaction
    .selectFrom('committee_declaration')
    .selectAll()
    .where('committee_id', '=', committeeId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ memberId: row.member_id, conflicts: Conflicts.parse(row.conflicts), at: row.at }))
}

const Conflicts = z.array(z.object({ dossierId: z.string(), kind: z.custom<ConflictKind>(), note: z.string() }))

/** Keeps what a member declares; the paper where the secretary enters it. */
export async function insertDeclaration(
  transaction: Transaction,
  { id: committeeId, rootId }: Pick<Committee, 'id' | 'rootId'>,
  { memberId, conflicts, paper, by }: Pick<Declaration, 'memberId' | 'conflicts'> & { paper: Paper | null; by: string },
): Promise<void> {
  await transaction
    .insertInto('committee_declaration')
    .values({
      id: newId(),
      committee_id: committeeId,
      member_id: memberId,
      root_id: rootId,
      conflicts: JSON.stringify(conflicts),
      paper_number: paper?.number ?? null,
      paper_on: paper?.on ?? null,
      by_name: by,
    })
    .execute()
}

/** The votes that count: the latest of each member on each dossier. */
export async function votesOf(transaction: Transaction, committeeId: string): Promise<CastVote[]> {
  const rows = await transaction
    .selectFrom('committee_vote')
    .selectAll()
    .distinctOn(['member_id', 'delegation_id'])
    .where('committee_id', '=', committeeId)
    .orderBy('member_id')
    .orderBy('delegation_id')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    memberId: row.member_id,
    dossierId: row.delegation_id,
    answer: row.answer as Vote,
    note: row.note,
    paper: row.paper_number === null || row.paper_on === null ? null : { number: row.paper_number, on: row.paper_on },
  }))
}

/** Keeps a vote; a later one of the same member on the same dossier counts in its place. */
export async function insertVote(
  transaction: Transaction,
  { id: committeeId, rootId }: Pick<Committee, 'id' | 'rootId'>,
  { memberId, dossierId, answer, note, paper, by }: CastVote & { by: string },
): Promise<void> {
  await transaction
    .insertInto('committee_vote')
    .values({
      id: newId(),
      committee_id: committeeId,
      member_id: memberId,
      delegation_id: dossierId,
      root_id: rootId,
      answer,
      note,
      paper_number: paper?.number ?? null,
      paper_on: paper?.on ?? null,
      by_name: by,
    })
    .execute()
}

/** Freezes the minutes. The committee is locked and open. */
export async function closeRow(
  transaction: Transaction,
  id: string,
  { by, remarks, minutes }: { by: string; remarks: string; minutes: readonly CommitteeDossier[] },
): Promise<void> {
  await transaction
    .updateTable('committee')
    .set({ closed_at: sql<string>`now()`, closed_by: by, remarks, minutes: JSON.stringify(minutes) })
    .where('id', '=', id)
    .execute()
}

/** Marks a committee as called off. It is locked and open. */
export async function callOffRow(
  transaction: Transaction,
  id: string,
  { by, reason }: { by: string; reason: string },
): Promise<void> {
  await transaction
    .updateTable('committee')
    .set({ called_off_at: sql<string>`now()`, called_off_by: by, called_off_reason: reason })
    .where('id', '=', id)
    .execute()
}

/** Those of these people who have declared kinship with one of those who travel, or of whom one of those has. */
export async function kinOf(
  transaction: Transaction,
  personIds: readonly string[],
  travellers: readonly string[],
): Promise<Set<string>> {
  if (personIds.length === 0 || travellers.length === 0) return new Set()
  const rows = await transaction
    .selectFrom('kinship')
    .select(['person_id', 'relative_id'])
    .where((where) =>
      where.or([
        where.and([where('person_id', 'in', personIds), where('relative_id', 'in', travellers)]),
        where.and([where('person_id', 'in', travellers), where('relative_id', 'in', personIds)]),
      ]),
    )
    .execute()
  const related = rows.flatMap((row) => [row.person_id, row.relative_id])
  return new Set(related.filter((id) => personIds.includes(id)))
}

function committeeOf(row: Selectable<CommitteeRow>): Committee {
  return {
    id: row.id,
    rootId: row.root_id,
    on: row.meets_on,
    at: row.meets_at,
    place: row.place,
    online: row.online,
    convenedBy: row.convened_by,
    convenedAt: row.convened_at,
    calledOff:
      row.called_off_at === null
        ? null
        : { by: row.called_off_by ?? '', at: row.called_off_at, reason: row.called_off_reason ?? '' },
    closed: row.closed_at === null ? null : { by: row.closed_by ?? '', at: row.closed_at, remarks: row.remarks },
    minutes: row.minutes === null ? null : z.array(CommitteeDossier).parse(row.minutes),
  }
}
