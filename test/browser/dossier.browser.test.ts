import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SAMPLE_PASSWORD } from '../../src/identity/sample-password.ts'
import { accessibilityFaults, openBrowser } from '../support/browser.ts'
import { dossierPages, field, saved, type } from '../support/dossier-pages.ts'
import { ENGINES, type SampleServer, startSampleServer } from '../support/sample-server.ts'

/** The dossier of a delegation as a unit writes it, in the browser. */

const OFFICER = 'vanhoa.chuyenvien'
const TITLE = 'Trưng bày di sản tại Kyoto'
const PURPOSE = 'Tổ chức trưng bày và ký chương trình hợp tác'

// What pages do is the same on both engines: the ways of dossiers and plans are walked on each, this on one.
describe.each(ENGINES.slice(-1))('a dossier on %s', (engine) => {
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

  const { open, as } = dossierPages(
    () => browser,
    () => server.address,
  )

  test('an officer begins a dossier, types it, and has it again after a reload', async () => {
    await as(OFFICER, '/doan-ra', async (page) => {
      await page.getByRole('button', { name: 'Lập hồ sơ' }).click()
      const dialog = page.getByRole('dialog')
      // The only unit for which the officer writes is chosen once it is known; until then the button waits.
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
      // What the register of passports remarks stands beside the member, and is no finding.
      await page.getByRole('list', { name: 'Lưu ý từ sổ hộ chiếu' }).getByText('Sổ không có hộ chiếu công vụ').waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      if (process.env.SCREENSHOTS)
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/luu-y.png`, fullPage: true })

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
  })

  test('what is typed when the session has ended is kept until somebody has signed in again, and is saved then', async () => {
    const { page } = await open(OFFICER, dossier)
    await saved(page)
    // Whatever is still asked for would tell of the end before anything is typed.
    await page.waitForLoadState('networkidle')
    await page.context().clearCookies()
    await field(page, 'purpose.content').fill('Viết khi phiên đã hết')
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      dialog.getByRole('button', { name: 'Đăng nhập ở thẻ mới' }).click(),
    ])
    await other.getByLabel('Tên đăng nhập').fill(OFFICER)
    await other.getByLabel('Mật khẩu', { exact: true }).fill(SAMPLE_PASSWORD)
    await other.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await other.waitForURL((url) => url.pathname !== '/dang-nhap')
    await other.close()
    // Back in the window, as the browser tells it.
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await saved(page)
    expect(await field(page, 'purpose.content').inputValue()).toBe('Viết khi phiên đã hết')
    await page.reload()
    await saved(page)
    expect(await field(page, 'purpose.content').inputValue()).toBe('Viết khi phiên đã hết')
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

  test('an officer who travels signs the declarations, and the dossier has them', async () => {
    await as(OFFICER, dossier, async (page) => {
      await saved(page)
      const asked = page.waitForResponse((one) => one.url().endsWith('/declarations/ask') && one.ok())
      await page.getByRole('button', { name: /^Xin cam kết/ }).click()
      await asked
      await page.goto(`${server.address}/cam-ket`)
      const trip = page.locator('section', { has: page.getByRole('heading', { name: TITLE }) })
      await trip.getByLabel('Tôi đã đọc và cam kết thực hiện.').check()
      expect(await accessibilityFaults(page)).toEqual([])
      await trip.getByRole('button', { name: 'Ký 4 cam kết' }).click()
      await trip
        .getByText(/^đã ký/)
        .first()
        .waitFor()
      await page.goto(server.address + dossier)
      await page.getByText(/^Bí mật nhà nước: đã ký/).waitFor()
      await field(page, 'members[0].declaresNoSecrets').getByText('có', { exact: true }).waitFor()
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
    for (const { complaints } of [first, second]) expect(complaints()).toEqual([])
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
    await page.getByRole('cell', { name: 'Nội dung của chuyên viên' }).first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(complaints()).toEqual([])
  })
})
