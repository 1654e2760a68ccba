import { sql } from 'kysely'
import type { ReachRow } from '../../bodies/index.ts'
import type { Connected, Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { DEVICE_DAYS, IDLE_HOURS, PENDING_MINUTES, PROOF_MINUTES, SESSION_DAYS } from './limits.ts'

/** By what somebody has signed in. */
export type Means = 'password' | 'passkey' | 'single-sign-on'

/** A role as it is held today, by oneself or for another. */
export interface HeldRole {
  holdingId: string
  role: string
  bodyId: string | null
  rootId: string | null
  validFrom: Day
  validTo: Day | null
  document: string | null
  /** Whom the holder represents, where the role is another's. */
  principal: { accountId: string; name: string } | null
}

/** A session that is open, its account, and the roles that the account holds today. */
export interface OpenSession {
  id: string
  accountId: string
  login: string
  name: string
  personId: string | null
  rootId: string | null
  means: Means
  pendingFactor: boolean
  /** Whether the holder has proved to be there a short while ago. */
  fresh: boolean
  /** Whether the account has a second factor. */
  hasFactor: boolean
  sample: boolean
  /** Whether the last use was noted long enough ago to be noted again. */
  stale: boolean
  roles: HeldRole[]
}

const OPEN = sql`session.ended_at is null and session.expires_at > now()
  and session.seen_at > now() - make_interval(hours => ${sql.lit(IDLE_HOURS)})`

/** The open session of this token's hash, with everything that decides what its account may do on the day. */
export async function findOpenSession(
  transaction: Transaction,
  tokenHash: string,
  day: Day,
): Promise<OpenSession | undefined> {
  const { rows } = await sql<OpenSession>`
    select id, account_id as "accountId", login, name, person_id as "personId", root_id as "rootId", means,
      pending_factor as "pendingFactor", fresh, has_factor as "hasFactor", sample, stale, roles
    from app.open_session(
      ${tokenHash}, ${day}::date,
      make_interval(hours => ${sql.lit(IDLE_HOURS)}), make_interval(mins => ${sql.lit(PROOF_MINUTES)})
    )
  `.execute(transaction)
  return rows[0]
}

/** The holder of an open session, with what is known of the bodies of its roles. */
export interface Holding {
  session: OpenSession
  /** Another after each change of the register of bodies. */
  stamp: string
  /** How far the bodies of the roles reach; `null` where the register is the one that was known. */
  told: {
    reaches: ReachRow[]
    /** Every root there is, where a role is over the whole installation. */
    roots: string[]
  } | null
}

/**
 * The open session of this token's hash with everything that decides who its holder is and how far they reach on the day, in
 * one statement outside any scope: nobody is known before it is answered. `known` is the stamp of the register of bodies of
 * which it need not be told again how far bodies reach.
 */
export async function recogniseHolder(
  database: Connected,
  tokenHash: string,
  day: Day,
  known?: string,
): Promise<Holding | undefined> {
  const { rows } = await sql<{
    session: OpenSession
    stamp: string
    reaches: ReachRow[] | null
    roots: string[] | null
  }>`
    select session, stamp, reaches, roots from app.recognise(
      ${tokenHash}, ${day}::date,
      make_interval(hours => ${sql.lit(IDLE_HOURS)}), make_interval(mins => ${sql.lit(PROOF_MINUTES)}), ${known ?? null}::uuid
    )
  `.execute(database)
  const [row] = rows
  if (row === undefined) return undefined
  const { session, stamp, reaches, roots } = row
  return { session, stamp, told: reaches && roots && { reaches, roots } }
}

/** Notes that the session was used. */
export async function touchSession(transaction: Transaction, id: string): Promise<void> {
  await sql`update session set seen_at = now() where id = ${id}`.execute(transaction)
}

/** A session to open. */
export interface NewSession {
  accountId: string
  tokenHash: string
  means: Means
  pendingFactor: boolean
  address: string
  program: string
}

/** Opens a session, short while a second factor is still asked for. */
export async function insertSession(transaction: Transaction, session: NewSession): Promise<string> {
  const id = newId()
  const life = session.pendingFactor
    ? sql`make_interval(mins => ${sql.lit(PENDING_MINUTES)})`
    : sql`make_interval(days => ${sql.lit(SESSION_DAYS)})`
  await transaction
    .insertInto('session')
    .values({
      id,
      account_id: session.accountId,
      token_hash: session.tokenHash,
      means: session.means,
      pending_factor: session.pendingFactor,
      address: session.address,
      program: session.program.slice(0, 300),
      expires_at: sql`now() + ${life}`,
    })
    .execute()
  return id
}

/** The second factor has come: the session is a full one from now on, under a new token. */
export async function completeSession(transaction: Transaction, id: string, tokenHash: string): Promise<void> {
  await sql`
    update session set pending_factor = false, token_hash = ${tokenHash}, seen_at = now(), proved_at = now(),
      expires_at = now() + make_interval(days => ${sql.lit(SESSION_DAYS)})
    where id = ${id}
  `.execute(transaction)
}

/** The holder has proved again to be there. */
export async function proveSession(transaction: Transaction, id: string): Promise<void> {
  await sql`update session set proved_at = now() where id = ${id}`.execute(transaction)
}

/** Ends open sessions of an account: one of them, all, or all but one. Returns how many there were. */
export async function endSessions(
  transaction: Transaction,
  accountId: string,
  which: { only: string } | { except: string } | 'all',
): Promise<number> {
  const chosen = which === 'all' ? sql`true` : 'only' in which ? sql`id = ${which.only}` : sql`id <> ${which.except}`
  const { numAffectedRows = 0n } = await sql`
    update session set ended_at = now() where account_id = ${accountId} and ${OPEN} and ${chosen}
  `.execute(transaction)
  return Number(numAffectedRows)
}

/** A session as its holder sees it in a list. */
export interface ListedSession {
  id: string
  means: Means
  address: string
  program: string
  openedAt: string
  seenAt: string
}

/** Open sessions of an account whose second factor was given, the last used first. */
export async function listSessions(transaction: Transaction, accountId: string): Promise<ListedSession[]> {
  const { rows } = await sql<ListedSession>`
    select id, means, address, program, opened_at as "openedAt", seen_at as "seenAt" from session
    where account_id = ${accountId} and not pending_factor and ${OPEN} order by seen_at desc, id limit 100
  `.execute(transaction)
  return rows
}

/** The known browser of this token's hash, if it is known for the account. */
export async function findDevice(
  transaction: Transaction,
  accountId: string,
  tokenHash: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from known_device where token_hash = ${tokenHash} and account_id = ${accountId} and expires_at > now()
  `.execute(transaction)
  return rows[0]?.id
}

/** Makes a browser known for the account under a new token, in place of the one it was known by before. */
export async function rememberDevice(
  transaction: Transaction,
  accountId: string,
  tokenHash: string,
  former: string | undefined,
): Promise<void> {
  await sql`
    delete from known_device where account_id = ${accountId} and (expires_at < now() or id = ${former ?? null})
  `.execute(transaction)
  await transaction
    .insertInto('known_device')
    .values({
      id: newId(),
      account_id: accountId,
      token_hash: tokenHash,
      expires_at: sql`now() + make_interval(days => ${sql.lit(DEVICE_DAYS)})`,
    })
    .execute()
}

/** No browser is known for the account any more, or not this one. */
export async function forgetDevices(transaction: Transaction, accountId: string, id?: string): Promise<void> {
  const chosen = id === undefined ? sql`true` : sql`id = ${id}`
  await sql`delete from known_device where account_id = ${accountId} and ${chosen}`.execute(transaction)
}
