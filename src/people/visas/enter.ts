import type { z } from 'zod'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Day, formatDays } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { countryName } from '../../law/codes/countries.ts'
import { recordOf } from '../audit.ts'
import type { Visa } from '../contract.ts'
import { holderOf, openPassport } from '../passports/open.ts'
import type { FullPassport } from '../passports/store.ts'
import { isUsable, STATE_WORDS } from '../passports/workflow.ts'
import { tailOf } from '../sensitivity.ts'
import type { enterVisa } from './contract.ts'
import { insertVisa, lockPassport } from './store.ts'

/**
 * Enters a visa of a passport. Throws `NotFound`, and `Refused` where the passport is lost or cancelled, where the visa ends before
 * it begins, and where the passport holds one for the same country over some of the same days.
 */
export async function enter(
  transaction: Transaction,
  actor: Actor,
  { id, ...input }: z.output<typeof enterVisa.input>,
  today: Day,
) {
  await lockPassport(transaction, id)
  const passport = await openPassport(transaction, id, today)
  if (!isUsable(passport.state)) throw outOfUse(passport)
  if (input.validUntil < input.validFrom) throw endsBeforeItBegins()
  const held = passport.visas.find((one) => overlaps(one, input))
  if (held) throw heldAlready(held)
  const visa = { id: newId(), ...input }
  await insertVisa(transaction, passport, visa)
  await recordOf(transaction, actor, holderOf(passport), {
    action: 'passport.visa-entered',
    after: { passport: id, ...input },
  })
  return { id: visa.id }
}

type Days = Pick<Visa, 'country' | 'validFrom' | 'validUntil'>

function overlaps(one: Days, other: Days): boolean {
  return one.country === other.country && one.validFrom <= other.validUntil && other.validFrom <= one.validUntil
}

function outOfUse(passport: FullPassport): Refused {
  const { vi, en } = STATE_WORDS[passport.state]
  return new Refused({
    vi: `Hộ chiếu ${tailOf(passport.number)} của ${passport.personName} ${vi}, nên không ghi thị thực vào đó. Hãy ghi vào hộ chiếu còn dùng của người này.`,
    en: `The passport ${tailOf(passport.number)} of ${passport.personName} ${en}: no visa is entered there. Enter it with a passport that is in use.`,
  })
}

function endsBeforeItBegins(): Refused {
  return new Refused({
    vi: 'Ngày hết hạn thị thực đứng trước ngày bắt đầu. Hãy kiểm tra lại hai ngày.',
    en: 'The visa ends before it begins. Check the two days.',
  })
}

function heldAlready({ country, validFrom, validUntil }: Visa): Refused {
  const days = formatDays(validFrom, validUntil)
  return new Refused({
    vi: `Hộ chiếu này đã có thị thực ${countryName(country, 'vi')} cho ${days}, trùng ngày với thị thực đang ghi. Nếu thị thực ấy đã dùng hết, bị hủy hoặc ghi nhầm, hãy bỏ nó khỏi sổ trước.`,
    en: `This passport holds a visa for ${countryName(country, 'en')}, ${days}, which shares days with this one. If that one is used up, cancelled or wrong, take it out first.`,
  })
}
