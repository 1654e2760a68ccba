import { z } from 'zod'
import { and, or } from '../../kernel/kleene.ts'
import { bindsPerson } from '../applies.ts'
import { pass, type Read, readEach, rule, unknown } from './rule.ts'

const ENTERPRISES: ReadonlySet<string> = new Set(['domestic-enterprise', 'foreign-enterprise'])

/** Organised and paid (or either, as the norm says) by an enterprise, with somebody bound among the working members. */
export const enterpriseSponsorship = rule({
  id: 'enterprise-sponsorship',
  title: { vi: 'Doanh nghiệp tổ chức, đài thọ', en: 'Organised or paid by an enterprise' },
  parameters: z.strictObject({ test: z.enum(['both', 'either']) }),
  bindsMembers: true,
  counting: {
    vi: 'Người tổ chức là doanh nghiệp; người đài thọ là doanh nghiệp khi có doanh nghiệp trong các nguồn kinh phí.',
    en: 'Organised: the organiser is an enterprise; paid: an enterprise is among the funding.',
  },
  demand: ({ test }) => ({
    vi: `không tham gia đoàn do doanh nghiệp tổ chức ${test === 'both' ? 'và' : 'hoặc'} đài thọ`,
    en: `no trips organised ${test === 'both' ? 'and' : 'or'} paid by enterprises`,
  }),
  judge: (facts, norm) => {
    const { organiser, funding } = facts.dossier
    const organised = organiser === undefined ? undefined : ENTERPRISES.has(organiser)
    const paid = funding?.some(({ source }) => ENTERPRISES.has(source))
    const bindings = facts.working.map((person) => bindsPerson(norm.who, person))
    const bound = or(...bindings.map(({ truth }) => truth))
    const sponsored = norm.parameters.test === 'both' ? and(organised, paid) : or(organised, paid)
    const breach = and(sponsored, bound)
    const read = (): Read[] => [
      { path: 'organiser', value: organiser },
      { path: 'funding', value: funding?.map(({ source }) => source) },
      ...(norm.who === 'leaders'
        ? [...readEach(facts.working, 'leader'), ...readEach(facts.working, 'keyLeader')]
        : []),
    ]
    if (breach === false) {
      return pass(
        {
          vi: 'Không phải đoàn do doanh nghiệp tổ chức, đài thọ cho người thuộc diện áp dụng.',
          en: 'No enterprise organises or pays for anybody bound.',
        },
        read,
      )
    }
    if (breach === undefined) {
      return [
        unknown(
          [
            ...(organised === undefined ? ['organiser'] : []),
            ...(paid === undefined ? ['funding'] : []),
            ...(bound === undefined ? bindings.flatMap(({ needs }) => needs) : []),
          ],
          {
            vi: 'Chưa nêu đủ người tổ chức, nguồn kinh phí hoặc ai là lãnh đạo, nên chưa biết doanh nghiệp có tổ chức, đài thọ hay không.',
            en: 'Organiser, funding or who is a leader is not fully stated, so whether an enterprise sponsors the trip is not known.',
          },
          read,
        ),
      ]
    }
    const what =
      organised && paid
        ? { vi: 'tổ chức và đài thọ', en: 'organised and paid' }
        : organised
          ? { vi: 'tổ chức', en: 'organised' }
          : { vi: 'đài thọ', en: 'paid' }
    return [
      {
        outcome: 'violated',
        message: { vi: `Chuyến đi do doanh nghiệp ${what.vi}.`, en: `The trip is ${what.en} by an enterprise.` },
        remedy: {
          vi: 'không tham gia đoàn này; nếu cần đi thì cơ quan tự tổ chức và chi trả',
          en: 'do not take part; if the trip is needed, the agency organises and pays for it itself',
        },
        read,
      },
    ]
  },
})
