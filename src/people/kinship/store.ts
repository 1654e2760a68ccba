import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'

/** The declared relatives of a person; those out of reach are not named. */
export async function findKin(transaction: Transaction, personId: string) {
  const rows = await transaction
    .selectFrom('kinship')
    .leftJoin('person', 'person.id', 'kinship.relative_id')
    .select(['kinship.id', 'kinship.relative_id', 'kinship.relation', 'kinship.declared_on', 'person.name'])
    .where('kinship.person_id', '=', personId)
    .orderBy('kinship.declared_on')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.relative_id,
    name: row.name ?? '–',
    relation: row.relation,
    declaredOn: row.declared_on,
  }))
}

/** Whether anything is declared of a person, without saying what. */
export async function hasKin(transaction: Transaction, personId: string): Promise<boolean> {
  const row = await transaction.selectFrom('kinship').select('id').where('person_id', '=', personId).executeTakeFirst()
  return row !== undefined
}

/** Where these people live, as far as it is written down. */
export async function findHomes(transaction: Transaction, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('person')
    .select(['id', 'home'])
    .where('id', 'in', [...personIds])
    .execute()
  return new Map(rows.flatMap(({ id, home }) => (home === null ? [] : [[id, home] as const])))
}

/** Whom these people have declared as relatives; one out of reach has no name. */
export async function findRelatives(transaction: Transaction, personIds: readonly string[]) {
  if (personIds.length === 0) return []
  return transaction
    .selectFrom('kinship')
    .leftJoin('person', 'person.id', 'kinship.relative_id')
    .select(['kinship.person_id as personId', 'kinship.relative_id as id', 'person.name'])
    .where('kinship.person_id', 'in', [...personIds])
    .execute()
}

/** Writes down one direction, in place of what was declared before. */
export async function putKinship(
  transaction: Transaction,
  person: { id: string; root_id: string; body_id: string },
  relativeId: string,
  relation: string,
  declaredOn: Day,
): Promise<string> {
  const { root_id, body_id } = person
  const row = await transaction
    .insertInto('kinship')
    .values({
      id: newId(),
      person_id: person.id,
      relative_id: relativeId,
      root_id,
      body_id,
      relation,
      declared_on: declaredOn,
    })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'relative_id']).doUpdateSet({ relation, declared_on: declaredOn }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Takes away both directions; says how many there were. */
export async function deleteKinship(transaction: Transaction, personId: string, relativeId: string): Promise<number> {
  const gone = await transaction
    .deleteFrom('kinship')
    .where((column) =>
      column.or([
        column.and([column('person_id', '=', personId), column('relative_id', '=', relativeId)]),
        column.and([column('person_id', '=', relativeId), column('relative_id', '=', personId)]),
      ]),
    )
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
