import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { writeXlsx } from '../../src/documents/xlsx.ts'
import type { Permission } from '../../src/kernel/permissions.ts'
import { accessibilityFaults, openBrowser, openPage } from '../support/browser.ts'
import { type PeopleServer, startPeopleServer } from '../support/people-server.ts'

/** The register of people as an officer keeps it: found, looked at, appointed, imported, passports handed over. */

const KEEPER: Permission[] = [
  'own.read',
  'bodies.read',
  'people.read',
  'people.write',
  'people.sensitive',
  'passports.write',
]
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

let server: PeopleServer
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterEach(() => server.stop())
afterAll(() => browser?.close())

async function open(path: string | ((one: PeopleServer) => string), permissions = KEEPER, viewport = DESK) {
  server = await startPeopleServer(permissions)
  const watched = await openPage(browser, { viewport })
  await watched.page.goto(server.address + (typeof path === 'string' ? path : path(server)))
  await watched.page.getByRole('heading', { level: 1 }).waitFor()
  return watched
}

/** Keeps what the page looks like where somebody wants to see it. */
async function look(page: Page, name: string) {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true })
}

const rows = (page: Page) => page.locator('tbody tr')

describe('the list of people', () => {
  test.each([
    ['desk', DESK],
    ['phone', PHONE],
  ])('at a %s: in Vietnamese order, found without diacritics, the filter in the address', async (place, viewport) => {
    const { page, complaints } = await open('/can-bo', KEEPER, viewport)
    await expect.poll(() => rows(page).count()).toBe(3)
    const names = await rows(page).locator('th').allInnerTexts()
    expect(names.map((name) => name.trim())).toEqual(['Lê Đức Anh', 'Nguyễn Thị Ánh', 'Trần Văn Ân'])
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
    await look(page, `can-bo-${place}`)
    await page.getByLabel('Tìm cán bộ').fill('nguyen anh')
    await expect.poll(() => rows(page).count()).toBe(1)
    expect(new URL(page.url()).searchParams.get('q')).toBe('nguyen anh')
    expect(complaints()).toEqual([])
  })

  test('says what to do when nobody matches, and offers nothing to who may only read', async () => {
    const { page } = await open('/can-bo?q=khongco', ['own.read', 'bodies.read', 'people.read'])
    await page.getByText('Không có ai khớp').waitFor()
    expect(await page.getByRole('button', { name: 'Thêm cán bộ' }).count()).toBe(0)
  })
})

describe('a person', () => {
  test.each([
    ['desk', DESK],
    ['phone', PHONE],
  ])('at a %s: posts, trips, and protected data that are shown for a reason', async (place, viewport) => {
    const { page, complaints } = await open((one) => `/can-bo/${one.director}`, KEEPER, viewport)
    await page.getByText('Dự hội nghị y tế công cộng').waitFor()
    expect(await page.locator('main').innerText()).not.toContain('05/04/1968')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
    await look(page, `nguoi-${place}`)
    await page.getByRole('button', { name: 'Xem dữ liệu cá nhân' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Lý do').fill('đối chiếu hồ sơ gốc')
    await dialog.getByRole('button', { name: 'Xem', exact: true }).click()
    await page.getByText('05/04/1968').waitFor()
    expect(complaints()).toEqual([])
  })

  test('is transferred to another body, and what is wrong is told at its field first', async () => {
    const { page } = await open((one) => `/can-bo/${one.officer}`)
    await page.getByRole('button', { name: 'Bổ nhiệm, điều động' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await look(page, 'dieu-dong')
    await dialog.getByLabel('Đơn vị').fill('van hoa')
    await dialog.getByRole('option', { name: /Sở Văn hóa/ }).click()
    await dialog.getByLabel('Chức vụ', { exact: true }).fill('Trưởng phòng')
    await dialog.getByLabel('Văn bản').fill('12/QĐ-UBND')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await page.getByText('Trưởng phòng · Sở Văn hóa và Thể thao').waitFor()
  })
})

describe('kinship', () => {
  test.each([
    ['desk', DESK],
    ['phone', PHONE],
  ])('at a %s: is declared for both, seen for a reason alone, and withdrawn with one', async (place, viewport) => {
    const { page, complaints } = await open((one) => `/can-bo/${one.director}`, KEEPER, viewport)
    await page.getByText('Chưa kê khai quan hệ thân nhân nào.').waitFor()
    await page.getByRole('button', { name: 'Kê khai thân nhân' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Người thân').fill('tran an')
    await dialog.getByRole('button', { name: 'Trần Văn Ân' }).click()
    await dialog.getByLabel('Là gì của Nguyễn Thị Ánh').selectOption({ label: 'Vợ, chồng' })
    expect(await accessibilityFaults(page)).toEqual([])
    await look(page, `than-nhan-${place}`)
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await dialog.waitFor({ state: 'detached' })
    const section = page.getByRole('region', { name: 'Quan hệ thân nhân' })
    await section.getByText('được bảo vệ').waitFor()
    await page.goto(`${server.address}/can-bo/${server.officer}`)
    await page.getByRole('button', { name: 'Xem dữ liệu cá nhân' }).click()
    await dialog.getByLabel('Lý do').fill('thẩm tra thân nhân')
    await dialog.getByRole('button', { name: 'Xem', exact: true }).click()
    await section.getByText('Nguyễn Thị Ánh · Vợ, chồng').waitFor()
    await section.getByRole('button', { name: 'Rút kê khai' }).click()
    await dialog.getByLabel('Lý do').fill('kê khai nhầm người')
    await dialog.getByRole('button', { name: 'Rút kê khai' }).click()
    await section.getByText('Chưa kê khai quan hệ thân nhân nào.').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
    expect(complaints()).toEqual([])
  })
})

describe('passports', () => {
  test.each([
    ['desk', DESK],
    ['phone', PHONE],
  ])('at a %s: taken in, handed over for a decided trip, seen as out', async (place, viewport) => {
    const { page, complaints } = await open((one) => `/can-bo/${one.director}`, KEEPER, viewport)
    await page.getByRole('button', { name: 'Tiếp nhận hộ chiếu' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Số', { exact: true }).fill('C1234567')
    await dialog.getByLabel('Ngày cấp').fill('01/02/2024')
    await dialog.getByLabel('Hết hạn').fill('01/02/2034')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await page.getByText('•••567').waitFor()

    await page.getByRole('button', { name: 'Ghi thị thực' }).click()
    const visa = page.getByRole('dialog', { name: 'Ghi thị thực' })
    await visa.getByRole('combobox', { name: 'Nước cấp' }).fill('nhat ban')
    await page.getByRole('option', { name: 'Nhật Bản' }).click()
    await visa.getByLabel('Có giá trị từ').fill('01/03/2033')
    await visa.getByLabel('Đến hết ngày').fill('31/05/2033')
    expect(await accessibilityFaults(page)).toEqual([])
    await look(page, `thi-thuc-${place}`)
    await visa.getByRole('button', { name: 'Lưu' }).click()
    await page.getByText('Thị thực Nhật Bản · 01/03 – 31/05/2033 · một lần').waitFor()

    await page.goto(`${server.address}/ho-chieu`)
    await page.getByRole('button', { name: 'Giao', exact: true }).click()
    const handing = page.getByRole('dialog')
    await handing.getByLabel('Số quyết định cử đi').fill('45/QĐ-UBND')
    await handing.getByLabel('Ngày về nước').fill('20/12/2033')
    expect(await accessibilityFaults(page)).toEqual([])
    await handing.getByRole('button', { name: 'Giao', exact: true }).click()
    await page.getByRole('button', { name: 'Nhận lại' }).waitFor()
    expect(await rows(page).first().innerText()).toContain('Đã giao')
    await look(page, `ho-chieu-${place}`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
    expect(complaints()).toEqual([])
  })
})

describe('an import', () => {
  test.each([
    ['desk', DESK],
    ['phone', PHONE],
  ])('at a %s: is previewed row by row, written, and undone', async (place, viewport) => {
    const { page, complaints } = await open('/can-bo/nhap', KEEPER, viewport)
    const columns = ['Họ và tên', 'Ngày sinh', 'Chức vụ', 'Đơn vị'].map((head) => ({ head, type: 'text' as const }))
    const table = [
      ['Phạm Thị Mới', '01/05/1980', 'Chuyên viên', 'Sở Y tế'],
      ['Phạm Văn Sai', '31/02/1980', 'Chuyên viên', 'Sở Không Có'],
    ]
    const buffer = Buffer.from(await writeXlsx({ sheet: 'Danh sách', columns, rows: table }))
    await page
      .getByLabel('Tệp Excel')
      .setInputFiles({ name: 'can-bo.xlsx', mimeType: 'application/octet-stream', buffer })
    await page.getByText('Bị loại: 1').waitFor()
    expect(await page.locator('main').innerText()).toContain('cần một ngày có thật')
    expect(await page.locator('main').innerText()).toContain('không có đơn vị «Sở Không Có»')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
    await look(page, `nhap-${place}`)
    await page.getByRole('button', { name: 'Ghi 1 dòng' }).click()
    await page.getByText('Đã ghi 1 dòng').waitFor()
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByText('Đã hoàn tác').waitFor()
    expect(complaints()).toEqual([])
  })

  test('of a file that is no workbook is refused with a sentence', async () => {
    const { page } = await open('/can-bo/nhap')
    const file = { name: 'x.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('không phải Excel') }
    await page.getByLabel('Tệp Excel').setInputFiles(file)
    await page.getByRole('alert').getByText('không đọc được như một bảng tính').waitFor()
  })
})
