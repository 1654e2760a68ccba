import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { Invalid } from '../../kernel/errors.ts'
import type { Law } from '../../law/index.ts'
import { readContent } from '../content/content.ts'
import { isObject, type Json } from '../content/json.ts'
import { beginDelegation } from './begin.ts'

/** Begins a dossier with one of the contract, or with a request that holds one. Throws `Invalid` with the path of each fault. */
export async function importDelegation(
  transaction: Transaction,
  law: Law,
  actor: Actor,
  { bodyId, dossier }: { bodyId: string; dossier: Json },
  today: Day,
): Promise<string> {
  const given = isObject(dossier) && isObject(dossier.dossier) ? dossier.dossier : dossier
  if (!isObject(given)) throw noDossier()
  // The code in the file is that of another dossier: this one gets its own.
  const { id: _, ...stated } = given
  const { content, faults } = readContent(stated)
  if (faults.length > 0) throw new Invalid(faults.map((fault) => ({ ...fault, path: `dossier/${fault.path}` })))
  return beginDelegation(transaction, law, actor, { bodyId, content, from: 'import' }, today)
}

function noDossier(): Invalid {
  return new Invalid([
    {
      path: 'dossier',
      message: { vi: 'tệp phải chứa một hồ sơ (đối tượng JSON)', en: 'a dossier belongs here (a JSON object)' },
    },
  ])
}
