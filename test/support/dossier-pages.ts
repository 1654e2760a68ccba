import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { SAMPLE_PASSWORD } from '../../src/identity/sample-password.ts'
import { openPage } from './browser.ts'

/** What journeys do on the pages of dossiers, as accounts of the sample. */
export interface DossierPages {
  /** A page of somebody of the sample. */
  open(login: string, path: string, width?: number): ReturnType<typeof openPage>
  /** Opens a page as somebody, works there, and finds nothing to complain of. */
  as(login: string, path: string, work: (page: Page) => Promise<void>): Promise<void>
  /** Sends a request as somebody; the answer of one that is granted. */
  // biome-ignore lint/suspicious/noExplicitAny: what came over HTTP is looked at by the tests
  send(login: string, method: 'GET' | 'POST', path: string, data?: object): Promise<any>
}

export function dossierPages(browser: () => Browser, address: () => string): DossierPages {
  const signIn = async (page: Page, login: string) => {
    const answer = await page.context().request.post(`${address()}/api/session`, {
      data: { login, password: SAMPLE_PASSWORD },
      headers: { origin: address() },
    })
    expect(answer.status()).toBe(200)
  }
  const open = async (login: string, path: string, width = 1440) => {
    const watched = await openPage(browser(), { viewport: { width, height: 900 } })
    watched.page.setDefaultTimeout(30_000)
    await signIn(watched.page, login)
    await watched.page.goto(address() + path)
    return watched
  }
  return {
    open,
    async as(login, path, work) {
      const { page, complaints } = await open(login, path)
      await work(page)
      expect(complaints()).toEqual([])
      await page.context().close()
    },
    async send(login, method, path, data) {
      const { page } = await openPage(browser())
      await signIn(page, login)
      const { request } = page.context()
      const headers = { origin: address() }
      const answer =
        method === 'GET'
          ? await request.get(address() + path, { headers })
          : await request.post(address() + path, { headers, data: data ?? {} })
      const body = await answer.json()
      await page.context().close()
      if (!answer.ok()) throw new Error(`${path}: ${JSON.stringify(body)}`)
      return body
    },
  }
}

/** A field of the form, by its path. */
export const field = (page: Page, path: string): Locator => page.locator(`[id="f-${path}"]`)

/** Waits until all that was typed is saved. */
export const saved = (page: Page) =>
  page
    .getByRole('status')
    .getByText(/^Đã lưu \d\d:\d\d$/)
    .waitFor()

/** Types into a field, and waits until the server has it. */
export async function type(page: Page, path: string, text: string): Promise<void> {
  const answered = page.waitForResponse((one) => one.url().endsWith('/save') && one.ok())
  await field(page, path).fill(text)
  await answered
  await saved(page)
}

/** Takes a step of the way, with what its dialog asks for. */
export async function step(page: Page, name: string, fill: (dialog: Locator) => Promise<void> = async () => {}) {
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog', { name, exact: true })
  await fill(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Waits until the dossier is at a stage of its way. */
export const stage = (page: Page, name: string) => page.locator('[aria-current=step]', { hasText: name }).waitFor()
