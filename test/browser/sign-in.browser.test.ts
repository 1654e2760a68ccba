import { Secret, TOTP } from 'otpauth'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, openBrowser, openPage, type WatchedPage } from '../support/browser.ts'
import { startEmptyServer } from '../support/sample-server.ts'
import type { TestServer } from '../support/server.ts'

const PASSWORD = 'một câu dễ nhớ của tôi'

let server: TestServer
let browser: Browser
/** The server by a name: passkeys are bound to names. */
let base: string

beforeAll(async () => {
  server = await startEmptyServer()
  base = server.address.replace('127.0.0.1', 'localhost')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page | Locator, name: string) => page.getByLabel(name, { exact: true })

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto(`${base}/dang-nhap`)
  await field(page, 'Tên đăng nhập').fill(login)
  await field(page, 'Mật khẩu').fill(PASSWORD)
  await button(page, 'Đăng nhập').click()
}

/** Opens a link in a browser of its own, and sets the password by it. */
async function setPassword(link: string): Promise<WatchedPage> {
  const watched = await openPage(browser, { stay: true })
  const { page } = watched
  await page.goto(link)
  await field(page, 'Mật khẩu mới').fill(PASSWORD)
  await field(page, 'Nhập lại mật khẩu mới').fill('một câu khác hẳn thế này')
  await button(page, 'Đặt mật khẩu').click()
  await page.getByText('hai lần nhập không giống nhau').first().waitFor()
  await field(page, 'Nhập lại mật khẩu mới').fill(PASSWORD)
  await button(page, 'Đặt mật khẩu').click()
  await page.getByRole('link', { name: 'Đến trang đăng nhập' }).waitFor()
  return watched
}

/** What is wrong with a page as it stands: for those who hear it, or for those with a small screen. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults = await accessibilityFaults(page)
  await page.setViewportSize({ width: 390, height: 844 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  await page.setViewportSize({ width: 1440, height: 900 })
  return wide ? [...faults, 'wider than a telephone'] : faults
}

const ADMINISTRATOR_WAYS = [
  'Việc của tôi',
  'Cơ quan',
  'Cán bộ',
  'Hộ chiếu',
  'Thử một đoàn',
  'Văn bản',
  'Thử văn bản',
  'Định mức chi',
  'Tài khoản',
  'Thẩm quyền',
  'Nhật ký',
  'Lưu trữ',
]

/** Whether a thing lies in the window from its left to its right, with nothing over it. */
async function isWithin(thing: Locator, width: number): Promise<boolean> {
  const { x = -1, width: own = 0 } = (await thing.boundingBox()) ?? {}
  const seen = await thing.evaluate((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect()
    return one.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))
  })
  return x >= 0 && x + own <= width && seen
}

/** The administrator of the first start, whose second factor this is. */
let administrator: Page
let totpSecret = ''
let recoveryCodes: string[] = []

describe('from the first start', () => {
  it('the link on the console sets the password of the administrator, once', async () => {
    const [link = ''] = /http\S+\/lien-ket#\S+/.exec(server.output()) ?? []
    const own = link.replace('127.0.0.1', 'localhost')
    const { page } = await setPassword(own)
    await page.goto('about:blank')
    await page.goto(own)
    await page.getByText('Liên kết này đã dùng').waitFor()
    administrator = page
  })

  it('signing in leads to adding a second factor, and nothing opens before', async () => {
    await signIn(administrator, 'quan-tri')
    await administrator.waitForURL(`${base}/tai-khoan`)
    await administrator.getByText('Vai trò của bạn bắt buộc có bước xác thực thứ hai').waitFor()
    expect(await administrator.getByRole('link', { name: 'Tài khoản', exact: true }).count()).toBe(0)
    await button(administrator, 'Thêm ứng dụng xác thực').click()
    await administrator.getByRole('img', { name: 'Mã vuông' }).waitFor()
    totpSecret = (await administrator.locator('code').first().innerText()).trim()
    expect(await faultsOf(administrator)).toEqual([])
    await field(administrator, 'Mã của ứng dụng').fill(codeOf(0))
    await button(administrator, 'Xác nhận và dùng').click()
    await administrator.getByRole('link', { name: 'Tài khoản', exact: true }).waitFor()
  })

  it('every page is in the navigation or behind its button, however wide the window', async () => {
    const ways = administrator.getByRole('navigation', { name: 'Các trang' })
    const others = ways.getByRole('button', { name: 'Xem thêm' })
    const account = administrator.getByRole('link', { name: /^Tài khoản của tôi/ })
    for (const width of [1440, 1024, 390]) {
      await administrator.setViewportSize({ width, height: 900 })
      // Measured anew in the frame after the one that is drawn.
      await administrator.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
      const inLine = await ways.getByRole('link').count()
      if (await others.isVisible()) await others.press('Enter')
      expect(await ways.getByRole('link').allInnerTexts()).toEqual(ADMINISTRATOR_WAYS)
      for (const one of [account, ...(await ways.getByRole('link').all())])
        expect(await isWithin(one, width)).toBe(true)
      if (inLine === ADMINISTRATOR_WAYS.length) continue
      expect(await accessibilityFaults(administrator)).toEqual([])
      await administrator.keyboard.press('Tab')
      expect(await administrator.evaluate(() => document.activeElement?.textContent)).toBe(ADMINISTRATOR_WAYS[inLine])
      await administrator.keyboard.press('Escape')
      expect(await ways.getByRole('link').count()).toBe(inLine)
    }
    await administrator.setViewportSize({ width: 1440, height: 900 })
  })

  it('recovery codes are shown once', async () => {
    await button(administrator, 'Tạo mười mã mới').click()
    await administrator.getByRole('dialog').getByRole('button', { name: 'Tạo mười mã mới' }).click()
    const codes = administrator.locator('ol li', { hasText: /^\w{4}-\w{4}-\w{4}-\w{4}$/ })
    await codes.first().waitFor()
    recoveryCodes = await codes.allInnerTexts()
    expect(recoveryCodes).toHaveLength(10)
    await button(administrator, 'Tôi đã cất').click()
    await administrator.getByText('Còn 10 mã chưa dùng').waitFor()
    await administrator.reload()
    await administrator.getByText('Còn 10 mã chưa dùng').waitFor()
    expect(await codes.count()).toBe(0)
  })

  it('the next sign-in asks for the second factor: a wrong code is refused, the right one opens', async () => {
    const { page } = await openPage(browser)
    await signIn(page, 'quan-tri')
    await page.getByRole('heading', { name: 'Bước xác thực thứ hai' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await field(page, 'Mã trong ứng dụng xác thực').fill('000000')
    await button(page, 'Xác nhận').click()
    await page.getByText('Mã không đúng').first().waitFor()
    await field(page, 'Mã trong ứng dụng xác thực').fill(codeOf(1))
    await button(page, 'Xác nhận').click()
    await page.waitForURL((url) => url.pathname !== '/dang-nhap')
    await page.goto(`${base}/dang-nhap`)
    await page.getByText('Bạn đang đăng nhập là Quản trị hệ thống').waitFor()
  })

  it('a recovery code stands in for it', async () => {
    const { page } = await openPage(browser)
    await signIn(page, 'quan-tri')
    await button(page, 'Dùng mã dự phòng').click()
    await field(page, 'Mã dự phòng').fill(recoveryCodes[0] ?? '')
    await button(page, 'Xác nhận').click()
    await page.waitForURL((url) => url.pathname !== '/dang-nhap')
    await page.goto(`${base}/tai-khoan`)
    await page.getByText('Còn 9 mã chưa dùng').waitFor()
  })
})

describe('an account', () => {
  let holder: WatchedPage
  let link = ''

  it('is created by the administrator, who sees the link once', async () => {
    await administrator.goto(`${base}/quan-tri/tai-khoan`)
    await button(administrator, 'Lập tài khoản').click()
    await button(administrator.getByRole('dialog'), 'Lập').click()
    await administrator.getByRole('dialog').getByRole('alert').waitFor()
    await field(administrator, 'Tên đăng nhập').fill('mai.tran')
    await field(administrator, 'Họ và tên').fill('Trần Thị Mai')
    await field(administrator, 'Thuộc tỉnh, bộ').selectOption({ label: 'Toàn hệ thống' })
    await button(administrator.getByRole('dialog'), 'Lập').click()
    link = await administrator.locator('dialog code').innerText()
    expect(link).toMatch(/^http:\/\/localhost:\d+\/lien-ket#[\w-]{43}$/)
    expect(await faultsOf(administrator)).toEqual([])
    await administrator.getByRole('link', { name: 'Mở tài khoản' }).click()
    await administrator.getByRole('heading', { name: 'Trần Thị Mai' }).waitFor()
    expect(await faultsOf(administrator)).toEqual([])
  })

  it('is opened by its holder, who may do nothing yet', async () => {
    holder = await setPassword(link)
    await signIn(holder.page, 'mai.tran')
    await holder.page.waitForURL((url) => url.pathname !== '/dang-nhap')
    await holder.page.goto(`${base}/tai-khoan`)
    await holder.page.getByText('Bạn chưa được giao vai trò nào').waitFor()
    expect(await faultsOf(holder.page)).toEqual([])
  })

  it('is signed in by a passkey alone, made by a real browser', async () => {
    const { page } = holder
    const devices = await page.context().newCDPSession(page)
    await devices.send('WebAuthn.enable')
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await field(page, 'Tên để nhận ra').fill('Máy bàn')
    await button(page, 'Thêm khóa truy cập').click()
    await page.getByText('chưa dùng lần nào').waitFor()
    await button(page, 'Đăng xuất').click()
    await button(page, 'Dùng khóa truy cập').click()
    await page.waitForURL((url) => url.pathname !== '/dang-nhap')
    await page.goto(`${base}/tai-khoan`)
    await page.getByText(/127\.0\.0\.1 · khóa truy cập/).waitFor()
    await page.getByText('dùng lần cuối').first().waitFor()
  })

  it('gives its passkey as the second step after the password, too', async () => {
    const { page } = holder
    await button(page, 'Đăng xuất').click()
    await page.waitForURL(`${base}/dang-nhap`)
    await signIn(page, 'mai.tran')
    await page.getByRole('heading', { name: 'Bước xác thực thứ hai' }).waitFor()
    await button(page, 'Dùng khóa truy cập').click()
    await page.waitForURL((url) => url.pathname !== '/dang-nhap')
  })

  it('is granted a role, which counts at once', async () => {
    await button(administrator, 'Giao vai trò').click()
    const dialog = administrator.getByRole('dialog')
    await field(dialog, 'Vai trò').selectOption({ label: 'Quản trị' })
    await field(dialog, 'Cơ quan').click()
    await dialog.getByRole('option', { name: 'toàn hệ thống' }).click()
    await field(dialog, 'Văn bản').fill('15/QĐ')
    expect(await faultsOf(administrator)).toEqual([])
    await button(administrator, 'Giao').click()
    await administrator.getByRole('cell', { name: '15/QĐ' }).waitFor()
    await holder.page.goto(`${base}/quan-tri/tai-khoan`)
    await holder.page.getByRole('link', { name: 'Trần Thị Mai' }).waitFor()
    expect(await faultsOf(holder.page)).toEqual([])
  })

  it('whose sessions are ended is asked to sign in where it stands', async () => {
    await administrator.reload()
    await button(administrator, 'Kết thúc mọi phiên').click()
    await administrator.getByRole('dialog').getByRole('button', { name: 'Kết thúc mọi phiên' }).click()
    await administrator.getByText('Không có phiên nào đang mở').waitFor()
    await field(holder.page, 'Tìm').fill('mai')
    await holder.page.getByRole('dialog').getByText('Phiên làm việc đã hết').first().waitFor()
  })

  it('disabled, signs in no more', async () => {
    await button(administrator, 'Khóa').click()
    await field(administrator, 'Lý do').fill('thôi việc')
    await administrator.getByRole('dialog').getByRole('button', { name: 'Khóa' }).click()
    await administrator.getByText('đã khóa').first().waitFor()
    const { page } = await openPage(browser)
    await signIn(page, 'mai.tran')
    await page.getByText('Tên đăng nhập hoặc mật khẩu không đúng').first().waitFor()
    expect(await faultsOf(page)).toEqual([])
  })
})

function codeOf(steps: number): string {
  return new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate({ timestamp: Date.now() + steps * 30_000 })
}
