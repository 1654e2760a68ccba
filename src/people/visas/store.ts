import type { Transaction } from '../../db/transaction.ts'
import type { Visa } from '../contract.ts'
import type { FullPassport } from '../passports/store.ts'

/** Keeps others from entering visas into a passport until the transaction ends. */
export async function lockPassport(transaction: Transaction, id: string): Promise<void> {
  await transaction.selectFrom('passport').select('id').where('id', '=', id).forUpdate().execute()
}

export async function insertVisa(
  transaction: Transaction,
  { id, rootId, bodyId }: Pick<FullPassport, 'id' | 'rootId' | 'bodyId'>,
  visa: Visa,
): Promise<void> {
  await transaction
    .insertInto('visa')
    .values({
      id: visa.id,
      passport_id: id,
      root_id: rootId,
      body_id: bodyId,
      country: visa.country,
      valid_from: visa.validFrom,
      valid_until: visa.validUntil,
      entries: visa.entries,
    })
    .execute()
}

export async function deleteVisa(transaction: Transaction, id: string): Promise<void> {
  await transaction.deleteFrom('visa').where('id', '=', id).execute()
}
