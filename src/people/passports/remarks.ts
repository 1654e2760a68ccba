import type { Scope } from '../../db/scope.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { findReached } from '../reached.ts'
import { type Stay, type VisaRemark, visaRemarks } from '../visas/remarks.ts'
import { bestOf, overdueSince } from './best.ts'
import { type FullPassport, findPassportsOf } from './store.ts'
import { warningOf } from './workflow.ts'

/** What the register of passports remarks of somebody who is to travel: a kind, the day and the countries that it is about, no number. */
export type PassportRemark =
  | VisaRemark
  | {
      kind: 'none' | 'ends-before-return' | 'under-six-months' | 'not-returned'
      day: Day | null
      countries: string[]
    }

/** The trip before which passports are looked at. */
export interface PassportTrip {
  returnsOn: Day
  stays: readonly Stay[]
  /** That it takes place is decided. */
  decided: boolean
}

/**
 * What the register remarks of each of these people before a trip. Of people whom the caller does not reach by
 * `within` – the reach of whoever may read the register – it says nothing, not even that they have no passport.
 */
export async function passportRemarks(
  transaction: Transaction,
  personIds: readonly string[],
  trip: PassportTrip,
  { within, today }: { within: Scope; today: Day },
): Promise<Map<string, PassportRemark[]>> {
  const ids = (await findReached(transaction, personIds, within, today)).map(({ id }) => id)
  const passports = await findPassportsOf(transaction, ids, today)
  return new Map(
    ids.map((id) => [
      id,
      remarksOf(
        passports.filter(({ personId }) => personId === id),
        trip,
        today,
      ),
    ]),
  )
}

/** What is to be looked after in these passports of one person before a trip. Pure. */
export function remarksOf(passports: readonly FullPassport[], trip: PassportTrip, today: Day): PassportRemark[] {
  const best = bestOf(passports)
  const since = overdueSince(passports)
  return [
    ...lastsTo(best, trip.returnsOn),
    ...(since === null ? [] : [about('not-returned', since)]),
    ...(best === undefined ? [] : visaRemarks(best.visas, trip.stays, { decided: trip.decided, today })),
  ]
}

/** Many countries let nobody in whose passport ends within six months: so long before its end its custodian warns of it too. */
function lastsTo(passport: FullPassport | undefined, returnsOn: Day): PassportRemark[] {
  if (passport === undefined) return [about('none', null)]
  const warning = warningOf(passport.expiresOn, returnsOn)
  if (warning === null) return []
  return [about(warning === 'expired' ? 'ends-before-return' : warning, passport.expiresOn)]
}

function about(kind: Exclude<PassportRemark['kind'], VisaRemark['kind']>, day: Day | null): PassportRemark {
  return { kind, day, countries: [] }
}
