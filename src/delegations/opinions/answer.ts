import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Visitor } from '../../http/who.ts'
import { rolesHeld } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import { Conflict, Invalid, NotFound, Refused } from '../../kernel/errors.ts'
import { refuseMarkings } from '../../kernel/markings.ts'
import type { Owner } from '../edit/store.ts'
import { noDelegation } from '../refusals.ts'
import { refuseOwn, refuseTravelling } from '../steps/refuse-own.ts'
import { settleQuestion, tellInThread } from '../steps/tell.ts'
import { findDelegation } from '../store.ts'
import type { OpinionAnswer } from '../workflow.ts'
import { refuseUnlessHeard } from './ask.ts'
import { SPEAKERS } from './speakers.ts'
import { speaksFor } from './speaks.ts'
import { addMessage, answerOpinion, findOpinion, keepFormer, type Opinion } from './store.ts'

/** What a party says. */
export interface Said {
  id: string
  answer: OpinionAnswer
  text: string
  number?: string | undefined
  /** The asking that the caller has read, where it is said which. */
  askedAt?: string | undefined
}

/** Who speaks: how far they reach, and who is named for it. */
export interface Speaking {
  who: Visitor
  actor: Actor
}

/** The party's own electronic answer. Throws where the caller does not speak for the party, or travels in the delegation. */
export async function answerAsParty(
  transaction: Transaction,
  { who, actor }: Speaking,
  said: Said,
  today: Day,
): Promise<void> {
  await refuseUnlessSpeaker(transaction, { who, actor }, await within(transaction, said.id), today)
  await keep(transaction, actor, { ...said, on: today, byLetter: false }, today)
}

/** An answer that came by letter, entered by the examiners with its number and day. */
export async function enterAnswer(
  transaction: Transaction,
  actor: Actor,
  said: Said & { number: string; on: Day },
  today: Day,
): Promise<void> {
  const opinion = await within(transaction, said.id)
  if (said.on > today) throw dayToCome()
  const delegation = await findDelegation(transaction, opinion.delegationId)
  if (delegation === undefined) throw noDelegation()
  const acting = await refuseOwn(transaction, actor, delegation, today)
  await keep(transaction, acting, { ...said, byLetter: true }, today)
}

/** A word of the party in the thread of its question. Throws where the caller does not speak for it. */
export async function sayAsParty(
  transaction: Transaction,
  speaking: Speaking,
  said: { id: string; text: string },
  today: Day,
): Promise<void> {
  await refuseUnlessSpeaker(transaction, speaking, await within(transaction, said.id), today)
  await sayInThread(transaction, speaking.actor, said, today)
}

/** A word in the thread of a question: by the examiners or the unit. */
export async function sayInThread(
  transaction: Transaction,
  actor: Actor,
  { id, text }: { id: string; text: string },
  today: Day,
): Promise<void> {
  const opinion = await within(transaction, id)
  const delegation = await findDelegation(transaction, opinion.delegationId)
  if (delegation === undefined) throw noDelegation()
  refuseMarkings([text])
  await addMessage(transaction, opinion.owner, id, { text, by: actor.name ?? '' })
  await tellInThread(transaction, actor, delegation, { ...asked(opinion), what: 'dossier.discussed' }, today)
  await record(transaction, actor, {
    action: 'delegation.opinion-discussed',
    subject: { kind: 'delegation', id: opinion.delegationId },
    bodyId: opinion.owner.bodyId,
    rootId: opinion.owner.rootId,
    after: { party: opinion.party, partyName: opinion.partyName },
  })
}

async function keep(
  transaction: Transaction,
  actor: Actor,
  said: Said & { on: Day; byLetter: boolean },
  today: Day,
): Promise<void> {
  const { id, answer, text, number, on, byLetter } = said
  const opinion = await within(transaction, id, 'locked')
  refuseAskedAnew(opinion, said)
  const delegation = await findDelegation(transaction, opinion.delegationId)
  if (delegation === undefined) throw noDelegation()
  refuseUnlessHeard(delegation.state)
  refuseMarkings([text, number ?? ''])
  if (answer === 'objects' && text.trim() === '') throw reasonNeeded()
  await settleQuestion(transaction, id)
  await keepFormer(transaction, id)
  await answerOpinion(transaction, id, { answer, text, on, by: actor.name ?? '', number: number ?? null, byLetter })
  await tellInThread(transaction, actor, delegation, { ...asked(opinion), what: 'dossier.answered' }, today)
  await record(transaction, actor, {
    action: byLetter ? 'delegation.opinion-entered' : 'delegation.opinion-given',
    subject: { kind: 'delegation', id: delegation.id, name: delegation.title },
    bodyId: delegation.bodyId,
    rootId: delegation.rootId,
    before: { answer: opinion.answer },
    after: { party: opinion.party, partyName: opinion.partyName, answer },
    ground: number,
  })
}

/** Who is on the other side of a question. */
function asked({ party, askedBodyId, country }: Opinion) {
  return { role: SPEAKERS[party], bodyId: askedBodyId, country }
}

async function within(transaction: Transaction, id: string, locked?: 'locked') {
  const opinion = await findOpinion(transaction, id, locked)
  if (opinion !== undefined) return opinion
  throw new NotFound({
    vi: 'Không có yêu cầu lấy ý kiến này, hoặc yêu cầu nằm ngoài phạm vi của bạn.',
    en: 'There is no such question, or it is outside your scope.',
  })
}

async function refuseUnlessSpeaker(
  transaction: Transaction,
  { who, actor }: Speaking,
  opinion: Opinion & { owner: Owner },
  today: Day,
): Promise<void> {
  const accounts = [actor.accountId, actor.onBehalfOf?.accountId].filter((id) => id !== undefined)
  const roles = await rolesHeld(transaction, accounts, today)
  if (!speaksFor(who, roles, opinion, opinion.owner.rootId)) {
    throw new Refused({
      vi: `Câu hỏi này dành cho ${opinion.partyName}; vai trò của bạn không trả lời thay được. Hãy chuyển cho người phụ trách ở đó.`,
      en: `This question is for ${opinion.partyName}; your role cannot answer for it. Pass it to whoever is in charge there.`,
    })
  }
  const delegation = await findDelegation(transaction, opinion.delegationId)
  if (delegation === undefined) throw noDelegation()
  await refuseTravelling(transaction, actor, delegation, today)
}

/** What was changed since the caller has read the question is not answered unread. */
function refuseAskedAnew({ askedAt }: Opinion, { askedAt: read }: Said): void {
  if (read === undefined || Date.parse(read) === Date.parse(askedAt)) return
  throw new Conflict({
    vi: 'Hồ sơ đã thay đổi và câu hỏi vừa được hỏi lại. Hãy tải lại trang, xem nội dung mới rồi trả lời.',
    en: 'The dossier has changed and the question was asked anew. Load the page again, read what is new, then answer.',
  })
}

function dayToCome(): Invalid {
  return new Invalid([
    { path: 'on', message: { vi: 'ngày văn bản không sau hôm nay', en: 'the day of the letter is not after today' } },
  ])
}

function reasonNeeded(): Invalid {
  return new Invalid([
    { path: 'text', message: { vi: 'không đồng ý thì cần nêu lý do', en: 'an objection needs its reason' } },
  ])
}
