import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, openBrowser } from '../support/browser.ts'
import { dossierPages, field, saved, type } from '../support/dossier-pages.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

/** What happens to what is typed where the server refuses a part of it, or fails. */

const OFFICER = 'vanhoa.chuyenvien'
const MARKED = 'Theo phương án tối mật số 5'
const GOOD = 'Trao đổi quy trình bảo quản'

let server: SampleServer
let browser: Browser
let dossier = ''

beforeAll(async () => {
  server = await startSampleServer()
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const { open } = dossierPages(
  () => browser,
  () => server.address,
)

const kept = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
const state = (page: Page) => page.getByRole('status').getByText('1 mục chưa lưu được:')
const reason = (page: Page, path: string) => page.locator(`[id="f-${path}-error"]`)

describe('a dossier of which something is refused', () => {
  test('keeps a marked text out of server and browser, saves the rest, and says so at the field, also after a reload', async () => {
    const { page } = await open(OFFICER, '/doan-ra')
    await page.getByRole('button', { name: 'Lập hồ sơ' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Tên đoàn').fill('Đoàn có phần bị từ chối')
    await dialog.getByRole('button', { name: 'Lập hồ sơ' }).click()
    await page.getByRole('heading', { level: 1, name: 'Đoàn có phần bị từ chối' }).waitFor()
    dossier = new URL(page.url()).pathname
    await type(page, 'purpose.summary', 'Mục đích đầu tiên')

    await field(page, 'purpose.summary').fill(MARKED)
    await field(page, 'purpose.content').fill(GOOD)
    await state(page).waitFor()
    await reason(page, 'purpose.summary').getByText('có dấu chỉ độ mật «TỐI MẬT»').waitFor()
    expect(await field(page, 'purpose.summary').inputValue()).toBe(MARKED)
    await page.getByText('còn mục chưa lưu được, hãy sửa hoặc bỏ nội dung đó trước').first().waitFor()
    expect(await kept(page)).not.toContain('phương án')
    await page.evaluate(() => window.scrollTo(0, 0))
    expect(await accessibilityFaults(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    await page.setViewportSize({ width: 1440, height: 900 })

    await page.reload()
    await state(page).waitFor()
    expect(await field(page, 'purpose.content').inputValue()).toBe(GOOD)
    expect(await field(page, 'purpose.summary').inputValue()).toBe('Mục đích đầu tiên')
    await reason(page, 'purpose.summary').getByText('đang hiện bản đã lưu').waitFor()
    await page
      .getByRole('status')
      .getByRole('link', { name: /mục đích/i })
      .click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-purpose.summary')

    await type(page, 'purpose.summary', 'Mục đích đã sửa')
    await page.reload()
    await saved(page)
    expect(await field(page, 'purpose.summary').inputValue()).toBe('Mục đích đã sửa')
    expect(await reason(page, 'purpose.summary').count()).toBe(0)
  })

  test('keeps what is too long in its field over a reload, until it is let go; what is typed meanwhile is saved', async () => {
    const { page } = await open(OFFICER, dossier)
    await saved(page)
    await field(page, 'purpose.content').fill('x'.repeat(20_001))
    await state(page).waitFor()
    const answered = page.waitForResponse((one) => one.url().endsWith('/save') && one.ok())
    await field(page, 'purpose.summary').fill('Gõ sau khi bị từ chối')
    await answered
    await page.reload()
    await state(page).waitFor()
    expect((await field(page, 'purpose.content').inputValue()).length).toBe(20_001)
    expect(await field(page, 'purpose.summary').inputValue()).toBe('Gõ sau khi bị từ chối')
    await page.getByRole('alert').getByRole('button', { name: 'Bỏ nội dung này' }).click()
    await saved(page)
    expect(await field(page, 'purpose.content').inputValue()).toBe(GOOD)
  })

  test('is not troubled by what a paste brings along unseen', async () => {
    const { page } = await open(OFFICER, dossier)
    await saved(page)
    const answered = page.waitForResponse((one) => one.url().endsWith('/save'))
    await field(page, 'purpose.content').fill('Dán\u0000 từ nơi khác')
    expect((await answered).ok()).toBe(true)
    await saved(page)
    await page.reload()
    await saved(page)
    expect(await field(page, 'purpose.content').inputValue()).toBe('Dán từ nơi khác')
  })

  test('is printed with its code, its state and who has printed it, and calls itself a draft', async () => {
    const { page } = await open(OFFICER, dossier)
    await saved(page)
    // The sheet stands under the form, which waits for the law.
    await field(page, 'purpose.summary').waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    const paper = await page.locator('body').innerText()
    expect(paper).toContain('Bản dự thảo của đơn vị')
    expect(paper).toMatch(/Mã hồ sơ\s+ĐR-\d{4}-\d{4}/)
    expect(paper).toMatch(/Phiên bản\s+\d+/)
    expect(paper).toMatch(/Tình trạng\s+Đang soạn/i)
    expect(paper).toMatch(/Cơ quan cử\s+Sở Văn hóa và Thể thao Hà Nội/)
    expect(paper).toMatch(/Người in\s+\S.*, \d\d:\d\d \d\d\/\d\d\/\d{4}/)
    expect(paper).not.toContain('Bản thử')
  })
})
