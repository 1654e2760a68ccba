import { stated } from '../../kernel/text.ts'
import { judgeEach, NO_PARAMETERS, orPass, readEach, rule } from './rule.ts'

/** Every working member has a task of their own. */
export const memberTask = rule({
  id: 'member-task',
  title: { vi: 'Nhiệm vụ của từng thành viên', en: 'A task for each member' },
  parameters: NO_PARAMETERS,
  bindsMembers: true,
  demand: () => ({ vi: 'mỗi thành viên có nhiệm vụ cụ thể', en: 'every member has a task of their own' }),
  judge: (facts, norm) =>
    orPass(
      judgeEach(facts.working, norm, (person) =>
        stated(person.member.task)
          ? undefined
          : {
              outcome: 'violated',
              message: {
                vi: `${person.member.name} chưa có nhiệm vụ cụ thể trong đoàn.`,
                en: `${person.member.name} has no task in the delegation yet.`,
              },
              remedy: {
                vi: `ghi nhiệm vụ của ${person.member.name}, hoặc đưa ra khỏi đoàn`,
                en: `write down the task of ${person.member.name}, or leave them out`,
              },
              read: () => readEach([person], 'task'),
            },
      ),
      { vi: 'Thành viên nào cũng có nhiệm vụ cụ thể.', en: 'Every member has a task.' },
      () => readEach(facts.working, 'task'),
    ),
})
