import { type Selectable, sql } from 'kysely'
import type { DelegationOpinion, DelegationOpinionMessage } from '../../db/rows.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Owner } from '../edit/store.ts'
import type { LetterReason, OpinionAnswer, Party } from '../workflow.ts'
import { About } from './about.ts'

/** A question to a party, and its answer. Days `YYYY-MM-DD`. */
export interface Opinion {
  id: string
  delegationId: string
  party: Party
  partyName: string
  country: string | null
  askedBodyId: string | null
  /** Why no body is asked here. */
  letterBecause: LetterReason | null
  /** Keys of the members whose body is asked. */
  members: string[]
  /** What of the dossier was asked about; null where it was asked before this was kept. */
  about: About | null
  question: string
  silence: 'waits' | 'no-objection'
  required: boolean
  due: Day
  askedBy: string
  /** When it was asked, or asked anew, last. */
  askedAt: string
  answer: OpinionAnswer | null
  answerText: string
  answeredOn: Day | null
  answeredBy: string | null
  documentNumber: string | null
  /** It came by letter, and was entered by the examiners. */
  byLetter: boolean
  /** The question is not asked any more, since the dossier has changed. */
  dropped: boolean
}

export type NewOpinion = Pick<
  Opinion,
  | 'party'
  | 'partyName'
  | 'country'
  | 'askedBodyId'
  | 'letterBecause'
  | 'members'
  | 'about'
  | 'question'
  | 'silence'
  | 'required'
  | 'due'
>

/** What a question that is asked again says of the dossier as it is now. */
type Again = Pick<NewOpinion, 'members' | 'about' | 'askedBodyId' | 'letterBecause'>

/** Asks these parties; returns the ids of the questions, in their order. */
export async function insertOpinions(
  transaction: Transaction,
  { id, rootId, bodyId }: Owner,
  asked: readonly NewOpinion[],
  by: string,
): Promise<string[]> {
  if (asked.length === 0) return []
  const ids = asked.map(() => newId())
  await transaction
    .insertInto('delegation_opinion')
    .values(
      asked.map((one, at) => ({
        id: ids[at] ?? newId(),
        delegation_id: id,
        root_id: rootId,
        body_id: bodyId,
        party: one.party,
        party_name: one.partyName,
        country: one.country,
        asked_body_id: one.askedBodyId,
        letter_because: one.letterBecause,
        members: one.members,
        about: JSON.stringify(one.about),
        question: one.question,
        silence: one.silence,
        required: one.required,
        due: one.due,
        asked_by: by,
      })),
    )
    .execute()
  await noteAsked(transaction, id)
  return ids
}

/** Lets a question stand again as it was, about the dossier as it is now; with its answer, where it has one. */
export async function letStand(
  transaction: Transaction,
  { id, delegationId }: Pick<Opinion, 'id' | 'delegationId'>,
  { members, about, askedBodyId, letterBecause }: Again,
): Promise<void> {
  await transaction
    .updateTable('delegation_opinion')
    .set({
      dropped_at: null,
      members,
      about: JSON.stringify(about),
      asked_body_id: askedBodyId,
      letter_because: letterBecause,
    })
    .where('id', '=', id)
    .execute()
  await noteAsked(transaction, delegationId)
}

/** Asks a question anew; the answer that was given to it before stays as a former one. */
export async function askAnew(
  transaction: Transaction,
  one: Pick<Opinion, 'id' | 'delegationId'>,
  asked: Again & Pick<NewOpinion, 'due'>,
  by: string,
): Promise<void> {
  await keepFormer(transaction, one.id)
  await transaction
    .updateTable('delegation_opinion')
    .set({
      due: asked.due,
      asked_by: by,
      asked_at: sql`now()`,
      answer: null,
      answer_text: '',
      answered_on: null,
      answered_by: null,
      document_number: null,
      by_letter: false,
    })
    .where('id', '=', one.id)
    .execute()
  await letStand(transaction, one, asked)
}

/** Keeps the answer that a question has now as a former one, before another takes its place. */
export async function keepFormer(transaction: Transaction, id: string): Promise<void> {
  await sql`
    insert into delegation_opinion (id, delegation_id, root_id, body_id, party, party_name, country, asked_body_id, members,
      about, question, silence, required, due, asked_by, asked_at, answer, answer_text, answered_on, answered_by,
      document_number, by_letter, former_of, dropped_at)
    select ${newId()}::uuid, delegation_id, root_id, body_id, party, party_name, country, asked_body_id, members,
      about, question, silence, required, due, asked_by, asked_at, answer, answer_text, answered_on, answered_by,
      document_number, by_letter, id, now()
    from delegation_opinion where id = ${id} and answer is not null`.execute(transaction)
}

/** Drops the required questions that the dossier no longer calls for, answered or not. */
export async function dropOpinions(
  transaction: Transaction,
  delegationId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await transaction.updateTable('delegation_opinion').set({ dropped_at: sql`now()` }).where('id', 'in', ids).execute()
  await noteAsked(transaction, delegationId)
}

/** Who outside the sender is asked sees the dossier: their bodies stand in its row. */
async function noteAsked(transaction: Transaction, id: string): Promise<void> {
  await sql`
    update delegation set asked_body_ids = array(
      select distinct asked_body_id from delegation_opinion
      where delegation_id = ${id} and asked_body_id is not null and dropped_at is null
    ) where id = ${id}`.execute(transaction)
}

/** The questions of a dossier that stand, within reach, in the order of the asking. */
export async function opinionsOf(transaction: Transaction, delegationId: string): Promise<Opinion[]> {
  return (await everAsked(transaction, delegationId)).filter(({ dropped }) => !dropped)
}

/** The questions that were ever asked about a dossier, within reach: also those that are dropped. */
export async function everAsked(transaction: Transaction, delegationId: string): Promise<Opinion[]> {
  const rows = await transaction
    .selectFrom('delegation_opinion')
    .selectAll()
    .where('delegation_id', '=', delegationId)
    .where('former_of', 'is', null)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map(opinionOf)
}

/** An answer that no longer counts: another has taken its place, or the question was asked anew. */
export type FormerAnswer = Pick<Opinion, 'answerText' | 'documentNumber' | 'byLetter' | 'question'> & {
  opinionId: string
  answer: OpinionAnswer
  answeredBy: string
  answeredOn: Day
}

/** The answer that a question had before it was asked anew, from its row; none where the row is the question that stands. */
export function formerAnswerOf(row: Selectable<DelegationOpinion>): FormerAnswer[] {
  const { answer, answeredBy, answeredOn, answerText, documentNumber, byLetter, question } = opinionOf(row)
  if (row.former_of === null || answer === null || answeredOn === null) return []
  const said = { answer, answeredBy: answeredBy ?? '', answeredOn, answerText, documentNumber, byLetter, question }
  return [{ opinionId: row.former_of, ...said }]
}

/** One question with the body and root of its dossier; `undefined` when none stands within reach. `locked`: nobody asks or answers it anew meanwhile. */
export async function findOpinion(
  transaction: Transaction,
  id: string,
  locked?: 'locked',
): Promise<(Opinion & { owner: Owner }) | undefined> {
  const row = await transaction
    .selectFrom('delegation_opinion')
    .selectAll()
    .where('id', '=', id)
    .where('dropped_at', 'is', null)
    .$if(locked !== undefined, (one) => one.forUpdate())
    .executeTakeFirst()
  return row && { ...opinionOf(row), owner: { id: row.delegation_id, rootId: row.root_id, bodyId: row.body_id } }
}

/** The dossier of a question; undefined when none stands within reach. */
export async function dossierOfOpinion(transaction: Transaction, id: string): Promise<string | undefined> {
  return (await findOpinion(transaction, id))?.delegationId
}

/** Keeps an answer; a later one takes the place of the earlier. Throws where the caller may not write it. */
export async function answerOpinion(
  transaction: Transaction,
  id: string,
  one: { answer: OpinionAnswer; text: string; on: Day; by: string; number: string | null; byLetter: boolean },
): Promise<void> {
  await transaction
    .updateTable('delegation_opinion')
    .set({
      answer: one.answer,
      answer_text: one.text,
      answered_on: one.on,
      answered_by: one.by,
      document_number: one.number,
      by_letter: one.byLetter,
    })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** What was written back and forth about a question. */
export interface Message {
  opinionId: string
  text: string
  by: string
  at: string
}

/** Adds to the thread of a question. */
export async function addMessage(
  transaction: Transaction,
  { id: delegationId, rootId, bodyId }: Owner,
  opinionId: string,
  { text, by }: { text: string; by: string },
): Promise<void> {
  await transaction
    .insertInto('delegation_opinion_message')
    .values({
      id: newId(),
      opinion_id: opinionId,
      delegation_id: delegationId,
      root_id: rootId,
      body_id: bodyId,
      text,
      by_name: by,
    })
    .execute()
}

/** A piece of a thread from its row. */
export function messageOf({
  opinion_id,
  text,
  by_name,
  at,
}: Pick<Selectable<DelegationOpinionMessage>, 'opinion_id' | 'text' | 'by_name' | 'at'>): Message {
  return { opinionId: opinion_id, text, by: by_name, at }
}

/** The bodies of a root that bear these names on a day, by the name. */
export async function bodiesNamed(
  transaction: Transaction,
  rootId: string,
  names: readonly string[],
  day: Day,
): Promise<Map<string, string[]>> {
  if (names.length === 0) return new Map()
  const { rows } = await sql<{ name: string; ids: string[] }>`
    select name, array_agg(body_id) as ids from body_version
    where root_id = ${rootId} and name = any (${sql.val([...names])}::text[])
      and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
    group by name`.execute(transaction)
  return new Map(rows.map(({ name, ids }) => [name, ids]))
}

/** The bodies in which people of the register have their main post on a day, by the person. */
export async function homesOfMembers(
  transaction: Transaction,
  personIds: readonly string[],
  day: Day,
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{ person_id: string; body_id: string }>`
    select person_id, body_id from app.homes_of_members(${sql.val([...personIds])}::uuid[], ${day}::date)`.execute(
    transaction,
  )
  return new Map(rows.map(({ person_id, body_id }) => [person_id, body_id]))
}

/** Whom a question may reach: by country, by body, or by the part one plays in a whole root. */
export interface AskedOf {
  countries: readonly string[]
  bodies: readonly string[]
  roots: readonly string[]
  /** Parties for which the reader speaks in those roots. */
  parties: readonly string[]
}

/** The dossiers in which these parties still have to answer, with the day by which. */
export async function unansweredOf(
  transaction: Transaction,
  { countries, bodies, roots, parties }: AskedOf,
  limit: number,
): Promise<{ delegationId: string; due: Day }[]> {
  const { rows } = await sql<{ delegationId: string; due: Day }>`
    select delegation_id as "delegationId", min(due) as due from delegation_opinion
    where answer is null and dropped_at is null
      and (country = any (${sql.val([...countries])}::text[])
        or asked_body_id = any (${sql.val([...bodies])}::uuid[])
        or root_id = any (${sql.val([...roots])}::uuid[]) and party = any (${sql.val([...parties])}::text[]))
    group by delegation_id order by due limit ${sql.lit(limit)}`.execute(transaction)
  return rows
}

/** A question from its row. */
export function opinionOf(row: Selectable<DelegationOpinion>): Opinion {
  return {
    id: row.id,
    delegationId: row.delegation_id,
    party: row.party as Party,
    partyName: row.party_name,
    country: row.country,
    askedBodyId: row.asked_body_id,
    letterBecause: row.letter_because as LetterReason | null,
    members: row.members,
    question: row.question,
    silence: row.silence as Opinion['silence'],
    required: row.required,
    due: row.due,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    answer: row.answer as OpinionAnswer | null,
    answerText: row.answer_text,
    answeredOn: row.answered_on,
    answeredBy: row.answered_by,
    documentNumber: row.document_number,
    byLetter: row.by_letter,
    about: row.about === null ? null : About.parse(row.about),
    dropped: row.dropped_at !== null,
  }
}
