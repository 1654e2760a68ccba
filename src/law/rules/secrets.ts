import { judgeEach, NO_PARAMETERS, orPass, readEach, rule } from './rule.ts'

/** Every person declares to carry no secrets, and nobody carries any; one finding per person. */
export const secrets = rule({
  id: 'secrets',
  title: { vi: 'Không mang tài liệu mật', en: 'No secret papers' },
  parameters: NO_PARAMETERS,
  grades: ['undeclared'],
  bindsMembers: true,
  demand: () => ({ vi: 'không mang tài liệu mật, từng người cam kết', en: 'no secret papers; everybody declares it' }),
  judge: (facts, norm) =>
    orPass(
      judgeEach(facts.persons, norm, (person) => {
        const read = () => [...readEach([person], 'carriesSecrets'), ...readEach([person], 'declaresNoSecrets')]
        if (person.member.carriesSecrets === true) {
          return {
            outcome: 'violated',
            message: {
              vi: `${person.member.name} mang theo tài liệu mật.`,
              en: `${person.member.name} carries secret papers.`,
            },
            remedy: { vi: 'để lại tài liệu mật trong nước', en: 'leave the secret papers at home' },
            read,
          }
        }
        if (person.member.declaresNoSecrets === true) return undefined
        return {
          outcome: 'violated',
          grade: 'undeclared',
          message: {
            vi: `${person.member.name} chưa cam kết không mang tài liệu mật.`,
            en: `${person.member.name} has not declared to carry no secrets.`,
          },
          remedy: {
            vi: `lấy cam kết của ${person.member.name}`,
            en: `obtain the declaration of ${person.member.name}`,
          },
          read,
        }
      }),
      { vi: 'Mọi người đã cam kết không mang tài liệu mật.', en: 'Everybody declared to carry no secrets.' },
      () => [...readEach(facts.persons, 'carriesSecrets'), ...readEach(facts.persons, 'declaresNoSecrets')],
    ),
})
