import fc from 'fast-check'
import { addDays } from '../../kernel/day.ts'
import {
  ACTIVITIES,
  ANSWERS,
  CONSULTED,
  type Dossier,
  FLIGHT_CLASSES,
  FUNDING_SOURCES,
  INVITER_KINDS,
  LOCALITIES,
  MANAGING_LEVELS,
  MEMBER_ROLES,
  ORGANISERS,
  PURPOSE_KINDS,
  REPORT_PARTS,
  RESOLUTIONS,
  SENDER_LEVELS,
  TRIP_STATUSES,
} from '../dossier.ts'

/** Dossiers as a register might hold them and worse: every optional fact there or not, every code, invented people. */

const COUNTRIES = ['JP', 'KR', 'CN', 'SG', 'TH', 'FR', 'DE', 'US', 'AU', 'TW', 'XK', 'AQ'] as const
const UNITS = ['Sở Khoa học và Công nghệ Hà Nội', 'Sở Xây dựng Hà Nội', 'Văn phòng UBND thành phố Hà Nội'] as const
const NAMES = ['An', 'Bình', 'Châu', 'Dung', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga', 'Phúc', 'Quân'].map(
  (name) => `Nguyễn ${name}`,
)

const day = (first: string, span: number) => fc.integer({ min: 0, max: span }).map((days) => addDays(first, days))
const anyDay = day('2026-01-01', 500)
const text = fc.constantFrom('', '  ', 'Nội dung hợp tác', 'Trao đổi kinh nghiệm quản lý')
const money = fc.record({ amount: fc.integer({ min: 0, max: 2_000_000_000 }), currency: fc.constantFrom('VND', 'USD') })
const doc = optional({ on: anyDay }, { number: fc.constant('12/QĐ'), by: fc.constant('UBND') })

/** A record whose second part may be missing, field by field. */
function optional<Needed extends object, Extra extends object>(
  needed: { [Key in keyof Needed]: fc.Arbitrary<Needed[Key]> },
  extra: { [Key in keyof Extra]: fc.Arbitrary<Extra[Key]> },
) {
  return fc.record({ ...needed, ...extra }, { requiredKeys: Object.keys(needed) as never[] }) as fc.Arbitrary<
    Needed & Partial<Extra>
  >
}

const members = fc
  .uniqueArray(fc.constantFrom(...NAMES), { maxLength: 12 })
  .chain((names) => fc.tuple(...names.map((name, index) => member(name, index))))

function member(name: string, index: number) {
  return optional(
    { name: fc.constant(name), role: index === 0 ? fc.constant('head' as const) : fc.constantFrom(...MEMBER_ROLES) },
    {
      id: fc.constant(`CB-${index}`),
      unit: fc.constantFrom(...UNITS),
      leader: fc.boolean(),
      keyLeader: fc.boolean(),
      collective: fc.boolean(),
      managedBy: fc.constantFrom(...MANAGING_LEVELS),
      rank: fc.constantFrom('province-head', 'department-head', 'department-deputy'),
      personnelApproval: doc,
      tripsThisYear: fc.array(
        optional(
          { departure: day('2025-12-01', 500), status: fc.constantFrom(...TRIP_STATUSES) },
          { title: fc.constantFrom('Đoàn khác', 'Đoàn thử'), official: fc.boolean() },
        ),
        { maxLength: 4 },
      ),
      task: text,
      retiresOn: day('2026-01-01', 2000),
      relatedTo: fc.constantFrom('', 'Nguyễn An'),
      declaresNoSecrets: fc.boolean(),
      carriesSecrets: fc.boolean(),
      socialMediaUndertaking: fc.boolean(),
    },
  )
}

/** A trip of 1 to 14 days with its stays and programme inside it. */
const trip = fc
  .record({ departure: day('2026-02-01', 400), length: fc.integer({ min: 1, max: 14 }) })
  .chain(({ departure, length }) => {
    const within = fc.integer({ min: 0, max: length - 1 })
    const stay = fc
      .tuple(fc.constantFrom(...COUNTRIES), within, within, fc.option(fc.boolean(), { nil: undefined }))
      .map(([country, one, other, transit]) => ({
        country,
        arrive: addDays(departure, Math.min(one, other)),
        leave: addDays(departure, Math.max(one, other)),
        ...(transit === undefined ? {} : { transit }),
      }))
    const entry = fc
      .tuple(within, fc.constantFrom(...ACTIVITIES))
      .map(([offset, activity]) => ({ day: addDays(departure, offset), activity }))
    return fc.record({
      trip: fc.record({
        departure: fc.constant(departure),
        return: fc.constant(addDays(departure, length - 1)),
        stays: fc.array(stay, { maxLength: 4 }),
      }),
      programme: fc.array(entry, { maxLength: 16 }),
    })
  })

/** Any dossier that the contract allows (with days of 2026 and 2027). */
export const anyDossier: fc.Arbitrary<Dossier> = trip.chain(({ trip, programme }) =>
  optional(
    {
      title: fc.constant('Đoàn thử'),
      sender: optional(
        {
          unit: fc.constantFrom(...UNITS),
          jurisdiction: fc.constantFrom('VN-HN', 'VN-HN', 'VN-HN', 'VN', 'VN-DN'),
          level: fc.constantFrom(...SENDER_LEVELS),
        },
        { locality: fc.constantFrom(...LOCALITIES) },
      ),
      purpose: optional(
        { kind: fc.constantFrom(...PURPOSE_KINDS) },
        {
          summary: text,
          requirements: text,
          content: text,
          underAgreement: fc.boolean(),
          importantEvent: fc.boolean(),
          practicality: optional(
            {},
            { statement: text, appraisal: fc.constantFrom('practical' as const, 'impractical' as const) },
          ),
        },
      ),
      trip: fc.constant(trip),
      members,
    },
    {
      programme: fc.constant(programme),
      hosts: fc.array(fc.record({ name: text, country: fc.constantFrom(...COUNTRIES) }), { maxLength: 2 }),
      leadership: fc.uniqueArray(fc.record({ unit: fc.constantFrom(...UNITS), size: fc.integer({ min: 0, max: 9 }) }), {
        maxLength: 3,
        selector: ({ unit }) => unit,
      }),
      funding: fc.array(optional({ source: fc.constantFrom(...FUNDING_SOURCES) }, { amount: money }), { maxLength: 3 }),
      organiser: fc.constantFrom(...ORGANISERS),
      invitations: fc.array(
        optional(
          { from: fc.constantFrom('Công ty A', 'Đại học B'), kind: fc.constantFrom(...INVITER_KINDS) },
          { names: fc.array(fc.constantFrom(...NAMES, 'CB-1'), { maxLength: 3 }), solicited: fc.boolean() },
        ),
        { maxLength: 3 },
      ),
      plan: fc.option(
        optional(
          { year: fc.integer({ min: 2025, max: 2027 }) },
          {
            approved: fc.boolean(),
            hasTravelLine: fc.boolean(),
            itemId: fc.constantFrom('KH-01', '', null),
            travelBudgetLeft: money,
          },
        ),
        { nil: null },
      ),
      estimate: optional({ total: money }, { banquets: money, gifts: money }),
      gifts: fc.array(optional({ description: text }, { value: money }), { maxLength: 2 }),
      flights: fc.array(optional({ class: fc.constantFrom(...FLIGHT_CLASSES) }, { lowCostCompared: fc.boolean() }), {
        maxLength: 2,
      }),
      documents: optional(
        {},
        { researchOutline: optional({ on: anyDay }, { approvedOn: anyDay }), hostLawBriefing: doc },
      ),
      consultations: fc.array(
        optional(
          { with: fc.constantFrom(...CONSULTED), on: anyDay },
          { country: fc.constantFrom(...COUNTRIES), answer: fc.constantFrom(...ANSWERS) },
        ),
        { maxLength: 4 },
      ),
      overlaps: fc.array(
        optional({ with: fc.constantFrom('Đoàn X', 'Đoàn Y') }, { resolution: fc.constantFrom(...RESOLUTIONS) }),
        { maxLength: 2 },
      ),
      exceptions: fc.array(
        optional(
          {
            rule: fc.constantFrom('delegation-size', 'trips-per-year', 'in-plan', 'relatives', 'country-count'),
            decidedBy: fc.constantFrom('', 'Thường trực Thành ủy'),
            number: fc.constant('15-TB/TU'),
            on: anyDay,
            reason: fc.constantFrom('', 'Công việc thật cần thiết'),
          },
          { subject: fc.constantFrom('Nguyễn An', 'CB-0', 'JP') },
        ),
        { maxLength: 2 },
      ),
      explanations: fc.array(
        optional(
          { rule: fc.constantFrom('overlap', 'same-region', 'mission-consulted'), text },
          { accepted: fc.boolean() },
        ),
        { maxLength: 2 },
      ),
      after: optional(
        {},
        {
          reports: fc.array(
            fc.record({
              on: anyDay,
              recipients: fc.subarray(['Sở Ngoại vụ Hà Nội', 'Ban Tổ chức Thành ủy', 'Bộ Ngoại giao']),
              contents: fc.subarray([...REPORT_PARTS]),
            }),
            { maxLength: 2 },
          ),
          sharedWith: fc.array(fc.constant('Sở Công Thương'), { maxLength: 1 }),
        },
      ),
    },
  ),
) as fc.Arbitrary<Dossier>
