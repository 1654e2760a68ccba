import { type Day, daysInclusive, yearOf } from '../../kernel/day.ts'
import type { Fault } from '../../kernel/errors.ts'
import type { PlanItemFields } from '../plan-item.ts'

/**
 * What is wrong with a line in itself, with the path of the field (`costs[0].rate`): what contradicts itself or the plan,
 * not what is merely not stated yet. `edition` counts the plan's editions from 1.
 */
export function itemFaults(fields: PlanItemFields, year: number, edition: number): Fault[] {
  return [
    ...timeFaults(fields, year),
    ...peopleFaults(fields),
    ...costFaults(fields),
    ...placeFaults(fields),
    ...offPlanFaults(fields, edition),
  ]
}

function timeFaults({ monthFrom, monthTo, departure, return: back, days }: PlanItemFields, year: number): Fault[] {
  const faults: Fault[] = []
  if (monthFrom !== null && monthTo !== null && monthTo < monthFrom) {
    faults.push(fault('monthTo', 'tháng kết thúc không trước tháng bắt đầu', 'a last month not before the first'))
  }
  if (departure !== null && yearOf(departure) !== year) {
    faults.push(fault('departure', `ngày đi trong năm ${year} của kế hoạch`, `a departure in the plan’s year ${year}`))
  }
  if (back !== null && departure === null) {
    faults.push(fault('departure', 'ngày đi, vì đã có ngày về', 'a departure, since the return is stated'))
  }
  if (departure !== null && back !== null && back < departure) {
    faults.push(fault('return', 'ngày về không trước ngày đi', 'a return not before the departure'))
  } else if (departure !== null && back !== null && days !== null && days !== length(departure, back)) {
    const right = length(departure, back)
    faults.push(fault('days', `${right} ngày, theo ngày đi và ngày về`, `${right} days, by departure and return`))
  }
  return faults
}

function length(departure: Day, back: Day): number {
  return daysInclusive(departure, back)
}

function peopleFaults({ people, headcount }: PlanItemFields): Fault[] {
  const listed = people.reduce((sum, { count }) => sum + count, 0)
  const named = people.flatMap(({ personId }) => personId ?? [])
  return [
    ...people.flatMap(({ personId, count }, index) =>
      personId !== null && count !== 1
        ? [fault(`people[${index}].count`, '1, vì đã nêu rõ người đi', '1, since the person is named')]
        : [],
    ),
    ...(new Set(named).size < named.length ? [fault('people', 'mỗi người một lần', 'each person once')] : []),
    ...(headcount !== null && listed > headcount
      ? [fault('headcount', `ít nhất ${listed} người như đã kê`, `at least the ${listed} people listed`)]
      : []),
  ]
}

/** What is wrong with costs: a source twice, a foreign amount without its rate, the day and source of it. */
export function costFaults({ costs }: Pick<PlanItemFields, 'costs'>): Fault[] {
  return costs.flatMap(({ source, currency, rate, rateDay, rateSource }, index) => {
    const at = `costs[${index}]`
    const faults: Fault[] = []
    if (costs.findIndex((other) => other.source === source) < index) {
      faults.push(fault(`${at}.source`, 'mỗi nguồn kinh phí một lần', 'each source once'))
    }
    if (currency === 'VND') return faults
    if (rate === null) faults.push(fault(`${at}.rate`, `tỷ giá của ${currency}`, `the rate of ${currency}`))
    if (rateDay === null) faults.push(fault(`${at}.rateDay`, 'ngày của tỷ giá', 'the day of the rate'))
    if (rateSource === null || rateSource === '') {
      faults.push(fault(`${at}.rateSource`, 'nguồn của tỷ giá', 'where the rate comes from'))
    }
    return faults
  })
}

function placeFaults({ countries, direction }: PlanItemFields): Fault[] {
  return countries.flatMap((country, index) => {
    if (countries.indexOf(country) < index)
      return [fault(`countries[${index}]`, 'mỗi nước một lần', 'each country once')]
    if (country === 'VN' && direction === 'outgoing') {
      return [fault(`countries[${index}]`, 'một nước khác Việt Nam', 'a country other than Việt Nam')]
    }
    return []
  })
}

function offPlanFaults({ offPlan, direction }: PlanItemFields, edition: number): Fault[] {
  if (!offPlan) return []
  if (edition === 1) {
    return [
      fault(
        'offPlan',
        'không: trong kế hoạch đầu năm chưa có đoàn ngoài kế hoạch',
        'false: nothing is outside a plan that is not approved yet',
      ),
    ]
  }
  return direction === 'incoming'
    ? [fault('offPlan', 'không: chỉ dùng cho đoàn ra', 'false: for trips abroad only')]
    : []
}

function fault(path: string, vi: string, en: string): Fault {
  return { path, message: { vi: `cần ${vi}`, en: `expected ${en}` } }
}
