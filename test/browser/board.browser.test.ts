import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, openBrowser } from '../support/browser.ts'
import { startSampleServer } from '../support/sample-server.ts'
import { sampleVisits } from '../support/sample-visits.ts'
import type { TestServer } from '../support/server.ts'

/** The plans of all units of 2027: taken in, decided on, contested, proposed, approved on a phone. */

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const FOREIGN_AFFAIRS = 'ngoaivu.thamdinh'
const AUTHORITY = 'chutich'
const OFFICER = 'dulich.chuyenvien'
const HEAD = 'dulich.giamdoc'

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

const { open: visit, send } = sampleVisits(
  () => browser,
  () => server.address,
)

/** Opens a page as somebody of the sample data. */
async function open(login: string, path: string, viewport = DESK) {
  const watched = await visit(login, path, { viewport })
  await watched.page.getByRole('heading', { level: 1 }).waitFor()
  return watched
}

const row = (page: Page, name: string) => page.locator('tbody tr', { hasText: name })
const panel = (page: Page) => page.getByRole('complementary')
const said = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words).waitFor()

async function openLine(page: Page, title: string) {
  await row(page, title).getByRole('link', { name: title }).click()
  await panel(page).getByRole('heading', { level: 2, name: title }).waitFor()
  await panel(page).getByRole('heading', { level: 3, name: 'Ý kiến tổng hợp' }).waitFor()
}

async function choose(page: Page, kind: string) {
  await panel(page).getByRole('radio', { name: kind, exact: true }).check()
}

describe('the department of foreign affairs', () => {
  test('finds in its work what has come, takes it in, and sees who has not sent', async () => {
    const { page, complaints } = await open(FOREIGN_AFFAIRS, '/viec-cua-toi')
    // Its dossiers wait there as well.
    const work = row(page, 'Sở Y tế').filter({ hasText: 'Kế hoạch năm 2027' })
    await work.waitFor()
    expect(await work.innerText()).toContain('Tiếp nhận')
    await work.getByRole('link', { name: 'Kế hoạch năm 2027' }).click()
    await page.getByRole('heading', { level: 1, name: 'Tổng hợp kế hoạch năm 2027' }).waitFor()
    expect(await row(page, 'Phường Hoàn Kiếm').innerText()).toContain('Chưa gửi')
    await page.getByRole('button', { name: /Tiếp nhận 2 kế hoạch/ }).click()
    await said(page, /Đã tiếp nhận 2 kế hoạch/)
    await row(page, 'Sở Y tế').getByText('Đang tổng hợp').waitFor()
    expect(complaints()).toEqual([])
  })

  test('reduces a line: a reason is asked for, the effect is shown before it is saved', async () => {
    const { page } = await open(FOREIGN_AFFAIRS, '/tong-hop?nam=2027&xem=doan')
    const title = 'Tìm hiểu thị trường trái phiếu xanh'
    await openLine(page, title)
    await choose(page, 'Giảm')
    await panel(page).getByLabel('Số người', { exact: true }).fill('4')
    await panel(page).getByRole('button', { name: 'Tính theo tỷ lệ người và ngày' }).click()
    const effect = panel(page).getByRole('status').filter({ hasText: 'Nếu lưu' })
    expect((await effect.innerText()).replace(/\s+/g, ' ')).toContain('Người 6 → thành 4')
    expect((await effect.innerText()).replace(/\s+/g, ' ')).toContain('830.000.000 ₫ → thành 553.333.333 ₫')
    await panel(page).getByRole('button', { name: 'Lưu ý kiến' }).click()
    await panel(page).getByText('Hãy nêu lý do: đơn vị sẽ đọc và trả lời.').waitFor()
    await panel(page).getByLabel('Lý do').fill('Bốn người là đủ cho việc khảo sát')
    await panel(page).getByRole('button', { name: 'Lưu ý kiến' }).click()
    await row(page, title).getByText('Chờ đơn vị trả lời').waitFor()
    expect(await row(page, title).innerText()).toContain('Giảm')
    await panel(page).getByText('đơn vị đề nghị: 6 người').waitFor()
  })

  test('keeps several lines at once', async () => {
    const { page } = await open(FOREIGN_AFFAIRS, '/tong-hop?nam=2027&xem=doan')
    for (const title of ['Hội nghị y tế đô thị', 'Học tập mô hình chăm sóc người cao tuổi']) {
      await row(page, title).getByRole('checkbox').check()
    }
    await page.getByRole('button', { name: 'Giữ 2 dòng' }).click()
    await said(page, 'Đã ghi “giữ” cho 2 dòng.')
    await row(page, 'Hội nghị y tế đô thị').getByText('Giữ', { exact: true }).waitFor()
  })

  test('merges the lines of two units; one leads', async () => {
    const { page } = await open(FOREIGN_AFFAIRS, '/tong-hop?nam=2027&xem=doan&nuoc=JP')
    const [leads, joins] = ['Khảo sát quy hoạch theo định hướng giao thông', 'Xử lý rác thải phát điện']
    for (const title of [leads, joins]) await row(page, title).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Ghép 2 dòng…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ghép các đoàn thành một' })
    await dialog.getByRole('listitem').filter({ hasText: leads }).getByRole('radio').check()
    expect(await dialog.getByLabel('Số người').inputValue()).toBe('16')
    await dialog.getByLabel('Số người').fill('7')
    await dialog.getByLabel('Lý do ghép').fill('Cùng nước, cùng quý, cùng đầu mối')
    const effect = dialog.getByRole('status')
    expect((await effect.innerText()).replace(/\s+/g, ' ')).toContain('Số đoàn 2 → thành 1')
    await dialog.getByRole('button', { name: 'Ghép 2 dòng' }).click()
    await said(page, 'Đã ghép 2 dòng.')
    await row(page, leads).getByText('Chủ trì đoàn ghép').waitFor()
    await row(page, joins).getByText('Ghép vào đoàn khác').waitFor()
  })

  test('reads first of all what a unit does not agree with, and decides again', async () => {
    const title = await contestedCut()
    const { page } = await open(FOREIGN_AFFAIRS, '/tong-hop?nam=2027')
    await page.getByText('1 dòng đơn vị không đồng ý với ý kiến tổng hợp.').waitFor()
    await page.getByRole('link', { name: 'Xem các dòng này' }).first().click()
    await openLine(page, title)
    await panel(page).getByText('Đoàn này đã ký thỏa thuận với đối tác').first().waitFor()
    await choose(page, 'Cắt')
    await panel(page).getByText('Đơn vị đã không đồng ý một lần', { exact: false }).waitFor()
    await panel(page).getByLabel('Lý do').fill('Vẫn vượt mục kinh phí')
    await panel(page).getByRole('button', { name: 'Lưu ý kiến' }).click()
    await said(page, 'Đã lưu ý kiến.')
    await page.getByText('1 dòng đơn vị không đồng ý với ý kiến tổng hợp.').waitFor({ state: 'detached' })
  })

  test('opens the lines behind a number of the density', async () => {
    const { page } = await open(FOREIGN_AFFAIRS, '/tong-hop?nam=2027&xem=mat-do')
    const number = page.getByRole('link', { name: /^Singapore, tháng 7: \d+ đoàn$/ })
    const count = Number(await number.innerText())
    await number.click()
    await row(page, 'Hội nghị y tế đô thị').waitFor()
    expect(await page.locator('tbody tr').count()).toBe(count)
    expect(new URL(page.url()).searchParams.get('thang')).toBe('7')
  })

  test('is told why a plan cannot be proposed, and must say why it does not wait for answers', async () => {
    const { page } = await open(FOREIGN_AFFAIRS, '/tong-hop?nam=2027')
    await page.getByRole('button', { name: /^Trình \d+ kế hoạch$/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/kế hoạch còn dòng chưa xong sẽ ở lại/).waitFor()
    await dialog.getByRole('button', { name: /^Trình/ }).click()
    await dialog.getByText('Hãy nêu lý do trình trước khi đơn vị trả lời', { exact: false }).waitFor()
    await dialog.getByRole('textbox').fill('Kịp phiên họp cuối năm')
    await dialog.getByRole('button', { name: /^Trình/ }).click()
    await said(page, /Đã trình \d+ kế hoạch/)
    expect(await row(page, 'Sở Tài chính').innerText()).toMatch(/Đã trình|Đang tổng hợp/)
  })
})

/** The head of tourism signs its plan off, one of its lines is cut, and the unit contests that; returns its title. */
async function contestedCut(): Promise<string> {
  const [{ id, version }] = (await send(HEAD, 'GET', '/api/plans?year=2027&state=submitted')).items
  await send(HEAD, 'POST', '/api/plans/move/sign', { plans: [{ id, version }] })
  const read = () => send(FOREIGN_AFFAIRS, 'GET', `/api/plans/${id}`)
  const signed = await read()
  await send(FOREIGN_AFFAIRS, 'POST', '/api/plans/move/receive', { plans: [{ id, version: signed.version }] })
  const [item] = (await read()).items
  const decision = { itemId: item.id, version: item.version, kind: 'cut', reason: 'Vượt mục kinh phí' }
  await send(FOREIGN_AFFAIRS, 'POST', `/api/plans/${id}/decisions`, { decisions: [decision] })
  const decided = (await read()).items.find((one: { id: string }) => one.id === item.id)
  const text = 'Đoàn này đã ký thỏa thuận với đối tác'
  const answer = { decisionId: decided.decisions.at(-1).id, kind: 'contest', text }
  await send(OFFICER, 'POST', `/api/plans/${id}/answers`, { answers: [answer] })
  return item.fields.title
}

describe('the authority, on a phone', () => {
  test('hands a plan back only with a reason, and approves one by a document', async () => {
    const { page, complaints } = await open(AUTHORITY, '/phe-duyet', PHONE)
    await page.getByRole('link', { name: /Sở Khoa học và Công nghệ/ }).click()
    await page.getByRole('heading', { level: 1, name: /Sở Khoa học và Công nghệ/ }).waitFor()
    await page.getByRole('heading', { name: /Điểm pháp luật còn mở/ }).waitFor()
    await page.getByRole('link', { name: '4060-CV/BTCTU, điểm 2' }).first().waitFor()
    await page.getByRole('button', { name: 'Trả lại' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click()
    await page.getByText('Hãy nêu lý do: người nhận cần biết phải sửa gì.').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click()
    await page.getByRole('button', { name: 'Phê duyệt' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/điểm bị cấm hoặc cần cho phép/).waitFor()
    await dialog.getByRole('button', { name: 'Phê duyệt' }).click()
    await dialog.getByText('Ghi số, ký hiệu của văn bản phê duyệt.').waitFor()
    await dialog.getByLabel('Số, ký hiệu văn bản phê duyệt').fill('7788/QĐ-UBND')
    await dialog.getByRole('button', { name: 'Phê duyệt' }).click()
    await said(page, 'Đã phê duyệt 1 kế hoạch.')
    await page.getByRole('heading', { level: 1, name: 'Phê duyệt kế hoạch' }).waitFor()
    expect(await page.getByRole('link', { name: /Sở Khoa học và Công nghệ/ }).count()).toBe(0)
    expect(complaints()).toEqual([])
  })
})

describe('an officer', () => {
  test('is not offered what others decide', async () => {
    const { page } = await open(OFFICER, '/viec-cua-toi')
    const ways = page.getByRole('navigation', { name: 'Các trang' })
    await ways.getByRole('link', { name: 'Việc của tôi' }).waitFor()
    expect(await ways.getByRole('link', { name: 'Phê duyệt' }).count()).toBe(0)
  })
})

test.each([
  [FOREIGN_AFFAIRS, '/viec-cua-toi'],
  [FOREIGN_AFFAIRS, '/tong-hop?nam=2027'],
  [FOREIGN_AFFAIRS, '/tong-hop?nam=2027&xem=doan'],
  [FOREIGN_AFFAIRS, '/tong-hop?nam=2026&xem=mat-do'],
  [FOREIGN_AFFAIRS, '/tong-hop?nam=2026&xem=lanh-dao'],
  [FOREIGN_AFFAIRS, '/tong-hop?nam=2026&xem=tran'],
  [AUTHORITY, '/phe-duyet'],
])('axe finds nothing where %s opens %s, on a desk and on a phone', async (login, path) => {
  for (const viewport of [DESK, PHONE]) {
    const { page } = await open(login, path, viewport)
    await page.locator('table, section').first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
    expect(await accessibilityFaults(page)).toEqual([])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(viewport.width)
  }
})
