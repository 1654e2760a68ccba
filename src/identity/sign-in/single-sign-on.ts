import * as oidc from 'openid-client'
import { z } from 'zod'
import { record } from '../../audit/index.ts'
import type { SingleSignOn } from '../../config.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Surroundings } from '../../http/route.ts'
import { hashOf, newToken, SSO_COOKIE } from '../session/token.ts'
import { giveCookies, openSession, subjectOf } from './open-session.ts'
import {
  findById,
  findByLogin,
  findLinkedAccount,
  insertChallenge,
  linkSubject,
  type SignInAccount,
  takeChallenge,
} from './store.ts'

type Door = Pick<Surroundings, 'transaction' | 'client' | 'actor' | 'setCookie'>

const KIND = 'single-sign-on'
const MINUTES = 10
const PATH = '/api/session/single-sign-on/callback'
const Begun = z.object({ verifier: z.string(), nonce: z.string(), browser: z.string(), next: z.string() })

/** Why a single sign-on came to nothing; the sign-in page has a sentence for each. */
export type Failure = 'provider' | 'expired' | 'unknown' | 'refused'

/** Sends the browser to the provider. What it must bring back is kept here, tied to this browser by a cookie. */
export async function begin(door: Door, settings: SingleSignOn, origin: string, next: string | undefined) {
  const provider = await discover(settings).catch(() => undefined)
  if (provider === undefined) return backToSignIn('provider')
  const [verifier, nonce, browser] = [oidc.randomPKCECodeVerifier(), oidc.randomNonce(), newToken()]
  const content = { verifier, nonce, browser: hashOf(browser), next: localPath(next) }
  const state = await door.transaction((transaction) =>
    insertChallenge(transaction, { kind: KIND, accountId: undefined, content, minutes: MINUTES }),
  )
  door.setCookie(SSO_COOKIE, browser, MINUTES * 60)
  const address = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: `${origin}${PATH}`,
    scope: 'openid profile email',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  return { location: address.href }
}

/**
 * Takes the browser back from the provider: whoever it vouches for is signed in to the account linked to that person,
 * or, the first time, to the one whose login the configured claim names. Never makes an account.
 */
export async function end(door: Door, settings: SingleSignOn, origin: string, answer: Record<string, string>) {
  const state = z.uuid().safeParse(answer.state)
  const question = state.success
    ? await door.transaction((transaction) => takeChallenge(transaction, state.data, KIND))
    : undefined
  const begun = Begun.safeParse(question?.content)
  door.setCookie(SSO_COOKIE, '')
  const browser = door.client.cookies[SSO_COOKIE]
  if (!begun.success || !browser || hashOf(browser) !== begun.data.browser) return backToSignIn('expired')
  const claims = await claimsOf(settings, origin, answer, begun.data).catch(() => undefined)
  if (claims === undefined) return backToSignIn('refused')
  const opened = await door.transaction(async (transaction) => {
    const account = await accountOf(transaction, door, settings, claims)
    return account && openSession(transaction, door, account, 'single-sign-on')
  })
  if (opened === undefined) return backToSignIn('unknown')
  giveCookies(door.setCookie, opened)
  const next = encodeURIComponent(begun.data.next)
  return { location: opened.step.state === 'factor' ? `/dang-nhap?ve=${next}` : begun.data.next }
}

interface Claims {
  subject: string
  login: string | undefined
}

async function claimsOf(
  settings: SingleSignOn,
  origin: string,
  answer: Record<string, string>,
  begun: z.infer<typeof Begun>,
): Promise<Claims | undefined> {
  const address = new URL(`${origin}${PATH}`)
  address.search = new URLSearchParams(answer).toString()
  const tokens = await oidc.authorizationCodeGrant(await discover(settings), address, {
    pkceCodeVerifier: begun.verifier,
    expectedState: answer.state ?? '',
    expectedNonce: begun.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (claims === undefined) return undefined
  const login = claims[settings.claim]
  return { subject: claims.sub, login: typeof login === 'string' ? login : undefined }
}

/** The account of whom the provider vouches for. One that is disabled, or linked to somebody else there, is none. */
async function accountOf(
  transaction: Transaction,
  { actor }: Door,
  { issuer }: SingleSignOn,
  { subject, login }: Claims,
): Promise<SignInAccount | undefined> {
  const linked = await findLinkedAccount(transaction, issuer, subject)
  const account =
    linked !== undefined ? await findById(transaction, linked) : login && (await findByLogin(transaction, login))
  const usable = account && !account.disabled ? account : undefined
  const isTheirs =
    usable !== undefined &&
    (linked !== undefined || (await linkSubject(transaction, { issuer, subject, accountId: usable.id })))
  if (isTheirs) {
    if (linked === undefined) await recordLink(transaction, actor, usable, issuer)
    return usable
  }
  await record(transaction, actor, {
    action: 'session.refused',
    subject: account ? subjectOf(account) : { kind: 'account', id: 'unknown' },
    rootId: account ? (account.rootId ?? undefined) : undefined,
    after: { means: 'single-sign-on', issuer },
  })
  return undefined
}

function recordLink(transaction: Transaction, actor: Door['actor'], account: SignInAccount, issuer: string) {
  return record(
    transaction,
    { ...actor, accountId: account.id, name: account.name },
    {
      action: 'account.linked',
      subject: subjectOf(account),
      rootId: account.rootId ?? undefined,
      after: { issuer },
    },
  )
}

const discovered = new Map<string, Promise<oidc.Configuration>>()

/** Everything about the provider, read from it once; again when reading failed. */
function discover({ issuer, clientId, clientSecret }: SingleSignOn): Promise<oidc.Configuration> {
  const key = `${issuer} ${clientId}`
  const known = discovered.get(key)
  if (known) return known
  const address = new URL(issuer)
  // The configuration allows http:// for this machine only.
  const options = address.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {}
  const client = clientSecret === undefined ? oidc.None() : undefined
  const reading = oidc.discovery(address, clientId, clientSecret, client, options)
  discovered.set(key, reading)
  reading.catch(() => discovered.delete(key))
  return reading
}

/** Where to go after signing in: a page of ours, whatever was asked for. */
function localPath(next: string | undefined): string {
  if (next === undefined || !/^\/(?![/\\])/.test(next)) return '/'
  const address = new URL(next, 'http://here.invalid')
  return address.host === 'here.invalid' ? `${address.pathname}${address.search}${address.hash}` : '/'
}

function backToSignIn(failure: Failure) {
  return { location: `/dang-nhap?loi=${failure}` }
}
