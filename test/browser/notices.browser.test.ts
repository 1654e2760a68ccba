import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, openBrowser, openPage } from '../support/browser.ts'
import { startNoticesServer } from '../support/notices-server.ts'

/** The bell and the page of notices, as whoever is told reads them. */

let server: Awaited<ReturnType<typeof startNoticesServer>>
let browser: Browser

beforeAll(async () => {
  server = await startNoticesServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('notices', () => {
  test('are counted at the bell, read one by one, and answered with a calendar that can be revoked', async () => {
    const { page, complaints } = await openPage(browser)
    await page.goto(`${server.address}/thong-bao`)
    await page.getByRole('link', { name: 'Thông báo, 2 chưa đọc' }).waitFor()
    const row = (code: string) => page.getByRole('row', { name: code })
    expect(await row('ĐR-2026-0140').innerText()).toMatch(/Hồ sơ chờ thủ trưởng ký\s+cần làm\s+25\/11\/2026/)
    expect(await row('ĐR-2026-0141').innerText()).toContain('đã xong')
    expect(await accessibilityFaults(page)).toEqual([])

    await row('ĐR-2026-0140').getByRole('button', { name: 'Đánh dấu đã đọc' }).click()
    await page.getByRole('link', { name: 'Thông báo, 1 chưa đọc' }).waitFor()
    await page.getByRole('button', { name: 'Đánh dấu tất cả đã đọc' }).click()
    await page.getByRole('link', { name: 'Thông báo', exact: true }).waitFor()

    await page.getByRole('radio', { name: 'Ngay khi có' }).check()
    await page.getByText('Mỗi thông báo một thư.').waitFor()

    await page.getByRole('button', { name: 'Lập địa chỉ lịch' }).click()
    const address = await page.getByLabel('Địa chỉ lịch').inputValue()
    const read = () => page.request.get(address)
    expect(await (await read()).text()).toContain('BEGIN:VCALENDAR')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Thu hồi' }).click()
    await page.getByLabel('Địa chỉ lịch').waitFor({ state: 'detached' })
    expect((await read()).status()).toBe(404)
    expect(complaints()).toEqual([])
  })

  test('fit a phone without a word cut off at the side', async () => {
    const { page } = await openPage(browser, { viewport: { width: 390, height: 844 } })
    await page.goto(`${server.address}/thong-bao`)
    await page.getByText('ĐR-2026-0142').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    const box = async (name: string) => page.getByRole('link', { name, exact: true }).boundingBox()
    const brand = await box('Đoàn Ra')
    const bell = await page.getByRole('link', { name: /^Thông báo/ }).boundingBox()
    expect((brand?.x ?? 0) + (brand?.width ?? 0)).toBeLessThanOrEqual(bell?.x ?? 0)
  })
})
