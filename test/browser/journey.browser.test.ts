import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { dossierPages } from '../support/dossier-pages.ts'
import { ENGINES, type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { startProgram } from '../support/server.ts'

/** The whole way of two units' plans of 2027, each step by the one whose step it is, in the browser. */

const CUT = 'Khảo sát mô hình thành phố sáng tạo'
const LEADS = 'Trao đổi kinh nghiệm bảo tồn phố cổ'
const JOINS = 'Xúc tiến du lịch tại hội chợ lữ hành'
const KEPT = [
  'Giới thiệu nghệ thuật truyền thống tại tuần lễ Việt Nam',
  'Tiếp đoàn nghệ thuật thành phố kết nghĩa',
  'Học tập quản lý điểm đến',
  'Xúc tiến thị trường khách du lịch',
  'Làm việc về tuyến du lịch đường sắt',
]
const CULTURE = 'Sở Văn hóa và Thể thao'
const TOURISM = 'Sở Du lịch'

describe.each(ENGINES)('on %s', (engine) => {
  let server: SampleServer
  let browser: Browser
  /** The address of the plan of the department of culture. */
  let culturePlan = ''

  beforeAll(async () => {
    server = await startSampleServer(engine)
    browser = await openBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const { as, send } = dossierPages(
    () => browser,
    () => server.address,
  )

  async function step(page: Page, name: string): Promise<void> {
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  }

  async function openFromWork(page: Page, unit: string): Promise<void> {
    await page.locator('tbody tr', { hasText: unit }).getByRole('link', { name: 'Kế hoạch năm 2027' }).first().click()
  }

  const row = (page: Page, name: string) => page.locator('tbody tr', { hasText: name })
  const said = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words).waitFor()

  test('an officer signs in by the page and submits the plan', async () => {
    const { page } = await openPage(browser)
    page.setDefaultTimeout(20_000)
    await page.goto(server.address)
    await page.getByRole('button', { name: /Chuyên viên của cơ quan · Sở Văn hóa/ }).click()
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
    await openFromWork(page, CULTURE)
    await page.getByRole('heading', { level: 1, name: /Kế hoạch đối ngoại năm 2027/ }).waitFor()
    culturePlan = new URL(page.url()).pathname
    await step(page, 'Trình thủ trưởng')
    await page.getByText('Chờ thủ trưởng ký').first().waitFor()
  })

  test('the heads of both departments sign off', async () => {
    for (const [login, unit] of [
      ['vanhoa.giamdoc', CULTURE],
      ['dulich.giamdoc', TOURISM],
    ] as const) {
      await as(login, '/viec-cua-toi', async (page) => {
        await openFromWork(page, unit)
        await step(page, 'Ký gửi Sở Ngoại vụ')
        await page.getByText('Đã gửi, chờ tiếp nhận').first().waitFor()
      })
    }
  })

  test('an officer of another unit sees none of it', async () => {
    await as('dulich.chuyenvien', '/ke-hoach?nam=2027', async (page) => {
      await page.getByRole('link', { name: TOURISM }).first().waitFor()
      expect(await page.getByText(CULTURE).count()).toBe(0)
    })
    const plan = send('dulich.chuyenvien', 'GET', `/api/plans/${culturePlan.split('/').at(-1)}`)
    await expect(plan).rejects.toThrow(/^404/)
    const { items } = await send('dulich.chuyenvien', 'GET', '/api/plan-items?year=2027&size=200')
    expect(items.map((item: { title: string }) => item.title)).not.toContain(LEADS)
  })

  test('the department of foreign affairs takes them in, cuts one line, merges two, keeps the rest', async () => {
    await as('ngoaivu.thamdinh', '/tong-hop?nam=2027', async (page) => {
      await page.getByRole('button', { name: /^Tiếp nhận \d+ kế hoạch$/ }).click()
      await said(page, /Đã tiếp nhận \d+ kế hoạch/)

      await page.goto(`${server.address}/tong-hop?nam=2027&xem=doan`)
      await row(page, CUT).getByRole('link', { name: CUT }).click()
      const panel = page.getByRole('complementary')
      await panel.getByRole('radio', { name: 'Cắt', exact: true }).check()
      await panel.getByLabel('Lý do').fill('Chưa cấp thiết, ba nước trong một chuyến')
      await panel.getByRole('button', { name: 'Lưu ý kiến' }).click()
      await row(page, CUT).getByText('Chờ đơn vị trả lời').waitFor()

      await page.goto(`${server.address}/tong-hop?nam=2027&xem=doan&nuoc=JP`)
      for (const title of [LEADS, JOINS]) await row(page, title).getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Ghép 2 dòng…' }).click()
      const dialog = page.getByRole('dialog', { name: 'Ghép các đoàn thành một' })
      await dialog.getByRole('listitem').filter({ hasText: LEADS }).getByRole('radio').check()
      await dialog.getByLabel('Số người').fill('7')
      await dialog.getByLabel('Lý do ghép').fill('Cùng nước, cùng tháng')
      await dialog.getByRole('button', { name: 'Ghép 2 dòng' }).click()
      await said(page, 'Đã ghép 2 dòng.')

      await page.goto(`${server.address}/tong-hop?nam=2027&xem=doan`)
      for (const title of KEPT) await row(page, title).getByRole('checkbox').check()
      await page.getByRole('button', { name: `Giữ ${KEPT.length} dòng` }).click()
      await said(page, `Đã ghi “giữ” cho ${KEPT.length} dòng.`)
    })
  })

  test('the units read what is to become of their lines, and agree', async () => {
    for (const [login, unit] of [
      ['vanhoa.chuyenvien', CULTURE],
      ['dulich.chuyenvien', TOURISM],
    ] as const) {
      await as(login, '/viec-cua-toi', async (page) => {
        await openFromWork(page, unit)
        await page.getByRole('link', { name: /^Ý kiến tổng hợp/ }).click()
        await page.getByRole('button', { name: 'Đồng ý tất cả' }).click()
        await page.getByRole('button', { name: /^Gửi \d trả lời$/ }).click()
        await page.getByText(/chờ đơn vị trả lời/).waitFor({ state: 'detached' })
      })
    }
  })

  test('what is settled goes to the authority, who approves with number and day', async () => {
    await as('ngoaivu.thamdinh', '/tong-hop?nam=2027', async (page) => {
      await page.getByRole('button', { name: /^Trình \d+ kế hoạch$/ }).click()
      // Another unit of the sample has not answered: the authority is told why its plan goes on.
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(/chưa trả lời/).fill('Hết hạn trả lời theo lịch tổng hợp')
      await dialog.getByRole('button', { name: /^Trình/ }).click()
      await said(page, /Đã trình \d+ kế hoạch/)
    })
    await as('chutich', '/phe-duyet', async (page) => {
      await page.getByRole('link', { name: new RegExp(CULTURE) }).click()
      await page.getByRole('button', { name: 'Phê duyệt' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Số, ký hiệu văn bản phê duyệt').fill('7788/QĐ-UBND')
      await dialog.getByRole('button', { name: 'Phê duyệt' }).click()
      await page.getByRole('heading', { level: 1, name: 'Phê duyệt kế hoạch' }).waitFor()
    })
  })

  test('the officer finds the plan approved, with the cut and the merger in it', async () => {
    await as('vanhoa.chuyenvien', culturePlan, async (page) => {
      await page.getByText('Đã duyệt').first().waitFor()
      await page.getByText('7788/QĐ-UBND').first().waitFor()
      await page.getByRole('link', { name: /^Ý kiến tổng hợp/ }).click()
      await page.getByText('Chưa cấp thiết, ba nước trong một chuyến').waitFor()
      await page.getByText('Cùng nước, cùng tháng').first().waitFor()
    })
  })

  test('the trail of all this verifies, for the inspector in the browser and for who keeps the server', async () => {
    await as('thanhtra', '/nhat-ky', async (page) => {
      await page.getByRole('button', { name: 'Kiểm tra chuỗi' }).click()
      await page.getByText(/Chuỗi nguyên vẹn/).waitFor()
    })
    server.process.kill('SIGTERM')
    await server.ended
    const verification = startProgram('scripts/audit-verify.ts', server.environment)
    await verification.ended
    expect(verification.output()).toMatch(/^✓ \d+:[0-9a-f]{64}\n$/)
  })
})
