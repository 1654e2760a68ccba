import type { Bilingual } from '../../kernel/text.ts'
import type { Content } from '../content/content.ts'
import type { Fact } from '../content/facts.ts'
import { itemsAt } from '../edit/projection.ts'
import { covers, judgedOf } from '../opinions/about.ts'
import type { Assessment } from './store.ts'

/**
 * What the examiners' word says to the law: whether the trip is practical, whether an explanation is accepted – as long as the
 * dossier is what they have judged. Pure.
 */
export function assessmentFacts(content: Content, assessments: readonly Assessment[]): Fact[] {
  return assessments
    .filter((one) => stillSpeaksOf(content, one))
    .flatMap((one): Fact[] => {
      const source = sourceOf(one)
      if (one.judgement === 'asked') return []
      const accepted = one.judgement === 'accepted'
      if (one.subject === 'practicality') {
        return [{ at: 'purpose/practicality/appraisal', value: accepted ? 'practical' : 'impractical', source }]
      }
      return itemsAt(content, 'explanations')
        .filter(
          ({ rule, subject }) =>
            rule === one.subject && (subject === undefined || one.about === null || subject === one.about),
        )
        .map(({ key }) => ({ at: `explanations/${String(key)}/accepted`, value: accepted, source }))
    })
}

/** Whether what was judged still stands as it was: nothing new has come in since. */
export function stillSpeaksOf(content: Content, { judged, subject }: Pick<Assessment, 'judged' | 'subject'>): boolean {
  return judged === null || covers(judged, judgedOf(content, subject))
}

function sourceOf({ by }: Assessment): Bilingual {
  return { vi: `Ý kiến thẩm định của ${by}`, en: `Examination by ${by}` }
}
