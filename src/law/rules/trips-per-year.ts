import { formatDay, yearOf } from '../../kernel/day.ts'
import { same } from '../../kernel/text.ts'
import type { Dossier } from '../dossier.ts'
import type { Person } from '../facts.ts'
import { judgeEach, MAX, orPass, readEach, rule } from './rule.ts'

const COUNTED_STATUSES: ReadonlySet<string> = new Set(['approved', 'completed', 'pending'])

/** Official trips of the year, this one included, ≤ `max` for each bound working member. */
export const tripsPerYear = rule({
  id: 'trips-per-year',
  title: { vi: 'Số lần đi công tác trong năm', en: 'Trips in the year' },
  parameters: MAX,
  bindsMembers: true,
  counting: {
    vi: 'Tính các chuyến công vụ khởi hành trong năm của chuyến này đã duyệt, đã đi hoặc đang trình, cộng chuyến này; chuyến trong danh sách trùng ngày đi và tên với chuyến này là chính chuyến này.',
    en: 'Official trips that depart in the calendar year of this one and are approved, completed or pending, plus this one; a listed trip with this one’s departure and title is this one.',
  },
  demand: ({ max }) => ({ vi: `không quá ${max} lần trong một năm`, en: `at most ${max} trips a year` }),
  judge: (facts, norm) => {
    const { max } = norm.parameters
    const year = yearOf(facts.dossier.trip.departure)
    return orPass(
      judgeEach(facts.working, norm, (person) => {
        const others = otherTrips(person, facts.dossier)
        const count = (others?.length ?? 0) + 1
        const read = () => [
          ...readEach([person], 'leader'),
          ...readEach([person], 'keyLeader'),
          ...readEach([person], 'tripsThisYear'),
        ]
        if (count > max) {
          const days = (others ?? []).map(({ departure }) => formatDay(departure)).join(', ')
          return {
            outcome: 'violated',
            limit: max,
            actual: count,
            message: {
              vi: `${person.member.name}: đây là lần thứ ${count} trong năm ${year} (các lần kia: ${days}), quá ${max} lần.`,
              en: `${person.member.name}: this is trip ${count} of ${year} (the others: ${days}), more than ${max}.`,
            },
            remedy: {
              vi: `cử người khác thay ${person.member.name}`,
              en: `send somebody else in place of ${person.member.name}`,
            },
            read,
          }
        }
        if (others !== undefined) return undefined
        return {
          outcome: 'unknown',
          limit: max,
          needs: [`${person.path}.tripsThisYear`],
          message: {
            vi: `Chưa nêu các chuyến đi trong năm ${year} của ${person.member.name}, nên chưa biết có quá ${max} lần hay không.`,
            en: `The trips of ${person.member.name} in ${year} are not stated, so whether there are more than ${max} is not known.`,
          },
          read,
        }
      }),
      {
        vi: `Không ai thuộc diện áp dụng đi quá ${max} lần trong năm ${year}.`,
        en: `Nobody bound has more than ${max} trips in ${year}.`,
      },
      () => [...readEach(facts.working, 'tripsThisYear')],
    )
  },
})

/** The other trips of the year that count; `undefined` when no list is stated. */
export function otherTrips({ member }: Pick<Person, 'member'>, { trip, title }: Dossier) {
  const year = yearOf(trip.departure)
  return member.tripsThisYear?.filter(
    (other) =>
      other.official !== false &&
      COUNTED_STATUSES.has(other.status) &&
      yearOf(other.departure) === year &&
      !(other.departure === trip.departure && other.title !== undefined && same(other.title, title)),
  )
}
