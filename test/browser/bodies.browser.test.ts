import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readXlsx } from '../../src/documents/xlsx.ts'
import { type BodiesServer, startBodiesServer } from '../support/bodies-server.ts'
import { accessibilityFaults, openBrowser, openPage } from '../support/browser.ts'

/** The register of bodies as everybody reads it, and as an administrator keeps it. */

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

let server: BodiesServer
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterEach(() => server.stop())
afterAll(() => browser?.close())

async function open(
  path: (server: BodiesServer) => string,
  permissions: Parameters<typeof startBodiesServer>[0] = ['bodies.read', 'bodies.write'],
  viewport = DESK,
) {
  server = await startBodiesServer(permissions)
  const watched = await openPage(browser, { viewport })
  await watched.page.goto(server.address + path(server))
  await watched.page.getByRole('heading', { level: 1 }).waitFor()
  return watched
}

const dialog = (page: Page) => page.getByRole('dialog')
const names = (page: Page) => page.locator('tbody th').allInnerTexts()
const section = (page: Page, name: string) => page.getByRole('region', { name })

async function choose(page: Page, label: string, typed: string) {
  const field = dialog(page).getByLabel(label, { exact: true })
  await field.click()
  await field.fill(typed)
  await dialog(page).getByRole('option').first().click()
}

test('the list is in official order as of a day, found without diacritics, and goes to Excel', async () => {
  const { page, complaints } = await open(() => '/co-quan', ['bodies.read'])
  await expect.poll(() => names(page)).toHaveLength(4)
  expect((await names(page)).map((name) => name.split('\n')[0])).toEqual([
    'Thành phố Thử',
    'Sở Nội vụ Thử',
    'Sở Lao động Thử',
    'Đại sứ quán tại nước Thử',
  ])
  expect(await page.getByRole('button', { name: 'Thêm cơ quan' }).count()).toBe(0)
  expect(await accessibilityFaults(page)).toEqual([])

  await page.getByLabel('Tìm cơ quan').fill('lao dong')
  await expect.poll(() => names(page)).toEqual(['Sở Lao động Thử'])
  expect(new URL(page.url()).searchParams.get('q')).toBe('lao dong')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Xuất Excel' }).click(),
  ])
  const { sheets } = await readXlsx(await readFile(await download.path()))
  expect(sheets[0]?.rows.flat().filter((cell) => String(cell).includes('Thử'))).toEqual(['Sở Lao động Thử'])

  await page.goto(`${server.address}/co-quan?ngay=2019-12-31`)
  await page.getByText('Không có cơ quan nào khớp vào ngày này').waitFor()
  expect(complaints()).toEqual([])
})

test('a merger: faults at the fields, then the succession both ways, and old days keep the old names', async () => {
  const { page, complaints } = await open(({ labour }) => `/co-quan/${labour}`)
  await page.getByRole('button', { name: 'Sáp nhập', exact: true }).click()
  await dialog(page).getByRole('button', { name: 'Sáp nhập' }).click()
  await dialog(page).getByRole('alert').waitFor()
  expect(await dialog(page).getByLabel('Từ ngày').getAttribute('aria-invalid')).toBe('true')
  expect(await dialog(page).getByLabel('Số, ký hiệu văn bản').getAttribute('aria-invalid')).toBe('true')
  expect(await accessibilityFaults(page)).toEqual([])

  await dialog(page).getByLabel('Từ ngày').fill('01/03/2025')
  await dialog(page).getByLabel('Số, ký hiệu văn bản').fill('02/NQ-2025')
  await choose(page, 'Sáp nhập vào, hợp nhất thành', 'noi vu')
  await dialog(page).getByRole('button', { name: 'Sáp nhập' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sở Nội vụ Thử' }).waitFor()
  const drawn = await section(page, 'Hình thành và kế thừa').innerText()
  expect(drawn).toMatch(/Sở Lao động Thử\s+sáp nhập, hợp nhất · 01\/03\/2025 · 02\/NQ-2025/)
  expect(await accessibilityFaults(page)).toEqual([])

  await page.goto(`${server.address}/co-quan/${server.labour}`)
  await page.getByText('kết thúc sau ngày 28/02/2025').first().waitFor()
  expect(await page.getByRole('button', { name: /^Kết thúc/ }).getAttribute('title')).toContain('đã kết thúc')
  await page.goto(`${server.address}/co-quan?ngay=2025-02-28`)
  await expect.poll(() => names(page)).toHaveLength(4)
  await page.getByText('Thay đổi quanh ngày này').click()
  await page.getByText('đến hết 28/02/2025').waitFor()
  await page.goto(`${server.address}/co-quan?ngay=2025-03-01`)
  await expect.poll(() => names(page)).toHaveLength(3)
  await page.getByText('Thay đổi quanh ngày này').click()
  expect(await page.getByRole('listitem').filter({ hasText: 'Sở Lao động Thử' }).innerText()).toContain('28/02/2025')
  expect(complaints()).toEqual([])
})

test.each([
  ['desk', DESK],
  ['phone', PHONE],
])('at a %s: a new name from a day, told before it is written, then in the history', async (_, viewport) => {
  const { page, complaints } = await open(({ home }) => `/co-quan/${home}`, undefined, viewport)
  await page.getByRole('button', { name: 'Đổi tên, chuyển, xếp lại' }).click()
  await dialog(page).getByText('Chưa đổi nội dung nào').waitFor()
  await dialog(page).getByLabel('Từ ngày').fill('01/01/2024')
  await dialog(page).getByLabel('Tên đầy đủ').fill('Sở Nội vụ và Lao động Thử')
  expect(await dialog(page).getByRole('status').innerText()).toContain('đổi tên từ «Sở Nội vụ Thử»')
  expect(await accessibilityFaults(page)).toEqual([])
  await dialog(page).getByRole('button', { name: 'Ghi vào sổ' }).click()
  await page.getByText('Đã ghi vào sổ').waitFor()
  await page.getByRole('heading', { level: 1, name: 'Sở Nội vụ và Lao động Thử' }).waitFor()
  const history = section(page, 'Lịch sử').getByRole('listitem')
  expect(await history.count()).toBe(2)
  expect(await history.nth(1).innerText()).toMatch(/01\/01\/2024[\s\S]*đổi tên từ «Sở Nội vụ Thử»/)
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)

  await history.first().getByRole('link', { name: 'Sở Nội vụ Thử' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sở Nội vụ Thử' }).waitFor()
  expect(new URL(page.url()).searchParams.get('ngay')).toBe('2020-01-01')
  expect(complaints()).toEqual([])
})

test('a mission is given its countries from a day; whoever may not keep the register is offered nothing', async () => {
  const { page } = await open(({ mission }) => `/co-quan/${mission}`)
  await page.getByText('chưa ghi nước, vùng lãnh thổ nào').waitFor()
  await page.getByRole('button', { name: 'Địa bàn', exact: true }).click()
  await dialog(page).getByLabel('Từ ngày').fill('01/01/2024')
  await choose(page, 'Các nước, vùng lãnh thổ', 'nhat ban')
  await dialog(page).getByRole('button', { name: 'Bỏ Nhật Bản' }).waitFor()
  await dialog(page).getByRole('button', { name: 'Ghi vào sổ' }).click()
  await section(page, 'Địa bàn phụ trách').getByText('Nhật Bản').waitFor()
  await server.stop()

  const reader = await open(({ mission }) => `/co-quan/${mission}`, ['bodies.read'])
  await section(reader.page, 'Lịch sử').waitFor()
  expect(await reader.page.getByRole('button', { name: 'Địa bàn', exact: true }).count()).toBe(0)
})
