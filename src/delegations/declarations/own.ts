import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { Conflict, NotFound } from '../../kernel/errors.ts'
import { settle } from '../../notices/index.ts'
import { codeOf } from '../store.ts'
import type { OwnTrip } from './contract.ts'
import { shownText } from './hash.ts'
import { declarationsOf, type MemberStanding } from './standing.ts'
import { insertDeclared, type TripToDeclare, tripsToDeclare } from './store.ts'
import type { DeclarationKind } from './texts.ts'

/** The trips before which the holder of the account signs, with the texts in force and what was signed. */
export async function listOwnDeclarations(transaction: Transaction, today: Day): Promise<OwnTrip[]> {
  const trips = await tripsToDeclare(transaction)
  return trips.map((trip) => {
    const day = dayOf(trip, today)
    return {
      id: trip.id,
      code: codeOf(trip),
      title: trip.title,
      countries: trip.countries,
      departsOn: trip.departsOn,
      returnsOn: trip.returnsOn,
      memberKey: trip.memberKey,
      declarations: standingOf(trip, day).map(({ kind, signed, outdated }) => ({
        text: shownText(kind, day),
        signed,
        outdated,
      })),
    }
  })
}

/** Signs for oneself what one has read; what is signed already stays. Throws where it is not one's own trip, or the text is another by now. */
export async function signDeclarations(
  transaction: Transaction,
  actor: Actor,
  { delegationId, texts }: { delegationId: string; texts: readonly { kind: DeclarationKind; hash: string }[] },
  today: Day,
): Promise<{ signed: number }> {
  const { accountId, name = '' } = actor
  const trip = (await tripsToDeclare(transaction)).find(({ id }) => id === delegationId)
  if (trip === undefined || accountId === undefined) throw noTrip()
  const day = dayOf(trip, today)
  if (texts.some(({ kind, hash }) => shownText(kind, day).hash !== hash)) throw otherText()
  const open = standingOf(trip, day).flatMap(({ kind, signed }) => (signed === null ? kind : []))
  const signing = texts
    .map(({ kind }) => kind)
    .filter((kind, at, all) => open.includes(kind) && all.indexOf(kind) === at)
  const { memberKey, memberName, personId } = trip
  await insertDeclared(
    transaction,
    trip,
    signing.map((kind) => {
      const { version, hash } = shownText(kind, day)
      const text = { kind, textVersion: version, textHash: hash }
      return { ...text, memberKey, personId, memberName, document: null, scanId: null, by: name, accountId }
    }),
  )
  if (signing.length === 0) return { signed: 0 }
  await record(transaction, actor, {
    action: 'delegation.declared',
    subject: { kind: 'delegation', id: trip.id, name: `${codeOf(trip)} ${trip.title}` },
    bodyId: trip.bodyId,
    rootId: trip.rootId,
    after: { member: memberKey, kinds: signing, versions: signing.map((kind) => shownText(kind, day).version) },
  })
  const left = (await tripsToDeclare(transaction)).some((one) =>
    standingOf(one, dayOf(one, today)).some(({ signed }) => signed === null),
  )
  if (!left) await settle(transaction, { kind: 'declaration', id: personId })
  return { signed: signing.length }
}

/** Before a decision the texts of today count; after it those of its day. */
function dayOf({ state, documentOn }: Pick<TripToDeclare, 'state' | 'documentOn'>, today: Day): Day {
  return state === 'approved' ? (documentOn ?? today) : today
}

function standingOf(
  { memberKey, memberName, personId, signed }: TripToDeclare,
  day: Day,
): MemberStanding['declarations'] {
  const content = { members: [{ key: memberKey, name: memberName, personId }] }
  return declarationsOf(content, { signed, signers: [personId] }, day)[0]?.declarations ?? []
}

function noTrip(): NotFound {
  return new NotFound({
    vi: 'Bạn không có trong đoàn này, hoặc đơn vị chưa xin cam kết, hoặc đoàn đã dừng.',
    en: 'You are not a member of this delegation, or nobody has asked for declarations yet, or it does not go.',
  })
}

function otherText(): Conflict {
  return new Conflict({
    vi: 'Bản cam kết vừa được thay bằng bản mới. Hãy đọc lại rồi ký.',
    en: 'The text has just been replaced by another. Read it again, then sign.',
  })
}
