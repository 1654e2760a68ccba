import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { field, look, saved } from '../support/dossier-pages.ts'
import {
  AUTHORITY,
  dossierJourney,
  EXAMINER,
  idOf,
  MISSION,
  OFFICER,
  type Person,
  YEAR,
} from '../support/dossier-way.ts'
import { makePdf } from '../support/made-files.ts'
import { ENGINES } from '../support/sample-server.ts'

/** What is heard and thought of a dossier, in the browser: questions and letters, papers signed, steps frozen, who may allow what. */

const ADMINISTRATOR = 'quantri'

/** What stands in the list of those who are asked about one of them. */
const asked = (page: Page, hasText: string) =>
  page.getByRole('region', { name: 'Lấy ý kiến' }).getByRole('listitem').filter({ hasText }).first()

/** Writes into the thread of a question. */
async function say(page: Page, party: string, text: string): Promise<void> {
  const question = asked(page, party)
  await question.getByText(/^Trao đổi \(\d\)$/).click()
  await question.getByLabel('Viết trao đổi').fill(text)
  await question.getByRole('button', { name: 'Gửi' }).click()
  await question.getByText(text).waitFor()
}

describe.each(ENGINES.slice(-1))('examination on %s', (engine) => {
  const { as, send, begin, bringToExamination } = dossierJourney(engine)

  test('more is asked than the procedure wants, a letter is entered and entered anew, and words go back and forth', async () => {
    const dossier = await begin('01-compliant')
    await bringToExamination(dossier)
    await as(EXAMINER, `${dossier}?muc=y-kien`, async (page) => {
      await page.getByRole('button', { name: 'Hỏi thêm' }).click()
      const dialog = page.getByRole('dialog', { name: 'Hỏi thêm' })
      await dialog.getByLabel('Tên nơi được hỏi').fill('Sở Quy hoạch')
      await dialog.getByLabel('Nội dung hỏi').fill('Nội dung làm việc có trùng đề án thoát nước không?')
      await dialog.getByLabel('Số ngày làm việc để trả lời').fill('3')
      await look(page)
      await dialog.getByRole('button', { name: 'Gửi câu hỏi' }).click()
      const planning = asked(page, 'Sở Quy hoạch')
      await planning.getByText(/^hạn trả lời \d\d\/\d\d\/\d{4} · hỏi thêm$/).waitFor()
      await planning.getByText('Chưa trả lời').waitFor()

      for (const [answer, number] of [
        ['Không phản đối', '77/SQH'],
        ['Đồng ý', '78/SQH'],
      ] as const) {
        await planning.getByRole('button', { name: 'Nhập văn bản trả lời' }).click()
        const letter = page.getByRole('dialog', { name: 'Nhập văn bản trả lời' })
        await letter.getByLabel('Ý kiến', { exact: true }).selectOption({ label: answer })
        await letter.getByLabel('Nội dung, điều kiện').fill('Không trùng')
        await letter.getByLabel('Số văn bản').fill(number)
        await letter.getByRole('button', { name: 'Nhập văn bản trả lời' }).click()
        await planning
          .getByText(new RegExp(`văn bản ${number} · người thẩm định nhập từ văn bản giấy`))
          .first()
          .waitFor()
      }
      await planning.getByText('Trả lời trước đây, không còn tính (1)').click()
      await planning.getByText('Không phản đối: Không trùng').waitFor()
      await say(page, 'Cơ quan đại diện tại Nhật Bản', 'Đối tác có ký được trong tháng không?')
      await look(page)
    })
    await as(MISSION, `${dossier}?muc=y-kien`, async (page) => {
      // Each party sees its own question only.
      expect(await page.getByText('Sở Quy hoạch').count()).toBe(0)
      const own = asked(page, 'Cơ quan đại diện tại Nhật Bản')
      await own.getByText('Trao đổi (1)').waitFor()
      await say(page, 'Cơ quan đại diện tại Nhật Bản', 'Được, ngày 12 là thuận nhất')
      await own.getByText('Đối tác có ký được trong tháng không?').waitFor()
      await look(page)
    })
    await as(OFFICER, `${dossier}?muc=y-kien`, async (page) => {
      await asked(page, 'Cơ quan đại diện tại Nhật Bản').getByText('Trao đổi (2)').waitFor()
    })
  })

  test('whoever has no account signs on paper, whose scan is chosen among the files', async () => {
    const dossier = await begin('01-compliant')
    await as(OFFICER, dossier, async (page) => {
      await saved(page)
      const attachments = page.locator('#attachments')
      const scan = { name: 'Cam kết có chữ ký.pdf', mimeType: 'application/pdf', buffer: makePdf(['Cam kết']) }
      await attachments.locator('input[type=file]').setInputFiles([scan])
      await attachments.getByRole('button', { name: /^Tải về/ }).waitFor()
      await page.getByRole('button', { name: /^Nhập bản giấy ?: Trần Thị Bình/ }).click()
      const dialog = page.getByRole('dialog', { name: 'Nhập bản cam kết giấy của Trần Thị Bình' })
      await dialog.getByLabel('Bản quét (tệp đã kèm trong hồ sơ)').selectOption({ label: scan.name })
      await dialog.getByLabel('Số, ký hiệu').fill('05/CK-VH')
      await look(page)
      await dialog.getByRole('button', { name: 'Nhập bản giấy' }).click()
      const signed = page.locator('#cam-ket').getByRole('listitem').filter({ hasText: 'Trần Thị Bình' })
      await signed.getByText(/^Bí mật nhà nước: bản giấy 05\/CK-VH, /).waitFor()
      await signed.getByRole('button', { name: scan.name }).waitFor()
      // What was signed is a fact of the dossier, and nobody types it.
      await field(page, 'members[1].declaresNoSecrets').and(page.locator('output')).waitFor()
      await look(page)
    })
  })

  test('dossiers that may be one delegation are shown with what breaks then, and written down as an overlap', async () => {
    const people = (names: string[]) => (own: Person[]) =>
      own.slice(-1).flatMap((last) => [...own, ...names.map((name) => ({ ...last, name }))])
    const host = { hosts: [{ name: 'Viện Kiến trúc đô thị Kobe', country: 'JP', kind: 'university' }] }
    const one = await begin('01-compliant', people(['Đỗ Văn Giang', 'Bùi Thị Hoa', 'Võ Văn Khánh']), host)
    const other = await begin('01-compliant', people(['Mai Văn Nam', 'Tạ Thị Oanh', 'Lý Văn Phúc']), host)
    for (const dossier of [one, other]) await bringToExamination(dossier)
    const { code } = await send(EXAMINER, 'GET', `/api/delegations/${idOf(other)}`)
    await as(EXAMINER, `${one}?muc=tham-dinh`, async (page) => {
      await page.getByText(/^Có thể là một đoàn bị tách: cùng \d+ hồ sơ khác, tất cả \d+ người$/).waitFor()
      const part = page
        .getByRole('listitem')
        .filter({ hasText: `${code} –` })
        .filter({ hasText: 'đối tác 100 %' })
      await part.getByText('3 người có trong cả hai').waitFor()
      await page
        .getByText(/^Đoàn có \d+ người, quá 7 người\./)
        .first()
        .waitFor()
      await look(page)
      await part.getByRole('button', { name: new RegExp(`^Ghi nhận xét trùng lắp ?: ${code}$`) }).click()
      const dialog = page.getByRole('dialog', { name: 'Nhận xét' })
      await dialog.getByLabel('Kết luận').selectOption({ label: 'Không chấp nhận' })
      await dialog.getByLabel('Lý do').selectOption({ label: 'Lặp lại đoàn trước' })
      await dialog.getByRole('button', { name: 'Ghi nhận xét' }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByText(`Trùng lắp với đoàn: ${code} –`).first().waitFor()
      await look(page)
    })
  })

  test('judgements are counted, and a step shows the dossier and the findings as they were', async () => {
    const dossier = await begin('01-compliant')
    await bringToExamination(dossier)
    await send(EXAMINER, 'POST', `/api/delegations/${idOf(dossier)}/assessments`, {
      subject: 'practicality',
      judgement: 'not-accepted',
      reasonCode: 'repeats-former',
    })
    await as(EXAMINER, '/ngoai-le', async (page) => {
      await page.getByRole('link', { name: 'Thống kê thẩm định' }).click()
      await page.getByRole('heading', { level: 1, name: 'Thống kê hồ sơ' }).waitFor()
      await page.getByLabel('Năm').selectOption(String(YEAR))
      await page.getByRole('row').filter({ hasText: 'Tính thiết thực' }).getByText('Lặp lại đoàn trước').waitFor()
      await page
        .getByRole('table', { name: /^Ngoài kế hoạch và cách làm khác/ })
        .getByText('Tất cả')
        .waitFor()
      await look(page)
    })
    await as(EXAMINER, `${dossier}?muc=nhat-ky`, async (page) => {
      const signed = page.getByRole('listitem').filter({ hasText: 'Ký gửi Sở Ngoại vụ → Chờ tiếp nhận' })
      await signed.getByRole('button', { name: 'Xem hồ sơ ở bước này' }).click()
      const frozen = page.getByRole('dialog', { name: 'Hồ sơ ở bước này' })
      await frozen.getByText('Thống nhất kế hoạch hợp tác năm 2026').waitFor()
      await frozen.getByRole('heading', { name: /^\d+ điều pháp luật nêu khi đó$/ }).waitFor()
      await frozen.getByText(/^Bản pháp luật [0-9a-f]{6,}/).waitFor()
      await look(page)
      await frozen.getByRole('button', { name: 'Đóng' }).click()
      await frozen.waitFor({ state: 'detached' })
    })
  })

  test('who may allow which exception is entered by the administrator, and ended with a day', async () => {
    await as(ADMINISTRATOR, '/', async (page) => {
      await page.getByRole('link', { name: 'Thẩm quyền', exact: true }).click()
      await page.getByRole('button', { name: 'Ghi thẩm quyền' }).click()
      const dialog = page.getByRole('dialog', { name: 'Ghi thẩm quyền' })
      await dialog.getByRole('combobox', { name: 'Cơ quan' }).fill('so du lich')
      await page.getByRole('option', { name: 'Sở Du lịch Hà Nội' }).click()
      await dialog.getByLabel('Số người trong đoàn').check()
      await dialog.getByLabel('Số văn bản giao quyền').fill('17/QĐ-UBND')
      await look(page)
      await dialog.getByRole('button', { name: 'Ghi thẩm quyền' }).click()
      const row = page.getByRole('row').filter({ hasText: 'Sở Du lịch Hà Nội' })
      await row.getByRole('cell', { name: 'Số người trong đoàn' }).waitFor()
      await row.getByRole('cell', { name: /^17\/QĐ-UBND/ }).waitFor()
      await row.getByRole('button', { name: 'Kết thúc' }).click()
      const ending = page.getByRole('dialog', { name: 'Kết thúc thẩm quyền này?' })
      await ending.getByLabel('Ngày cuối cùng').fill('31/12/2026')
      await ending.getByRole('button', { name: 'Kết thúc' }).click()
      await row.getByText(/ – 31\/12\/2026$/).waitFor()
      await look(page)
    })
    // Nobody gives authority to themselves.
    await as(AUTHORITY, '/tham-quyen', async (page) => {
      await page.getByRole('row').filter({ hasText: 'Sở Du lịch Hà Nội' }).waitFor()
      expect(await page.getByRole('button', { name: /Ghi thẩm quyền|Kết thúc/ }).count()).toBe(0)
    })
  })
})
