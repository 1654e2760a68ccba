import { yearOf } from '../../kernel/day.ts'
import { stated } from '../../kernel/text.ts'
import { planNotStated, planRead, unapproved } from './plan.ts'
import { NO_PARAMETERS, pass, rule, unknown } from './rule.ts'

/** The trip is an item of the approved plan. `itemId: null` says that it is not; absent says nothing. */
export const inPlan = rule({
  id: 'in-plan',
  title: { vi: 'Đoàn nằm trong kế hoạch', en: 'The trip is in the plan' },
  parameters: NO_PARAMETERS,
  counting: { vi: 'Năm của kế hoạch là năm của ngày đi.', en: 'The plan’s year is the year of departure.' },
  demand: () => ({ vi: 'đoàn nằm trong kế hoạch được phê duyệt', en: 'the trip is an item of the approved plan' }),
  judge: (facts) => {
    const { plan, trip } = facts.dossier
    const year = yearOf(trip.departure)
    if (plan === undefined) return [planNotStated(year)]
    const read = () => [...planRead(facts), { path: 'plan.itemId', value: plan?.itemId }]
    const fault = unapproved(plan, year)
    if (fault) return [{ outcome: 'violated', ...fault, read }]
    if (plan?.itemId === null) {
      return [
        {
          outcome: 'violated',
          message: { vi: `Đoàn không nằm trong kế hoạch năm ${year}.`, en: `The trip is not in the plan of ${year}.` },
          remedy: {
            vi: 'đưa đoàn vào kế hoạch bằng một lần điều chỉnh được phê duyệt',
            en: 'bring the trip into the plan by an approved adjustment',
          },
          read,
        },
      ]
    }
    const item = stated(plan?.itemId)
    const needs = [...(plan?.approved === undefined ? ['plan.approved'] : []), ...(item ? [] : ['plan.itemId'])]
    if (needs.length > 0) {
      return [
        unknown(
          needs,
          {
            vi: `Chưa nêu đoàn là mục nào của kế hoạch năm ${year} đã được phê duyệt.`,
            en: `Which item of the approved plan of ${year} this is, is not stated.`,
          },
          read,
        ),
      ]
    }
    return pass(
      { vi: `Đoàn là mục ${item} của kế hoạch năm ${year}.`, en: `The trip is item ${item} of the plan of ${year}.` },
      read,
    )
  },
})
