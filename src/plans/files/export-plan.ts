import type { Transaction } from '../../db/transaction.ts'
import { writeXlsx, XLSX_TYPE, type XlsxCell } from '../../documents/xlsx.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import type { FileAnswer } from '../../kernel/endpoint.ts'
import type { Law } from '../../law/law.ts'
import type { PlanContent } from '../answers.ts'
import { itemsOfPlans } from '../items/store.ts'
import { planPeople } from '../plan-people.ts'
import { noPlan, STATE_NAMES } from '../refusals.ts'
import { PLAN_COLUMNS, planParts } from '../rules/plan-table.ts'
import { contentOf } from '../steps/freeze.ts'
import { findVersion } from '../steps/store.ts'
import { findPlan, planBodies } from '../store.ts'

/** The plan as a workbook, as it stands or as a step froze it. */
export async function exportPlan(
  transaction: Transaction,
  law: Law,
  { id, versionId }: { id: string; versionId?: string | undefined },
  today: Day,
): Promise<FileAnswer> {
  const { content, status } = await contentToExport(transaction, id, versionId)
  const named = content.items.flatMap(({ fields }) => fields.people.flatMap(({ personId }) => personId ?? []))
  const people = await planPeople(transaction, law, named, content.year, new Set(), today)
  const rows: XlsxCell[][] = []
  for (const part of planParts(content, new Map(people.map((person) => [person.id, person])))) {
    rows.push(['', part.title])
    rows.push(...part.rows)
    rows.push(sumRow(part.people, part.vnd))
  }
  const name = `${content.body.name} – kế hoạch đối ngoại năm ${content.year}`
  return {
    name: `${name}.xlsx`,
    type: XLSX_TYPE,
    bytes: await writeXlsx({
      sheet: `Kế hoạch ${content.year}`,
      title: `${name} (${status})`,
      columns: PLAN_COLUMNS,
      rows,
    }),
  }
}

function sumRow(people: number, vnd: number): XlsxCell[] {
  return PLAN_COLUMNS.map(({ head }) =>
    head === 'Số người'
      ? people
      : head === 'Kinh phí dự kiến (đồng)'
        ? vnd
        : head.startsWith('Tên đoàn')
          ? 'Cộng'
          : null,
  )
}

/** What is exported, and in which state: "đã được phê duyệt, số 12/KH-UBND ngày 05/01/2026". */
async function contentToExport(
  transaction: Transaction,
  id: string,
  versionId: string | undefined,
): Promise<{ content: PlanContent; status: string }> {
  const plan = await findPlan(transaction, id)
  if (plan === undefined) throw noPlan()
  if (versionId !== undefined) {
    const version = await findVersion(transaction, versionId)
    if (version === undefined || version.planId !== id) throw noPlan()
    return { content: version.content, status: statusWords(version.to, version.document, version.edition) }
  }
  const bodies = await planBodies(transaction, [plan])
  const name = bodies.get(`${plan.bodyId} ${plan.year}`)?.name ?? ''
  return {
    content: contentOf(plan, name, await itemsOfPlans(transaction, [id])),
    status: statusWords(plan.state, plan.document, plan.edition),
  }
}

function statusWords(
  state: keyof typeof STATE_NAMES,
  document: { number: string; on: Day } | null,
  edition: number,
): string {
  const adjustment = edition > 1 ? `, điều chỉnh lần ${edition - 1}` : ''
  const by = document ? `, số ${document.number} ngày ${formatDay(document.on)}` : ''
  return `${STATE_NAMES[state].vi}${adjustment}${by}`
}
