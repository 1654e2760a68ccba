import { expect, test } from 'vitest'
import { bySubject } from './by-subject.ts'

test('what was said of one subject is added up: by judgement in their order, by reason from the most frequent', () => {
  const said = (
    subject: string,
    judgement: 'accepted' | 'asked',
    reasonCode: 'well-founded' | 'too-long',
    count: number,
  ) => ({
    subject,
    judgement,
    reasonCode,
    count,
  })
  expect(
    bySubject([
      said('overlap', 'accepted', 'well-founded', 2),
      said('trip-length', 'asked', 'too-long', 3),
      said('trip-length', 'accepted', 'well-founded', 1),
      said('trip-length', 'accepted', 'too-long', 1),
    ]),
  ).toEqual([
    {
      subject: 'trip-length',
      count: 5,
      judgements: [
        ['accepted', 2],
        ['asked', 3],
      ],
      reasons: [
        ['too-long', 4],
        ['well-founded', 1],
      ],
    },
    { subject: 'overlap', count: 2, judgements: [['accepted', 2]], reasons: [['well-founded', 2]] },
  ])
})
