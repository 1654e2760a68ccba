import { type Judgement, NO_PARAMETERS, orPass, rule, unknown } from './rule.ts'

/** No invitation of an enterprise was solicited; one finding per inviting enterprise. */
export const solicitedInvitation = rule({
  id: 'solicited-invitation',
  title: { vi: 'Gợi ý doanh nghiệp mời', en: 'Solicited invitation' },
  parameters: NO_PARAMETERS,
  demand: () => ({ vi: 'không gợi ý doanh nghiệp mời', en: 'no solicited invitations from enterprises' }),
  judge: (facts) => {
    const { invitations } = facts.dossier
    if (invitations === undefined) {
      return [
        unknown(
          ['invitations'],
          {
            vi: 'Chưa nêu thư mời, nên chưa biết có gợi ý doanh nghiệp mời hay không.',
            en: 'The invitations are not stated, so whether one was solicited is not known.',
          },
          () => [{ path: 'invitations' }],
        ),
      ]
    }
    const judgements: Judgement[] = []
    for (const [index, invitation] of invitations.entries()) {
      if (!invitation.kind.endsWith('-enterprise') || invitation.solicited === false) continue
      const path = `invitations[${index}].solicited`
      const about = { subject: invitation.from, read: () => [{ path, value: invitation.solicited }] }
      judgements.push(
        invitation.solicited
          ? {
              outcome: 'violated',
              ...about,
              message: {
                vi: `Lời mời của ${invitation.from} là do gợi ý.`,
                en: `The invitation of ${invitation.from} was solicited.`,
              },
              remedy: { vi: 'không nhận lời mời này', en: 'decline this invitation' },
            }
          : {
              outcome: 'unknown',
              ...about,
              needs: [path],
              message: {
                vi: `Chưa nêu lời mời của ${invitation.from} có phải do gợi ý hay không.`,
                en: `Whether the invitation of ${invitation.from} was solicited is not stated.`,
              },
            },
      )
    }
    return orPass(
      judgements,
      { vi: 'Không có lời mời nào do gợi ý doanh nghiệp.', en: 'No invitation of an enterprise was solicited.' },
      () => [{ path: 'invitations', value: invitations }],
    )
  },
})
