import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Verdict } from '../../law/result.ts'

/** Writes the line of the plan on which a dossier rests, with the verdict that follows, and counts the version up; returns it. */
export async function updatePlanLine(
  transaction: Transaction,
  id: string,
  { planLine, verdict, by }: { planLine: string | null; verdict: Verdict | null; by: string },
): Promise<number> {
  const { version } = await transaction
    .updateTable('delegation')
    .set({
      plan_line: planLine,
      verdict,
      version: sql<number>`version + 1`,
      changed_at: sql<string>`now()`,
      changed_by: by,
    })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}
