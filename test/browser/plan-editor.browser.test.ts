import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, openBrowser } from '../support/browser.ts'
import { startSampleServer } from '../support/sample-server.ts'
import { sampleVisits } from '../support/sample-visits.ts'
import type { TestServer } from '../support/server.ts'

/** The plan of a unit, as its officer writes it: by the keyboard, from Excel, over reloads, beside somebody else. */

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const OFFICER = 'vanhoa.chuyenvien'
const HEAD = 'vanhoa.giamdoc'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startSampleServer()
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const { open: visit } = sampleVisits(
  () => browser,
  () => server.address,
)
const open = (login: string, path: string, viewport = DESK) =>
  visit(login, path, { viewport, permissions: ['clipboard-read', 'clipboard-write'] })

/** The unit's plan of 2027, which is a draft in the sample data. */
async function openDraft(login: string, viewport = DESK) {
  const watched = await open(login, '/ke-hoach?nam=2027', viewport)
  await watched.page.getByRole('main').getByRole('link', { name: 'Sở Văn hóa và Thể thao' }).first().click()
  await watched.page.getByRole('button', { name: 'Thêm dòng' }).waitFor()
  return watched
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Các đoàn ra' })
const panel = (page: Page) => page.getByRole('complementary', { name: 'Về dòng đang chọn' })
/** The cell under a heading, in the row that holds a text. */
async function cell(page: Page, row: string, heading: string) {
  const headings = await grid(page).getByRole('columnheader').allInnerTexts()
  const place = headings.indexOf(heading) - 1
  expect(place).toBeGreaterThanOrEqual(0)
  return grid(page).locator('tbody tr', { hasText: row }).getByRole('gridcell').nth(place)
}
const saved = (page: Page) => page.getByRole('status').getByText('Đã lưu', { exact: true }).waitFor()
const lastRow = (page: Page) => grid(page).locator('tbody tr').last().getByRole('gridcell').first()

describe('the officer', () => {
  test('writes a line by the keyboard alone, and has it again after a reload', async () => {
    const { page, complaints } = await openDraft(OFFICER)
    await lastRow(page).click()
    await page.keyboard.type('Hoi thao do thi')
    await page.keyboard.press('Tab')
    await page.keyboard.type('nhat')
    await page.getByRole('option', { name: 'Nhật Bản' }).waitFor()
    await page.keyboard.press('Tab')
    for (const text of ['5', '5', '4', '3', '350 trieu']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    await saved(page)
    await page.reload()
    await page.getByRole('button', { name: 'Thêm dòng' }).waitFor()
    const row = grid(page).locator('tbody tr', { hasText: 'Hoi thao do thi' })
    expect((await row.innerText()).replace(/\s+/g, ' ')).toContain('Nhật Bản 5 5 4 3 350.000.000 Ngân sách nhà nước')
    expect(complaints()).toEqual([])
  })

  test('pastes a table from Excel; what cannot be read stays, is said, and is kept over a reload', async () => {
    const { page } = await openDraft(OFFICER)
    const table = [
      'Tên đoàn\tNước\tTừ tháng\tSố ngày\tDự toán (₫)',
      '"Dự hội nghị\nbảo tàng"\tHàn Quốc\tTháng 5\t3\t1.250.000.000',
      'Khảo sát thư viện\tSingapore\t6\tvài ngày\t350 triệu',
    ].join('\r\n')
    await page.evaluate((text) => navigator.clipboard.writeText(text), `${table}\r\n`)
    await lastRow(page).click()
    await page.keyboard.press('Control+v')
    await page.getByText('Đã dán 10 ô.').waitFor()
    const wrong = await cell(page, 'Khảo sát thư viện', 'Số ngày')
    expect(await wrong.getAttribute('aria-invalid')).toBe('true')
    expect(await wrong.innerText()).toContain('Cần một số nguyên từ 1 đến 366.')
    await page.reload()
    await page.getByRole('button', { name: 'Thêm dòng' }).waitFor()
    const again = await cell(page, 'Khảo sát thư viện', 'Số ngày')
    expect(await again.innerText()).toContain('vài ngày')
    expect(await (await cell(page, 'Dự hội nghị bảo tàng', 'Dự toán (₫)')).innerText()).toBe('1.250.000.000')
    await again.click()
    await page.keyboard.type('4')
    await page.keyboard.press('Enter')
    await saved(page)
  })

  test('takes back what was done, and makes it again', async () => {
    const { page } = await openDraft(OFFICER)
    const days = await cell(page, 'Khảo sát mô hình thành phố sáng tạo', 'Số ngày')
    const before = await days.innerText()
    await days.click()
    await page.keyboard.press('Delete')
    expect(await days.innerText()).toBe('')
    await page.keyboard.press('Control+z')
    expect(await days.innerText()).toBe(before)
    await page.keyboard.press('Control+y')
    expect(await days.innerText()).toBe('')
    await page.keyboard.press('Control+z')
    await saved(page)
  })

  test('reads what the law says of the line while typing', async () => {
    const { page } = await openDraft(OFFICER)
    const people = await cell(page, 'Khảo sát mô hình thành phố sáng tạo', 'Số người')
    await people.click()
    await page.keyboard.type('12')
    await page.keyboard.press('Enter')
    await people.click()
    await panel(page).locator('article', { hasText: '12' }).first().waitFor()
    await panel(page).getByRole('link', { name: '4060-CV/BTCTU, điểm 1' }).first().waitFor()
    await page.keyboard.press('Control+z')
    await saved(page)
  })

  test('sees both values where somebody else changed the same cell, and chooses', async () => {
    const one = await openDraft(OFFICER)
    const other = await openDraft(OFFICER)
    const title = 'Trao đổi kinh nghiệm bảo tồn phố cổ'
    const write = async (page: Page, text: string) => {
      await (await cell(page, title, 'Đối tác')).click()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    }
    await write(one.page, 'Vien bao ton Kyoto')
    await saved(one.page)
    await write(other.page, 'Dai hoc Kyoto')
    await other.page.getByText('1 dòng có người khác vừa sửa cùng ô').waitFor()
    await (await cell(other.page, title, 'Đối tác')).click()
    await panel(other.page).getByText('Vien bao ton Kyoto').waitFor()
    await panel(other.page).getByRole('button', { name: 'Lấy của người kia' }).click()
    await saved(other.page)
    expect(await (await cell(other.page, title, 'Đối tác')).innerText()).toBe('Vien bao ton Kyoto')
  })

  test('is told what is missing before the plan goes to the head, and whose the other steps are', async () => {
    const { page } = await openDraft(OFFICER)
    const submit = page.getByRole('button', { name: 'Trình thủ trưởng' })
    expect(await submit.getAttribute('aria-disabled')).toBe('true')
    await page.getByText(/Còn \d+ điều phải nêu trước khi trình thủ trưởng/).click()
    await page.getByText(/Dòng \d+ «Hoi thao do thi»: còn thiếu mục đích/).waitFor()
  })

  test('takes lines out, and back by one key', async () => {
    const { page } = await openDraft(OFFICER)
    for (const title of ['Hoi thao do thi', 'Dự hội nghị bảo tàng', 'Khảo sát thư viện']) {
      const row = grid(page).locator('tbody tr', { hasText: title })
      await row.getByRole('gridcell').first().click()
      await page.keyboard.press('Control+Delete')
      await expect.poll(() => row.count()).toBe(0)
    }
    await page.keyboard.press('Control+z')
    await grid(page).locator('tbody tr', { hasText: 'Khảo sát thư viện' }).waitFor()
    await page.keyboard.press('Control+y')
    await saved(page)
  })

  test('submits a plan that is ready; the head signs it off, and sends none of it back', async () => {
    const { page } = await openDraft(OFFICER)
    await page.getByRole('button', { name: 'Trình thủ trưởng' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Trình thủ trưởng' }).click()
    await page.getByText('Chờ thủ trưởng ký').first().waitFor()
    const head = await open(HEAD, new URL(page.url()).pathname)
    await head.page.getByRole('button', { name: 'Ký gửi Sở Ngoại vụ' }).click()
    await head.page.getByRole('dialog').getByRole('button', { name: 'Ký gửi Sở Ngoại vụ' }).click()
    await head.page.getByText('Đã gửi, chờ tiếp nhận').first().waitFor()
    const receive = head.page.getByRole('button', { name: 'Tiếp nhận, tổng hợp' })
    expect(await receive.getAttribute('title')).toContain('Sở Ngoại vụ')
  })
})

describe('everybody', () => {
  const PARTS = [
    '',
    '?muc=doan-vao',
    '?muc=kinh-phi',
    '?muc=y-kien',
    '?muc=phien-ban',
    '?muc=thay-doi',
    '?muc=nhat-ky',
    '/in',
  ]

  test.each([DESK, PHONE])(
    'finds nothing in the way at $width pixels: axe is content and nothing overflows',
    async (viewport) => {
      const { page, complaints } = await open(OFFICER, '/ke-hoach', viewport)
      await page.getByRole('main').getByRole('link', { name: 'Sở Văn hóa và Thể thao' }).first().waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
      await page.getByRole('main').getByRole('link', { name: 'Sở Văn hóa và Thể thao' }).nth(1).click()
      await page.getByRole('link', { name: 'Nhật ký' }).waitFor()
      const { pathname } = new URL(page.url())
      for (const part of PARTS) {
        await page.goto(server.address + pathname + part)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        expect({ part, faults: await accessibilityFaults(page) }).toEqual({ part, faults: [] })
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
      }
      expect(complaints()).toEqual([])
    },
  )

  test('compares what was submitted with what was approved', async () => {
    const { page } = await open(OFFICER, '/ke-hoach?nam=2026')
    await page.getByRole('main').getByRole('link', { name: 'Sở Văn hóa và Thể thao' }).first().click()
    await page.getByRole('link', { name: 'Phiên bản' }).click()
    await page.getByText('Sửa 1 dòng').waitFor()
    await page.getByRole('row', { name: 'Số người 12 10' }).waitFor()
  })

  test('gets the plan on paper with its columns, its separate line and the places for signatures', async () => {
    const { page } = await open(OFFICER, '/ke-hoach?nam=2026')
    await page.getByRole('main').getByRole('link', { name: 'Sở Văn hóa và Thể thao' }).first().click()
    await page.getByRole('link', { name: 'Bản in' }).click()
    await page.getByRole('heading', { name: /KẾ HOẠCH ĐỐI NGOẠI NĂM 2026/ }).waitFor()
    await page.emulateMedia({ media: 'print' })
    const paper = await page.locator('body').innerText()
    for (const text of [
      'STT',
      'Trưởng đoàn (chức vụ)',
      'Đối tác đón',
      'Kinh phí dự kiến (₫)',
      'Mục riêng về kinh phí đi công tác nước ngoài',
      'THỦ TRƯỞNG CƠ QUAN',
    ]) {
      expect(paper).toContain(text)
    }
    expect(await page.locator('button:visible').count()).toBe(0)
  })
})

test('of an adjustment, a line is dropped with the reason, and taken in again', async () => {
  const { page, complaints } = await open(OFFICER, '/ke-hoach?nam=2026')
  await page.getByRole('main').getByRole('link', { name: 'Sở Văn hóa và Thể thao' }).first().click()
  await page.getByRole('button', { name: 'Mở bản điều chỉnh' }).click()
  await page.getByRole('dialog').getByLabel('Lý do').fill('Đối tác đổi lịch')
  await page.getByRole('dialog').getByRole('button', { name: 'Mở bản điều chỉnh' }).click()
  await page.getByRole('button', { name: 'Thêm dòng' }).waitFor()
  const first = grid(page).locator('tbody tr').first().getByRole('gridcell').first()
  await first.click()
  await page.keyboard.press('Control+Delete')
  await page.getByRole('dialog').getByLabel('Lý do').fill('Đối tác hủy lời mời')
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ dòng' }).click()
  await first.click()
  await panel(page).getByText('Đối tác hủy lời mời').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await panel(page).getByRole('button', { name: 'Đưa lại vào kế hoạch' }).click()
  await panel(page).getByText('Đối tác hủy lời mời').waitFor({ state: 'detached' })
  await page.reload()
  await first.click()
  await panel(page).getByText('Pháp luật').first().waitFor()
  expect(await panel(page).getByText('Đã bỏ').count()).toBe(0)
  expect(complaints()).toEqual([])
})
