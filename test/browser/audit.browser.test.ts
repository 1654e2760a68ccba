import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type AuditServer, startAuditServer } from '../support/audit-server.ts'
import { accessibilityFaults, openBrowser, openPage } from '../support/browser.ts'

/** The trail as an inspector reads it, and what an administrator deletes when its time has come. */

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

let server: AuditServer
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterEach(() => server.stop())
afterAll(() => browser?.close())

async function open(path: string, permissions: Parameters<typeof startAuditServer>[0], viewport = DESK) {
  server = await startAuditServer(permissions)
  const watched = await openPage(browser, { viewport })
  await watched.page.goto(server.address + path)
  await watched.page.getByRole('heading', { level: 1 }).waitFor()
  return watched
}

const entries = (page: Page) => page.locator('details')

describe('the trail', () => {
  test('an inspector filters, opens a change, and reads its personal data for a reason, which is recorded', async () => {
    const { page, complaints } = await open('/nhat-ky', ['audit.read', 'people.sensitive'])
    await entries(page).first().waitFor()
    expect(await entries(page).count()).toBe(5)
    expect(await entries(page).nth(2).innerText()).toContain(
      'Phạm Thu Ví (thay Đỗ Quang Dụ, theo 12/UQ-STN) ký kế hoạch Sở Thử Nghiệm 2026',
    )
    expect(await entries(page).first().innerText()).toContain('moon.landed')

    const people = await page.getByLabel('Người làm').locator('option').allInnerTexts()
    expect(people).toEqual(['— tất cả —', 'Lê Văn Thử', 'Phạm Thu Ví'])
    await page.getByLabel('Việc', { exact: true }).selectOption({ label: 'sửa thông tin của người' })
    await expect.poll(() => entries(page).count()).toBe(1)
    expect(new URL(page.url()).searchParams.get('action')).toBe('person.changed')
    await entries(page).locator('summary').click()
    const born = page.getByRole('row', { name: 'Ngày sinh' })
    expect(await born.innerText()).toContain('dữ liệu cá nhân')
    expect(await page.getByRole('row', { name: 'Lãnh đạo chủ chốt' }).innerText()).toMatch(/không\s+có/)
    expect(await accessibilityFaults(page)).toEqual([])

    await page.getByRole('button', { name: 'Xem dữ liệu cá nhân' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Xem', exact: true }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel('Lý do').fill('đối chiếu hồ sơ cán bộ')
    await dialog.getByRole('button', { name: 'Xem', exact: true }).click()
    await born.getByText('01/02/1970').waitFor()
    expect(await born.innerText()).toContain('02/01/1970')

    await page.goto(`${server.address}/nhat-ky`)
    await entries(page).first().waitFor()
    expect(await entries(page).first().innerText()).toMatch(
      /Vũ Thị Kiểm xem dữ liệu cá nhân trong nhật ký về người.*đối chiếu hồ sơ cán bộ/s,
    )
    expect(complaints()).toEqual([])
  })

  test('the chain verifies, is exported, and a change behind its back is named', async () => {
    const { page } = await open('/nhat-ky', ['audit.read'])
    await page.getByRole('button', { name: 'Kiểm tra chuỗi' }).click()
    await page.getByText('Chuỗi nguyên vẹn: 5 mục').waitFor()
    const noted = await page.locator('[role="status"] code').innerText()
    expect(noted).toMatch(/^5:[0-9a-f]{64}$/)

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Xuất để kiểm tra' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^nhat-ky-\d{4}-\d\d-\d\d\.jsonl$/)
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n')
    expect(`5:${JSON.parse(lines.at(-1) ?? '').hash}`).toBe(noted)

    await server.tamper(3)
    await page.getByRole('button', { name: 'Kiểm tra chuỗi' }).click()
    const alert = page.getByRole('alert')
    await alert.getByText('Chuỗi đứt ở mục 3').waitFor()
    expect(await alert.innerText()).toContain('đã bị sửa sau khi ghi')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('whoever may not read personal data in full is told why the button does not work', async () => {
    const { page } = await open('/nhat-ky?action=person.changed', ['audit.read'], PHONE)
    await entries(page).locator('summary').click()
    const button = page.getByRole('button', { name: 'Xem dữ liệu cá nhân' })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    expect(await button.getAttribute('title')).toContain('cần quyền')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
  })

  test('a filter that nothing matches says what to do, and can be taken away', async () => {
    const { page } = await open('/nhat-ky?kind=import', ['audit.read'])
    await page.getByText('Không có mục nào khớp với bộ lọc').waitFor()
    await page.getByRole('button', { name: 'Bỏ lọc' }).click()
    await expect.poll(() => entries(page).count()).toBe(5)
  })
})

describe('retention', () => {
  test.each([
    ['desk', DESK],
    ['phone', PHONE],
  ])('at a %s: the dry run, then a deletion with its reason', async (_, viewport) => {
    const { page, complaints } = await open('/luu-tru', ['retention.write'], viewport)
    const row = page.getByRole('row', { name: 'Dữ liệu cá nhân trong nhật ký' })
    await row.waitFor()
    expect(await row.innerText()).toContain('10 năm')
    expect(await accessibilityFaults(page)).toEqual([])
    await row.getByRole('button', { name: 'Xóa 2 mục' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.innerText()).toContain('không lấy lại được')
    expect(await accessibilityFaults(page)).toEqual([])
    await dialog.getByLabel('Lý do').fill('hết thời gian lưu')
    await dialog.getByRole('button', { name: 'Xóa 2 mục' }).click()
    await page.getByText('Đã xóa 2 mục').waitFor()
    await row.getByRole('button', { name: 'chưa có gì hết hạn' }).waitFor()
    expect(complaints()).toEqual([])
  })
})
