import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from './transaction.ts'

/**
 * What is asked of the database and may be asked together with more: a statement, and how its rows are read. They come as JSON
 * gives them: days and instants are text, the latter with an offset; numbers of any kind are numbers.
 */
export interface Question<Answer> {
  statement: RawBuilder<unknown>
  read(rows: unknown): Answer
}

/** A question whose rows have these fields. */
export function question<Row, Answer>(
  statement: RawBuilder<Row>,
  read: (rows: readonly Row[]) => Answer,
): Question<Answer> {
  return { statement, read: (rows) => read(rows as readonly Row[]) }
}

/** The same question, of whose answer something is made. */
export function thenMade<Answer, Made>(asked: Question<Answer>, make: (answer: Answer) => Made): Question<Made> {
  return { statement: asked.statement, read: (rows) => make(asked.read(rows)) }
}

type Answers<Asked> = { [Name in keyof Asked]: Asked[Name] extends Question<infer Answer> ? Answer : never }

/** Asks all of these in one statement: what a short one costs is mostly that it is one. The answers bear the names of the questions. */
export async function ask<Asked extends Record<string, Question<unknown>>>(
  transaction: Transaction,
  asked: Asked,
): Promise<Answers<Asked>> {
  const columns = Object.entries(asked).map(
    ([name, { statement }]) => sql`(select coalesce(json_agg(one), '[]') from (${statement}) one) as ${sql.ref(name)}`,
  )
  const { rows } = await sql<Record<string, unknown>>`select ${sql.join(columns)}`.execute(transaction)
  const answers = Object.entries(asked).map(([name, { read }]) => [name, read(rows[0]?.[name])])
  return Object.fromEntries(answers) as Answers<Asked>
}
