import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, openBrowser } from '../support/browser.ts'
import { caseRequest, WEIGHED, yearsLater } from '../support/delegations.ts'
import { dossierPages, saved, stage, step, type } from '../support/dossier-pages.ts'
import { ENGINES, type SampleServer, startSampleServer } from '../support/sample-server.ts'

/** The way of dossiers to their decision and after it, in the browser, as the accounts of the sample. */

const OFFICER = 'vanhoa.chuyenvien'
const HEAD = 'vanhoa.giamdoc'
const EXAMINER = 'ngoaivu.thamdinh'
const AUTHORITY = 'chutich'
const INSPECTOR = 'thanhtra'
const MISSION = 'daisuquan.nhatban'
const OTHER_HEAD = 'dulich.giamdoc'
const CULTURE = 'Sở Văn hóa và Thể thao Hà Nội'
const TOURISM = 'Sở Du lịch Hà Nội'

interface Person {
  unit: string
  [field: string]: unknown
}

describe.each(ENGINES)('on %s', (engine) => {
  let server: SampleServer
  let browser: Browser
  const { open, as, send } = dossierPages(
    () => browser,
    () => server.address,
  )

  beforeAll(async () => {
    server = await startSampleServer(engine)
    browser = await openBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  /** The server goes by the true clock: the cases, of 2026, travel next year. */
  const year = new Date().getFullYear() + 1

  /** A dossier of the department of culture like one of the acceptance cases, changed where it says; its address. */
  async function begin(
    name: string,
    change: (people: Person[]) => Person[] = (people) => people,
    more: object = {},
  ): Promise<string> {
    const dossier = yearsLater((await caseRequest(name)).dossier, year - 2026)
    const people = (dossier.members as unknown as Person[]).map((one) => ({ ...one, unit: CULTURE }))
    const { items } = await send(OFFICER, 'GET', '/api/bodies?size=200')
    const { id: bodyId } = items.find((body: { name: string }) => body.name === CULTURE)
    const { id } = await send(OFFICER, 'POST', '/api/delegations/import', {
      bodyId,
      dossier: { ...dossier, weighed: WEIGHED, members: change(people), ...more },
    })
    return `/doan-ra/${id}`
  }

  const submit = (page: Page) =>
    step(page, 'Trình thủ trưởng', async (dialog) => {
      const late = dialog.getByLabel('Lý do trình muộn')
      if ((await late.count()) > 0) await late.fill('Lời mời đến muộn')
    })

  /** The same, without anybody looking at a page. */
  async function bringToExamination(dossier: string): Promise<void> {
    const id = dossier.split('/').at(-1)
    for (const [login, action, said] of [
      [OFFICER, 'submit', { lateReason: 'Lời mời đến muộn' }],
      [HEAD, 'sign', {}],
      [EXAMINER, 'receive', {}],
    ] as const) {
      const { version } = await send(login, 'GET', `/api/delegations/${id}`)
      await send(login, 'POST', `/api/delegations/${id}/${action}`, { version, ...said })
    }
  }

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

  /** Decides, waiving what has to be waived, and saying why what lacks is accepted. */
  const decide = (page: Page, name: string, number: string, look?: (dialog: Locator) => Promise<void>) =>
    step(page, name, async (dialog) => {
      await dialog
        .getByText(/đích danh|còn thiếu|đúng quy định/)
        .first()
        .waitFor()
      for (const grounds of await dialog.getByLabel(/^Căn cứ cho phép/).all()) {
        await grounds.fill('Thông báo kết luận số 15-TB/TU')
      }
      for (const reason of await dialog.getByLabel(/^Vì sao cho phép/).all()) {
        await reason.selectOption({ label: 'Nhiệm vụ cấp có thẩm quyền giao' })
      }
      const accepts = dialog.getByLabel('Vì sao vẫn duyệt')
      if ((await accepts.count()) > 0) await accepts.fill('Bổ sung trước ngày đi')
      await dialog.getByLabel('Số, ký hiệu văn bản').fill(number)
      await look?.(dialog)
    })

  test('a clean dossier: returned once with a note, submitted again, heard by the mission, decided, changed, called off', async () => {
    const dossier = await begin('01-compliant')
    await toExamination(dossier)
    await send(EXAMINER, 'POST', `/api/delegations/${dossier.split('/').at(-1)}/assessments`, {
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
      await decide(page, 'Quyết định cử đoàn', '2345/QĐ-UBND')
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
    await as(AUTHORITY, dossier, async (page) => {
      await step(page, 'Xác nhận thay đổi', async (dialog) => {
        await dialog
          .getByText(/còn thiếu|đúng quy định/)
          .first()
          .waitFor()
        const accepts = dialog.getByLabel('Vì sao vẫn duyệt')
        if ((await accepts.count()) > 0) await accepts.fill('Bổ sung trước ngày đi')
      })
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
    await decide(phone, 'Quyết định cử đoàn', '2346/QĐ-UBND', async (dialog) => {
      expect(await accessibilityFaults(phone)).toEqual([])
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
    })
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
    await as(INSPECTOR, `/ngoai-le?xem=thong-ke&nam=${year}`, async (page) => {
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
          departure: `${year}-05-11`,
          return: `${year}-05-17`,
          stays: [{ country: 'JP', arrive: `${year}-05-11`, leave: `${year}-05-16` }],
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
        await dialog.getByLabel('Về sớm hơn, vào ngày').fill(`13/05/${year}`)
        await dialog.getByText(/^Cắt như vậy không còn điều bị cấm/).waitFor()
        await dialog.getByLabel(/Ghi chú/).fill('Sở Du lịch không đồng ý cử người')
      })
      await stage(page, 'Quyết định')
    })
    await as(AUTHORITY, dossier, async (page) => {
      await decide(page, 'Quyết định cử đoàn', '2347/QĐ-UBND', async (dialog) => {
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
    const { content } = await send(OFFICER, 'GET', `/api/delegations/${dossier.split('/').at(-1)}`)
    expect(content.members.map(({ name }: { name: string }) => name)).not.toContain('Trần Thị Bình')
    expect(content.trip).toMatchObject({ return: `${year}-05-13`, stays: [{ leave: `${year}-05-13` }] })
    expect(content.funding[0].amount.amount).toBe(190_000_000)
  })

  test.each([1440, 390])(
    'axe finds nothing on the desks of examiners and authority at %i pixels, and nothing overflows',
    async (width) => {
      const { page, complaints } = await open(EXAMINER, '/doan-ra?tinh-trang=examining', width)
      await page.getByRole('link', { name: /^ĐR-/ }).first().click()
      await page.getByRole('heading', { name: 'Thành phần' }).waitFor()
      const address = page.url()
      for (const path of [
        `${address}?muc=y-kien`,
        `${address}?muc=tham-dinh`,
        `${server.address}/ngoai-le`,
        `${server.address}/ngoai-le?xem=thong-ke`,
        `${server.address}/tham-quyen`,
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
