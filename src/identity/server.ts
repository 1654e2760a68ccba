import type { Config } from '../config.ts'
import { type Route, route, type Surroundings } from '../http/route.ts'
import { NotFound } from '../kernel/errors.ts'
import * as access from './accounts/access.ts'
import { administeredBodies } from './accounts/bodies.ts'
import { change } from './accounts/change.ts'
import * as accounts from './accounts/contract.ts'
import { create } from './accounts/create.ts'
import { end as endRole } from './accounts/end-role.ts'
import { exportList } from './accounts/export.ts'
import { show } from './accounts/get.ts'
import { grant } from './accounts/grant.ts'
import { list } from './accounts/list.ts'
import { showLink, usePasswordLink } from './links/use-link.ts'
import { changeOwnPassword } from './own/change-password.ts'
import * as own from './own/contract.ts'
import { endOthers, endOwn } from './own/end-sessions.ts'
import { addOwnPasskey, beginPasskey, removeOwnPasskey } from './own/passkeys.ts'
import { proveByPassword } from './own/prove.ts'
import { makeOwnRecoveryCodes } from './own/recovery-codes.ts'
import { showOwnSecurity } from './own/show.ts'
import { beginTotp, confirmOwnTotp, removeOwnTotp } from './own/totp.ts'
import { askPasskey, signInWithPasskey } from './sign-in/by-passkey.ts'
import * as signing from './sign-in/contract.ts'
import { giveRecovery, giveTotpCode } from './sign-in/second-step.ts'
import { sessionState } from './sign-in/session-state.ts'
import { signInByPassword } from './sign-in/sign-in.ts'
import { endOwnSession } from './sign-in/sign-out.ts'
import * as singleSignOn from './sign-in/single-sign-on.ts'
import { appoint, find } from './substitutes/appoint.ts'
import * as substitutes from './substitutes/contract.ts'
import { end as endSubstitution } from './substitutes/end.ts'
import { list as listSubstitutions } from './substitutes/list.ts'

/** What of the configuration the doors of identity need. */
export type IdentityConfig = Pick<Config, 'publicUrl' | 'singleSignOn'>

/** The doors of accounts, sessions, roles and substitutes over HTTP. */
export function identityRoutes(config: IdentityConfig): Route[] {
  const originOf = ({ client }: Surroundings) => config.publicUrl ?? client.origin
  return [
    route(signing.getSession, (door) =>
      door.transaction((open) => sessionState(open, door, config.singleSignOn !== undefined)),
    ),
    route(signing.signIn, (door) => signInByPassword(door, door.input)),
    route(signing.giveTotp, (door) => giveTotpCode(door, door.input.code, new Date())),
    route(signing.giveRecoveryCode, (door) => giveRecovery(door, door.input.code)),
    route(signing.askForPasskey, (door) => askPasskey(door, originOf(door))),
    route(signing.signInByPasskey, (door) => signInWithPasskey(door, door.input)),
    route(signing.signOut, endOwnSession),
    route(signing.startSingleSignOn, (door) =>
      singleSignOn.begin(door, configured(config), originOf(door), door.input.next),
    ),
    route(signing.endSingleSignOn, (door) => singleSignOn.end(door, configured(config), originOf(door), door.input)),
    route(signing.readLink, ({ input, transaction }) => transaction((open) => showLink(open, input.token))),
    route(signing.setPasswordByLink, (door) => usePasswordLink(door, door.input)),

    route(own.getOwnSecurity, (door) => door.transaction((open) => showOwnSecurity(open, door))),
    route(own.proveOneself, (door) => proveByPassword(door, door.input)),
    route(own.changePassword, (door) => changeOwnPassword(door, door.input)),
    route(own.startTotp, (door) => door.transaction((open) => beginTotp(open, door))),
    route(own.confirmTotp, (door) => door.transaction((open) => confirmOwnTotp(open, door, door.input, new Date()))),
    route(own.removeTotp, (door) => door.transaction((open) => removeOwnTotp(open, door))),
    route(own.startPasskey, (door) => door.transaction((open) => beginPasskey(open, door, originOf(door)))),
    route(own.addPasskey, (door) => door.transaction((open) => addOwnPasskey(open, door, door.input))),
    route(own.removePasskey, (door) => door.transaction((open) => removeOwnPasskey(open, door, door.input))),
    route(own.makeRecoveryCodes, (door) => door.transaction((open) => makeOwnRecoveryCodes(open, door))),
    route(own.endOneSession, (door) => door.transaction((open) => endOwn(open, door, door.input))),
    route(own.endOtherSessions, (door) => door.transaction((open) => endOthers(open, door))),

    route(accounts.listAccounts, ({ input, today, transaction }) => transaction((open) => list(open, input, today))),
    route(accounts.exportAccounts, ({ input, today, transaction }) =>
      transaction((open) => exportList(open, input, today)),
    ),
    route(accounts.listAccountBodies, (door) => door.transaction((open) => administeredBodies(open, door))),
    route(accounts.getAccount, (door) => door.transaction((open) => show(open, door, door.input))),
    route(accounts.createAccount, (door) => door.transaction((open) => create(open, door, door.input))),
    route(accounts.changeAccount, (door) => door.transaction((open) => change(open, door, door.input))),
    route(accounts.issueAccountLink, (door) => door.transaction((open) => access.link(open, door, door.input))),
    route(accounts.disableAccount, (door) => door.transaction((open) => access.disable(open, door, door.input))),
    route(accounts.enableAccount, (door) => door.transaction((open) => access.enable(open, door, door.input))),
    route(accounts.resetFactors, (door) => door.transaction((open) => access.reset(open, door, door.input))),
    route(accounts.endAccountSessions, (door) => door.transaction((open) => access.endAll(open, door, door.input))),
    route(accounts.grantRole, (door) => door.transaction((open) => grant(open, door, door.input))),
    route(accounts.endRole, (door) => door.transaction((open) => endRole(open, door, door.input))),

    route(substitutes.listSubstitutions, (door) => door.transaction((open) => listSubstitutions(open, door))),
    route(substitutes.findSubstitutes, (door) => door.transaction((open) => find(open, door, door.input))),
    route(substitutes.appointSubstitute, (door) => door.transaction((open) => appoint(open, door, door.input))),
    route(substitutes.endSubstitution, (door) => door.transaction((open) => endSubstitution(open, door, door.input))),
  ]
}

function configured({ singleSignOn: settings }: IdentityConfig) {
  if (settings) return settings
  throw new NotFound({
    vi: 'Nơi này chưa nối với hệ thống đăng nhập một lần. Hãy đăng nhập bằng mật khẩu hoặc khóa truy cập.',
    en: 'No single sign-on is set up here. Sign in by password or passkey.',
  })
}
