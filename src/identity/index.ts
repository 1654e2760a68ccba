export { insertAccount, insertHolding, type NewAccount, type NewHolding } from './accounts/store.ts'
export { firstAdministratorLink } from './installation/first-administrator.ts'
export { hasAccounts, isSample, markInstallation } from './installation/store.ts'
export { recoveryLink } from './links/recovery-link.ts'
export { visitorOfAccount } from './reached/account-visitor.ts'
export { accountsReaching, type Holder, holdersOf, holdersOfEach, lendersTo, type Place } from './reached/store.ts'
export { identityRetention } from './retention/classes.ts'
export { isRole, ROLE_CODES, ROLES, type Role } from './roles.ts'
export { SAMPLE_PASSWORD } from './sample-password.ts'
export { type IdentityConfig, identityRoutes } from './server.ts'
export { recogniser } from './session/recognise.ts'
export { hashOf, newToken } from './session/token.ts'
export { hashPassword } from './sign-in/passwords.ts'
export { setPassword } from './sign-in/store.ts'
export { insertSubstitution, type NewSubstitution } from './substitutes/store.ts'
export {
  type AccountTies,
  type HeldRole,
  holdsRole,
  namesBehind,
  rolesHeld,
  type Ties,
  tiesOf,
  tiesOfEach,
} from './ties/store.ts'
