import type { Bilingual } from '../../kernel/text.ts'
import type { Dossier } from '../dossier.ts'
import type { Facts } from '../facts.ts'
import { type Judgement, type Read, unknown } from './rule.ts'

/** Nothing is stated of a plan: the unknown that both rules on plans share. */
export function planNotStated(year: number): Judgement {
  return unknown(
    ['plan'],
    {
      vi: `Chưa nêu kế hoạch đối ngoại năm ${year} của cơ quan cử đoàn.`,
      en: `The sender’s plan for ${year} is not stated.`,
    },
    () => [{ path: 'plan' }],
  )
}

/** Why there is no approved plan for the year, with what to do; `undefined` when nothing speaks against it. */
export function unapproved(plan: Dossier['plan'], year: number): { message: Bilingual; remedy: Bilingual } | undefined {
  const remedy = {
    vi: `trình cấp có thẩm quyền phê duyệt kế hoạch đối ngoại năm ${year}`,
    en: `submit a plan for ${year} for approval`,
  }
  if (plan === null) {
    return {
      message: {
        vi: `Cơ quan cử đoàn không có kế hoạch đối ngoại năm ${year}.`,
        en: `The sender has no plan for ${year}.`,
      },
      remedy,
    }
  }
  if (plan && plan.year !== year) {
    return {
      message: {
        vi: `Kế hoạch được nêu là của năm ${plan.year}, chuyến đi thuộc năm ${year}.`,
        en: `The plan stated is that of ${plan.year}; the trip is in ${year}.`,
      },
      remedy: { vi: `dẫn kế hoạch năm ${year}`, en: `refer to the plan of ${year}` },
    }
  }
  if (plan?.approved === false) {
    return {
      message: { vi: `Kế hoạch năm ${year} chưa được phê duyệt.`, en: `The plan of ${year} is not approved.` },
      remedy,
    }
  }
  return undefined
}

/** What both rules on plans read. */
export function planRead(facts: Facts): Read[] {
  const { plan, trip } = facts.dossier
  const departure = { path: 'trip.departure', value: trip.departure }
  if (!plan) return [departure, { path: 'plan', value: plan }]
  return [departure, { path: 'plan.year', value: plan.year }, { path: 'plan.approved', value: plan.approved }]
}
