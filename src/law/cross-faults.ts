import { z } from 'zod'
import { addDays } from '../kernel/day.ts'
import { faultOf } from '../kernel/faults.ts'
import type { AdministeredValue } from './administered.ts'
import { administeredReference } from './administered.ts'
import { inForce, instrumentDays } from './in-force.ts'
import type { Instrument, Norm, ObligationNorm } from './instrument.ts'
import { type FileFault, fileName, type LawFile } from './law-files.ts'
import { findObligation, OBLIGATION_RULES } from './obligations/index.ts'
import { HOLIDAYS, REQUIRED_VALUES } from './obligations/obligation.ts'
import { DayCount } from './periods.ts'
import { findRule, RULES } from './rules/index.ts'

const BEGINNING = '1900-01-01'

/** What the values that obligations need must look like. */
const VALUE_SCHEMAS: Record<string, z.ZodType> = {
  'result-report-days': DayCount,
  'report-clock-start': z.enum(['return', 'last-day-abroad']),
  'periodic-report-days': z.strictObject({
    halfYear: z.string().regex(/^\d{2}-\d{2}$/),
    year: z.string().regex(/^\d{2}-\d{2}$/),
  }),
  'periodic-report-recipients': z.array(z.string().min(1)).min(1),
  [HOLIDAYS]: z.strictObject({ off: z.array(z.string()), worked: z.array(z.string()) }),
}

/** The faults that only show between files: ids twice, unknown rules and references, parameters a rule cannot use. */
export function crossFaults(
  instruments: LawFile<Instrument>[],
  administered: LawFile<AdministeredValue>[],
): FileFault[] {
  const values = new Map(administered.map(({ content }) => [content.id, content]))
  const all = instruments.map(({ content }) => content)
  return [
    ...twice(instruments),
    ...instruments.flatMap((file) => [
      ...placesTwice(file),
      ...repealFaults(file, all),
      ...file.content.provisions.flatMap((provision, index) => [
        ...(provision.norms ?? []).flatMap((norm, at) => normFaults(file, ['provisions', index, 'norms', at], norm)),
        ...(provision.obligations ?? []).flatMap((norm, at) =>
          obligationFaults(file, ['provisions', index, 'obligations', at], norm),
        ),
      ]),
    ]),
    ...administered.flatMap(valueFaults),
    ...REQUIRED_VALUES.filter((id) => !values.has(id)).map((id) => ({
      file: 'administered',
      line: 1,
      message: `thiếu giá trị ấn định ${id} (administered value ${id} is missing)`,
    })),
  ]

  function normFaults(file: LawFile<Instrument>, path: PropertyKey[], norm: Norm): FileFault[] {
    const rule = findRule(norm.rule)
    if (rule === undefined) return [unknownRule(file, path, norm.rule, RULES)]
    const grades = Object.keys(norm.grades ?? {}).filter((grade) => !rule.grades.includes(grade))
    return [
      ...grades.map((grade) =>
        at(
          file,
          [...path, 'grades', grade],
          `${rule.id}: không có mức "${grade}"; cần một trong: ${rule.grades.join(', ') || '(không có)'}`,
        ),
      ),
      ...(norm.who !== undefined && norm.who !== 'everyone' && !rule.bindsMembers
        ? [
            at(
              file,
              [...path, 'who'],
              `${rule.id} không xét từng người; hãy bỏ who (this rule binds no single members; remove who)`,
            ),
          ]
        : []),
      ...datedFaults(file, path, norm),
      ...parameterFaults(file, path, norm, rule.parameters),
    ]
  }

  function obligationFaults(file: LawFile<Instrument>, path: PropertyKey[], norm: ObligationNorm): FileFault[] {
    const rule = findObligation(norm.rule)
    if (rule === undefined) return [unknownRule(file, path, norm.rule, OBLIGATION_RULES)]
    return [...datedFaults(file, path, norm), ...parameterFaults(file, path, norm, rule.parameters)]
  }

  function datedFaults(file: LawFile<Instrument>, path: PropertyKey[], norm: Norm | ObligationNorm): FileFault[] {
    const start = norm.from ?? instrumentDays(file.content, []).from
    const ends =
      norm.to !== undefined && norm.to < start
        ? [
            at(
              file,
              [...path, 'to'],
              `ngày hết hiệu lực ${norm.to} trước ngày có hiệu lực ${start} (ends before it begins)`,
            ),
          ]
        : []
    return [...ends, ...references(norm.when).flatMap((id) => referenceFaults(file, [...path, 'when'], id, start))]
  }

  /** A parameter may refer to an administered value: then every entry of that value must suit the rule. */
  function parameterFaults(
    file: LawFile<Instrument>,
    path: PropertyKey[],
    norm: Norm | ObligationNorm,
    schema: z.ZodType,
  ): FileFault[] {
    const parameters = norm.parameters ?? {}
    const here = [...path, 'parameters']
    const start = norm.from ?? instrumentDays(file.content, []).from
    const unknown = references(parameters).flatMap((id) => referenceFaults(file, here, id, start))
    if (unknown.length > 0) return unknown
    const wrong = editionsOf(parameters).flatMap((edition) => schema.safeParse(edition).error ?? [])[0]
    return ((wrong?.issues ?? []) as z.core.$ZodIssue[]).flatMap((issue) =>
      faultOf(issue, parameters).map((fault) =>
        at(file, [...here, ...issue.path], `parameters.${fault.path}: ${fault.message.vi} (${fault.message.en})`),
      ),
    )
  }

  function referenceFaults(file: LawFile<Instrument>, path: PropertyKey[], id: string, start: string): FileFault[] {
    const value = values.get(id)
    if (value === undefined) {
      return [at(file, path, `không có giá trị ấn định "${id}" (no administered value of this id)`)]
    }
    const covered = value.entries.some(
      (entry) => entry.jurisdiction === undefined && inForce({ from: entry.from, to: entry.to }, start),
    )
    return covered
      ? []
      : [at(file, path, `giá trị ấn định "${id}" chưa có cho ngày ${start} (has no entry for that day)`)]
  }

  /** The parameters with the latest entries of the values to which they refer, and with each earlier one in its place. */
  function editionsOf(parameters: Record<string, unknown>): Record<string, unknown>[] {
    const referred = Object.entries(parameters).flatMap(([name, value]) => {
      const id = administeredReference(value)
      return id === undefined ? [] : [{ name, values: (values.get(id)?.entries ?? []).map((entry) => entry.value) }]
    })
    const latest = { ...parameters, ...Object.fromEntries(referred.map(({ name, values }) => [name, values.at(-1)])) }
    return [
      latest,
      ...referred.flatMap(({ name, values }) => values.slice(0, -1).map((value) => ({ ...latest, [name]: value }))),
    ]
  }
}

function references(value: unknown): string[] {
  const id = administeredReference(value)
  if (id !== undefined) return [id]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(references) : []
}

function twice(files: LawFile<Instrument>[]): FileFault[] {
  const first = new Map<string, string>()
  return files.flatMap((file) => {
    const known = first.get(file.content.id)
    if (known !== undefined) {
      return [
        at(file, ['id'], `id "${file.content.id}" đã có trong ${fileName(known)}; cần id khác (this id is taken)`),
      ]
    }
    first.set(file.content.id, file.file)
    return []
  })
}

function placesTwice(file: LawFile<Instrument>): FileFault[] {
  const places = file.content.provisions.map(({ place }) => place)
  return places.flatMap((place, index) =>
    places.indexOf(place) < index
      ? [
          at(
            file,
            ['provisions', index, 'place'],
            `chỗ "${place ?? ''}" đã có ở trên; gộp lại làm một (this place is stated above)`,
          ),
        ]
      : [],
  )
}

function repealFaults(file: LawFile<Instrument>, all: Instrument[]): FileFault[] {
  return (file.content.repeals ?? []).flatMap((repeal, index) => {
    const path = ['repeals', index, 'instrument']
    const target = all.find(({ id }) => id === repeal.instrument)
    if (target === undefined) return [at(file, path, `không có văn bản "${repeal.instrument}" (no such instrument)`)]
    const places = target.provisions.map(({ place }) => place ?? '')
    return (repeal.places ?? [])
      .filter((place) => !places.some((known) => known === place || known.startsWith(`${place}.`)))
      .map((place) => at(file, path, `${target.id} không có chỗ "${place}" (no such place)`))
  })
}

function valueFaults(file: LawFile<AdministeredValue>): FileFault[] {
  const { id, entries } = file.content
  const required: readonly string[] = REQUIRED_VALUES
  const schema = VALUE_SCHEMAS[id]
  const wrong = entries.flatMap((entry, index) => {
    const parsed = schema?.safeParse(entry.value)
    if (parsed === undefined || parsed.success) return []
    return (parsed.error.issues as z.core.$ZodIssue[]).flatMap((issue) =>
      faultOf(issue, entry.value).map((fault) =>
        at(
          file,
          ['entries', index, 'value', ...issue.path],
          `value.${fault.path}: ${fault.message.vi} (${fault.message.en})`,
        ),
      ),
    )
  })
  return required.includes(id) && !coversAlways(file.content)
    ? [
        ...wrong,
        at(
          file,
          ['entries'],
          `cần giá trị cho mọi ngày từ ${BEGINNING}, không có khoảng trống (needs a value for every day)`,
        ),
      ]
    : wrong
}

/** Whether the general entries leave no day without a value. */
function coversAlways({ entries }: AdministeredValue): boolean {
  const general = entries.filter(({ jurisdiction }) => jurisdiction === undefined)
  const starts = [BEGINNING, ...general.flatMap(({ to }) => (to === undefined ? [] : [addDays(to, 1)]))]
  return starts.every((day) => general.some((entry) => inForce({ from: entry.from, to: entry.to }, day)))
}

function unknownRule(
  file: LawFile<Instrument>,
  path: PropertyKey[],
  id: string,
  known: readonly { id: string }[],
): FileFault {
  const ids = known.map((rule) => rule.id).join(', ')
  return at(file, [...path, 'rule'], `không có quy tắc "${id}"; cần một trong (expected one of): ${ids}`)
}

function at(file: LawFile<unknown>, path: readonly PropertyKey[], message: string): FileFault {
  return { file: file.file, line: file.lineOf(path), message }
}
