import type { z } from 'zod'
import { bodyOn } from '../../bodies/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { LawData } from '../../law/index.ts'
import { recordOf } from '../audit.ts'
import { openPerson } from '../open.ts'
import { noBodyThen } from '../refusals.ts'
import { tailOf } from '../sensitivity.ts'
import type { handOver as handOverEndpoint, registerPassport, transferPassport } from './contract.ts'
import { dueBackOf } from './due-back.ts'
import { holderOf, openPassport } from './open.ts'
import { type FullPassport, insertMovement, insertPassport, type NewMovement, updatePassport } from './store.ts'
import { isPossible, STATE_WORDS, STEPS, type Step, warningOf } from './workflow.ts'

/** A passport comes into the register. */
export async function register(
  transaction: Transaction,
  actor: Actor,
  { receivedOn, ...input }: z.output<typeof registerPassport.input>,
  today: Day,
) {
  const person = await openPerson(transaction, input.personId, today)
  if (input.expiresOn <= input.issuedOn) throw endsBeforeItBegins()
  const custodianId = input.custodianId ?? person.body_id
  if (!(await bodyOn(transaction, custodianId, receivedOn))) throw noBodyThen(receivedOn)
  const { root_id, body_id } = person
  const id = newId()
  if (!(await insertPassport(transaction, { ...input, id, custodianId, root_id, body_id }))) throw knownNumber()
  await insertMovement(transaction, { id, rootId: root_id, bodyId: body_id }, { kind: 'received', on: receivedOn })
  const { personId: _, ...after } = input
  await recordOf(transaction, actor, person, { action: 'passport.registered', after: { ...after, custodianId } })
  return { id, warning: warningOf(input.expiresOn, today), dueBack: null }
}

/** Handed over for a trip that was decided; due back five working days after the return. */
export async function handOver(
  transaction: Transaction,
  actor: Actor,
  law: LawData,
  { id, on, receivedBy, decision, returnsOn, note }: z.output<typeof handOverEndpoint.input>,
  today: Day,
) {
  const passport = await openPassport(transaction, id, today)
  if (passport.expiresOn < returnsOn) throw endsDuringTrip(passport.expiresOn, returnsOn)
  if (returnsOn < on) throw returnsBefore(on)
  const dueBack = dueBackOf(law, returnsOn)
  await take(transaction, actor, passport, 'handed-over', { on, dueBack, receivedBy, document: decision, note })
  return { id, warning: warningOf(passport.expiresOn, returnsOn), dueBack: dueBack ?? null }
}

/** Returned, lost or cancelled: one step of the hand-over register. */
export async function step(
  transaction: Transaction,
  actor: Actor,
  kind: 'returned' | 'lost' | 'cancelled',
  { id, ...movement }: Omit<NewMovement, 'kind'> & { id: string },
  today: Day,
) {
  const passport = await openPassport(transaction, id, today)
  await take(transaction, actor, passport, kind, movement)
  return { id, warning: kind === 'returned' ? passport.warning : null, dueBack: null }
}

/** Another body keeps it from now on. */
export async function transfer(
  transaction: Transaction,
  actor: Actor,
  { id, custodianId, ...movement }: z.output<typeof transferPassport.input>,
  today: Day,
) {
  const passport = await openPassport(transaction, id, today)
  const custodian = await bodyOn(transaction, custodianId, movement.on)
  if (!custodian) throw noBodyThen(movement.on)
  await take(transaction, actor, passport, 'transferred', { ...movement, receivedBy: custodian.name }, custodianId)
  return { id, warning: passport.warning, dueBack: null }
}

async function take(
  transaction: Transaction,
  actor: Actor,
  passport: FullPassport,
  kind: Step,
  movement: Omit<NewMovement, 'kind'>,
  custodianId?: string,
): Promise<void> {
  if (!isPossible(kind, passport.state)) throw wrongState(passport)
  await updatePassport(transaction, passport.id, {
    state: STEPS[kind].to,
    due_back: movement.dueBack ?? null,
    ...(custodianId === undefined ? {} : { custodian_id: custodianId }),
  })
  await insertMovement(transaction, passport, { ...movement, kind })
  await recordOf(transaction, actor, holderOf(passport), {
    action: `passport.${kind}`,
    after: { passport: passport.id, number: passport.number, ...movement },
    ground: movement.document ?? undefined,
  })
}

function wrongState(passport: FullPassport): Refused {
  const { vi, en } = STATE_WORDS[passport.state]
  return new Refused({
    vi: `Hộ chiếu ${tailOf(passport.number)} của ${passport.personName} ${vi}, nên không ghi được việc này. Hãy xem sổ giao nhận rồi ghi việc trước đó.`,
    en: `The passport ${tailOf(passport.number)} of ${passport.personName} ${en}, so this cannot be recorded. Look at the register and record what came before.`,
  })
}

function endsDuringTrip(expiresOn: Day, returnsOn: Day): Refused {
  return new Refused({
    vi: `Hộ chiếu hết hạn ngày ${formatDay(expiresOn)}, trước ngày về ${formatDay(returnsOn)}. Hãy làm thủ tục cấp hộ chiếu mới trước khi giao.`,
    en: `The passport ends on ${formatDay(expiresOn)}, before the return on ${formatDay(returnsOn)}. Have a new one issued before it is handed over.`,
  })
}

function returnsBefore(on: Day): Refused {
  return new Refused({
    vi: `Ngày về phải từ ngày giao ${formatDay(on)} trở đi.`,
    en: `The return cannot be before the hand-over on ${formatDay(on)}.`,
  })
}

function endsBeforeItBegins(): Refused {
  return new Refused({
    vi: 'Ngày hết hạn phải sau ngày cấp. Hãy kiểm tra lại hai ngày.',
    en: 'A passport ends after it is issued. Check the two days.',
  })
}

function knownNumber(): Refused {
  return new Refused({
    vi: 'Hộ chiếu loại này với số này đã có trong sổ. Hãy tìm trong danh sách, hoặc kiểm tra lại số.',
    en: 'A passport of this kind and number is in the register already. Look for it, or check the number.',
  })
}
