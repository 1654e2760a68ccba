import { stated } from '../../kernel/text.ts'
import type { Person } from '../facts.ts'
import { judgeEach, NO_PARAMETERS, orPass, readEach, rule } from './rule.ts'

/** No spouse, relative, or person related to another member or to a leader of the unit. Never unknown. */
export const relatives = rule({
  id: 'relatives',
  title: { vi: 'Thân nhân trong đoàn', en: 'Relatives in the delegation' },
  parameters: NO_PARAMETERS,
  bindsMembers: true,
  demand: () => ({ vi: 'không đưa thân nhân đi cùng đoàn', en: 'no relatives in the delegation' }),
  judge: (facts, norm) =>
    orPass(
      judgeEach(facts.persons, norm, (person) => {
        const reason = kinship(person)
        return reason === undefined
          ? undefined
          : {
              outcome: 'violated',
              message: {
                vi: `${person.member.name} là ${reason.vi}.`,
                en: `${person.member.name} is ${reason.en}.`,
              },
              remedy: { vi: 'không đưa thân nhân đi cùng đoàn', en: 'leave the relative out of the delegation' },
              read: () => [...readEach([person], 'role'), ...readEach([person], 'relatedTo')],
            }
      }),
      { vi: 'Không có thân nhân trong đoàn.', en: 'No relatives in the delegation.' },
      () => [...readEach(facts.persons, 'role'), ...readEach(facts.persons, 'relatedTo')],
    ),
})

function kinship({ member }: Person): { vi: string; en: string } | undefined {
  const relation = stated(member.relatedTo)
  if (relation) return { vi: `thân nhân của ${relation}`, en: `related to ${relation}` }
  if (member.role === 'spouse') return { vi: 'phu nhân hoặc phu quân đi cùng đoàn', en: 'a spouse travelling along' }
  return member.role === 'relative' ? { vi: 'thân nhân đi cùng đoàn', en: 'a relative travelling along' } : undefined
}
