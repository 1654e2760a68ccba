import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { SAMPLE_PASSWORD } from '../../src/identity/sample-password.ts'
import { accessibilityFaults, openBrowser, openContext, openWatched } from '../support/browser.ts'
import { dossierWay, EXAMINER } from '../support/dossier-way.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleVisits } from '../support/sample-visits.ts'

/** What happens to what is typed when the session ends under it. */

const REASON = 'Chưa rõ nội dung buổi làm việc thứ hai'

let server: SampleServer
let browser: Browser
/** One browser, in which all tabs share who is signed in. */
let context: BrowserContext

beforeAll(async () => {
  server = await startSampleServer()
  browser = await openBrowser()
  context = await openContext(browser)
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const { send } = sampleVisits(
  () => browser,
  () => server.address,
)
const { begin, bringToExamination, read } = dossierWay(send)

/** A further tab of the one browser, until the test ends. */
async function tab(): Promise<Page> {
  const { page } = await openWatched(context)
  onTestFinished(() => page.close())
  return page
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(login)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(SAMPLE_PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/dang-nhap')
}

/** Ends the session of the browser on the server, and presses a button before anything else is asked. */
const pressWithoutSession = (button: Locator) =>
  button.evaluate(async (one) => {
    const headers = { 'content-type': 'application/json' }
    await fetch('/api/session/end', { method: 'POST', headers, body: '{}' })
    ;(one as HTMLElement).click()
  })

/** Back in the window, as the browser tells it. */
const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('focus')))

describe('a step whose reason is typed when the session ends', () => {
  test('is taken with that reason once the same person has signed in again', async () => {
    const dossier = await begin('01-compliant')
    await bringToExamination(dossier)
    const page = await tab()
    await page.goto(`${server.address}/dang-nhap?ve=${dossier}`)
    await signIn(page, EXAMINER)
    await page.getByRole('button', { name: 'Trả lại đơn vị', exact: true }).click()
    const step = page.getByRole('dialog', { name: 'Trả lại đơn vị', exact: true })
    await step.getByLabel('Lý do').fill(REASON)
    await pressWithoutSession(step.getByRole('button', { name: 'Trả lại đơn vị', exact: true }))
    const over = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
    await over.waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    const [other] = await Promise.all([
      context.waitForEvent('page'),
      over.getByRole('button', { name: 'Đăng nhập ở thẻ mới' }).click(),
    ])
    await signIn(other, EXAMINER)
    await other.close()
    await comeBack(page)
    await over.waitFor({ state: 'hidden' })
    expect(await step.getByLabel('Lý do').inputValue()).toBe(REASON)
    await step.getByRole('button', { name: 'Trả lại đơn vị', exact: true }).click()
    await step.waitFor({ state: 'detached' })
    expect(await read(EXAMINER, dossier)).toMatchObject({ state: 'returned' })
  })
})
