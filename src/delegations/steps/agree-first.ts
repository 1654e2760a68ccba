import type { Transaction } from '../../db/transaction.ts'
import { Refused } from '../../kernel/errors.ts'
import { countryName } from '../../law/codes/countries.ts'
import type { ChangeSinceDecision } from '../answers.ts'
import type { Content } from '../content/content.ts'
import { countriesOf, itemsAt } from '../edit/projection.ts'
import type { Procedure } from '../procedure.ts'
import { agreedChanges } from './store.ts'

/** Who comes in by a change, and where somebody goes by it, whom the procedure agrees to in principle first. */
export type AgreeFirst = ChangeSinceDecision['agreeFirst']

/**
 * What a change brings in that is agreed to in principle before it is decided: cadres of the levels that the procedure names, and
 * for a delegation with such cadres the countries. What was decided, or agreed to since for this change, needs no more. `known`:
 * the dossier with the facts of the registers laid over it.
 */
export async function toAgreeFirst(
  transaction: Transaction,
  { principleFirst }: Procedure,
  delegationId: string,
  { decided, known }: { decided: Content; known: Content },
): Promise<AgreeFirst> {
  const first = broughtIn(principleFirst, [decided], known)
  if (first.people.length + first.countries.length === 0) return first
  return broughtIn(principleFirst, [decided, ...(await agreedChanges(transaction, delegationId))], known)
}

/** What is new in a dossier against contents that were agreed to. Pure. */
export function broughtIn(
  principleFirst: Procedure['principleFirst'],
  agreed: readonly Content[],
  known: Content,
): AgreeFirst {
  const managed = itemsAt(known, 'members').filter(({ managedBy }) => (principleFirst as unknown[]).includes(managedBy))
  if (managed.length === 0) return { people: [], countries: [] }
  const people = new Set(agreed.flatMap((one) => itemsAt(one, 'members').map(whoIs)))
  const countries = new Set(agreed.flatMap(countriesOf))
  return {
    people: managed.filter((one) => !people.has(whoIs(one))).map(({ name }) => String(name ?? '')),
    countries: countriesOf(known).filter((code) => !countries.has(code)),
  }
}

/** A change is not decided before what it brings in is agreed to in principle. */
export function refuseBeforeAgreed({ people, countries }: AgreeFirst): void {
  if (people.length + countries.length === 0) return
  const named = (language: 'vi' | 'en') =>
    [...people, ...countries.map((code) => countryName(code, language))].map((one) => `«${one}»`).join(', ')
  throw new Refused({
    vi: `Thay đổi đưa thêm ${named('vi')} vào đoàn có cán bộ thuộc diện phải xin chủ trương. Hãy làm bước «Đồng ý chủ trương thay đổi» (kèm chương trình chi tiết – 4060-CV/BTCTU, mục 4), rồi mới quyết định thay đổi.`,
    en: `The change brings in ${named('en')}, with cadres whose travel is agreed to in principle first. Agree to the change in principle (with the detailed programme – 4060-CV/BTCTU, section 4), then decide it.`,
  })
}

/** A person of the register by the id, others by name. */
function whoIs({ personId, name }: Content): string {
  return typeof personId === 'string'
    ? personId
    : String(name ?? '')
        .normalize('NFC')
        .trim()
        .toLowerCase()
}
