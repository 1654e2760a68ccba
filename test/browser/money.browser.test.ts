import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { look, saved } from '../support/dossier-pages.ts'
import { AUTHORITY, dossierJourney, OFFICER } from '../support/dossier-way.ts'
import { ENGINES } from '../support/sample-server.ts'

/** What a trip costs, in the browser: the estimate of a dossier, and the norms and rates by which it is reckoned. */

const FINANCE = 'taichinh'
const HOST = 'Cục Cấp thoát nước thành phố đối tác'
const FICTITIOUS = 'SỐ LIỆU MẪU, KHÔNG PHẢI ĐỊNH MỨC THẬT'

/** A line of the estimate, by what it is for. */
const line = (page: Page, ...words: string[]) =>
  words.reduce((rows, hasText) => rows.filter({ hasText }), page.getByRole('table').locator('tbody tr'))

// What pages do is the same on both engines: the ways of dossiers and plans are walked on each, this on one.
describe.each(ENGINES.slice(-1))('money on %s', (engine) => {
  const { as, begin, bringToDecision } = dossierJourney(engine)

  test('an estimate follows from the norms, finds what is paid twice, and is frozen with the decision', async () => {
    const dossier = await begin('01-compliant', undefined, {
      funding: [
        { source: 'state-budget', amount: { amount: 280_000_000, currency: 'VND' } },
        { source: 'host', payer: HOST, covers: ['vé máy bay khứ hồi'] },
      ],
    })
    await as(OFFICER, dossier, async (page) => {
      await saved(page)
      await page.getByRole('link', { name: 'Dự toán' }).click()
      await page.getByText(FICTITIOUS, { exact: true }).waitFor()
      // Two nights of one leader at 111 USD; the rate stands under the table with its day.
      const leader = line(page, 'Tiền ở', 'nhóm A')
      await leader.getByText('2 × 1').waitFor()
      await leader.getByText('định mức 111 USD/người/đêm').waitFor()
      await leader.getByText('222 USD').waitFor()
      await page.getByText(/1 USD = 22\.222 ₫, ngày 05\/01\/2026/).waitFor()
      await page.getByRole('row', { name: 'Tổng dự toán 29.621.926 ₫', exact: true }).waitFor()
      await look(page)

      await leader.getByLabel('Đơn giá').fill('150')
      await leader.getByText('cao hơn định mức', { exact: true }).waitFor()
      await page
        .getByRole('status')
        .getByText(/^Tiền ở \(Nhật Bản\): 150 USD cao hơn định mức 111 USD/)
        .waitFor()
      await leader.getByText('Chia nguồn, lý do').click()
      await leader.getByLabel('Lý do cao hơn định mức, hoặc tính hai dòng').fill('Hội nghị chỉ định khách sạn')
      await page.getByText('Không còn điểm nào phải xử lý').waitFor()
      await leader.getByLabel('Bên chi', { exact: true }).selectOption({ label: 'Phía mời chi' })
      await leader.getByLabel('Phần trăm').fill('50')
      await leader.getByText(/Phía mời chi\s*: 150 USD/).waitFor()

      // The airfare is the host's by the dossier, and the state's by the estimate.
      await page.getByRole('button', { name: 'Thêm khoản' }).click()
      const fare = page.getByRole('table').locator('tbody tr', { has: page.getByLabel('Nội dung') })
      await fare.getByLabel('Nội dung').fill('Hà Nội – Osaka, khứ hồi')
      await fare.getByLabel('Căn cứ của giá (báo giá, giấy mời…)').fill('Báo giá 15/BG-VNA')
      await fare.getByLabel('Số lượng').fill('3')
      await fare.getByLabel('Đơn giá').fill('18.000.000')
      const doubled = page.getByText(`hồ sơ ghi ${HOST} chi, mà dự toán vẫn tính vào tiền công`)
      await doubled.waitFor()
      await look(page)
      await fare.getByLabel('Nguồn chi').selectOption({ label: 'Phía mời chi' })
      await doubled.waitFor({ state: 'detached' })

      const compared = page.getByRole('table', { name: 'So với hồ sơ và kế hoạch' })
      await compared.getByRole('row', { name: /^Tổng dự toán .* 280\.000\.000 ₫/ }).waitFor()
      await page.getByRole('button', { name: 'Lấy tổng này làm dự toán của hồ sơ' }).click()
      await page.getByRole('button', { name: 'Lấy tổng này làm dự toán của hồ sơ' }).waitFor({ state: 'detached' })
      await saved(page)
      await page.reload()
      await line(page, 'Tiền ở', 'nhóm A')
        .getByText(/Phía mời chi\s*: 150 USD/)
        .waitFor()
      await page.getByRole('row', { name: 'Tổng dự toán 85.355.242 ₫', exact: true }).waitFor()
    })
    await bringToDecision(dossier, '2350/QĐ-UBND')
    await as(AUTHORITY, `${dossier}?muc=du-toan`, async (page) => {
      await page.getByText(/^Dự toán đã chốt cùng quyết định ngày/).waitFor()
      await page.getByText('Tổng đã chốt: 85.355.242 ₫').waitFor()
      await page.getByText(/cho kết quả như nhau/).waitFor()
      // Nothing can be typed any more.
      expect(await page.getByRole('textbox').count()).toBe(0)
      await look(page)
    })
  })

  test('the finance office issues norms from Excel, enters a rate, compares two tables and ends one', async () => {
    await as(FINANCE, '/tai-chinh/dinh-muc', async (page) => {
      const norms = page.getByRole('link', { name: /^Bảng định mức mẫu/ })
      await norms.waitFor()
      await look(page)

      await page.getByRole('button', { name: 'Ghi tỷ giá' }).click()
      const rate = page.getByRole('dialog', { name: 'Ghi tỷ giá' })
      await rate.getByLabel('Loại tiền').selectOption('KRW')
      await rate.getByLabel('VND cho 1 đơn vị').fill('17,5')
      await rate.getByLabel('Ngày', { exact: true }).fill('02/11/2026')
      await rate.getByLabel('Nguồn').fill('Thông báo mẫu 33/TB')
      await rate.getByRole('button', { name: 'Ghi tỷ giá' }).click()
      await page.getByRole('row', { name: /^KRW 17,5 02\/11\/2026 Thông báo mẫu 33\/TB/ }).waitFor()

      await norms.click()
      await page.getByRole('row', { name: /^Tiền ở I A người\/đêm 111 USD 2\/3/ }).waitFor()
      await look(page)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Tải Excel' }).click(),
      ])
      const file = { name: 'dinh-muc.xlsx', mimeType: 'application/octet-stream', path: await download.path() }

      await page.getByRole('link', { name: 'Định mức chi' }).first().click()
      await page.getByRole('button', { name: 'Ban hành bảng' }).click()
      const adding = page.getByRole('dialog', { name: 'Ban hành bảng từ Excel' })
      await adding.getByRole('button', { name: 'Đọc tệp và ban hành' }).click()
      await adding.getByText('chưa chọn tệp; hãy chọn tệp Excel theo mẫu', { exact: true }).waitFor()
      await look(page)
      await adding.getByLabel('Tên bảng').fill('Định mức của thành phố')
      await adding.getByLabel('Số, ký hiệu văn bản').fill('44/QĐ-MẪU')
      await adding.getByLabel('Ngày văn bản').fill('01/11/2026')
      await adding.getByLabel('Nơi ban hành').fill('Sở Tài chính')
      await adding.getByLabel('Có hiệu lực từ').fill('01/12/2026')
      await adding.getByLabel('Tệp Excel (.xlsx)').setInputFiles(file.path)
      await adding.getByLabel('Đây là số liệu mẫu, không phải định mức thật').check()
      await adding.getByRole('button', { name: 'Đọc tệp và ban hành' }).click()
      await adding.waitFor({ state: 'detached' })

      await page.getByLabel('Có hiệu lực ngày').fill('02/12/2026')
      await page.getByRole('link', { name: 'Định mức của thành phố' }).click()
      await page.getByText(/^44\/QĐ-MẪU, 01\/11\/2026, Sở Tài chính/).waitFor()
      await page.getByLabel('So với bảng').selectOption({ index: 1 })
      await page.getByText('Hai bảng như nhau.').waitFor()
      await page.getByRole('button', { name: 'Chấm dứt hiệu lực' }).click()
      const ending = page.getByRole('dialog')
      await ending.getByLabel('Ngày cuối cùng có hiệu lực').fill('31/12/2026')
      await ending.getByLabel('Lý do').fill('Có bảng mới')
      await ending.getByRole('button', { name: 'Chấm dứt hiệu lực' }).click()
      await page.getByText(/01\/12\/2026 – 31\/12\/2026 .* Lý do: Có bảng mới/).waitFor()
      await look(page)
    })
  })
})
