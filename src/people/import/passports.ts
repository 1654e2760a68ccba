import type { Scope } from '../../db/scope.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { formatDay } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Bilingual } from '../../kernel/text.ts'
import { recordOf } from '../audit.ts'
import { PASSPORT_KINDS } from '../names.ts'
import { insertPassport } from '../passports/store.ts'
import { tailOf } from '../sensitivity.ts'
import type { RowPassport } from './passport-cells.ts'
import type { Planned } from './plan.ts'
import { findPassportsByNumber, type KnownPassport, type Snapshot } from './store.ts'

/** How far the caller may keep passports; by the permission to import alone nobody may. */
export type KeepsPassports = Pick<Scope, 'roots' | 'bodies'>

/** Whether passports of people there may be entered and taken away. */
export function keeps({ roots = [], bodies = [] }: KeepsPassports, place: { rootId: string; bodyId: string }): boolean {
  return roots.includes(place.rootId) || bodies.includes(place.bodyId)
}

/** Adds to each row the passport that it brings; one that is known already is none, one that cannot be is rejected. */
export async function withPassports(
  transaction: Transaction,
  rows: readonly Planned[],
  reach: KeepsPassports,
): Promise<Planned[]> {
  const numbers = rows.flatMap(({ row }) => row.passport?.number ?? [])
  const known = new Map(
    (await findPassportsByNumber(transaction, numbers)).map((passport) => [passport.number, passport] as const),
  )
  const lines = new Map<string, number>()
  return rows.map((planned) => {
    const { passport } = planned.row
    if (passport === null || planned.outcome === 'rejected') return planned
    const found = known.get(passport.number)
    const message =
      outOfReach(planned, reach) ?? differs(planned, passport, found) ?? twice(passport, lines, planned.line)
    if (message) return { ...planned, outcome: 'rejected', changes: [], reasons: [{ column: 'Số hộ chiếu', message }] }
    return found ? planned : bringing(planned, passport)
  })
}

function bringing(planned: Planned, passport: RowPassport): Planned {
  const after = `${PASSPORT_KINDS[passport.kind].vi} ${tailOf(passport.number)} – ${formatDay(passport.expiresOn)}`
  return {
    ...planned,
    outcome: planned.outcome === 'unchanged' ? 'changed' : planned.outcome,
    changes: [...planned.changes, { field: 'passport', before: null, after }],
    passport,
  }
}

function outOfReach({ body }: Planned, reach: KeepsPassports): Bilingual | undefined {
  if (body && keeps(reach, { rootId: body.rootId, bodyId: body.id })) return undefined
  return {
    vi: 'bạn không quản lý hộ chiếu của đơn vị này; hãy bỏ chọn các cột hộ chiếu',
    en: 'you do not keep the passports of this unit; choose no columns of passports',
  }
}

function twice({ number }: RowPassport, lines: Map<string, number>, line: number): Bilingual | undefined {
  const before = lines.get(number)
  if (before === undefined) {
    lines.set(number, line)
    return undefined
  }
  return { vi: `trùng số hộ chiếu với dòng ${before}`, en: `the same number of a passport as in line ${before}` }
}

/** A known number is that of the same passport of the same person, or something is wrong. */
function differs({ person }: Planned, told: RowPassport, found: KnownPassport | undefined): Bilingual | undefined {
  if (!found) return undefined
  if (found.personId !== person?.id) {
    return {
      vi: `số này đã là hộ chiếu của ${found.personName}`,
      en: `this number is a passport of ${found.personName}`,
    }
  }
  if (found.kind === told.kind && found.issuedOn === told.issuedOn && found.expiresOn === told.expiresOn) {
    return undefined
  }
  const kind = PASSPORT_KINDS[found.kind]
  const [from, to] = [formatDay(found.issuedOn), formatDay(found.expiresOn)]
  return {
    vi: `trong sổ, hộ chiếu số này là loại ${kind.vi}, cấp ${from}, hết hạn ${to}; hãy kiểm tra lại`,
    en: `in the register this passport is ${kind.en}, issued ${from}, ends ${to}; check it`,
  }
}

/**
 * Enters the passport of a row, kept by the body of the person. The table of an office is no hand-over, so nothing goes
 * into the hand-over register, which is only added to: the import can be undone. Returns the id.
 */
export async function enterPassport(
  transaction: Transaction,
  actor: Actor,
  { person }: Snapshot,
  { line, passport }: { line: number; passport: RowPassport },
  ground: string,
): Promise<string> {
  const id = newId()
  const { root_id, body_id } = person
  const entered = { ...passport, custodianId: body_id }
  if (!(await insertPassport(transaction, { ...entered, id, personId: person.id, root_id, body_id }))) {
    throw knownElsewhere(line)
  }
  await recordOf(transaction, actor, person, { action: 'passport.registered', after: entered, ground })
  return id
}

function knownElsewhere(line: number): Refused {
  return new Refused({
    vi: `Chưa ghi gì: hộ chiếu ở dòng ${line} đã có trong sổ của một cơ quan ngoài phạm vi của bạn. Hãy kiểm tra lại số, hoặc xóa số ở dòng này rồi xem trước lại.`,
    en: `Nothing was written: the passport in line ${line} is in the register of a body outside your scope. Check the number, or clear it in this line and preview again.`,
  })
}
