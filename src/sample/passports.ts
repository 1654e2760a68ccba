import type { SamplePerson } from './people.ts'

/** An invented visa of the sample. */
interface SampleVisa {
  country: string
  validFrom: string
  validUntil: string
  entries: 'single' | 'multiple'
}

/** An invented official passport of the sample, of a seat of a body. */
export interface SamplePassport {
  /** The person who has it, by code. */
  person: string
  number: string
  issuedOn: string
  expiresOn: string
  visas?: SampleVisa[]
  /** Handed over for a trip, and not back yet. */
  out?: { on: string; decision: string; returnsOn: string }
}

/** Whoever sits before this seat of a body travels often enough to have one. */
const SEATS_WITH = 5

/** Passports about which something is to be said, by body and seat. */
const SPECIAL: Record<string, Partial<SamplePassport>> = {
  // Ends less than six months after the trip to Osaka.
  'science 1': { issuedOn: '2022-05-30', expiresOn: '2027-05-30' },
  // Ends a day before the delegation leaves Osaka.
  'science 2': { visas: [{ country: 'JP', validFrom: '2026-10-12', validUntil: '2027-01-12', entries: 'single' }] },
  'science 4': { visas: [{ country: 'JP', validFrom: '2026-03-02', validUntil: '2027-03-01', entries: 'multiple' }] },
  // For Seoul, where the deputy director goes too, of whom none is entered.
  'science 3': { visas: [{ country: 'KR', validFrom: '2026-11-16', validUntil: '2027-02-15', entries: 'single' }] },
  // Not given back after the trip of August.
  'tourism 3': { out: { on: '2026-08-05', decision: '207/QĐ-MẪU', returnsOn: '2026-08-13' } },
}

/** The official passports of these people, each for five years (Law 49/2019/QH14: 7), the same every time. */
export function samplePassports(people: readonly SamplePerson[]): SamplePassport[] {
  const seated = new Map<string, number>()
  return people.flatMap(({ code, body, managedBy }, index) => {
    const seat = seated.get(body) ?? 0
    seated.set(body, seat + 1)
    // Diplomatic ones are not in the sample.
    if (seat >= SEATS_WITH || !code.startsWith('HN') || managedBy === 'politburo' || managedBy === 'secretariat')
      return []
    const issued = `-0${1 + (index % 9)}-${10 + (index % 19)}`
    const year = 2022 + (index % 3)
    return {
      person: code,
      number: `MAU${String(10_001 + index * 7)}`,
      issuedOn: `${year}${issued}`,
      expiresOn: `${year + 5}${issued}`,
      ...SPECIAL[`${body} ${seat}`],
    }
  })
}
