import { type Selectable, sql } from 'kysely'
import type { DelegationWaiver } from '../../../db/rows.ts'
import type { Transaction } from '../../../db/transaction.ts'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import type { CheckResult, Finding } from '../../../law/index.ts'
import type { DelegationView } from '../../answers.ts'
import type { Owner } from '../../edit/store.ts'
import type { WaiverReason } from '../../workflow.ts'

/** A norm waived by name, on the strength of a document. */
export interface NewWaiver {
  rule: string
  norm: string
  subject: string | null
  /** It was not known whether the norm is broken. */
  notKnown: boolean
  grounds: string
  reasonCode: WaiverReason
  lastDay: Day | null
  /** Who decided, and the body with whose authority. */
  decidedBy: string
  authority: string
  document: { number: string; on: Day }
}

/** Keeps exceptions that a decision grants. */
export async function insertWaivers(
  transaction: Transaction,
  { id, rootId, bodyId }: Owner,
  stepId: string,
  waivers: readonly NewWaiver[],
): Promise<void> {
  if (waivers.length === 0) return
  const rows = waivers.map((one) => ({
    id: newId(),
    delegation_id: id,
    root_id: rootId,
    body_id: bodyId,
    step_id: stepId,
    rule: one.rule,
    norm: one.norm,
    subject: one.subject,
    not_known: one.notKnown,
    grounds: one.grounds,
    reason_code: one.reasonCode,
    last_day: one.lastDay,
    decided_by: one.decidedBy,
    authority: one.authority,
    document_number: one.document.number,
    document_on: one.document.on,
  }))
  await transaction.insertInto('delegation_waiver').values(rows).execute()
}

/** An exception that was granted, with the finding for which; none where the step did not find it. */
export type Granted = DelegationView['waivers'][number] & { finding: Finding | undefined }

/** The exceptions granted to a dossier, each with what it was granted for. */
export async function grantedWaivers(transaction: Transaction, delegationId: string): Promise<Granted[]> {
  const rows = await transaction
    .selectFrom('delegation_waiver')
    .innerJoin('delegation_step', 'delegation_step.id', 'delegation_waiver.step_id')
    .selectAll('delegation_waiver')
    .select('delegation_step.result')
    .where('delegation_waiver.delegation_id', '=', delegationId)
    .where(waiverStands('delegation_waiver'))
    .orderBy('delegation_waiver.at')
    .execute()
  return rows.map(({ result, ...row }) => ({
    ...waiverOf(row),
    finding: (result as unknown as CheckResult | null)?.findings.find(
      ({ rule, norm, subject = null }) => rule === row.rule && norm === row.norm && subject === row.subject,
    ),
  }))
}

/** Whether a waiver counts: what was granted with an agreement in principle falls with it when the dossier is handed back. */
export function waiverStands(waiver: string) {
  return sql<boolean>`not exists (
    select from delegation_step given join delegation_step later
      on later.delegation_id = given.delegation_id and later.position > given.position
    where given.id = ${sql.ref(`${waiver}.step_id`)} and given.action = 'agree' and later.action in ('hand-back', 'hand-back-above', 'return'))`
}

/** An exception as it is answered, from its row. */
export function waiverOf(row: Selectable<DelegationWaiver>): DelegationView['waivers'][number] {
  return {
    rule: row.rule,
    norm: row.norm,
    subject: row.subject,
    notKnown: row.not_known,
    grounds: row.grounds,
    reasonCode: row.reason_code as WaiverReason | null,
    lastDay: row.last_day,
    decidedBy: row.decided_by,
    document: { number: row.document_number, on: row.document_on },
  }
}
