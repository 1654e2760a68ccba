import { or } from '../../kernel/kleene.ts'
import { bindsPerson } from '../applies.ts'
import { type Judgement, judgeEach, NO_PARAMETERS, orPass, rule, unknown } from './rule.ts'

/** No foreign enterprise invites a bound member (of any role) by name; one finding per member. */
export const namedInvitation = rule({
  id: 'named-invitation',
  title: { vi: 'Doanh nghiệp nước ngoài mời đích danh', en: 'Named invitation by a foreign enterprise' },
  parameters: NO_PARAMETERS,
  bindsMembers: true,
  demand: () => ({
    vi: 'không nhận lời mời đích danh của doanh nghiệp nước ngoài',
    en: 'no invitations by name from foreign enterprises',
  }),
  judge: (facts, norm) => {
    const { invitations } = facts.dossier
    const anybody = or(...facts.everyone.map((person) => bindsPerson(norm.who, person).truth))
    const none = {
      vi: 'Không ai thuộc diện áp dụng được doanh nghiệp nước ngoài mời đích danh.',
      en: 'No foreign enterprise invites anybody bound by name.',
    }
    const read = () => [{ path: 'invitations', value: invitations }]
    if (anybody === false) return orPass([], none, read)
    if (invitations === undefined) {
      return [
        unknown(
          ['invitations'],
          {
            vi: 'Chưa nêu thư mời, nên chưa biết doanh nghiệp nước ngoài có mời đích danh hay không.',
            en: 'The invitations are not stated, so whether a foreign enterprise invites by name is not known.',
          },
          () => [{ path: 'invitations' }],
        ),
      ]
    }
    const foreign = invitations
      .map((invitation, index) => ({ invitation, path: `invitations[${index}]` }))
      .filter(({ invitation }) => invitation.kind === 'foreign-enterprise')
    const inviterOf = new Map(
      foreign
        .toReversed()
        .flatMap((found) => (found.invitation.names ?? []).map((name) => [name.trim(), found] as const)),
    )
    const named = judgeEach(facts.everyone, norm, (person) => {
      const found = person.names.map((name) => inviterOf.get(name.trim())).find((one) => one !== undefined)
      if (found === undefined) return undefined
      return {
        outcome: 'violated',
        message: {
          vi: `${found.invitation.from} (doanh nghiệp nước ngoài) mời đích danh ${person.member.name}.`,
          en: `${found.invitation.from}, a foreign enterprise, invites ${person.member.name} by name.`,
        },
        remedy: {
          vi: `không nhận lời mời này, hoặc không cử ${person.member.name}`,
          en: `decline the invitation, or leave out ${person.member.name}`,
        },
        read: () => [{ path: `${found.path}.names`, value: found.invitation.names }],
      }
    })
    const unnamed = foreign
      .filter(({ invitation }) => invitation.names === undefined)
      .map(
        ({ invitation, path }): Judgement =>
          unknown(
            [`${path}.names`],
            {
              vi: `Chưa nêu thư mời của ${invitation.from} mời những ai.`,
              en: `Whom the invitation of ${invitation.from} names is not stated.`,
            },
            () => [{ path: `${path}.names` }],
          ),
      )
    return orPass([...named, ...unnamed], none, read)
  },
})
