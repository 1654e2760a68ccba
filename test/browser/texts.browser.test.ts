import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, openBrowser, openPage } from '../support/browser.ts'
import { startEmptyServer } from '../support/sample-server.ts'
import type { TestServer } from '../support/server.ts'

/** The pages that show the law, as an official reads them. */

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startEmptyServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(path: string, viewport = DESK) {
  const watched = await openPage(browser, { viewport })
  await watched.page.goto(server.address + path)
  await watched.page.getByRole('heading', { level: 1 }).waitFor()
  await watched.page.locator('table, section, article').first().waitFor()
  return watched
}

const size = (page: Page) => page.locator('tbody#delegation-size')

describe('the texts', () => {
  test('from the list to a text, to its first point: seven people, and the cases that show it', async () => {
    const { page, complaints } = await open('/van-ban')
    const rows = page.getByRole('row')
    expect(await rows.nth(1).getByRole('cell').first().innerText()).toBe('30/12/2025')
    expect(await page.getByRole('row', { name: '1542-QĐ/TU' }).innerText()).toContain('Chỉ viện dẫn')
    await page.getByRole('link', { name: '4060-CV/BTCTU' }).click()
    await page.getByRole('heading', { level: 1, name: '4060-CV/BTCTU' }).waitFor()
    await page.getByRole('link', { name: 'điểm 1' }).click()
    expect(new URL(page.url()).search).toBe('?noi=1')
    const norm = page.locator('#noi-1 article', { hasText: 'Số người trong đoàn' })
    expect(await norm.innerText()).toContain('Tối đa 7 người')
    expect(await norm.innerText()).toContain('Cần cho phép')
    await norm.getByText('ca kiểm thử').click()
    const eight = norm.getByRole('listitem').filter({ hasText: 'Đoàn 8 người; quá mức 7 người' })
    expect(await eight.innerText()).toContain('Cần cho phép')
    expect(await eight.getByRole('link').getAttribute('href')).toBe('/thu-doan?ca=b01-tam-nguoi')
    expect(complaints()).toEqual([])
  })

  test('an address leads to its place in the text; one that is not there is told', async () => {
    const { page } = await open('/van-ban/38-CT-TW-2014?noi=3.4')
    const place = page.locator('[id="noi-3.4"]')
    expect(await place.getByRole('heading', { level: 2 }).innerText()).toBe('Điểm 3, đoạn 4')
    await expect.poll(async () => Math.round((await place.boundingBox())?.y ?? -1)).toBeLessThan(200)
    await page.goto(`${server.address}/van-ban/38-CT-TW-2014?noi=9.9`)
    await page.getByText('không có điểm 9.9').waitFor()
    await page.goto(`${server.address}/van-ban/khong-co`)
    await page.getByRole('heading', { name: 'Không có văn bản này' }).waitFor()
  })

  test('a text that was replaced leads to the one in its place', async () => {
    const { page } = await open('/van-ban/295-QD-TW-2010')
    expect(await page.locator('article').innerText()).toContain('Đã hết hiệu lực')
    await page.getByRole('link', { name: '272-QĐ/TW, từ ngày 21/01/2015' }).click()
    await page.getByRole('heading', { level: 1, name: '272-QĐ/TW' }).waitFor()
  })
})

describe('the limits of a day', () => {
  test('show both seven and ten people, which text is the later, and why; in 2018 only ten', async () => {
    const { page, complaints } = await open('/van-ban/gioi-han?ngay=2026-04-01&noi=VN-HN')
    const now = await size(page).innerText()
    expect(now).toContain('tối đa 7 người')
    expect(now).toContain('tối đa 10 người')
    expect(now).toContain('Ban hành sau cùng là 4060-CV/BTCTU')
    await page.getByRole('link', { name: 'Số người trong đoàn' }).waitFor()

    await page.getByLabel('Vào ngày').fill('01/06/2018')
    await page.getByRole('heading', { name: 'Giới hạn ở Hà Nội vào ngày 01/06/2018' }).waitFor()
    expect(new URL(page.url()).searchParams.get('ngay')).toBe('2018-06-01')
    const then = await size(page).innerText()
    expect(then).toContain('tối đa 10 người')
    expect(then).not.toContain('tối đa 7 người')
    expect(complaints()).toEqual([])
  })

  test('differ by jurisdiction, and change on the days that are offered', async () => {
    const { page } = await open('/van-ban/gioi-han?ngay=2026-04-01&noi=VN-HN')
    await page.getByRole('link', { name: '31/05/2019' }).click()
    await page.getByRole('heading', { name: 'vào ngày 31/05/2019' }).waitFor()
    const place = page.getByLabel('Địa bàn')
    await place.fill('da nang')
    await page.getByRole('option', { name: 'Đà Nẵng' }).click()
    await page.getByRole('heading', { name: 'Giới hạn ở Đà Nẵng' }).waitFor()
    expect(await size(page).count()).toBe(0)
    await page.getByText('Không có văn bản nào nói khác nhau').waitFor()
  })

  test('a day that is none is told, and today is shown instead', async () => {
    const { page } = await open('/van-ban/gioi-han?ngay=31-02-2026')
    await page.getByText('“31-02-2026” không phải là một ngày').waitFor()
    await size(page).waitFor()
  })
})

test('administered values have their history: who set them, when and why, and where they are used', async () => {
  const { page } = await open('/van-ban/gia-tri#periodic-report-recipients')
  const recipients = page.locator('#periodic-report-recipients')
  expect(await recipients.getByRole('row').count()).toBe(3)
  expect(await recipients.innerText()).toContain('đến 28/02/2025')
  await page.locator('#near-retirement-months').getByRole('link', { name: '38-CT/TW, điểm 3, đoạn 5' }).click()
  await page.getByRole('heading', { level: 1, name: '38-CT/TW' }).waitFor()
})

describe.each([
  ['/van-ban'],
  ['/van-ban/4060-CV-BTCTU-2019?noi=2'],
  ['/van-ban/gioi-han?ngay=2026-04-01&noi=VN-HN'],
  ['/van-ban/gia-tri'],
])('%s', (path) => {
  test.each([
    ['on a wide screen', DESK],
    ['on a phone', PHONE],
  ])('is accessible, fits and complains of nothing %s', async (_name, viewport) => {
    const { page, complaints } = await open(path, viewport)
    for (const more of await page.locator('details > summary').all()) await more.click()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    expect(complaints()).toEqual([])
  })
})
