import type { Fault } from '../../kernel/errors.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { PlanItem } from '../answers.ts'
import { headcountOf, monthsOf, type PlanItemFields, vndOfItem } from '../plan-item.ts'
import { changedFields } from './diff-versions.ts'

/** A plan as far as it must be ready before it goes to the head and leaves the unit. */
export interface ReadyPlan {
  edition: number
  travelLine: number | null
  items: readonly Pick<PlanItem, 'originId' | 'standing' | 'fields' | 'adjustReason'>[]
  /** The lines of the edition in force, by `originId`, for an adjustment. */
  inForce: ReadonlyMap<string, PlanItemFields>
}

const NEEDED: readonly { field: keyof PlanItemFields; missing(fields: PlanItemFields): boolean; message: Bilingual }[] =
  [
    {
      field: 'purposeKind',
      missing: ({ purposeKind }) => purposeKind === null,
      message: say('loại đoàn', 'the kind of trip'),
    },
    { field: 'purpose', missing: ({ purpose }) => purpose === '', message: say('mục đích', 'the purpose') },
    { field: 'host', missing: ({ host }) => host === '', message: say('đối tác đón', 'the host') },
    {
      field: 'countries',
      missing: ({ countries }) => countries.length === 0,
      message: say('nước đến', 'the countries'),
    },
    {
      field: 'monthFrom',
      missing: (fields) => monthsOf(fields) === undefined,
      message: say('tháng hoặc ngày đi', 'the month or days'),
    },
    {
      field: 'headcount',
      missing: (fields) => headcountOf(fields) === undefined,
      message: say('số người', 'the number of people'),
    },
    {
      field: 'costs',
      missing: ({ costs }) => costs.length === 0,
      message: say('dự kiến kinh phí và nguồn', 'the estimate and its source'),
    },
    {
      field: 'task',
      missing: ({ task }) => task === '',
      message: say(
        'nhiệm vụ chính trị mà đoàn phục vụ (38-CT/TW, điểm 2)',
        'the political task it serves (38-CT/TW, point 2)',
      ),
    },
    {
      field: 'virtual',
      missing: ({ virtual }) => virtual === null,
      message: say(
        'lựa chọn: họp trực tuyến có thay được không, vì sao',
        'the choice: could a video meeting do it, and why',
      ),
    },
    {
      field: 'mission',
      missing: ({ mission }) => mission === null,
      message: say(
        'lựa chọn: cơ quan đại diện làm thay được không, vì sao',
        'the choice: could the mission abroad do it, and why',
      ),
    },
  ]

/**
 * What is still missing before the plan may be submitted and signed; empty when it is ready. Paths are those of the
 * answer: `items[2].fields.virtual`, `travelLine`.
 */
export function faultsBeforeSigning({ edition, travelLine, items, inForce }: ReadyPlan): Fault[] {
  const planned = items.map((item, index) => ({ ...item, index })).filter(({ standing }) => standing === 'planned')
  const abroad = planned.filter(({ fields }) => fields.direction === 'outgoing')
  const sum = abroad.reduce((total, { fields }) => total + vndOfItem(fields), 0)
  return [
    ...(items.length === 0 ? [fault('items', 'ít nhất một dòng kế hoạch', 'at least one line')] : []),
    ...(abroad.length > 0 && travelLine === null ? [NO_LINE] : []),
    ...(travelLine !== null && sum > travelLine ? [overLine(sum - travelLine)] : []),
    ...abroad.flatMap(({ fields, index }) =>
      NEEDED.filter(({ missing }) => missing(fields)).map(({ field, message }) => ({
        path: `items[${index}].fields.${field}`,
        message,
      })),
    ),
    ...planned
      .filter(({ fields }) => fields.offPlan && fields.justification === '')
      .map(({ index }) =>
        fault(
          `items[${index}].fields.justification`,
          'lý do phát sinh ngoài kế hoạch (38-CT/TW, điểm 2)',
          'why it arises outside the plan (38-CT/TW, point 2)',
        ),
      ),
    ...(edition === 1 ? [] : items.flatMap((item, index) => unexplained(item, index, inForce.get(item.originId)))),
  ]
}

const NO_LINE = fault(
  'travelLine',
  'kế hoạch phải có mục riêng về kinh phí đi công tác nước ngoài (38-CT/TW, điểm 2)',
  'the plan needs its own line for travel abroad (38-CT/TW, point 2)',
)

function overLine(over: number): Fault {
  const amount = over.toLocaleString('vi-VN')
  return fault(
    'travelLine',
    `các đoàn ra vượt mục kinh phí đi nước ngoài ${amount} ₫: giảm dự toán hoặc nâng mục kinh phí`,
    `the trips abroad exceed the travel line by ${amount} ₫: cut the estimates or raise the line`,
  )
}

/** In an adjustment, whatever is added, changed or dropped says why. */
function unexplained(item: ReadyPlan['items'][number], index: number, before: PlanItemFields | undefined): Fault[] {
  if (item.adjustReason !== '') return []
  if (before !== undefined && item.standing === 'planned' && changedFields(before, item.fields).length === 0) return []
  return [fault(`items[${index}].adjustReason`, 'lý do điều chỉnh dòng này', 'why this line is adjusted')]
}

function say(vi: string, en: string): Bilingual {
  return { vi: `còn thiếu ${vi}`, en: `missing: ${en}` }
}

function fault(path: string, vi: string, en: string): Fault {
  return { path, message: path.endsWith('travelLine') ? { vi, en } : say(vi, en) }
}
