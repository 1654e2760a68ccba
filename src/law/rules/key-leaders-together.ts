import { byUnit } from './by-unit.ts'
import { type Judgement, MAX, orPass, readEach, rule } from './rule.ts'

/** Key leaders of one unit ≤ `max`; one finding per unit. */
export const keyLeadersTogether = rule({
  id: 'key-leaders-together',
  title: { vi: 'Lãnh đạo chủ chốt đi cùng đoàn', en: 'Key leaders travelling together' },
  parameters: MAX,
  counting: {
    vi: 'Đếm theo từng cơ quan; người không nêu cơ quan tính vào cơ quan cử đoàn.',
    en: 'Counted per unit; who states no unit counts with the sender.',
  },
  demand: ({ max }) => ({
    vi: `không quá ${max} lãnh đạo chủ chốt của một cơ quan`,
    en: `at most ${max} key leader of one unit`,
  }),
  judge: (facts, { parameters: { max } }) => {
    const judgements: Judgement[] = []
    for (const [unit, people] of byUnit(facts.persons)) {
      const leaders = people.filter(({ member }) => member.keyLeader === true)
      const open = people.filter(({ member }) => member.keyLeader === undefined)
      const read = () => readEach(people, 'keyLeader')
      if (leaders.length > max) {
        judgements.push({
          outcome: 'violated',
          subject: unit,
          limit: max,
          actual: leaders.length,
          message: {
            vi: `${unit} có ${leaders.length} lãnh đạo chủ chốt cùng đi một đoàn, quá ${max} người.`,
            en: `${leaders.length} key leaders of ${unit} travel together, more than ${max}.`,
          },
          remedy: {
            vi: `chỉ để lại ${max} lãnh đạo chủ chốt của cơ quan này trong đoàn`,
            en: `keep only ${max} key leader of this unit in the delegation`,
          },
          read,
        })
      } else if (leaders.length + open.length > max) {
        judgements.push({
          outcome: 'unknown',
          subject: unit,
          limit: max,
          needs: open.map(({ path }) => `${path}.keyLeader`),
          message: {
            vi: `${unit}: chưa nêu ai là lãnh đạo chủ chốt, nên chưa biết có quá ${max} người hay không.`,
            en: `${unit}: who is a key leader is not stated, so it is not known whether there are more than ${max}.`,
          },
          read,
        })
      }
    }
    return orPass(
      judgements,
      {
        vi: `Không cơ quan nào có quá ${max} lãnh đạo chủ chốt trong đoàn.`,
        en: `No unit has more than ${max} key leader in the delegation.`,
      },
      () => readEach(facts.persons, 'keyLeader'),
    )
  },
})
