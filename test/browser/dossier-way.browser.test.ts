import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { accessibilityFaults } from '../support/browser.ts'
import { saved, stage, step, type } from '../support/dossier-pages.ts'
import { AUTHORITY, dossierJourney, EXAMINER, HEAD, idOf, MISSION, OFFICER, YEAR } from '../support/dossier-way.ts'
import { ENGINES } from '../support/sample-server.ts'

/** The way of dossiers to their decision and after it, in the browser, as the accounts of the sample. */

const INSPECTOR = 'thanhtra'
const OTHER_HEAD = 'dulich.giamdoc'
const TOURISM = 'Sở Du lịch Hà Nội'

/** What a decision asks for beside its document: the rules to be allowed by name, and those of which something is missing. */
interface Asked {
  allows?: readonly string[]
  lacks?: readonly string[]
}

describe.each(ENGINES)('on %s', (engine) => {
  const { address, open, as, send, begin, bringToExamination, agreeByLetter, approvePlan } = dossierJourney(engine)

  const submit = (page: Page) =>
    step(page, 'Trình thủ trưởng', async (dialog) => {
      const late = dialog.getByLabel('Lý do trình muộn')
      if ((await late.count()) > 0) await late.fill('Lời mời đến muộn')
    })

  /** From the unit's desk to that of the examiners. */
  async function toExamination(dossier: string): Promise<void> {
    await as(OFFICER, dossier, async (page) => {
      await saved(page)
      await submit(page)
      await stage(page, 'Thủ trưởng ký')
    })
    await as(HEAD, dossier, async (page) => {
      await step(page, 'Ký gửi Sở Ngoại vụ')
      await stage(page, 'Tiếp nhận')
    })
    await as(EXAMINER, dossier, async (page) => {
      await step(page, 'Tiếp nhận thẩm định')
      await stage(page, 'Thẩm định')
    })
  }

  const recommend = (dossier: string) =>
    as(EXAMINER, dossier, async (page) => {
      await step(page, 'Trình cấp có thẩm quyền', async (dialog) => {
        await dialog.getByLabel('Đề xuất').selectOption({ label: 'Đồng ý cử đoàn' })
        await dialog.getByLabel(/Ghi chú/).fill('Đã trao đổi qua điện thoại')
      })
      await stage(page, 'Quyết định')
    })

  /** What the law asks of a decision taken now, by rule. */
  async function askedOf(dossier: string): Promise<Required<Asked>> {
    const { cuts } = await send(AUTHORITY, 'GET', `/api/delegations/${idOf(dossier)}`)
    const cut = cuts === null ? '' : `&cuts=${encodeURIComponent(JSON.stringify(cuts))}`
    const { result } = await send(AUTHORITY, 'GET', `/api/delegations/${idOf(dossier)}/check?deciding=yes${cut}`)
    const rules = (asks: (finding: { outcome: string; severity: string }) => boolean): string[] => [
      ...new Set<string>(result.findings.filter(asks).map(({ rule }: { rule: string }) => rule)),
    ]
    const open = (outcome: string) => outcome === 'violated' || outcome === 'unknown'
    return {
      allows: rules(({ outcome, severity }) => open(outcome) && severity === 'needs-exception').sort(),
      lacks: rules(({ outcome, severity }) => open(outcome) && /missing|explain/.test(severity)).sort(),
    }
  }

  /** Answers what a decision asks for; fails where it asks for anything else than what is expected of this dossier. */
  async function answer(page: Page, dialog: Locator, { allows = [], lacks = [] }: Asked): Promise<void> {
    const told = dialog.getByText(/phải được cho phép đích danh|còn thiếu hoặc chưa rõ|^Hồ sơ đúng quy định/)
    await told.first().waitFor()
    expect(await askedOf(new URL(page.url()).pathname)).toEqual({ allows: allows.toSorted(), lacks: lacks.toSorted() })
    const inOrder = allows.length + lacks.length === 0
    expect(await dialog.getByText(/^Hồ sơ đúng quy định/).count()).toBe(inOrder ? 1 : 0)
    const grounds = await dialog.getByLabel(/^Căn cứ cho phép/).all()
    expect(grounds.length > 0).toBe(allows.length > 0)
    for (const one of grounds) await one.fill('Thông báo kết luận số 15-TB/TU')
    for (const reason of await dialog.getByLabel(/^Vì sao cho phép/).all()) {
      await reason.selectOption({ label: 'Nhiệm vụ cấp có thẩm quyền giao' })
    }
    const accepts = dialog.getByLabel('Vì sao vẫn duyệt')
    expect(await accepts.count()).toBe(lacks.length > 0 ? 1 : 0)
    if (lacks.length > 0) await accepts.fill('Bổ sung trước ngày đi')
  }

  /** Decides, having looked, where only what is expected has to be answered for. */
  const decide = (page: Page, number: string, asked: Asked, look?: (dialog: Locator) => Promise<void>) =>
    step(page, 'Quyết định cử đoàn', async (dialog) => {
      await look?.(dialog)
      await answer(page, dialog, asked)
      await dialog.getByLabel('Số, ký hiệu văn bản').fill(number)
    })

  test('a clean dossier: on a line of the plan, returned once with a note, submitted again, heard, decided, changed, called off', async () => {
    const [line, dossier] = [await approvePlan(), await begin('01-compliant')]
    await as(OFFICER, dossier, async (page) => {
      await saved(page)
      await page.getByRole('button', { name: 'Chọn dòng kế hoạch' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Dòng của kế hoạch năm').selectOption({ label: `${line} (Nhật Bản)` })
      await dialog.getByRole('button', { name: 'Gắn với dòng này' }).click()
      // The line says what the dossier says.
      await page.getByRole('table', { name: 'Hồ sơ so với dòng kế hoạch' }).waitFor()
      expect(await page.getByText('≠ khác kế hoạch').count()).toBe(0)
    })
    await toExamination(dossier)
    await send(EXAMINER, 'POST', `/api/delegations/${idOf(dossier)}/assessments`, {
      subject: 'programme',
      judgement: 'asked',
      reasonCode: 'purpose-vague',
      note: 'Buổi làm việc thứ hai với ai?',
    })
    await as(EXAMINER, dossier, async (page) => {
      await step(page, 'Trả lại đơn vị', async (dialog) => {
        await dialog.getByLabel('Lý do').fill('Chưa rõ nội dung')
        // What was marked to be asked is a note already.
        expect(await dialog.getByLabel('Yêu cầu', { exact: true }).inputValue()).toBe('Buổi làm việc thứ hai với ai?')
        await dialog.getByRole('button', { name: 'Thêm yêu cầu' }).click()
        await dialog.getByLabel('Chỗ cần sửa').last().selectOption({ label: 'Trường: Mục đích' })
        await dialog.getByLabel('Yêu cầu', { exact: true }).last().fill('Nêu rõ đối tác ký')
      })
      await stage(page, 'Soạn thảo')
    })
    await as(OFFICER, dossier, async (page) => {
      await saved(page)
      await page.getByRole('button', { name: 'Đến «Mục đích»' }).click()
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.id), { timeout: 15_000 })
        .toBe('f-purpose.summary')
      await type(page, 'purpose.summary', 'Thống nhất kế hoạch và ký với Cục Cấp thoát nước')
      for (const open of [2, 1]) {
        await page.getByRole('listitem').getByText(`còn ${open} yêu cầu khi trả lại chưa xử lý`).waitFor()
        await page.getByRole('button', { name: 'Đã xử lý' }).first().click()
        await page.getByRole('dialog').getByRole('button', { name: 'Đã xử lý' }).click()
      }
      await page.getByText('đã xử lý hết').waitFor()
      await page.getByText(/Đã sửa \d chỗ so với lần gửi trước/).waitFor()
    })
    await bringToExamination(dossier)
    await as(EXAMINER, dossier, async (page) => {
      const sent = page.getByRole('region', { name: 'So với lần gửi trước' })
      await sent.getByRole('cell', { name: 'Thống nhất kế hoạch và ký với Cục Cấp thoát nước' }).waitFor()
    })
    await as(MISSION, dossier, async (page) => {
      await page.getByRole('link', { name: /^Ý kiến/ }).click()
      await page.getByRole('button', { name: 'Trả lời' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Ý kiến', { exact: true }).selectOption({ label: 'Đồng ý' })
      await dialog.getByLabel('Nội dung, điều kiện').fill('Đối tác đã xác nhận')
      await dialog.getByRole('button', { name: 'Trả lời' }).click()
      await page.getByText('Đối tác đã xác nhận').waitFor()
    })
    await agreeByLetter(dossier, 'finance')
    await as(EXAMINER, `${dossier}?muc=tham-dinh`, async (page) => {
      await page.getByRole('button', { name: /^Nhận xét ?: Tính thiết thực/ }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Kết luận').selectOption({ label: 'Chấp nhận' })
      await dialog.getByLabel('Lý do').selectOption({ label: 'Có căn cứ' })
      await dialog.getByRole('button', { name: 'Ghi nhận xét' }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByText(/Có căn cứ/).waitFor()
    })
    await recommend(dossier)
    await as(AUTHORITY, dossier, async (page) => {
      await decide(page, '2345/QĐ-UBND', {})
      await page.getByText(/Quyết định: 2345\/QĐ-UBND/).waitFor()
    })
    await as(OFFICER, dossier, async (page) => {
      await step(page, 'Đề nghị thay đổi', (dialog) => dialog.getByLabel('Lý do').fill('Đối tác đổi nội dung'))
      await page.getByText('Chưa có nội dung nào khác quyết định').waitFor()
      await type(page, 'purpose.summary', 'Ký bản ghi nhớ')
      await page.reload()
      await page.getByText('Thay đổi so với quyết định: 1 nội dung').waitFor()
    })
    await as(HEAD, dossier, (page) => step(page, 'Ký trình thay đổi'))
    // What the mission has said of the trip as it was does not count for the trip as it is to be.
    await agreeByLetter(dossier, 'mission')
    await as(AUTHORITY, dossier, async (page) => {
      await step(page, 'Xác nhận thay đổi', (dialog) => answer(page, dialog, {}))
      await stage(page, 'Chuyến đi')
    })
    await as(OFFICER, dossier, async (page) => {
      await step(page, 'Hủy chuyến đi', (dialog) => dialog.getByLabel('Lý do').fill('Đối tác hoãn'))
      await page.getByText('Đã hủy').first().waitFor()
    })
    await as(OFFICER, `${dossier}?muc=nhat-ky`, async (page) => {
      await page.getByText('Xác nhận thay đổi → Đã duyệt').waitFor()
      await page.getByText('Trả lại đơn vị → Đã trả lại đơn vị').waitFor()
    })
  })

  test('a third trip of a leader is waived by name, and stands in the register of exceptions', async () => {
    const dossier = await begin('03-third-trip-with-exception')
    await bringToExamination(dossier)
    await recommend(dossier)
    // The authority decides on a telephone.
    const { page: phone, complaints } = await open(AUTHORITY, dossier, 390)
    await decide(
      phone,
      '2346/QĐ-UBND',
      { allows: ['in-plan', 'trips-per-year'], lacks: ['mission-consulted'] },
      async (dialog) => {
        expect(await accessibilityFaults(phone)).toEqual([])
        expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
        expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
      },
    )
    await phone.getByText(/Quyết định: 2346\/QĐ-UBND/).waitFor()
    await phone.getByRole('listitem').filter({ hasText: 'Thông báo kết luận số 15-TB/TU' }).first().waitFor()
    await phone.getByText(/^Đã trả kết quả cho đơn vị trên hệ thống/).waitFor()
    expect(complaints()).toEqual([])
    await as(EXAMINER, '/ngoai-le?quy-dinh=trips-per-year', async (page) => {
      await page
        .getByRole('cell', { name: /2346\/QĐ-UBND/ })
        .first()
        .waitFor()
    })
    await as(INSPECTOR, `/ngoai-le?xem=thong-ke&nam=${YEAR}`, async (page) => {
      const reasons = page.getByRole('region', { name: 'Theo lý do' })
      await reasons.getByRole('link', { name: 'Nhiệm vụ cấp có thẩm quyền giao' }).click()
      await page
        .getByRole('cell', { name: /2346\/QĐ-UBND/ })
        .first()
        .waitFor()
      expect(await page.getByLabel('Lý do').inputValue()).toBe('leaders-task')
      await page.getByRole('link', { name: 'Thống kê thẩm định' }).waitFor()
    })
  })

  test('a prohibited one can be approved by nobody, and is handed back', async () => {
    const dossier = await begin('09-enterprise-organises')
    await bringToExamination(dossier)
    await as(EXAMINER, dossier, async (page) => {
      await step(page, 'Trình cấp có thẩm quyền', async (dialog) => {
        await dialog.getByLabel('Đề xuất').selectOption({ label: 'Ghép với đoàn khác' })
        await dialog.getByLabel('Ghép với đoàn nào').fill('Đoàn của Bộ Xây dựng, công văn 12/BXD')
        await dialog.getByLabel(/Ghi chú/).fill('Cùng đối tác, cùng tuần')
      })
      await stage(page, 'Quyết định')
    })
    await as(AUTHORITY, dossier, async (page) => {
      await page.getByRole('button', { name: 'Quyết định cử đoàn' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText(/Không duyệt được: hồ sơ còn/).waitFor()
      const approve = dialog.getByRole('button', { name: /^Quyết định cử đoàn/ })
      expect(await approve.getAttribute('aria-disabled')).toBe('true')
      await dialog.getByRole('button', { name: 'Thôi, quay lại' }).click()
      // What the examiners recommend is the reason already.
      await step(page, 'Yêu cầu thẩm định lại', async (box) =>
        expect(await box.getByLabel('Lý do').inputValue()).toBe(
          'Ghép với đoàn khác: Đoàn của Bộ Xây dựng, công văn 12/BXD. Cùng đối tác, cùng tuần',
        ),
      )
      await stage(page, 'Thẩm định')
    })
  })

  test('a member whose body does not consent is cut out, and days that nobody may allow, and the rest is approved', async () => {
    const dossier = await begin(
      '01-compliant',
      (people) => people.map((one, at) => (at === 1 ? { ...one, unit: TOURISM } : one)),
      {
        trip: {
          departure: `${YEAR}-05-11`,
          return: `${YEAR}-05-17`,
          stays: [{ country: 'JP', arrive: `${YEAR}-05-11`, leave: `${YEAR}-05-16` }],
        },
      },
    )
    await bringToExamination(dossier)
    await as(OTHER_HEAD, '/viec-cua-toi', async (page) => {
      await page.locator('tbody tr', { hasText: 'Cho ý kiến' }).getByRole('link').first().click()
      await page.getByRole('link', { name: /^Ý kiến/ }).click()
      await page.getByRole('button', { name: 'Trả lời' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Ý kiến', { exact: true }).selectOption({ label: 'Không đồng ý' })
      await dialog.getByLabel('Nội dung, điều kiện').fill('Đang làm nhiệm vụ khác')
      await dialog.getByRole('button', { name: 'Trả lời' }).click()
      await page.getByText('Đang làm nhiệm vụ khác').waitFor()
    })
    await as(EXAMINER, dossier, async (page) => {
      await step(page, 'Trình cấp có thẩm quyền', async (dialog) => {
        await dialog.getByLabel('Đề xuất').selectOption({ label: 'Đồng ý, có cắt giảm' })
        await dialog.getByLabel('Trần Thị Bình').check()
        await dialog.getByText(/^Cắt như vậy vẫn còn \d điều bị cấm:/).waitFor()
        await dialog.getByLabel('Về sớm hơn, vào ngày').fill(`13/05/${YEAR}`)
        await dialog.getByText(/^Cắt như vậy không còn điều bị cấm/).waitFor()
        await dialog.getByLabel(/Ghi chú/).fill('Sở Du lịch không đồng ý cử người')
      })
      await stage(page, 'Quyết định')
    })
    await as(AUTHORITY, dossier, async (page) => {
      await decide(page, '2347/QĐ-UBND', { allows: ['in-plan'], lacks: ['mission-consulted'] }, async (dialog) => {
        const takesCuts = dialog.getByLabel('Quyết định theo phương án cắt giảm đã đề xuất')
        const prohibited = dialog.getByText(/^Không duyệt được: hồ sơ còn/)
        await takesCuts.uncheck()
        await prohibited.waitFor()
        await takesCuts.check()
        await prohibited.waitFor({ state: 'detached' })
        // The estimate leaves the flight out: what is left of the money is for whoever decides to say.
        await dialog.getByLabel(/^Số tiền còn cần/).fill('190.000.000')
      })
      await page.getByText(/Quyết định: 2347\/QĐ-UBND/).waitFor()
    })
    const { content } = await send(OFFICER, 'GET', `/api/delegations/${idOf(dossier)}`)
    expect(content.members.map(({ name }: { name: string }) => name)).not.toContain('Trần Thị Bình')
    expect(content.trip).toMatchObject({ return: `${YEAR}-05-13`, stays: [{ leave: `${YEAR}-05-13` }] })
    expect(content.funding[0].amount.amount).toBe(190_000_000)
  })

  // The pages are the same on both engines.
  test.each(engine === ENGINES.at(-1) ? [1440, 390] : [])(
    'axe finds nothing on the desks of examiners and authority at %i pixels, and nothing overflows',
    async (width) => {
      const { page, complaints } = await open(EXAMINER, '/doan-ra?tinh-trang=examining', width)
      await page.getByRole('link', { name: /^ĐR-/ }).first().click()
      await page.getByRole('heading', { name: 'Thành phần' }).waitFor()
      const dossier = page.url()
      for (const path of [
        `${dossier}?muc=y-kien`,
        `${dossier}?muc=tham-dinh`,
        `${address()}/ngoai-le`,
        `${address()}/ngoai-le?xem=thong-ke`,
        `${address()}/tham-quyen`,
      ]) {
        await page.goto(path)
        await page.getByRole('heading').first().waitFor()
        expect(await accessibilityFaults(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      }
      expect(complaints()).toEqual([])
    },
  )
})
