import type { Bilingual } from '../../kernel/text.ts'
import { readAtKeys } from '../content/changes.ts'
import type { Content } from '../content/content.ts'
import type { Fact } from '../content/facts.ts'
import type { JsonObject } from '../content/json.ts'
import { itemsAt } from '../edit/projection.ts'
import { covers, judgedOf } from '../opinions/about.ts'
import type { Assessment } from './store.ts'

/**
 * What the examiners' word says to the law: whether the trip is practical, which delegations it overlaps with and how that is
 * settled, whether an explanation is accepted – as long as the dossier is what they have judged. Pure.
 */
export function assessmentFacts(content: Content, assessments: readonly Assessment[]): Fact[] {
  const judged = assessments.filter((one) => one.judgement !== 'asked' && stillSpeaksOf(content, one))
  const overlaps = judged.filter(({ subject, norm }) => subject === 'overlap' && norm === null)
  return [
    ...judged.filter((one) => !overlaps.includes(one)).flatMap((one) => factsOf(content, one)),
    ...overlapFacts(content, overlaps),
  ]
}

/** Whether what was judged still stands as it was: nothing new has come in since. */
export function stillSpeaksOf(content: Content, { judged, subject }: Pick<Assessment, 'judged' | 'subject'>): boolean {
  return judged === null || covers(judged, judgedOf(content, subject))
}

function factsOf(content: Content, one: Assessment): Fact[] {
  const source = sourceOf(one)
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
}

/** Overlaps that the unit has stated are settled or not, as examiners judge; those that examiners name come to them. */
function overlapFacts(content: Content, judged: readonly Assessment[]): Fact[] {
  const stated = itemsAt(content, 'overlaps')
  const named = judged.filter(({ about }) => about !== null)
  const settled = stated.flatMap(({ key, with: other }): Fact[] => {
    const one = named.find(({ about }) => about === other)
    return one ? [{ at: `overlaps/${String(key)}/resolution`, value: one.resolution, source: sourceOf(one) }] : []
  })
  const added = named.filter(({ about }) => !stated.some(({ with: other }) => other === about))
  if ((readAtKeys(content, 'overlaps') ?? null) !== null) {
    const entries = added.map((one) => ({ at: `overlaps/${one.id}`, value: entryOf(one), source: sourceOf(one) }))
    return [...settled, ...entries]
  }
  const [first] = [...added, ...judged.filter(({ about, judgement }) => about === null && judgement === 'accepted')]
  return first === undefined ? [] : [{ at: 'overlaps', value: added.map(entryOf), source: sourceOf(first) }]
}

function entryOf({ id, about, resolution, note }: Assessment): JsonObject {
  return {
    key: id,
    with: about,
    ...(resolution === null ? {} : { resolution }),
    ...(note === '' ? {} : { note }),
  }
}

function sourceOf({ by }: Assessment): Bilingual {
  return { vi: `Ý kiến thẩm định của ${by}`, en: `Examination by ${by}` }
}
