import { type Judgement, NO_PARAMETERS, orPass, rule, unknown } from './rule.ts'

/** Each recorded overlap with an earlier delegation has a resolution; one finding per other delegation. */
export const overlap = rule({
  id: 'overlap',
  title: { vi: 'Trùng lắp với đoàn khác', en: 'Overlap with another delegation' },
  parameters: NO_PARAMETERS,
  demand: () => ({ vi: 'không trùng lắp với các đoàn đã đi', en: 'no repetition of earlier delegations' }),
  judge: ({ dossier }) => {
    const { overlaps } = dossier
    if (overlaps === undefined) {
      return [
        unknown(
          ['overlaps'],
          {
            vi: 'Chưa rà soát trùng lắp với các đoàn đã đi.',
            en: 'Whether it repeats an earlier delegation has not been looked at.',
          },
          () => [{ path: 'overlaps' }],
        ),
      ]
    }
    const judgements = overlaps
      .map((entry, index) => ({ entry, path: `overlaps[${index}]` }))
      .filter(({ entry }) => entry.resolution === undefined)
      .map(
        ({ entry, path }): Judgement => ({
          outcome: 'violated',
          subject: entry.with,
          ...(entry.score === undefined ? {} : { actual: entry.score }),
          message: {
            vi: `Trùng lắp với ${entry.with}, chưa có cách xử lý.`,
            en: `It overlaps with ${entry.with}, and nothing is settled.`,
          },
          remedy: {
            vi: 'ghép đoàn, đổi nội dung cho khác, hoãn hoặc cắt; hoặc giải trình vì sao vẫn cần đi',
            en: 'merge, differentiate, postpone or cut; or explain why it is still needed',
          },
          read: () => [{ path, value: entry }],
        }),
      )
    return orPass(judgements, { vi: 'Không có trùng lắp nào chưa xử lý.', en: 'No overlap is left unsettled.' }, () => [
      { path: 'overlaps', value: overlaps },
    ])
  },
})
