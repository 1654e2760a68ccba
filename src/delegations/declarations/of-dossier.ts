import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Visitor } from '../../http/who.ts'
import type { Day } from '../../kernel/day.ts'
import { Invalid, NotFound, Refused } from '../../kernel/errors.ts'
import { refuseMarkings } from '../../kernel/markings.ts'
import { tell } from '../../notices/index.ts'
import { attachmentsOf } from '../attachments/store.ts'
import type { Content } from '../content/content.ts'
import { noDelegation, notTheirs } from '../refusals.ts'
import { reaches } from '../steps/actions.ts'
import { codeOf, type DelegationRow, findDelegation } from '../store.ts'
import { CLOSED, STATE_NAMES } from '../workflow.ts'
import { shownText } from './hash.ts'
import { type Declared, declarationsOf, type MemberStanding } from './standing.ts'
import { accountsOfPeople, insertDeclared, noteAsked } from './store.ts'
import { DECLARATIONS } from './texts.ts'

/** Who of a dossier has declared what, by the texts of today; of a decided one by those of the day of its decision. */
export async function getDeclarations(transaction: Transaction, who: Visitor, id: string, today: Day) {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  const day = dayOf(delegation, today)
  const files = new Map((await attachmentsOf(transaction, id)).map((file) => [file.id, file.name]))
  return {
    members: declarationsOf(delegation.content, delegation.declarations, day).map(
      ({ personId: _, declarations, ...one }) => ({
        ...one,
        declarations: declarations.map(({ signed, ...standing }) => ({
          ...standing,
          signed: signed && withScan(signed, files),
        })),
      }),
    ),
    texts: DECLARATIONS.map((kind) => shownText(kind, day)),
    mayAsk: !CLOSED.has(delegation.state) && reaches(who, delegation)('dossiers.write'),
  }
}

/** What was signed, with the scan of its paper; a file that was taken out has no name any more. */
function withScan({ scanId, ...signed }: Declared, files: ReadonlyMap<string, string>) {
  return { ...signed, scan: scanId === null ? null : { id: scanId, name: files.get(scanId) ?? null } }
}

/** Asks the members with an account who have not signed: from then on they see the trip. Returns how many were asked. */
export async function askForDeclarations(
  transaction: Transaction,
  actor: Actor,
  { id }: { id: string },
  today: Day,
): Promise<{ asked: number }> {
  const delegation = await openDossier(transaction, id)
  await noteAsked(transaction, id)
  const asked = await tellSigners(transaction, delegation, delegation.content, today)
  await record(transaction, actor, {
    ...recordOf(delegation),
    action: 'delegation.declarations-asked',
    after: { asked },
  })
  return { asked }
}

/** Tells the members with an account who have not signed yet; in the transaction of what brings it about. Returns how many. */
export async function tellSigners(
  transaction: Transaction,
  delegation: DelegationRow,
  content: Content,
  today: Day,
): Promise<number> {
  const open = declarationsOf(content, delegation.declarations, dayOf(delegation, today)).flatMap(
    ({ personId, declarations: all }) =>
      personId !== null && all.some(({ signed }) => signed === null) ? personId : [],
  )
  const accounts = await accountsOfPeople(transaction, open)
  for (const account of accounts) {
    const subject = { kind: 'declaration', id: account.personId, code: codeOf(delegation) }
    await tell(transaction, {
      recipients: [account.id],
      kind: 'asks',
      subject,
      what: 'dossier.declare',
      path: '/cam-ket',
    })
  }
  return accounts.length
}

/** The paper that a member has signed, and the file of the dossier that is its scan, if it has one. */
interface EnteredPaper {
  id: string
  memberKey: string
  document: { number: string; on: Day }
  scanId?: string | null | undefined
}

/** Enters the paper that a member without an account has signed. Throws where the member signs here. */
export async function enterDeclarations(
  transaction: Transaction,
  actor: Actor,
  { id, memberKey, document, scanId = null }: EnteredPaper,
  today: Day,
): Promise<{ entered: number }> {
  const delegation = await openDossier(transaction, id)
  refuseMarkings([document.number])
  const { accountId, name: by = '' } = actor
  if (document.on > today) throw dayToCome()
  const day = dayOf(delegation, today)
  const member = declarationsOf(delegation.content, delegation.declarations, day).find(({ key }) => key === memberKey)
  if (member === undefined || accountId === undefined) throw noMember()
  await refuseSigner(transaction, member)
  if (scanId !== null) await refuseForeignScan(transaction, id, scanId)
  const { name: memberName, personId } = member
  await insertDeclared(
    transaction,
    delegation,
    DECLARATIONS.map((kind) => {
      const { version, hash } = shownText(kind, day)
      const text = { kind, textVersion: version, textHash: hash }
      return { ...text, memberKey, personId, memberName, document, scanId, by, accountId }
    }),
  )
  await record(transaction, actor, {
    ...recordOf(delegation),
    action: 'delegation.declaration-entered',
    after: { member: memberKey, ...(scanId === null ? {} : { scan: scanId }) },
    ground: document.number,
  })
  return { entered: DECLARATIONS.length }
}

async function openDossier(transaction: Transaction, id: string): Promise<DelegationRow> {
  const delegation = await findDelegation(transaction, id, 'update')
  if (delegation === undefined) throw noDelegation()
  if (!delegation.theirs) throw notTheirs()
  if (!CLOSED.has(delegation.state)) return delegation
  const name = STATE_NAMES[delegation.state]
  throw new Refused({
    vi: `Hồ sơ ${name.vi}: không còn xin hay nhập cam kết.`,
    en: `The dossier is ${name.en}: no declarations are asked for or entered any more.`,
  })
}

/** Nobody signs for somebody else: whoever has an account does it themselves. */
async function refuseSigner(transaction: Transaction, { name, personId }: MemberStanding): Promise<void> {
  const accounts = personId === null ? [] : await accountsOfPeople(transaction, [personId])
  if (accounts.length === 0) return
  throw new Refused({
    vi: `${name} có tài khoản nên tự ký cam kết trên hệ thống. Hãy bấm «Xin cam kết» để nhắc.`,
    en: `${name} has an account and signs here. Ask for the declarations instead.`,
  })
}

/** A scan is a file that stands in this dossier. The dossier is locked: nobody takes it out meanwhile. */
async function refuseForeignScan(transaction: Transaction, id: string, scanId: string): Promise<void> {
  if ((await attachmentsOf(transaction, id)).some((file) => file.id === scanId)) return
  const message = {
    vi: 'tệp này không có trong hồ sơ, hoặc đã được gỡ: hãy đính kèm bản quét ở phần Tệp đính kèm, rồi chọn lại',
    en: 'this file is not in the dossier, or was taken out: attach the scan among the files, then choose it',
  }
  throw new Invalid([{ path: 'scanId', message }])
}

function dayOf({ state, document }: Pick<DelegationRow, 'state' | 'document'>, today: Day): Day {
  return state === 'approved' ? (document?.on ?? today) : today
}

function recordOf(delegation: DelegationRow) {
  const { id, title, bodyId, rootId } = delegation
  return { subject: { kind: 'delegation', id, name: `${codeOf(delegation)} ${title}` }, bodyId, rootId }
}

function noMember(): NotFound {
  return new NotFound({
    vi: 'Đoàn không còn người này. Hãy tải lại trang.',
    en: 'This member is no longer in the delegation. Load the page again.',
  })
}

function dayToCome(): Invalid {
  return new Invalid([
    {
      path: 'document.on',
      message: { vi: 'ngày ký không sau hôm nay', en: 'the day of the paper is not after today' },
    },
  ])
}
