import { MAX, pass, rule } from './rule.ts'

/** Size of the delegation ≤ `max`. */
export const delegationSize = rule({
  id: 'delegation-size',
  title: { vi: 'Số người trong đoàn', en: 'Size of the delegation' },
  parameters: MAX,
  counting: {
    vi: 'Đếm mọi thành viên, trừ người của doanh nghiệp đi cùng.',
    en: 'Every member counts, except people of enterprises who travel along.',
  },
  demand: ({ max }) => ({ vi: `tối đa ${max} người`, en: `at most ${max} people` }),
  judge: (facts, { parameters: { max } }) => {
    const size = facts.persons.length
    const read = () => [{ path: 'members', value: size }]
    const figures = { limit: max, actual: size }
    if (size <= max) {
      return pass(
        { vi: `Đoàn có ${size} người, không quá ${max} người.`, en: `${size} people, at most ${max}.` },
        read,
        figures,
      )
    }
    return [
      {
        outcome: 'violated',
        ...figures,
        message: { vi: `Đoàn có ${size} người, quá ${max} người.`, en: `${size} people, more than ${max}.` },
        remedy: { vi: `bớt ${size - max} người`, en: `take ${size - max} fewer` },
        read,
      },
    ]
  },
})
