import type { Facts } from '../facts.ts'
import { type Judgement, type Read, unknown } from './rule.ts'

/** No stay is stated that is not transit: the one unknown of every rule that reads countries. */
export function staysNotStated(facts: Facts): Judgement {
  return unknown(
    ['trip.stays'],
    {
      vi: 'Chưa nêu nước đến và ngày lưu lại, nên chưa kết luận được.',
      en: 'No country and days of stay are stated, so nothing can be concluded.',
    },
    () => [{ path: 'trip.stays', value: facts.dossier.trip.stays }],
  )
}

/** The countries of the stays that are not transit, as read. */
export function staysRead(facts: Facts): Read[] {
  return facts.stays.map(({ stay, path }) => ({ path: `${path}.country`, value: stay.country }))
}
