import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import { addDays, type Day } from '../../kernel/day.ts'

/** A decided trip with its days. */
export interface Trip {
  id: string
  year: number
  number: number
  departsOn: Day | null
  returnsOn: Day | null
}

const DAYS_BACK = 60
const DAYS_AHEAD = 400
const MOST = 500

/** The decided dossiers that an account has written in or taken a step with, whose trip is near; the nearest first. */
export async function tripsWorkedOn(transaction: Transaction, accountId: string, today: Day): Promise<Trip[]> {
  const { rows } = await sql<Trip>`
    select id, year, number, departs_on as "departsOn", returns_on as "returnsOn" from delegation
    where state in ('approved', 'amending', 'amended')
      and departs_on between ${addDays(today, -DAYS_BACK)} and ${addDays(today, DAYS_AHEAD)}
      and id in (
        select delegation_id from delegation_step where account_id = ${accountId}
        union select delegation_id from delegation_edit where account_id = ${accountId}
      )
    order by departs_on, id limit ${MOST}`.execute(transaction)
  return rows
}
