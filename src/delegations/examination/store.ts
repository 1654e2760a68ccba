import { type Selectable, sql } from 'kysely'
import type { DelegationAssessment } from '../../db/rows.ts'
import type { Transaction } from '../../db/transaction.ts'
import { newId } from '../../kernel/ids.ts'
import type { Owner } from '../edit/store.ts'
import { About } from '../opinions/about.ts'
import type { AssessmentJudgement, ReasonCode } from '../workflow.ts'
import type { Resolution } from './contract.ts'

/** What an examiner thinks of a finding, or of what only a person can judge. */
export interface Assessment {
  id: string
  /** A rule of the law, or `practicality`, `overlap`, `programme`. */
  subject: string
  norm: string | null
  /** Whom or what the finding names. */
  about: string | null
  judgement: AssessmentJudgement
  reasonCode: ReasonCode
  note: string
  /** How an overlap is settled; null for all else. */
  resolution: Resolution | null
  by: string
  at: string
  /** What of the dossier was judged; null where it was judged before this was kept. */
  judged: About | null
}

/** Keeps what an examiner thinks; a later word on the same takes the place of the earlier. */
export async function keepAssessment(
  transaction: Transaction,
  { id, rootId, bodyId }: Owner,
  one: Omit<Assessment, 'id' | 'at'>,
): Promise<void> {
  const said = {
    judgement: one.judgement,
    reason_code: one.reasonCode,
    note: one.note,
    resolution: one.resolution,
    by_name: one.by,
    judged: JSON.stringify(one.judged),
  }
  await transaction
    .insertInto('delegation_assessment')
    .values({
      id: newId(),
      delegation_id: id,
      root_id: rootId,
      body_id: bodyId,
      subject: one.subject,
      norm: one.norm,
      about: one.about,
      ...said,
    })
    .onConflict((conflict) =>
      conflict.columns(['delegation_id', 'subject', 'norm', 'about']).doUpdateSet({ ...said, at: sql<string>`now()` }),
    )
    .execute()
}

/** What examiners think of a dossier; nothing for whoever only sees the own body. */
export async function assessmentsOf(transaction: Transaction, delegationId: string): Promise<Assessment[]> {
  const rows = await transaction
    .selectFrom('delegation_assessment')
    .selectAll()
    .where('delegation_id', '=', delegationId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(assessmentOf)
}

/** What an examiner thinks, from its row. */
export function assessmentOf(row: Selectable<DelegationAssessment>): Assessment {
  return {
    id: row.id,
    subject: row.subject,
    norm: row.norm,
    about: row.about,
    judgement: row.judgement as AssessmentJudgement,
    reasonCode: row.reason_code as ReasonCode,
    note: row.note,
    resolution: row.resolution as Resolution | null,
    by: row.by_name,
    at: row.at,
    judged: row.judged === null ? null : About.parse(row.judged),
  }
}

/** How often each judgement was made, for which reason, in a year: by subject. */
export async function countAssessments(
  transaction: Transaction,
  year: number,
): Promise<{ subject: string; judgement: AssessmentJudgement; reasonCode: ReasonCode; count: number }[]> {
  const { rows } = await sql<{
    subject: string
    judgement: AssessmentJudgement
    reasonCode: ReasonCode
    count: number
  }>`
    select subject, judgement, reason_code as "reasonCode", count(*)::integer as count
    from delegation_assessment one join delegation on delegation.id = one.delegation_id
    where delegation.year = ${year}
    group by subject, judgement, reason_code order by count desc, subject, judgement, reason_code`.execute(transaction)
  return rows
}
