import { daysInclusive, formatDay } from '../kernel/day.ts'
import { type Fault, fault } from '../kernel/errors.ts'
import { stated } from '../kernel/text.ts'
import type { Dossier } from './dossier.ts'
import { findObligation } from './obligations/index.ts'
import { findRule } from './rules/index.ts'

/** Ten years: no trip is longer, and a slip in a year must not ask for millions of days to be looked at. */
const LONGEST_TRIP = 3660

/**
 * The faults of a well-formed dossier whose parts contradict each other: days out of order or outside the trip, one name
 * or unit twice, exceptions for rules that do not exist. `prefix` stands before each path.
 */
export function dossierFaults(dossier: Dossier, prefix: string): Fault[] {
  const faults = [
    ...tripFaults(dossier),
    ...memberFaults(dossier),
    ...leadershipFaults(dossier),
    ...ruleFaults(dossier),
  ]
  return faults.map((fault) => ({ ...fault, path: prefix + fault.path }))
}

function tripFaults({ trip, programme = [] }: Dossier): Fault[] {
  if (trip.return < trip.departure) {
    return [
      fault(
        'trip.return',
        `ngày về ${formatDay(trip.return)} trước ngày đi ${formatDay(trip.departure)}; cần từ ngày đi trở đi`,
        `the return on ${formatDay(trip.return)} is before the departure on ${formatDay(trip.departure)}; expected no earlier`,
      ),
    ]
  }
  const length = daysInclusive(trip.departure, trip.return)
  if (length > LONGEST_TRIP) {
    return [
      fault(
        'trip.return',
        `chuyến đi dài ${length} ngày; cần không quá ${LONGEST_TRIP} ngày`,
        `the trip lasts ${length} days; expected no more than ${LONGEST_TRIP}`,
      ),
    ]
  }
  const outside = (day: string) => day < trip.departure || day > trip.return
  const during = `${formatDay(trip.departure)}–${formatDay(trip.return)}`
  const faults: Fault[] = []
  for (const [index, stay] of trip.stays.entries()) {
    for (const end of ['arrive', 'leave'] as const) {
      if (outside(stay[end])) faults.push(outsideTrip(`trip.stays[${index}].${end}`, stay[end], during))
    }
    if (stay.leave < stay.arrive) {
      faults.push(
        fault(
          `trip.stays[${index}].leave`,
          `ngày rời ${formatDay(stay.leave)} trước ngày đến ${formatDay(stay.arrive)}; cần từ ngày đến trở đi`,
          `left on ${formatDay(stay.leave)}, before arriving on ${formatDay(stay.arrive)}; expected no earlier`,
        ),
      )
    }
  }
  for (const [index, { day }] of programme.entries()) {
    if (outside(day)) faults.push(outsideTrip(`programme[${index}].day`, day, during))
  }
  return faults
}

function outsideTrip(path: string, day: string, during: string): Fault {
  return fault(
    path,
    `ngày ${formatDay(day)} ngoài chuyến đi; cần trong ${during}`,
    `${formatDay(day)} is outside the trip; expected within ${during}`,
  )
}

/** Members must be told apart: by name, or by an id where two share a name. */
function memberFaults({ members }: Dossier): Fault[] {
  const faults: Fault[] = []
  const names = new Set<string>()
  const ids = new Set<string>()
  for (const [index, member] of members.entries()) {
    const name = stated(member.name)
    const id = stated(member.id)
    if (name === undefined) {
      faults.push(fault(`members[${index}].name`, 'tên để trống; cần họ tên', 'the name is blank; expected a name'))
    } else if (id === undefined) {
      if (names.has(name)) {
        faults.push(
          fault(
            `members[${index}].name`,
            `hai thành viên cùng tên ${name} mà không có id; cần id để phân biệt`,
            `two members are called ${name} and have no id; expected an id for each`,
          ),
        )
      }
      names.add(name)
    } else {
      if (ids.has(id)) {
        faults.push(
          fault(
            `members[${index}].id`,
            `id ${id} đã dùng cho người khác; cần id riêng`,
            `the id ${id} is taken by another member; expected one of their own`,
          ),
        )
      }
      ids.add(id)
    }
  }
  return faults
}

function leadershipFaults({ leadership = [] }: Dossier): Fault[] {
  const faults: Fault[] = []
  const units = new Set<string>()
  for (const [index, entry] of leadership.entries()) {
    const unit = entry.unit.trim()
    if (units.has(unit)) {
      faults.push(
        fault(
          `leadership[${index}].unit`,
          `${unit} đã nêu số lượng tập thể lãnh đạo; cần mỗi cơ quan một lần`,
          `the size for ${unit} is stated already; expected once per unit`,
        ),
      )
    }
    units.add(unit)
  }
  return faults
}

/** A mistyped rule would quietly waive nothing: better to say so. */
function ruleFaults({ exceptions = [], explanations = [] }: Dossier): Fault[] {
  const unknown = (rule: string) => findRule(rule) === undefined && findObligation(rule) === undefined
  const faultsOf = (list: string, entries: { rule: string }[]) =>
    entries.flatMap(({ rule }, index) =>
      unknown(rule)
        ? [
            fault(
              `${list}[${index}].rule`,
              `không có quy tắc "${rule}"; cần một mã quy tắc, ví dụ delegation-size`,
              `there is no rule "${rule}"; expected the id of a rule, such as delegation-size`,
            ),
          ]
        : [],
    )
  return [...faultsOf('exceptions', exceptions), ...faultsOf('explanations', explanations)]
}
