import { z } from 'zod'
import { type Day as CalendarDay, isDay } from '../kernel/day.ts'
import { remember } from '../kernel/remember.ts'
import { isCountry } from './codes/countries.ts'
import { CURRENCY_CODES } from './codes/currencies.ts'
import { isJurisdiction } from './codes/jurisdictions.ts'

/**
 * The dossier contract: one JSON shape for a delegation dossier (hồ sơ đoàn ra). An absent field means "not stated",
 * never "no"; a field that is `null` is taken for absent before it gets here (see `read.ts`), save `plan` and
 * `plan.itemId`, where `null` says that there is none. Unknown fields are refused.
 */

/** Days of the contract lie between 1900 and 2199: whatever a typing slip makes of a year, dates can be counted with. */
export const ContractDay = z.string().refine(isContractDay, { error: 'day' })
/** Remembered, since the dossiers of a register name the same few thousand days again and again. */
const isKnownDay = remember(10_000, (text) => isDay(text) && text >= '1900' && text < '2200')

/** Whether the text is a day of the contract. */
export function isContractDay(text: string): text is CalendarDay {
  return text.length === 10 && isKnownDay(text)
}

const Day = ContractDay
const Country = z.string().refine(isCountry, { error: 'country' })
const Currency = z.string().refine((code) => CURRENCY_CODES.has(code), { error: 'currency' })
const Jurisdiction = z.string().refine(isJurisdiction, { error: 'jurisdiction' })

/**
 * Lists are longer than any delegation needs, and still end: one request must not ask for a hundred thousand findings.
 */
const LONGEST_LIST = 1000
const LONGEST_PROGRAMME = 5000

function list<Item extends z.ZodType>(item: Item, longest = LONGEST_LIST): z.ZodArray<Item> {
  return z.array(item).max(longest)
}

export const Money = z.strictObject({ amount: z.number(), currency: Currency })
export type Money = z.infer<typeof Money>

/** A document: at least its day, and its number and issuer where it has them. */
export const Doc = z.strictObject({ number: z.string().optional(), on: Day, by: z.string().optional() })
export type Doc = z.infer<typeof Doc>

export const SENDER_LEVELS = [
  'central',
  'province',
  'department',
  'district',
  'commune',
  'public-unit',
  'enterprise',
] as const
export const BLOCS = ['party', 'state', 'front-and-mass'] as const
export const LOCALITIES = ['urban', 'rural'] as const
export const PURPOSE_KINDS = [
  'visit',
  'working',
  'conference',
  'negotiation',
  'promotion',
  'study',
  'survey',
  'exchange',
  'training',
  'tourism',
] as const
export const HOST_KINDS = [
  'government',
  'international-organisation',
  'ngo',
  'university',
  'enterprise',
  'other',
] as const
export const ACTIVITIES = [
  'working-session',
  'site-visit',
  'conference',
  'signing',
  'study-session',
  'reception-attended',
  'banquet-hosted',
  'sightseeing',
  'travel',
  'free',
] as const
export const MEMBER_ROLES = [
  'head',
  'deputy-head',
  'member',
  'secretary',
  'interpreter',
  'spouse',
  'relative',
  'enterprise-companion',
] as const
export const MANAGING_LEVELS = ['politburo', 'secretariat', 'standing-committee', 'unit'] as const
export const TRIP_STATUSES = ['approved', 'completed', 'pending', 'cancelled', 'rejected'] as const
export const FUNDING_SOURCES = [
  'state-budget',
  'unit-revenue',
  'host',
  'international-organisation',
  'domestic-enterprise',
  'foreign-enterprise',
  'foreign-loan',
  'sponsorship',
  'personal',
] as const
export const ORGANISERS = ['agency', 'host', 'domestic-enterprise', 'foreign-enterprise'] as const
export const INVITER_KINDS = [
  'government',
  'international-organisation',
  'ngo',
  'university',
  'domestic-enterprise',
  'foreign-enterprise',
  'other',
] as const
export const FLIGHT_CLASSES = ['economy', 'premium', 'business', 'first'] as const
export const CONSULTED = [
  'mission',
  'department-of-foreign-affairs',
  'ministry-of-foreign-affairs',
  'public-security',
  'other',
] as const
export const ANSWERS = ['agrees', 'no-objection', 'objects', 'pending'] as const
export const RESOLUTIONS = ['merge', 'differentiated', 'postponed', 'cut'] as const
export const REPORT_PARTS = [
  'time',
  'place',
  'content',
  'partners',
  'daily-work',
  'results',
  'applicability',
  'limitations',
] as const
export const INCIDENT_KINDS = ['social-media-post', 'lost-document', 'left-delegation', 'host-law', 'other'] as const

export const Sender = z.strictObject({
  unit: z.string(),
  jurisdiction: Jurisdiction,
  level: z.enum(SENDER_LEVELS),
  bloc: z.enum(BLOCS).optional(),
  locality: z.enum(LOCALITIES).optional(),
})
export type Sender = z.infer<typeof Sender>

export const Purpose = z.strictObject({
  kind: z.enum(PURPOSE_KINDS),
  summary: z.string().optional(),
  requirements: z.string().optional(),
  content: z.string().optional(),
  underAgreement: z.boolean().optional(),
  practicality: z
    .strictObject({ statement: z.string().optional(), appraisal: z.enum(['practical', 'impractical']).optional() })
    .optional(),
  importantEvent: z.boolean().optional(),
})
export type Purpose = z.infer<typeof Purpose>

export const Stay = z.strictObject({ country: Country, arrive: Day, leave: Day, transit: z.boolean().optional() })
export type Stay = z.infer<typeof Stay>

export const ProgrammeEntry = z.strictObject({
  day: Day,
  country: Country.optional(),
  activity: z.enum(ACTIVITIES),
  partner: z.string().optional(),
  topic: z.string().optional(),
})
export type ProgrammeEntry = z.infer<typeof ProgrammeEntry>

export const Member = z.strictObject({
  id: z.string().optional(),
  name: z.string(),
  position: z.string().optional(),
  unit: z.string().optional(),
  role: z.enum(MEMBER_ROLES),
  leader: z.boolean().optional(),
  keyLeader: z.boolean().optional(),
  collective: z.boolean().optional(),
  managedBy: z.enum(MANAGING_LEVELS).optional(),
  rank: z.string().optional(),
  personnelApproval: Doc.optional(),
  tripsThisYear: list(
    z.strictObject({
      departure: Day,
      title: z.string().optional(),
      status: z.enum(TRIP_STATUSES),
      official: z.boolean().optional(),
    }),
  ).optional(),
  task: z.string().optional(),
  retiresOn: Day.optional(),
  relatedTo: z.string().optional(),
  declaresNoSecrets: z.boolean().optional(),
  carriesSecrets: z.boolean().optional(),
  socialMediaUndertaking: z.boolean().optional(),
})
export type Member = z.infer<typeof Member>

export const Invitation = z.strictObject({
  from: z.string(),
  kind: z.enum(INVITER_KINDS),
  names: list(z.string()).optional(),
  solicited: z.boolean().optional(),
})
export type Invitation = z.infer<typeof Invitation>

export const Consultation = z.strictObject({
  with: z.enum(CONSULTED),
  country: Country.optional(),
  on: Day,
  answer: z.enum(ANSWERS).optional(),
})
export type Consultation = z.infer<typeof Consultation>

export const ExceptionEntry = z.strictObject({
  rule: z.string(),
  subject: z.string().optional(),
  decidedBy: z.string(),
  number: z.string(),
  on: Day,
  reason: z.string(),
})
export type ExceptionEntry = z.infer<typeof ExceptionEntry>

export const Explanation = z.strictObject({
  rule: z.string(),
  subject: z.string().optional(),
  text: z.string(),
  accepted: z.boolean().optional(),
})
export type Explanation = z.infer<typeof Explanation>

export const Dossier = z.strictObject({
  id: z.string().optional(),
  title: z.string(),
  sender: Sender,
  purpose: Purpose,
  hosts: list(z.strictObject({ name: z.string(), country: Country, kind: z.enum(HOST_KINDS).optional() })).optional(),
  trip: z.strictObject({ departure: Day, return: Day, stays: list(Stay) }),
  programme: list(ProgrammeEntry, LONGEST_PROGRAMME).optional(),
  members: list(Member),
  leadership: list(z.strictObject({ unit: z.string(), size: z.int().nonnegative() })).optional(),
  funding: list(
    z.strictObject({
      source: z.enum(FUNDING_SOURCES),
      payer: z.string().optional(),
      amount: Money.optional(),
      covers: list(z.string()).optional(),
    }),
  ).optional(),
  organiser: z.enum(ORGANISERS).optional(),
  invitations: list(Invitation).optional(),
  plan: z
    .strictObject({
      year: z.int(),
      approved: z.boolean().optional(),
      hasTravelLine: z.boolean().optional(),
      itemId: z.string().nullable().optional(),
      travelBudgetLeft: Money.optional(),
    })
    .nullable()
    .optional(),
  estimate: z.strictObject({ total: Money, banquets: Money.optional(), gifts: Money.optional() }).optional(),
  gifts: list(
    z.strictObject({ description: z.string(), recipient: z.string().optional(), value: Money.optional() }),
  ).optional(),
  flights: list(z.strictObject({ class: z.enum(FLIGHT_CLASSES), lowCostCompared: z.boolean().optional() })).optional(),
  documents: z
    .strictObject({
      proposal: Doc.optional(),
      programme: Doc.optional(),
      researchOutline: Doc.extend({ approvedOn: Day.optional() }).optional(),
      invitation: Doc.optional(),
      hostLawBriefing: Doc.optional(),
      dispatchDecision: Doc.optional(),
    })
    .optional(),
  consultations: list(Consultation).optional(),
  overlaps: list(
    z.strictObject({
      with: z.string(),
      score: z.number().optional(),
      resolution: z.enum(RESOLUTIONS).optional(),
      note: z.string().optional(),
    }),
  ).optional(),
  exceptions: list(ExceptionEntry).optional(),
  explanations: list(Explanation).optional(),
  after: z
    .strictObject({
      reports: list(
        z.strictObject({ on: Day, recipients: list(z.string()), contents: list(z.enum(REPORT_PARTS)) }),
      ).optional(),
      sharedWith: list(z.string()).optional(),
      incidents: list(
        z.strictObject({ kind: z.enum(INCIDENT_KINDS), on: Day, note: z.string().optional() }),
      ).optional(),
    })
    .optional(),
})
export type Dossier = z.infer<typeof Dossier>

/** What the check reads: the dossier, and the day whose law is applied (default: today in Việt Nam). */
export const CheckRequest = z.strictObject({ asOf: Day.optional(), dossier: Dossier })
export type CheckRequest = z.infer<typeof CheckRequest>
