import { type Selectable, sql } from 'kysely'
import type {
  DelegationAssessment,
  DelegationNote,
  DelegationOpinion,
  DelegationOpinionMessage,
  DelegationStep,
  DelegationWaiver,
} from '../../db/rows.ts'
import type { Transaction } from '../../db/transaction.ts'
import { type Day, dayInVietnam } from '../../kernel/day.ts'
import type { DelegationView, Note, StepHead } from '../answers.ts'
import type { Content } from '../content/content.ts'
import type { Fact } from '../content/facts.ts'
import { type Assessment, assessmentOf } from '../examination/store.ts'
import {
  type FormerAnswer,
  formerAnswerOf,
  type Message,
  messageOf,
  type Opinion,
  opinionOf,
} from '../opinions/store.ts'
import { HEAD, noteOf, SIGNING, stepOf, waiverOf, waiverStands } from '../steps/store.ts'
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
  /** The dossier and its facts when the head signed last, a change as well; null before. */
  signed: Signed | null
  /** What the examination has recommended last, and on which day; undefined where nothing was. */
  recommended: { id: string; recommendation: Recommendation; on: Day } | undefined
}

interface Rows {
  steps: Pick<Selectable<DelegationStep>, (typeof HEAD)[number] | 'as_of'>[]
  notes: Selectable<DelegationNote>[]
  waivers: Selectable<DelegationWaiver>[]
  opinions: Selectable<DelegationOpinion>[]
  former: Selectable<DelegationOpinion>[]
  messages: Selectable<DelegationOpinionMessage>[]
  assessments: Selectable<DelegationAssessment>[]
  signed: DossierRecord['signed']
}

/** The record of a dossier as far as the caller reaches, in one statement: a trip to the server costs more than most of these. */
export async function recordOf(transaction: Transaction, id: string): Promise<DossierRecord> {
  const { rows } = await sql<Rows>`
    select
      (select coalesce(json_agg(one order by position), '[]') from (
        select ${sql.join(HEAD.map((name) => sql.ref(name)))}, position, as_of
        from delegation_step where delegation_id = ${id}) one) as steps,
      (select coalesce(json_agg(one order by at, one.id), '[]') from delegation_note one where delegation_id = ${id}) as notes,
      (select coalesce(json_agg(one order by at, one.id), '[]') from delegation_waiver one
        where delegation_id = ${id} and ${waiverStands('one')}) as waivers,
      (select coalesce(json_agg(one order by asked_at, one.id), '[]') from delegation_opinion one
        where delegation_id = ${id} and dropped_at is null and former_of is null) as opinions,
      (select coalesce(json_agg(one order by dropped_at, one.id), '[]') from delegation_opinion one
        where delegation_id = ${id} and former_of is not null) as former,
      (select coalesce(json_agg(one order by at, one.id), '[]') from delegation_opinion_message one
        where delegation_id = ${id}) as messages,
      (select coalesce(json_agg(one order by at, one.id), '[]') from delegation_assessment one
        where delegation_id = ${id}) as assessments,
      (select json_build_object('id', id, 'facts', facts, 'content', content, 'asOf', as_of, 'lawHash', law_hash) from delegation_step
        where delegation_id = ${id} and action = any (${sql.val([...SIGNING])}::text[])
        order by position desc limit 1) as signed`.execute(transaction)
  const [found] = rows
  if (found === undefined) throw new Error('a statement without a condition has answered nothing')
  return {
    steps: found.steps.map((row) => stepOf(withInstants(row))),
    notes: found.notes.map((row) => noteOf(withInstants(row))),
    waivers: found.waivers.map((row) => waiverOf(row)),
    opinions: found.opinions.map((row) => opinionOf(withInstants(row))),
    formerAnswers: found.former.flatMap((row) => formerAnswerOf(withInstants(row))),
    messages: found.messages.map((row) => messageOf(withInstants(row))),
    assessments: found.assessments.map((row) => assessmentOf(withInstants(row))),
    signed: found.signed,
    recommended: recommendedIn(found.steps),
  }
}

function recommendedIn(steps: Rows['steps']): DossierRecord['recommended'] {
  const step = steps.findLast(({ action }) => action === 'recommend')
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
