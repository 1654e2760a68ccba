import type { z } from 'zod'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import type { Day } from '../kernel/day.ts'
import { recordOf } from './audit.ts'
import type { changePerson } from './contract.ts'
import { openPerson } from './open.ts'
import { codeTaken } from './refusals.ts'
import { type Columns, findByCode, updatePerson } from './store.ts'

/** Changes what is said of a person; what the input leaves out stays as it is. */
export async function change(
  transaction: Transaction,
  actor: Actor,
  { id, version, ...input }: z.output<typeof changePerson.input>,
  today: Day,
) {
  const person = await openPerson(transaction, id, today, version)
  const taken = input.code === undefined ? undefined : await findByCode(transaction, person.root_id, input.code)
  if (taken && taken.id !== id) throw codeTaken(input.code ?? '', taken.name)
  const columns = columnsOf(input)
  const saved = await updatePerson(transaction, id, columns, actor.name)
  const before = Object.fromEntries(Object.keys(columns).map((column) => [column, person[column as keyof Columns]]))
  await recordOf(transaction, actor, person, { action: 'person.changed', before, after: columns })
  return { id, version: saved }
}

type Details = Omit<z.output<typeof changePerson.input>, 'id' | 'version'>

const COLUMNS = {
  name: 'name',
  code: 'code',
  birthDate: 'birth_date',
  sex: 'sex',
  rankCode: 'rank_code',
  grade: 'grade',
  retiresOn: 'retires_on',
  email: 'email',
  phone: 'phone',
  home: 'home',
} as const satisfies Record<keyof Details, keyof Columns>

/** The columns that the input names, with what they are to hold. */
export function columnsOf(input: Details): Columns {
  const stated = Object.entries(COLUMNS).filter(([field]) => input[field as keyof Details] !== undefined)
  return Object.fromEntries(stated.map(([field, column]) => [column, input[field as keyof Details]]))
}
