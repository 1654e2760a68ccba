import { type RawBuilder, type Selectable, sql } from 'kysely'
import { ask, type Question, question, thenMade } from '../../db/question.ts'
import type { DelegationStep } from '../../db/rows.ts'
import type { Transaction } from '../../db/transaction.ts'
import { type Day, dayInVietnam } from '../../kernel/day.ts'
import type { DelegationView, Note, StepHead } from '../answers.ts'
import type { Content } from '../content/content.ts'
import type { Fact } from '../content/facts.ts'
import { type Assessment, assessmentOf } from '../examination/store.ts'
import { type Draw, drawOf } from '../lane/store.ts'
import {
  type FormerAnswer,
  formerAnswerOf,
  type Message,
  messageOf,
  type Opinion,
  opinionOf,
} from '../opinions/store.ts'
import { noteOf } from '../steps/notes/store.ts'
import { HEAD, SIGNING, stepOf } from '../steps/store.ts'
import { waiverOf, waiverStands } from '../steps/waivers/store.ts'
import type { Recommendation } from '../workflow.ts'

/** The dossier as its head has signed it, its facts, and by the law of which day it was judged; that day is null where it could not be. */
export interface Signed {
  id: string
  facts: Fact[]
  content: Content
  asOf: Day | null
  lawHash: string
}

/** The way that a dossier has come: everything about it besides the dossier itself, each in the order in which it came. */
export interface DossierRecord {
  steps: StepHead[]
  notes: Note[]
  waivers: DelegationView['waivers']
  opinions: Opinion[]
  /** What was answered before a question was asked anew. */
  formerAnswers: FormerAnswer[]
  messages: Message[]
  assessments: Assessment[]
  /** The lots drawn for it; none for whoever only sees the own body. */
  draws: Draw[]
  /** The dossier and its facts when the head signed last, a change as well; null before. */
  signed: Signed | null
  /** What the examination has recommended last, and on which day; undefined where nothing was. */
  recommended: { id: string; recommendation: Recommendation; on: Day } | undefined
}

/** The record of a dossier as far as the caller reaches, asked in one statement. */
export async function recordOf(transaction: Transaction, id: string): Promise<DossierRecord> {
  const { taken, signed, ...rest } = await ask(transaction, {
    taken: question(
      sql<StepRow>`select ${sql.join(HEAD.map((name) => sql.ref(name)))}, as_of from delegation_step
        where delegation_id = ${id} order by position`,
      (rows) => ({ steps: rows.map((row) => stepOf(withInstants(row))), recommended: recommendedIn(rows) }),
    ),
    signed: question(
      sql<Signed>`select id, facts, content, as_of as "asOf", law_hash as "lawHash" from delegation_step
        where delegation_id = ${id} and action = any (${sql.val([...SIGNING])}::text[]) order by position desc limit 1`,
      ([row]) => row ?? null,
    ),
    notes: about(id, sql`delegation_note`, sql`true`, sql`at`, noteOf),
    waivers: about(id, sql`delegation_waiver one`, waiverStands('one'), sql`at`, waiverOf),
    opinions: about(
      id,
      sql`delegation_opinion`,
      sql`dropped_at is null and former_of is null`,
      sql`asked_at`,
      opinionOf,
    ),
    formerAnswers: thenMade(
      about(id, sql`delegation_opinion`, sql`former_of is not null`, sql`dropped_at`, formerAnswerOf),
      (answers) => answers.flat(),
    ),
    messages: about(id, sql`delegation_opinion_message`, sql`true`, sql`at`, messageOf),
    assessments: about(id, sql`delegation_assessment`, sql`true`, sql`at`, assessmentOf),
    draws: about(id, sql`delegation_draw`, sql`true`, sql`at`, drawOf),
  })
  return { ...taken, signed, ...rest }
}

type StepRow = Pick<Selectable<DelegationStep>, (typeof HEAD)[number] | 'as_of'>

/** The rows of a table about a dossier that meet a condition, in the order of when they came. */
function about<Row extends object, Entry>(
  id: string,
  table: RawBuilder<unknown>,
  condition: RawBuilder<unknown>,
  came: RawBuilder<unknown>,
  entryOf: (row: Row) => Entry,
): Question<Entry[]> {
  return question(
    sql<Row>`select * from ${table} where delegation_id = ${id} and ${condition} order by ${came}, id`,
    (rows) => rows.map((row) => entryOf(withInstants(row))),
  )
}

/** Steps with which the examiners recommend. */
const RECOMMENDING: ReadonlySet<string> = new Set(['recommend', 'pass-simple'])

function recommendedIn(steps: readonly StepRow[]): DossierRecord['recommended'] {
  const step = steps.findLast(({ action }) => RECOMMENDING.has(action))
  if (step === undefined) return undefined
  const { recommendation } = step.said as { recommendation: Recommendation }
  return { id: step.id, recommendation, on: step.as_of ?? dayInVietnam(new Date(step.at)) }
}

/** A row that came as JSON, its instants written as those of other rows are: columns called `at` or `…_at`. */
function withInstants<Row extends object>(row: Row): Row {
  const entries = Object.entries(row).map(([name, value]) =>
    (name === 'at' || name.endsWith('_at')) && typeof value === 'string'
      ? [name, new Date(value).toISOString()]
      : [name, value],
  )
  return Object.fromEntries(entries) as Row
}
