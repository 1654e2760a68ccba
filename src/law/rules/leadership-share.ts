import { z } from 'zod'
import type { Facts, Person } from '../facts.ts'
import { byUnit } from './by-unit.ts'
import { type Judgement, orPass, type Read, readEach, rule } from './rule.ts'

/** Members of one unit's collective leadership ≤ `share` of its size (exactly that share passes); one finding per unit. */
export const leadershipShare = rule({
  id: 'leadership-share',
  title: { vi: 'Tỷ lệ tập thể lãnh đạo cùng đi', en: 'Share of the collective leadership' },
  parameters: z.strictObject({ numerator: z.int().positive(), denominator: z.int().positive() }),
  counting: {
    vi: 'Số người thuộc tập thể lãnh đạo của từng cơ quan so với số lượng tập thể lãnh đạo cơ quan đó; đúng bằng tỷ lệ thì đạt.',
    en: 'Members of each unit’s collective leadership against its size; exactly the share passes.',
  },
  demand: ({ numerator, denominator }) => ({
    vi: `không quá ${numerator}/${denominator} tập thể lãnh đạo của một cơ quan`,
    en: `at most ${numerator}/${denominator} of a unit’s collective leadership`,
  }),
  judge: (facts, { parameters: { numerator, denominator } }) => {
    const fraction = `${numerator}/${denominator}`
    const judgements: Judgement[] = []
    const sizes = sizesOf(facts)
    for (const [unit, people] of byUnit(facts.persons)) {
      const judgement = judgeUnit(unit, people, sizes.get(unit))
      if (judgement) judgements.push(judgement)
    }
    return orPass(
      judgements,
      {
        vi: `Không cơ quan nào có quá ${fraction} tập thể lãnh đạo trong đoàn.`,
        en: `No unit has more than ${fraction} of its collective leadership in the delegation.`,
      },
      () => [...readEach(facts.persons, 'collective'), { path: 'leadership', value: facts.dossier.leadership }],
    )

    function judgeUnit(unit: string, people: Person[], size: Read | undefined): Judgement | undefined {
      const leaders = people.filter(({ member }) => member.collective === true).length
      const open = people.filter(({ member }) => member.collective === undefined)
      const read = (): Read[] => [...readEach(people, 'collective'), size ?? { path: 'leadership' }]
      if (size === undefined) {
        if (leaders + open.length === 0) return undefined
        return {
          outcome: 'unknown',
          subject: unit,
          needs: ['leadership', ...open.map(({ path }) => `${path}.collective`)],
          message: {
            vi: `${unit}: chưa nêu số lượng tập thể lãnh đạo, nên chưa biết đoàn có quá ${fraction} hay không.`,
            en: `${unit}: the size of its collective leadership is not stated, so whether more than ${fraction} travel is not known.`,
          },
          read,
        }
      }
      const allowed = Math.floor((Number(size.value) * numerator) / denominator)
      const figures = { limit: allowed, actual: leaders }
      if (leaders > allowed) {
        return {
          outcome: 'violated',
          subject: unit,
          ...figures,
          message: {
            vi: `${unit} có ${leaders} trên ${size.value} người của tập thể lãnh đạo cùng đi, quá ${fraction} (${allowed} người).`,
            en: `${leaders} of the ${size.value} collective leaders of ${unit} travel, more than ${fraction} (${allowed}).`,
          },
          remedy: {
            vi: `bớt ${leaders - allowed} người thuộc tập thể lãnh đạo của cơ quan này`,
            en: `take ${leaders - allowed} fewer of this unit’s collective leadership`,
          },
          read,
        }
      }
      if (leaders + open.length <= allowed) return undefined
      return {
        outcome: 'unknown',
        subject: unit,
        limit: allowed,
        needs: open.map(({ path }) => `${path}.collective`),
        message: {
          vi: `${unit}: chưa nêu ai thuộc tập thể lãnh đạo, nên chưa biết đoàn có quá ${fraction} hay không.`,
          en: `${unit}: who belongs to the collective leadership is not stated, so whether more than ${fraction} travel is not known.`,
        },
        read,
      }
    }
  },
})

/** The stated size of each unit's collective leadership, as read. */
function sizesOf({ dossier }: Facts): Map<string, Read> {
  return new Map(
    (dossier.leadership ?? []).map(({ unit, size }, index) => [
      unit.trim(),
      { path: `leadership[${index}].size`, value: size },
    ]),
  )
}
