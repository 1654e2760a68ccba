import { formatDay } from '../../kernel/day.ts'
import { citation } from '../../law/citation.ts'
import { countryName } from '../../law/codes/countries.ts'
import { vi as lawWords } from '../../law/messages.vi.ts'
import type { PlanContent, PlanPerson } from '../answers.ts'
import { headcountOf, monthsOf, type PlanItemFields, vndOf } from '../plan-item.ts'
import { daysOf } from './plan-item-dossier.ts'

/** A column of the plan as it is printed and filed; the head in Vietnamese, as on paper. */
export interface PlanColumn {
  head: string
  type: 'text' | 'number' | 'money'
  width: number
}

export type PlanCell = string | number | null

/**
 * The plan as a table on paper. The columns follow those that practice suggests (no text fixes them), with what the
 * directive on yearly plans asks for beside: the task served, the result, the source, what is outside the plan.
 */
export const PLAN_COLUMNS: readonly PlanColumn[] = [
  { head: 'STT', type: 'number', width: 6 },
  { head: 'Tên đoàn, mục đích', type: 'text', width: 44 },
  { head: 'Cơ quan chủ trì', type: 'text', width: 24 },
  { head: 'Trưởng đoàn, thành phần', type: 'text', width: 30 },
  { head: 'Số người', type: 'number', width: 9 },
  { head: 'Nước, địa bàn', type: 'text', width: 18 },
  { head: 'Đối tác', type: 'text', width: 26 },
  { head: 'Thời gian dự kiến', type: 'text', width: 16 },
  { head: 'Số ngày', type: 'number', width: 8 },
  { head: 'Nhiệm vụ chính trị phục vụ', type: 'text', width: 30 },
  { head: 'Kết quả dự kiến', type: 'text', width: 30 },
  { head: 'Kinh phí dự kiến (đồng)', type: 'money', width: 16 },
  { head: 'Nguồn kinh phí', type: 'text', width: 22 },
  { head: 'Ưu tiên', type: 'number', width: 8 },
  { head: 'Ghi chú', type: 'text', width: 28 },
]

/** A part of the plan: outgoing or incoming, with its sum. */
export interface PlanPart {
  title: string
  rows: PlanCell[][]
  people: number
  vnd: number
}

/** The parts of a plan as on paper: delegations abroad with the line they draw on, then those received. */
export function planParts(content: PlanContent, people: ReadonlyMap<string, PlanPerson> = new Map()): PlanPart[] {
  return [
    part(content, 'outgoing', `I. Đoàn ra${lineWords(content)}`, people),
    part(content, 'incoming', 'II. Đoàn vào', people),
  ].filter(({ rows }) => rows.length > 0)
}

function lineWords({ travelLine }: PlanContent): string {
  const place = citation('38-CT/TW', '2', 'vi')
  return travelLine === null
    ? ''
    : ` – mục riêng về kinh phí đi công tác nước ngoài (${place}): ${travelLine.toLocaleString('vi-VN')} đồng`
}

function part(
  content: PlanContent,
  direction: PlanItemFields['direction'],
  title: string,
  people: ReadonlyMap<string, PlanPerson>,
): PlanPart {
  const lines = content.items.filter(({ standing, fields }) => standing === 'planned' && fields.direction === direction)
  return {
    title,
    rows: lines.map(({ fields }, index) => rowOf(fields, index + 1, content.body.name, people)),
    people: lines.reduce((sum, { fields }) => sum + (headcountOf(fields) ?? 0), 0),
    vnd: lines.reduce((sum, { vnd }) => sum + vnd, 0),
  }
}

/** One line of the table, in the order of `PLAN_COLUMNS`. */
export function rowOf(
  fields: PlanItemFields,
  number: number,
  body: string,
  people: ReadonlyMap<string, PlanPerson>,
): PlanCell[] {
  return [
    number,
    fields.purpose === '' ? fields.title : `${fields.title}\n${fields.purpose}`,
    body,
    fields.people.map((one) => peopleWords(one, people)).join('; '),
    headcountOf(fields) ?? null,
    fields.countries.map((country) => countryName(country, 'vi')).join(', '),
    fields.host,
    timeWords(fields),
    daysOf(fields) ?? null,
    fields.task,
    fields.result,
    fields.costs.length === 0 ? null : fields.costs.reduce((sum, cost) => sum + vndOf(cost), 0),
    fields.costs.map((cost) => costWords(cost, fields.costs.length > 1)).join('; '),
    fields.priority,
    fields.offPlan ? `Ngoài kế hoạch: ${fields.justification}` : '',
  ]
}

function peopleWords(
  { post, count, personId }: PlanItemFields['people'][number],
  people: ReadonlyMap<string, PlanPerson>,
) {
  const name = personId === null ? undefined : people.get(personId)?.name
  if (name !== undefined) return `${name} (${post})`
  return count === 1 ? post : `${count} ${post}`
}

/** When it is to take place, as on paper: `13/05–17/05/2026`, `tháng 3–5`, `tháng 9`. */
export function timeWords(fields: PlanItemFields): string {
  if (fields.departure !== null) {
    const back = fields.return
    return back === null || back === fields.departure
      ? formatDay(fields.departure)
      : `${formatDay(fields.departure).slice(0, 5)}–${formatDay(back)}`
  }
  const months = monthsOf(fields)
  if (months === undefined) return ''
  return months.from === months.to ? `tháng ${months.from}` : `tháng ${months.from}–${months.to}`
}

function costWords(cost: PlanItemFields['costs'][number], several: boolean): string {
  const source = lawWords.codes['funding[].source'][cost.source]
  const foreign = cost.currency === 'VND' ? '' : `${cost.amount.toLocaleString('vi-VN')} ${cost.currency}`
  const amount = several && foreign === '' ? vndOf(cost).toLocaleString('vi-VN') : foreign
  return amount === '' ? source : `${source}: ${amount}`
}
