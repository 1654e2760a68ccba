import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SAMPLE_PASSWORD } from '../../src/identity/sample-password.ts'
import { accessibilityFaults, openBrowser, openPage } from '../support/browser.ts'
import { ENGINES, type SampleServer, startSampleServer } from '../support/sample-server.ts'

/** The dossier of a delegation, as a unit writes it and as it goes its way to the decision, in the browser. */

const OFFICER = 'vanhoa.chuyenvien'
const HEAD = 'vanhoa.giamdoc'
const EXAMINER = 'ngoaivu.thamdinh'
const AUTHORITY = 'chutich'
const TITLE = 'Trưng bày di sản tại Kyoto'
const PURPOSE = 'Tổ chức trưng bày và ký chương trình hợp tác'

describe.each(ENGINES)('on %s', (engine) => {
  let server: SampleServer
  let browser: Browser
  /** The address of the dossier that the tests write. */
  let dossier = ''

  beforeAll(async () => {
    server = await startSampleServer(engine)
    browser = await openBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  /** A page of somebody of the sample. */
  async function open(login: string, path: string, width = 1440) {
    const watched = await openPage(browser, { viewport: { width, height: 900 } })
    const { page } = watched
    page.setDefaultTimeout(30_000)
    const answer = await page.context().request.post(`${server.address}/api/session`, {
      data: { login, password: SAMPLE_PASSWORD },
      headers: { origin: server.address },
    })
    expect(answer.status()).toBe(200)
    await page.goto(server.address + path)
    return watched
  }

  /** Opens a page as somebody, works there, and finds nothing to complain of. */
  async function as(login: string, path: string, work: (page: Page) => Promise<void>): Promise<void> {
    const { page, complaints } = await open(login, path)
    await work(page)
    expect(complaints()).toEqual([])
    await page.context().close()
  }

  const field = (page: Page, path: string): Locator => page.locator(`[id="f-${path}"]`)
  const saved = (page: Page) =>
    page
      .getByRole('status')
      .getByText(/^Đã lưu \d\d:\d\d$/)
      .waitFor()

  /** Types into a field, and waits until the server has it. */
  async function type(page: Page, path: string, text: string): Promise<void> {
    const answered = page.waitForResponse((one) => one.url().endsWith('/save') && one.ok())
    await field(page, path).fill(text)
    await answered
    await saved(page)
  }

  async function step(page: Page, name: string, fill: (dialog: Locator) => Promise<void> = async () => {}) {
    await page.getByRole('button', { name, exact: true }).click()
    const dialog = page.getByRole('dialog', { name, exact: true })
    await fill(dialog)
    await dialog.getByRole('button', { name, exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
  }

  const stage = (page: Page, name: string) => page.locator('[aria-current=step]', { hasText: name }).waitFor()

  test('an officer begins a dossier, types it, and has it again after a reload', async () => {
    await as(OFFICER, '/doan-ra', async (page) => {
      await page.getByRole('button', { name: 'Lập hồ sơ' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Tên đoàn').fill(TITLE)
      await dialog.getByRole('button', { name: 'Lập hồ sơ' }).click()
      await page.getByRole('heading', { level: 1, name: TITLE }).waitFor()
      dossier = new URL(page.url()).pathname
      await field(page, 'sender.unit').getByText('Sở Văn hóa và Thể thao Hà Nội').waitFor()

      await field(page, 'purpose.kind').selectOption({ label: 'Làm việc' })
      await type(page, 'purpose.summary', PURPOSE)
      await field(page, 'trip.departure').fill('10/05/2027')
      await field(page, 'trip.return').fill('13/05/2027')
      await page.getByRole('combobox', { name: 'Thêm nước đến…' }).fill('nhat ban')
      await page.keyboard.press('Enter')
      await page.getByLabel('Chọn từ danh bạ').fill('đoàn diệu dung')
      await page.getByRole('button', { name: 'Thêm Đoàn Diệu Dung' }).click()
      await field(page, 'members[0].name').and(page.locator('output')).getByText('Đoàn Diệu Dung').waitFor()
      await saved(page)

      await page.reload()
      await saved(page)
      expect(await field(page, 'purpose.summary').inputValue()).toBe(PURPOSE)
      expect(await field(page, 'trip.return').inputValue()).toBe('13/05/2027')
      expect(await field(page, 'trip.stays[0].country').inputValue()).toBe('Nhật Bản')
      expect(await field(page, 'members[0].name').innerText()).toBe('Đoàn Diệu Dung')
    })
  })

  test('what the server has not got is there again after a reload, and is saved then', async () => {
    const { page } = await open(OFFICER, dossier)
    await saved(page)
    await page.route('**/save', (route) => route.abort())
    await field(page, 'purpose.content').fill('Quy trình bảo quản')
    await page.getByRole('button', { name: 'Chưa lưu được – thử lại' }).waitFor()
    await page.unroute('**/save')
    await page.reload()
    await saved(page)
    expect(await field(page, 'purpose.content').inputValue()).toBe('Quy trình bảo quản')
    await page.context().close()
  })

  test('a number of the register is contested with a reason, typed otherwise, and taken again', async () => {
    await as(OFFICER, dossier, async (page) => {
      await saved(page)
      await page.getByRole('button', { name: 'Số liệu chưa đúng? Chức vụ' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Vì sao chưa đúng').fill('Mới bổ nhiệm, sổ chưa cập nhật')
      await dialog.getByRole('button', { name: 'Nhập số liệu khác' }).click()
      await type(page, 'members[0].position', 'Phó Trưởng phòng')
      await page.reload()
      await saved(page)
      expect(await field(page, 'members[0].position').inputValue()).toBe('Phó Trưởng phòng')
      await page.getByText(/Mới bổ nhiệm, sổ chưa cập nhật/).waitFor()
      await page.getByRole('button', { name: 'Dùng lại số liệu của sổ Chức vụ' }).click()
      await field(page, 'members[0].position').getByText('Chuyên viên').waitFor()
      await saved(page)
    })
  })

  test('two windows keep what is written in each, and choose where they wrote in the same field', async () => {
    const first = await open(OFFICER, dossier)
    const second = await open(OFFICER, dossier)
    await saved(first.page)
    await saved(second.page)
    await type(first.page, 'members[0].task', 'Thư ký đoàn')
    await type(second.page, 'purpose.requirements', 'Ký được chương trình')
    // The answer to the second's save brings what the first wrote.
    expect(await field(second.page, 'members[0].task').inputValue()).toBe('Thư ký đoàn')

    await type(second.page, 'purpose.content', 'Nội dung từ máy khác')
    await field(first.page, 'purpose.content').fill('Nội dung của chuyên viên')
    const clash = first.page.getByRole('group', { name: 'Nội dung', exact: true })
    await clash.getByText('Nội dung từ máy khác').waitFor()
    await clash.getByText('Nội dung của chuyên viên').waitFor()
    await clash.getByRole('button', { name: 'Dùng của bạn' }).click()
    await clash.waitFor({ state: 'detached' })
    await saved(first.page)
    expect(await field(first.page, 'purpose.requirements').inputValue()).toBe('Ký được chương trình')
    await second.page.reload()
    await saved(second.page)
    expect(await field(second.page, 'purpose.content').inputValue()).toBe('Nội dung của chuyên viên')
    for (const { page, complaints } of [first, second]) {
      expect(complaints()).toEqual([])
      await page.context().close()
    }
  })

  test('it goes to the head, to reception, and comes back with a note at its field', async () => {
    await as(OFFICER, dossier, async (page) => {
      await saved(page)
      await step(page, 'Trình thủ trưởng')
      await stage(page, 'Thủ trưởng ký')
      expect(await field(page, 'purpose.summary').isDisabled()).toBe(true)
    })
    await as(HEAD, dossier, async (page) => {
      await step(page, 'Ký gửi Sở Ngoại vụ')
      await stage(page, 'Tiếp nhận')
    })
    await as(EXAMINER, dossier, async (page) => {
      await step(page, 'Tiếp nhận thẩm định')
      await stage(page, 'Thẩm định')
      await step(page, 'Trả lại đơn vị', async (dialog) => {
        await dialog.getByLabel('Lý do').fill('Chưa rõ nội dung')
        await dialog.getByRole('button', { name: 'Thêm yêu cầu' }).click()
        await dialog.getByLabel('Chỗ cần sửa').selectOption({ label: 'Trường: Mục đích' })
        await dialog.getByLabel('Yêu cầu', { exact: true }).fill('Nêu rõ đối tác ký')
      })
      await stage(page, 'Soạn thảo')
    })
  })

  test('the officer is led to the field, mends it, resolves the note and submits again', async () => {
    await as(OFFICER, dossier, async (page) => {
      await saved(page)
      await page.getByText('Nêu rõ đối tác ký').waitFor()
      await page.getByRole('button', { name: 'Đến «Mục đích»' }).click()
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-purpose.summary')
      await type(page, 'purpose.summary', `${PURPOSE} với thành phố Kyoto`)
      await page.getByRole('listitem').getByText('còn 1 yêu cầu khi trả lại chưa xử lý').waitFor()
      await page.getByRole('button', { name: 'Đã xử lý' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(/Trả lời/).fill('Đã nêu')
      await dialog.getByRole('button', { name: 'Đã xử lý' }).click()
      await page.getByText('đã xử lý hết').waitFor()
      await step(page, 'Trình thủ trưởng')
      await stage(page, 'Thủ trưởng ký')
    })
    await as(HEAD, dossier, async (page) => {
      await step(page, 'Ký gửi Sở Ngoại vụ')
      await stage(page, 'Tiếp nhận')
    })
  })

  /** Reception, examination, and the recommendation to approve. */
  async function recommend(): Promise<void> {
    await as(EXAMINER, dossier, async (page) => {
      await step(page, 'Tiếp nhận thẩm định')
      await stage(page, 'Thẩm định')
      await step(page, 'Trình cấp có thẩm quyền', async (dialog) => {
        await dialog.getByLabel('Đề xuất').selectOption({ label: 'Đồng ý cử đoàn' })
      })
      await stage(page, 'Quyết định')
    })
  }

  test('the authority reads that four days in one country are prohibited, and hands it back', async () => {
    await recommend()
    await as(AUTHORITY, dossier, async (page) => {
      await page.getByRole('button', { name: 'Quyết định cử đoàn' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText(/Ở Nhật Bản 4 ngày, quá 3 ngày/).waitFor()
      const approve = dialog.getByRole('button', { name: /^Quyết định cử đoàn/ })
      expect(await approve.getAttribute('aria-disabled')).toBe('true')
      await dialog.getByRole('button', { name: 'Thôi, quay lại' }).click()
      await step(page, 'Yêu cầu thẩm định lại', (box) => box.getByLabel('Lý do').fill('Quá số ngày ở một nước'))
      await stage(page, 'Thẩm định')
    })
    await as(EXAMINER, dossier, (page) =>
      step(page, 'Trả lại đơn vị', (dialog) => dialog.getByLabel('Lý do').fill('Rút còn 3 ngày')),
    )
  })

  test('mended, it is approved with a reason for what is missing, and all of it is on record', async () => {
    await as(OFFICER, dossier, async (page) => {
      await saved(page)
      await type(page, 'trip.stays[0].leave', '12/05/2027')
      await type(page, 'trip.return', '12/05/2027')
      await page.getByRole('heading', { level: 1 }).click()
      await step(page, 'Trình thủ trưởng')
      await stage(page, 'Thủ trưởng ký')
    })
    await as(HEAD, dossier, (page) => step(page, 'Ký gửi Sở Ngoại vụ'))
    await recommend()
    await as(AUTHORITY, dossier, async (page) => {
      await step(page, 'Quyết định cử đoàn', async (dialog) => {
        await dialog.getByLabel('Vì sao vẫn duyệt').fill('Bổ sung trước ngày đi')
        await dialog.getByLabel('Số, ký hiệu văn bản').fill('2345/QĐ-UBND')
      })
      await page.getByText(/Quyết định: 2345\/QĐ-UBND/).waitFor()
    })
    await as(OFFICER, `${dossier}?muc=nhat-ky`, async (page) => {
      await page.getByText('Quyết định cử đoàn → Đã duyệt').waitFor()
      await page
        .getByText(/Trả lại đơn vị → Đã trả lại đơn vị/)
        .first()
        .waitFor()
      await page.getByRole('cell', { name: 'Nội dung của chuyên viên' }).first().waitFor()
    })
  })

  test('a norm that needs an exception is waived by name, with the grounds in the decision', async () => {
    await as(AUTHORITY, '/doan-ra?tinh-trang=proposed', async (page) => {
      await page.getByRole('link', { name: /^ĐR-/ }).first().click()
      await step(page, 'Quyết định cử đoàn', async (dialog) => {
        await dialog.getByText('phải được cho phép đích danh').waitFor()
        for (const grounds of await dialog.getByLabel(/^Căn cứ cho phép/).all()) {
          await grounds.fill('Thông báo kết luận số 15-TB/TU')
        }
        await dialog.getByLabel('Vì sao vẫn duyệt').fill('Bổ sung trước ngày đi')
        await dialog.getByLabel('Số, ký hiệu văn bản').fill('2346/QĐ-UBND')
      })
      await page.getByText(/Quyết định: 2346\/QĐ-UBND/).waitFor()
      await page.getByRole('listitem').filter({ hasText: 'Thông báo kết luận số 15-TB/TU' }).first().waitFor()
    })
  })

  test.each([1440, 390])('axe finds nothing at %i pixels, and nothing overflows', async (width) => {
    const { page, complaints } = await open(OFFICER, '/doan-ra', width)
    await page.getByRole('link', { name: /^ĐR-/ }).first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.goto(`${server.address}/doan-ra?tinh-trang=returned`)
    await page.getByRole('link', { name: /^ĐR-/ }).first().click()
    await saved(page)
    await page.getByRole('heading', { name: 'Thành phần' }).waitFor()
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await page.goto(`${server.address}${dossier}?muc=nhat-ky`)
    await page.getByText('Quyết định cử đoàn → Đã duyệt').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(complaints()).toEqual([])
    await page.context().close()
  })
})
