/**
 * Every permission there is, and whether it changes anything: what only reads cannot write, by the database's word.
 * Which role holds which is said in `src/identity/roles.ts`.
 */
const CHANGES = {
  /** Everybody, signed in or not. */
  public: false,
  /** The law is public, and nothing of a tried dossier is kept. */
  'law.read': false,
  'law.check': false,
  /** Seeing what a draft of the law would make of the dossiers on file, which are told by code; nothing is kept or published. */
  'law.try': false,
  /** Signing in, by whatever means: asked for by nobody known yet. */
  'session.open': true,
  /** Everybody who is signed in, about themselves: their sessions, their means of signing in, their work. */
  'own.read': false,
  'own.write': true,
  'bodies.read': false,
  'bodies.write': true,
  'people.read': false,
  'people.write': true,
  /** Personal data in full; each read of it is logged, so it writes. */
  'people.sensitive': true,
  'passports.write': true,
  'accounts.read': false,
  'accounts.write': true,
  /** Appointing a substitute for one's own role. */
  'substitutes.write': true,
  'audit.read': false,
  'retention.write': true,
  'plans.read': false,
  'plans.write': true,
  'plans.sign': true,
  'plans.consolidate': true,
  'plans.approve': true,
  'money.write': true,
  /** Norms of cost and exchange rates. */
  'norms.read': false,
  'norms.write': true,
  'dossiers.read': false,
  'dossiers.write': true,
  'dossiers.sign': true,
  'dossiers.examine': true,
  'dossiers.decide': true,
  /** What whoever examines or decides does with a dossier besides judging it: passes it on, keeps papers with it. */
  'dossiers.handle': true,
  /** Giving the opinion for which a party outside the sender was asked. */
  'dossiers.advise': true,
  /** Sitting on a committee that appraises dossiers: declaring, voting, closing its minutes. */
  'dossiers.deliberate': true,
} as const

/** What a caller must be allowed to do. Every endpoint names exactly one. */
export type Permission = keyof typeof CHANGES

export const PERMISSIONS = Object.keys(CHANGES) as Permission[]

/** What needs no sign-in. */
export const OPEN_TO_ALL: ReadonlySet<Permission> = new Set(['public', 'law.read', 'law.check', 'session.open'])

/** Whether a request by this permission may change anything. */
export function changes(permission: Permission): boolean {
  return CHANGES[permission]
}
