import type { Selectable } from 'kysely'
import type { DelegationNote } from '../../../db/rows.ts'
import type { Transaction } from '../../../db/transaction.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Note } from '../../answers.ts'
import type { Owner } from '../../edit/store.ts'

export type NewNote = { field?: string | undefined; norm?: string | undefined; note: string }

/** Keeps what a return asks for. */
export async function insertNotes(
  transaction: Transaction,
  { id, rootId, bodyId }: Owner,
  stepId: string,
  notes: readonly NewNote[],
  by: string,
): Promise<void> {
  if (notes.length === 0) return
  const rows = notes.map(({ field, norm, note }) => ({
    id: newId(),
    delegation_id: id,
    root_id: rootId,
    body_id: bodyId,
    step_id: stepId,
    field: field ?? null,
    norm: norm ?? null,
    note,
    by_name: by,
  }))
  await transaction.insertInto('delegation_note').values(rows).execute()
}

/** The notes of a dossier, the first first. */
export async function notesOf(transaction: Transaction, delegationId: string): Promise<Note[]> {
  const rows = await transaction
    .selectFrom('delegation_note')
    .selectAll()
    .where('delegation_id', '=', delegationId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(noteOf)
}

/** The dossier of a note; undefined when there is no such note within reach. */
export async function dossierOfNote(transaction: Transaction, id: string): Promise<string | undefined> {
  const note = transaction.selectFrom('delegation_note').select('delegation_id').where('id', '=', id)
  return (await note.executeTakeFirst())?.delegation_id
}

/** Marks a note as resolved; returns its dossier, undefined when there is no such open note within reach. */
export async function resolveNote(
  transaction: Transaction,
  id: string,
  { by, answer, at }: { by: string; answer: string; at: string },
): Promise<{ delegationId: string } | undefined> {
  const row = await transaction
    .updateTable('delegation_note')
    .set({ resolved_at: at, resolved_by: by, answer })
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .returning('delegation_id')
    .executeTakeFirst()
  return row && { delegationId: row.delegation_id }
}

/** A note as it is answered, from its row. */
export function noteOf(row: Selectable<DelegationNote>): Note {
  return {
    id: row.id,
    field: row.field,
    norm: row.norm,
    note: row.note,
    by: row.by_name,
    at: row.at,
    resolvedAt: row.resolved_at,
    resolvedBy: row.resolved_by,
    answer: row.answer,
  }
}
