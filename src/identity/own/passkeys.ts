import { z } from 'zod'
import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Conflict, NotFound, Refused } from '../../kernel/errors.ts'
import { askToAdd, passkeyOfAnswer, siteOf } from '../factors/passkeys.ts'
import { deletePasskeys, findTotpSecret, insertPasskey, listPasskeys, replaceRecoveryCodes } from '../factors/store.ts'
import { subjectOf } from '../sign-in/open-session.ts'
import { insertChallenge, takeChallenge } from '../sign-in/store.ts'
import type { addPasskey } from './contract.ts'
import { factorRequired, type Oneself, ownAccountProved } from './own-account.ts'
import { lastFactor } from './totp.ts'

const KIND = 'passkey'
const MINUTES = 5
const Asked = z.object({ challenge: z.string(), origin: z.string() })

/** Asks the browser to make a passkey for this site. */
export async function beginPasskey(transaction: Transaction, oneself: Oneself, origin: string) {
  const account = await ownAccountProved(transaction, oneself)
  const options = await askToAdd(siteOf(origin), account, await listPasskeys(transaction, account.id))
  const content = { challenge: options.challenge, origin }
  const asked = { kind: KIND, accountId: account.id, content, minutes: MINUTES }
  return { challengeId: await insertChallenge(transaction, asked), options }
}

/** Adds the passkey that the browser made. Throws `Refused` when its answer is not right or came too late. */
export async function addOwnPasskey(
  transaction: Transaction,
  oneself: Oneself,
  input: z.output<(typeof addPasskey)['input']>,
): Promise<undefined> {
  const account = await ownAccountProved(transaction, oneself)
  const question = await takeChallenge(transaction, input.challengeId, KIND)
  const asked = Asked.safeParse(question?.content)
  if (!asked.success || question?.accountId !== account.id) throw wrong()
  const { challenge, origin } = asked.data
  const passkey = await passkeyOfAnswer(input.response, { challenge, site: siteOf(origin) })
  if (passkey === undefined) throw wrong()
  const added = await insertPasskey(transaction, { ...passkey, accountId: account.id, name: input.name })
  if (!added) throw known()
  await record(transaction, oneself.actor, {
    action: 'factor.added',
    subject: subjectOf(account),
    rootId: account.rootId ?? undefined,
    after: { factor: 'passkey', name: input.name },
  })
}

/** Removes one of one's passkeys. Refused where it is the last factor and a role asks for one. */
export async function removeOwnPasskey(
  transaction: Transaction,
  oneself: Oneself,
  { id }: { id: string },
): Promise<undefined> {
  const account = await ownAccountProved(transaction, oneself)
  const [name] = await deletePasskeys(transaction, account.id, id)
  if (name === undefined) throw notThere()
  const left = await listPasskeys(transaction, account.id)
  const none = left.length === 0 && (await findTotpSecret(transaction, account.id)) === undefined
  if (none && factorRequired(account)) throw lastFactor()
  if (none) await replaceRecoveryCodes(transaction, account.id, [])
  await record(transaction, oneself.actor, {
    action: 'factor.removed',
    subject: subjectOf(account),
    rootId: account.rootId ?? undefined,
    after: { factor: 'passkey', name },
  })
}

function wrong(): Refused {
  return new Refused({
    vi: 'Trình duyệt trả lời sai hoặc quá muộn. Hãy bắt đầu thêm khóa truy cập lại từ đầu.',
    en: 'The browser’s answer was wrong or too late. Begin to add the passkey again.',
  })
}

function known(): Conflict {
  return new Conflict({
    vi: 'Khóa truy cập này đã được thêm trước đó. Không cần thêm lại.',
    en: 'This passkey was added before. There is no need to add it again.',
  })
}

function notThere(): NotFound {
  return new NotFound({
    vi: 'Khóa truy cập này không còn trong tài khoản của bạn. Hãy tải lại trang.',
    en: 'This passkey is no longer in your account. Load the page again.',
  })
}
