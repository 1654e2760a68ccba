import { record } from '../../audit/index.ts'
import type { Surroundings } from '../../http/route.ts'
import { Invalid } from '../../kernel/errors.ts'
import { deleteLinks } from '../links/store.ts'
import { endSessions, forgetDevices } from '../session/store.ts'
import { subjectOf } from '../sign-in/open-session.ts'
import { hashPassword, passwordFault } from '../sign-in/passwords.ts'
import { setPassword } from '../sign-in/store.ts'
import { type Oneself, ownAccountProved } from './own-account.ts'

/** Changes one's own password. Every other session ends. Throws `Invalid` for a password that will not do. */
export async function changeOwnPassword(
  door: Oneself & Pick<Surroundings, 'transaction'>,
  { password }: { password: string },
): Promise<undefined> {
  const { login } = await door.transaction((transaction) => ownAccountProved(transaction, door))
  const fault = passwordFault(password, login)
  if (fault) throw new Invalid([fault])
  const passwordHash = await hashPassword(password)
  await door.transaction(async (transaction) => {
    const account = await ownAccountProved(transaction, door)
    await setPassword(transaction, account.id, passwordHash)
    await deleteLinks(transaction, account.id)
    await endSessions(transaction, account.id, { except: account.sessionId })
    await forgetDevices(transaction, account.id)
    await record(transaction, door.actor, {
      action: 'password.set',
      subject: subjectOf(account),
      rootId: account.rootId ?? undefined,
      after: { by: 'holder' },
    })
  })
}
