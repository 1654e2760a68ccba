import { yearOf } from '../../kernel/day.ts'
import { planNotStated, planRead, unapproved } from './plan.ts'
import { NO_PARAMETERS, pass, type Read, rule, unknown } from './rule.ts'

/** The sender has an approved plan for the year of departure with a separate line for travel abroad. */
export const annualPlan = rule({
  id: 'annual-plan',
  title: { vi: 'Kế hoạch đối ngoại hằng năm', en: 'Yearly plan' },
  parameters: NO_PARAMETERS,
  counting: { vi: 'Năm của kế hoạch là năm của ngày đi.', en: 'The plan’s year is the year of departure.' },
  demand: () => ({
    vi: 'có kế hoạch năm được phê duyệt, có mục riêng về kinh phí đi nước ngoài',
    en: 'an approved plan for the year with a separate line for travel abroad',
  }),
  judge: (facts) => {
    const { plan, trip } = facts.dossier
    const year = yearOf(trip.departure)
    if (plan === undefined) return [planNotStated(year)]
    const read = (): Read[] => [...planRead(facts), { path: 'plan.hasTravelLine', value: plan?.hasTravelLine }]
    const fault = unapproved(plan, year)
    if (fault) return [{ outcome: 'violated', ...fault, read }]
    if (plan?.hasTravelLine === false) {
      return [
        {
          outcome: 'violated',
          message: {
            vi: `Kế hoạch năm ${year} không có mục riêng về kinh phí đi công tác nước ngoài.`,
            en: `The plan of ${year} has no separate line for travel abroad.`,
          },
          remedy: {
            vi: 'bổ sung mục riêng về kinh phí đi công tác nước ngoài vào kế hoạch và trình phê duyệt',
            en: 'add a separate line for travel abroad to the plan and have it approved',
          },
          read,
        },
      ]
    }
    const needs = [
      ...(plan?.approved === undefined ? ['plan.approved'] : []),
      ...(plan?.hasTravelLine === undefined ? ['plan.hasTravelLine'] : []),
    ]
    if (needs.length > 0) {
      return [
        unknown(
          needs,
          {
            vi: `Chưa nêu kế hoạch năm ${year} đã được phê duyệt và có mục riêng về kinh phí đi nước ngoài hay chưa.`,
            en: `Whether the plan of ${year} is approved and has a line for travel abroad is not stated.`,
          },
          read,
        ),
      ]
    }
    return pass(
      {
        vi: `Kế hoạch năm ${year} đã được phê duyệt, có mục riêng về kinh phí đi công tác nước ngoài.`,
        en: `The plan of ${year} is approved and has its own line for travel abroad.`,
      },
      read,
    )
  },
})
