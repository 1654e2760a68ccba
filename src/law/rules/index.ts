import type { Bilingual } from '../../kernel/text.ts'
import { annualPlan } from './annual-plan.ts'
import { banquet } from './banquet.ts'
import { countryCount } from './country-count.ts'
import { daysPerCountry } from './days-per-country.ts'
import { delegationSize } from './delegation-size.ts'
import { density } from './density.ts'
import { detailedProgramme } from './detailed-programme.ts'
import { economyTravel } from './economy-travel.ts'
import { enterpriseSponsorship } from './enterprise-sponsorship.ts'
import { foreignAffairsConsulted } from './foreign-affairs-consulted.ts'
import { foreignLoanOrSponsor } from './foreign-loan-or-sponsor.ts'
import { gifts } from './gifts.ts'
import { hostLaw } from './host-law.ts'
import { inPlan } from './in-plan.ts'
import { keyLeadersTogether } from './key-leaders-together.ts'
import { leadershipShare } from './leadership-share.ts'
import { managedCadreApproval } from './managed-cadre-approval.ts'
import { memberTask } from './member-task.ts'
import { missionConsulted } from './mission-consulted.ts'
import { namedInvitation } from './named-invitation.ts'
import { nearRetirement } from './near-retirement.ts'
import { overlap } from './overlap.ts'
import { planBudget } from './plan-budget.ts'
import { practicality } from './practicality.ts'
import { programmeSubstance } from './programme-substance.ts'
import { proposalParts } from './proposal-parts.ts'
import { relatives } from './relatives.ts'
import { researchOutline } from './research-outline.ts'
import type { Rule } from './rule.ts'
import { sameRegion } from './same-region.ts'
import { secrets } from './secrets.ts'
import { socialMedia } from './social-media.ts'
import { solicitedInvitation } from './solicited-invitation.ts'
import { studyDestination } from './study-destination.ts'
import { tourism } from './tourism.ts'
import { tripLength } from './trip-length.ts'
import { tripsPerYear } from './trips-per-year.ts'

/** Every rule, in the order in which a reader would ask: who goes, where and how long, why, with what money and papers. */
export const RULES: readonly Rule[] = [
  delegationSize,
  keyLeadersTogether,
  leadershipShare,
  relatives,
  memberTask,
  managedCadreApproval,
  nearRetirement,
  tripLength,
  countryCount,
  daysPerCountry,
  sameRegion,
  studyDestination,
  tripsPerYear,
  annualPlan,
  inPlan,
  planBudget,
  practicality,
  tourism,
  programmeSubstance,
  banquet,
  gifts,
  economyTravel,
  enterpriseSponsorship,
  namedInvitation,
  solicitedInvitation,
  foreignLoanOrSponsor,
  proposalParts,
  detailedProgramme,
  researchOutline,
  missionConsulted,
  foreignAffairsConsulted,
  secrets,
  hostLaw,
  socialMedia,
  overlap,
  density,
]

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]))

/** The rule of an id; `undefined` when there is none. */
export function findRule(id: string): Rule | undefined {
  return BY_ID.get(id)
}

/** What a rule is called on screen; its id when there is none of that id. */
export function ruleTitle(id: string): Bilingual {
  return BY_ID.get(id)?.title ?? { vi: id, en: id }
}
