import type { z } from 'zod'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { NotFound, Refused } from '../../kernel/errors.ts'
import { recordOf } from '../audit.ts'
import type { declareKinship, withdrawKinship } from '../contract.ts'
import { openPerson } from '../open.ts'
import { noSuchPerson } from '../refusals.ts'
import { findPerson } from '../store.ts'
import { deleteKinship, putKinship } from './store.ts'

type Relation = z.output<typeof declareKinship.input>['relation']

/** What somebody is to a person who is this to them. */
const OTHER_WAY: Record<Relation, Relation> = {
  spouse: 'spouse',
  parent: 'child',
  child: 'parent',
  sibling: 'sibling',
  'in-law': 'in-law',
  other: 'other',
}

/** A person declares a relative: written down for both, so that it is seen whichever of them is looked at. */
export async function declare(
  transaction: Transaction,
  actor: Actor,
  { id, relativeId, relation, declaredOn }: z.output<typeof declareKinship.input>,
  today: Day,
) {
  const person = await openPerson(transaction, id, today)
  if (id === relativeId) throw sameperson()
  const relative = await findPerson(transaction, relativeId, today)
  if (!relative) throw noSuchPerson()
  const declared = await putKinship(transaction, person, relativeId, relation, declaredOn)
  await putKinship(transaction, relative, id, OTHER_WAY[relation], declaredOn)
  await recordOf(transaction, actor, person, {
    action: 'person.kinship-declared',
    after: { relative: relative.name, relation },
  })
  return { id: declared }
}

/** What was declared was wrong, or is no longer so. */
export async function withdraw(
  transaction: Transaction,
  actor: Actor,
  { id, relativeId, reason }: z.output<typeof withdrawKinship.input>,
  today: Day,
) {
  const person = await openPerson(transaction, id, today)
  if ((await deleteKinship(transaction, id, relativeId)) === 0) throw notDeclared()
  await recordOf(transaction, actor, person, { action: 'person.kinship-withdrawn', ground: reason })
  return { id }
}

function sameperson(): Refused {
  return new Refused({
    vi: 'Hai người phải khác nhau. Hãy chọn người thân khác.',
    en: 'It takes two people. Choose another relative.',
  })
}

function notDeclared(): NotFound {
  return new NotFound({
    vi: 'Chưa kê khai quan hệ này. Hãy tải lại trang.',
    en: 'This kinship is not declared. Load the page again.',
  })
}
