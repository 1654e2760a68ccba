import { type Judgement, NO_PARAMETERS, orPass, rule, unknown } from './rule.ts'

const NAMES: Record<string, { vi: string; en: string }> = {
  'foreign-loan': { vi: 'vốn vay nước ngoài', en: 'a foreign loan' },
  sponsorship: { vi: 'nguồn tài trợ', en: 'sponsorship' },
}

/** No money from foreign loans or sponsorship; one finding per source. */
export const foreignLoanOrSponsor = rule({
  id: 'foreign-loan-or-sponsor',
  title: { vi: 'Vốn vay nước ngoài, tài trợ', en: 'Foreign loans and sponsorship' },
  parameters: NO_PARAMETERS,
  demand: () => ({
    vi: 'không dùng vốn vay nước ngoài và các nguồn tài trợ khác',
    en: 'no money from foreign loans or sponsorship',
  }),
  judge: (facts) => {
    const { funding } = facts.dossier
    if (funding === undefined) {
      return [
        unknown(
          ['funding'],
          {
            vi: 'Chưa nêu nguồn kinh phí, nên chưa biết có dùng vốn vay nước ngoài hoặc tài trợ hay không.',
            en: 'The funding is not stated, so whether a foreign loan or sponsorship pays is not known.',
          },
          () => [{ path: 'funding' }],
        ),
      ]
    }
    const judgements: Judgement[] = []
    for (const [index, { source }] of funding.entries()) {
      const name = NAMES[source]
      if (name === undefined) continue
      judgements.push({
        outcome: 'violated',
        subject: source,
        message: { vi: `Đoàn dùng ${name.vi}.`, en: `The trip is paid by ${name.en}.` },
        remedy: { vi: `thay ${name.vi} bằng nguồn được phép`, en: `replace ${name.en} by a permitted source` },
        read: () => [{ path: `funding[${index}].source`, value: source }],
      })
    }
    return orPass(
      judgements,
      { vi: 'Không dùng vốn vay nước ngoài hoặc tài trợ.', en: 'No foreign loan or sponsorship pays.' },
      () => [{ path: 'funding', value: funding.map(({ source }) => source) }],
    )
  },
})
