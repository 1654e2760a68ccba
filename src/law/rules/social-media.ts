import { judgeEach, NO_PARAMETERS, orPass, readEach, rule } from './rule.ts'

/** Every person undertook to post nothing of the delegation's work on social media; one finding per person. */
export const socialMedia = rule({
  id: 'social-media',
  title: { vi: 'Không đưa tin lên mạng xã hội', en: 'Nothing on social media' },
  parameters: NO_PARAMETERS,
  bindsMembers: true,
  demand: () => ({ vi: 'không đưa hoạt động của đoàn lên mạng xã hội', en: 'nothing of the trip on social media' }),
  judge: (facts, norm) =>
    orPass(
      judgeEach(facts.persons, norm, (person) =>
        person.member.socialMediaUndertaking === true
          ? undefined
          : {
              outcome: 'violated',
              message: {
                vi: `${person.member.name} chưa cam kết không đưa tin về đoàn lên mạng xã hội.`,
                en: `${person.member.name} has not undertaken to post nothing on social media.`,
              },
              remedy: {
                vi: `lấy cam kết của ${person.member.name}`,
                en: `obtain the undertaking of ${person.member.name}`,
              },
              read: () => readEach([person], 'socialMediaUndertaking'),
            },
      ),
      { vi: 'Mọi người đã cam kết không đưa tin lên mạng xã hội.', en: 'Everybody undertook to post nothing.' },
      () => readEach(facts.persons, 'socialMediaUndertaking'),
    ),
})
