import { PURPOSE_KINDS } from '../../../../law/dossier.ts'
import { type CellType, type CellValue, type Choice, isUnread } from '../../../../ui/grid/cell-type.ts'
import type { Alternative, Cost, PlanItemFields } from '../../../plan-item.ts'
import { vndOfItem } from '../../../plan-item.ts'
import { type FieldName, type LocalRow, patched } from './local-row.ts'
import { readAlternative, readPeople, writeAlternative, writePeople } from './texts.ts'

/** The columns of the grid, and how each is read from and written into a line. */

/** A column is a field of the line, the sum or the source of its costs, or why an adjustment touches it. */
export type ColumnId = Exclude<FieldName, 'costs' | 'direction' | 'position'> | 'vnd' | 'source' | 'adjustReason'

/** The words that a column needs from the reader's language. */
export interface ColumnWords {
  countries: readonly Choice[]
  purposes: readonly Choice[]
  sources: readonly Choice[]
  priorities: readonly Choice[]
}

/** The columns in their order; those of an adjustment only from the second edition on, those of trips abroad only there. */
export function columnIds(direction: PlanItemFields['direction'], edition: number): ColumnId[] {
  const abroad = direction === 'outgoing'
  return [
    'title',
    'countries',
    'monthFrom',
    'monthTo',
    'days',
    'headcount',
    'vnd',
    'source',
    'purposeKind',
    'host',
    'people',
    'purpose',
    'result',
    'task',
    'priority',
    ...(abroad ? (['virtual', 'mission'] as const) : []),
    ...(abroad && edition > 1 ? (['offPlan', 'justification'] as const) : []),
    ...(edition > 1 ? (['adjustReason'] as const) : []),
    'departure',
    'return',
  ]
}

/** What a column holds. */
export function typeOf(column: ColumnId, words: ColumnWords, year: number): CellType {
  switch (column) {
    case 'title':
      return { kind: 'text', max: 500 }
    case 'countries':
      return { kind: 'several', options: words.countries }
    case 'purposeKind':
      return { kind: 'choice', options: words.purposes }
    case 'source':
      return { kind: 'choice', options: words.sources }
    case 'priority':
      return { kind: 'choice', options: words.priorities }
    case 'monthFrom':
    case 'monthTo':
      return { kind: 'month' }
    case 'departure':
    case 'return':
      return { kind: 'day', year }
    case 'days':
      return { kind: 'whole', min: 1, max: 366 }
    case 'headcount':
      return { kind: 'whole', min: 1, max: 1000 }
    case 'vnd':
      return { kind: 'money' }
    case 'offPlan':
      return { kind: 'yes-no' }
    case 'host':
      return { kind: 'text', max: 4000 }
    default:
      return { kind: 'text', long: true, max: column === 'adjustReason' ? 2000 : 4000 }
  }
}

/** What stands in a cell of a row. */
export function cellOf(row: LocalRow, column: ColumnId): CellValue {
  const typed = row.unread[column]
  if (typed !== undefined) return { typed }
  const { fields } = row
  switch (column) {
    case 'adjustReason':
      return row.adjustReason || null
    case 'vnd':
      return fields.costs.length === 0 ? null : vndOfItem(fields)
    case 'source':
      return fields.costs[0]?.source ?? null
    case 'people':
      return writePeople(fields.people)
    case 'virtual':
    case 'mission':
      return writeAlternative(fields[column])
    case 'priority':
      return fields.priority === null ? null : String(fields.priority)
    case 'offPlan':
      return fields.offPlan ? true : null
    case 'countries':
      return fields.countries.length === 0 ? null : fields.countries
    default:
      return fields[column] === '' ? null : fields[column]
  }
}

/** The row after something was written into a cell; what cannot be understood stays there as it was typed. */
export function withCell(row: LocalRow, column: ColumnId, value: CellValue): LocalRow {
  const change = isUnread(value) ? undefined : fieldsOf(row.fields, column, value)
  if (change === undefined) {
    return patched(row, { fields: {}, unread: { [column]: isUnread(value) ? value.typed : String(value) } })
  }
  const unread = { [column]: undefined }
  if (column === 'adjustReason') return patched(row, { fields: {}, unread, adjustReason: textOf(value) })
  return patched(row, { fields: change, unread })
}

/** The fields that a cell's value makes; `undefined` where it says only half of what is needed. */
function fieldsOf(fields: PlanItemFields, column: ColumnId, value: CellValue): Partial<PlanItemFields> | undefined {
  switch (column) {
    case 'adjustReason':
      return {}
    case 'vnd':
      return { costs: withAmount(fields.costs, value) }
    case 'source':
      return { costs: withSource(fields.costs, value) }
    case 'people':
      return { people: readPeople(value === null ? null : textOf(value), fields.people) }
    case 'virtual':
    case 'mission': {
      const answer: Alternative | null | undefined = readAlternative(value === null ? null : textOf(value))
      return answer === undefined ? undefined : { [column]: answer }
    }
    case 'priority':
      return { priority: value === null ? null : Number(value) }
    case 'offPlan':
      return { offPlan: value === true }
    case 'countries':
      return { countries: Array.isArray(value) ? [...(value as string[])] : [] }
    case 'purposeKind':
      return { purposeKind: PURPOSE_KINDS.find((kind) => kind === value) ?? null }
    case 'title':
    case 'host':
    case 'purpose':
    case 'result':
    case 'task':
    case 'justification':
      return { [column]: textOf(value) }
    default:
      return { [column]: value }
  }
}

/** Why the sum cannot be written as one number: it comes from several sources, or from another currency. */
export function isComposed(costs: readonly Cost[]): boolean {
  return costs.length > 1 || costs.some(({ currency }) => currency !== 'VND')
}

function withAmount(costs: readonly Cost[], value: CellValue): Cost[] {
  if (typeof value !== 'number') return []
  const [cost = ONE_SOURCE] = costs
  return [{ ...cost, amount: value }]
}

function withSource(costs: readonly Cost[], value: CellValue): Cost[] {
  const [cost] = costs
  if (typeof value !== 'string') return cost ? [cost] : []
  return [{ ...(cost ?? ONE_SOURCE), source: value as Cost['source'] }]
}

const ONE_SOURCE: Cost = {
  source: 'state-budget',
  amount: 0,
  currency: 'VND',
  rate: null,
  rateDay: null,
  rateSource: null,
}

function textOf(value: CellValue): string {
  return typeof value === 'string' ? value : ''
}

/** The column in which a fault of a field is shown: `costs[0].rate` at the sum. */
export function columnOf(path: string): ColumnId {
  const [field = ''] = path.split(/[.[]/)
  if (field === 'costs') return path.endsWith('.source') ? 'source' : 'vnd'
  return field as ColumnId
}
