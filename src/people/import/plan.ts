import { type Body, bodiesOn } from '../../bodies/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { searchWords, sortKey } from '../../kernel/vietnamese.ts'
import { type Columns, reachesBody } from '../store.ts'
import type { ImportRow, Reason } from './contract.ts'
import type { ParsedRow } from './parse.ts'
import type { RowPassport } from './passport-cells.ts'
import { type Candidate, findCandidates } from './store.ts'

/** What is to be done with one row. */
export interface Planned extends ImportRow {
  row: ParsedRow
  body: Body | undefined
  /** The person whom the row means; absent when it is a new one. */
  person: Candidate | undefined
  columns: Columns
  /** The row names another post or body than the person has. */
  newPost: boolean
  /** The passport that the row brings; a known one is none. */
  passport: RowPassport | null
}

const SENSITIVE = new Set(['birth_date', 'email', 'phone', 'home'])

/** Finds out for each row whom it means and what it changes. Nothing is written. */
export async function plan(
  transaction: Transaction,
  rows: readonly ParsedRow[],
  today: Day,
  everybodysBody: string | undefined,
): Promise<Planned[]> {
  const units = await unitFinder(transaction, today, everybodysBody)
  const people = await findCandidates(
    transaction,
    rows.flatMap((row) => row.code ?? []),
    rows.flatMap((row) => (row.name === null ? [] : sortKey(row.name))),
  )
  const taken = new Map<string, number>()
  const planned: Planned[] = []
  for (const row of rows) planned.push(once(planRow(row, await units(row), people), taken))
  return planned
}

type Unit = { body: Body } | { reason: Reason['message'] }

function planRow(row: ParsedRow, unit: Unit, people: readonly Candidate[]): Planned {
  const reasons = [...row.reasons]
  const body = 'body' in unit ? unit.body : undefined
  if ('reason' in unit) reasons.push({ column: 'Đơn vị', message: unit.reason })
  const person = body && personOf(row, body, people)
  if (person === 'several') {
    const message = {
      vi: `có nhiều người tên «${row.name}» ở đơn vị này; cần thêm mã cán bộ hoặc ngày sinh để phân biệt`,
      en: `several people called “${row.name}” in this unit; a code or a day of birth is needed to tell them apart`,
    }
    reasons.push({ column: 'Họ và tên', message })
  }
  const known = person === 'several' ? undefined : person
  if (!known && row.title === null && reasons.length === 0) {
    reasons.push({ column: 'Chức vụ', message: { vi: 'cần chức vụ cho người mới', en: 'a new person needs a post' } })
  }
  const columns = columnsOf(row)
  const changes = known ? changesOf(known, columns) : []
  const newPost = known !== undefined && body !== undefined && isNewPost(known, row, body)
  if (newPost) {
    changes.push({
      field: 'post',
      before: known.post_title,
      after: `${row.title ?? known.post_title ?? ''} – ${body.name}`,
    })
  }
  const outcome = reasons.length > 0 ? 'rejected' : !known ? 'added' : changes.length > 0 ? 'changed' : 'unchanged'
  const shown = { line: row.line, name: row.name ?? '', unit: body?.name ?? row.unit ?? '' }
  return { ...shown, outcome, changes, reasons, row, body, person: known, columns, newPost, passport: null }
}

/** By code within the root; else by name, day of birth where both are known, and body. */
function personOf(row: ParsedRow, body: Body, people: readonly Candidate[]): Candidate | 'several' | undefined {
  if (row.code !== null) {
    const byCode = people.find((person) => person.code === row.code && person.root_id === body.rootId)
    if (byCode) return byCode
  }
  const key = sortKey(row.name ?? '')
  const alike = people.filter(
    (person) =>
      person.sort_key === key &&
      person.body_id === body.id &&
      (row.birthDate === null || person.birth_date === null || person.birth_date === row.birthDate) &&
      (row.code === null || person.code.startsWith('CB-')),
  )
  return alike.length > 1 ? 'several' : alike[0]
}

function columnsOf(row: ParsedRow): Columns {
  const all: Columns = {
    ...(row.code === null ? {} : { code: row.code }),
    ...(row.name === null ? {} : { name: row.name }),
    birth_date: row.birthDate,
    sex: row.sex,
    rank_code: row.rankCode,
    grade: row.grade,
    retires_on: row.retiresOn,
    email: row.email,
    phone: row.phone,
    home: row.home,
  }
  // An empty cell says nothing: what is known stays.
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
}

function changesOf(person: Candidate, columns: Columns): ImportRow['changes'] {
  return Object.entries(columns).flatMap(([field, after]) => {
    const before = person[field as keyof Candidate]
    if (before === after) return []
    return [{ field, before: SENSITIVE.has(field) || before === null ? null : String(before), after: String(after) }]
  })
}

function isNewPost(person: Candidate, row: ParsedRow, body: Body): boolean {
  if (person.body_id !== body.id) return true
  if (row.title !== null && row.title !== person.post_title) return true
  return row.managedBy !== null && row.managedBy !== person.managed_by
}

/** The second row that means the same person is rejected. */
function once(planned: Planned, taken: Map<string, number>): Planned {
  const { row, body, person } = planned
  if (planned.outcome === 'rejected') return planned
  const key = person?.id ?? row.code ?? `${sortKey(row.name ?? '')}|${row.birthDate ?? ''}|${body?.id ?? ''}`
  const before = taken.get(key)
  if (before === undefined) {
    taken.set(key, row.line)
    return planned
  }
  const message = {
    vi: `trùng với dòng ${before}: mỗi người chỉ một dòng`,
    en: `the same person as in line ${before}: one line for each`,
  }
  return { ...planned, outcome: 'rejected', changes: [], reasons: [{ column: 'Họ và tên', message }] }
}

/** Finds the body that a row names: by code, name or short name, folded; refused when several or none fit. */
async function unitFinder(transaction: Transaction, today: Day, everybodysBody: string | undefined) {
  const bodies = await bodiesOn(transaction, today)
  const byName = new Map<string, Body[]>()
  for (const body of bodies) {
    const keys = new Set([body.code, body.name, body.shortName ?? body.name].map((text) => searchWords(text).join(' ')))
    for (const key of keys) byName.set(key, [...(byName.get(key) ?? []), body])
  }
  const known = new Map<string, Unit>()
  return async (row: ParsedRow): Promise<Unit> => {
    const key = row.unit === null ? `#${everybodysBody ?? ''}` : searchWords(row.unit).join(' ')
    const found = known.get(key)
    if (found) return found
    const fitting = row.unit === null ? bodies.filter((body) => body.id === everybodysBody) : (byName.get(key) ?? [])
    const within: Body[] = []
    for (const body of fitting) if (await reachesBody(transaction, body.id)) within.push(body)
    const unit = chosen(row.unit, within, fitting)
    known.set(key, unit)
    return unit
  }
}

function chosen(name: string | null, within: readonly Body[], fitting: readonly Body[]): Unit {
  const [body] = within
  if (body && within.length === 1) return { body }
  if (name === null) {
    return {
      reason: {
        vi: 'cần cột đơn vị, hoặc chọn một đơn vị cho cả tệp',
        en: 'a column of units is needed, or one unit for the whole file',
      },
    }
  }
  if (within.length > 1) {
    const listed = within
      .slice(0, 3)
      .map((one) => `${one.name} (${one.code})`)
      .join('; ')
    return {
      reason: {
        vi: `«${name}» có thể là: ${listed}; hãy ghi mã định danh`,
        en: `“${name}” may be: ${listed}; write the code`,
      },
    }
  }
  if (fitting.length > 0) {
    return { reason: { vi: `«${name}» ngoài phạm vi của bạn`, en: `“${name}” is outside your scope` } }
  }
  return {
    reason: {
      vi: `không có đơn vị «${name}»; hãy ghi đúng tên hoặc mã định danh`,
      en: `no unit “${name}”; write its name or code as in the register`,
    },
  }
}
