import { record } from '../../audit/index.ts'
import { bodyOn } from '../../bodies/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { rolesHeld } from '../../identity/index.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import { Invalid, NotFound, Refused } from '../../kernel/errors.ts'
import { RULES, ruleTitle } from '../../law/rules/index.ts'
import { bodyNames } from '../lists/store.ts'
import { notTheirs } from '../refusals.ts'
import type { DelegationRow } from '../store.ts'
import { endGrant, insertGrant, keepsRegister, uncovered } from './store.ts'

const KNOWN: ReadonlySet<string> = new Set(RULES.map(({ id }) => id))

/** What is entered in the register of authority. */
export interface NewGrant {
  bodyId: string
  rules: string[]
  from: Day
  to?: Day | undefined
  document: { number: string; on: Day }
}

/** Enters which norms a body's authority may waive, by which document. Throws for a body that is not there, or a rule that is none. */
export async function grantAuthority(
  transaction: Transaction,
  actor: Actor,
  { bodyId, rules, from, to, document }: NewGrant,
  today: Day,
): Promise<string> {
  const body = await bodyOn(transaction, bodyId, today)
  if (body === undefined) throw noBody()
  if (!(await keepsRegister(transaction, body.rootId))) throw notTheirs()
  const strange = rules.find((rule) => !KNOWN.has(rule))
  if (strange !== undefined) throw noRule(rules.indexOf(strange))
  if (to !== undefined && to < from) throw endsBefore()
  const grant = { bodyId, rules, from, to: to ?? null, document, enteredBy: actor.name ?? '', rootId: body.rootId }
  const id = await insertGrant(transaction, grant)
  await record(transaction, actor, {
    action: 'authority.granted',
    subject: { kind: 'body', id: bodyId, name: body.name },
    bodyId,
    rootId: body.rootId,
    after: { rules, from, to: to ?? null },
    ground: `${document.number}, ${formatDay(document.on)}`,
  })
  return id
}

/** Ends an entry of the register on a day: decisions of that day still stand on it. */
export async function endAuthority(
  transaction: Transaction,
  actor: Actor,
  { id, to }: { id: string; to: Day },
): Promise<void> {
  const ended = await endGrant(transaction, id, to)
  if (ended === undefined) {
    throw new NotFound({
      vi: 'Không có mục này trong sổ thẩm quyền, hoặc ngày kết thúc trước ngày bắt đầu.',
      en: 'There is no such entry in the register of authority, or it would end before it begins.',
    })
  }
  await record(transaction, actor, {
    action: 'authority.ended',
    subject: { kind: 'body', id: ended.bodyId },
    bodyId: ended.bodyId,
    rootId: ended.rootId,
    after: { id, to },
  })
}

/** Throws where the register gives whoever decides no authority, on the day of the decision, over a norm that is to be waived. */
export async function refuseBeyondAuthority(
  transaction: Transaction,
  actor: Actor,
  delegation: Decided,
  { rules, document, today }: { rules: readonly string[]; document: { on: Day }; today: Day },
): Promise<void> {
  if (rules.length === 0) return
  const beyond = await uncovered(
    transaction,
    await decidingBodies(transaction, actor, delegation, today),
    rules,
    document.on,
  )
  if (beyond.length === 0) return
  const titles = (language: 'vi' | 'en') => beyond.map((rule) => ruleTitle(rule)[language]).join(', ')
  throw new Refused({
    vi: `Ngày ${formatDay(document.on)}, sổ thẩm quyền chưa ghi người quyết định được cho phép ngoại lệ về: ${titles('vi')} (38-CT/TW, điểm 3: ngoại lệ do cấp có thẩm quyền quyết định). Hãy chuyển lên cấp có thẩm quyền, hoặc đề nghị quản trị ghi văn bản giao quyền vào sổ.`,
    en: `On ${document.on} the register of authority does not cover: ${titles('en')} (38-CT/TW, point 3: exceptions are for the competent authority). Pass it to who has it, or have the delegation of authority entered.`,
  })
}

/** The name of the body with whose authority somebody decides. */
export async function authorityOf(
  transaction: Transaction,
  actor: Actor,
  delegation: Decided,
  today: Day,
): Promise<string> {
  const names = await bodyNames(transaction, await decidingBodies(transaction, actor, delegation, today))
  return [...names.values()].join(', ')
}

type Decided = Pick<DelegationRow, 'rootId' | 'decidedBy'>

/** The bodies as whose authority somebody decides a dossier: that which decides it, or where none is named any in which they are one. */
async function decidingBodies(
  transaction: Transaction,
  { accountId, onBehalfOf }: Actor,
  { rootId, decidedBy }: Decided,
  today: Day,
): Promise<string[]> {
  const accounts = [accountId, onBehalfOf?.accountId].filter((id) => id !== undefined)
  const held = (await rolesHeld(transaction, accounts, today)).filter(({ role }) => role === 'authority')
  const bodies = held.map(({ bodyId }) => bodyId)
  return decidedBy === null || decidedBy === rootId ? bodies : bodies.filter((id) => id === decidedBy)
}

function noBody(): NotFound {
  return new NotFound({ vi: 'Không có cơ quan này hôm nay.', en: 'There is no such body today.' })
}

function noRule(index: number): Invalid {
  return new Invalid([
    { path: `rules[${index}]`, message: { vi: 'không có quy tắc này', en: 'there is no such rule' } },
  ])
}

function endsBefore(): Invalid {
  return new Invalid([
    { path: 'to', message: { vi: 'ngày kết thúc trước ngày bắt đầu', en: 'it ends before it begins' } },
  ])
}
