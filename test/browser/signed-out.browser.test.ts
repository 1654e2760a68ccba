import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { SAMPLE_PASSWORD } from '../../src/identity/sample-password.ts'
import { accessibilityFaults, openBrowser, openContext, openWatched } from '../support/browser.ts'
import { field, saved } from '../support/dossier-pages.ts'
import { dossierWay, EXAMINER, HEAD, OFFICER } from '../support/dossier-way.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleVisits } from '../support/sample-visits.ts'

/** What happens to what is typed when the session ends under it, or another account takes its place. */

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

/** Whoever is signed in is so no more; in this tab somebody signs in. */
async function change(page: Page, login: string): Promise<void> {
  await context.clearCookies()
  await page.goto(`${server.address}/dang-nhap`)
  await signIn(page, login)
}

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

describe('where another account signs in in another tab', () => {
  test('nothing that the former typed is saved as theirs; once the former is back, it is', async () => {
    const dossier = await begin('01-compliant')
    const [page, other] = [await tab(), await tab()]
    await change(other, OFFICER)
    await page.goto(server.address + dossier)
    await saved(page)
    await page.route('**/save', (route) => route.abort())
    await field(page, 'purpose.content').fill(REASON)
    await page.getByRole('button', { name: 'Chưa lưu được – thử lại' }).waitFor()
    await change(other, HEAD)
    await page.unroute('**/save')
    const told = page.getByRole('dialog', { name: 'Tài khoản khác đã đăng nhập trong trình duyệt này' })
    await told.getByRole('button', { name: /^Tải lại trang, dùng tài khoản/ }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    const refused = page.waitForResponse((one) => one.url().endsWith('/save') && one.status() === 401)
    await comeBack(page)
    expect((await (await refused).json()).error.message.vi).toContain('Tài khoản khác đã đăng nhập')
    expect(JSON.stringify((await read(HEAD, dossier)).content)).not.toContain(REASON)
    await change(other, OFFICER)
    await comeBack(page)
    await saved(page)
    await told.waitFor({ state: 'hidden' })
    expect(JSON.stringify((await read(OFFICER, dossier)).content)).toContain(REASON)
  })

  test('what the former tried in this tab is not shown to them', async () => {
    const page = await tab()
    await change(page, OFFICER)
    await page.goto(`${server.address}/thu-doan`)
    await field(page, 'purpose.content').fill(REASON)
    await page.reload()
    await expect.poll(() => field(page, 'purpose.content').inputValue()).toBe(REASON)
    await change(page, HEAD)
    await page.goto(`${server.address}/thu-doan`)
    await field(page, 'purpose.content').waitFor()
    expect(await field(page, 'purpose.content').inputValue()).toBe('')
  })
})
