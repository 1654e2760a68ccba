import type { Browser, BrowserContext } from 'playwright-core'
import { SAMPLE_PASSWORD } from '../../src/identity/sample-password.ts'
import { openContext, openPage, openWatched, type PageOptions, type WatchedPage } from './browser.ts'

/** Accounts of the sample at work. Each signs in once, at its first visit to a server. */
export interface SampleVisits {
  /** A page of somebody of the sample. */
  open(login: string, path: string, options?: PageOptions): Promise<WatchedPage>
  /** Another page in the one window that somebody keeps open: what it has loaded once it has. Whoever opens it closes it. */
  openAgain(login: string, path: string): Promise<WatchedPage>
  /** Sends a request as somebody; the answer of one that is granted. */
  // biome-ignore lint/suspicious/noExplicitAny: what came over HTTP is looked at by the tests
  send(login: string, method: 'GET' | 'POST', path: string, data?: object): Promise<any>
}

interface Cookie {
  name: string
  value: string
  url: string
}

export function sampleVisits(browser: () => Browser, address: () => string): SampleVisits {
  const sessions = new Map<string, Promise<Cookie[]>>()
  const sessionOf = (login: string) => {
    const place = `${address()} ${login}`
    const session = sessions.get(place) ?? signIn(address(), login)
    sessions.set(place, session)
    return session
  }
  const windows = new Map<string, Promise<BrowserContext>>()
  const windowOf = (login: string) => {
    const place = `${address()} ${login}`
    const own = windows.get(place) ?? openContext(browser())
    windows.set(place, own)
    return own
  }
  const visit = async (watched: WatchedPage, login: string, path: string) => {
    watched.page.setDefaultTimeout(30_000)
    await watched.page.context().addCookies(await sessionOf(login))
    await watched.page.goto(address() + path)
    return watched
  }
  return {
    open: async (login, path, options) => visit(await openPage(browser(), options), login, path),
    openAgain: async (login, path) => visit(await openWatched(await windowOf(login)), login, path),
    async send(login, method, path, data) {
      const cookies = await sessionOf(login)
      const headers = {
        origin: address(),
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
        ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      }
      const body = method === 'POST' ? { body: JSON.stringify(data ?? {}) } : {}
      const answer = await fetch(address() + path, { method, headers, ...body })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${answer.status} ${path}: ${text}`)
      return text === '' ? undefined : JSON.parse(text)
    },
  }
}

async function signIn(address: string, login: string): Promise<Cookie[]> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { origin: address, 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: SAMPLE_PASSWORD }),
  })
  if (!answer.ok) throw new Error(`${login} cannot sign in: ${await answer.text()}`)
  return answer.headers.getSetCookie().map((cookie) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    return { name, value, url: address }
  })
}
