import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, openBrowser, openPage } from '../support/browser.ts'
import { startEmptyServer } from '../support/sample-server.ts'
import type { TestServer } from '../support/server.ts'

/** The page on which a delegation is tried, as an official uses it. */

const FIRST_LOAD = 250_000
const PHONE = { width: 390, height: 844 }
const IN_ORDER = 'Sở đi làm việc ở một nước, đủ hồ sơ, đúng mọi quy định'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startEmptyServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(viewport = { width: 1440, height: 900 }) {
  const watched = await openPage(browser, { viewport })
  await watched.page.goto(`${server.address}/thu-doan`)
  await watched.page.getByRole('heading', { name: 'Cơ quan cử' }).waitFor()
  return watched
}

async function openExample(page: Page, about: string) {
  await page.getByRole('button', { name: 'Ví dụ' }).click()
  await page.getByRole('dialog', { name: 'Ví dụ' }).getByRole('button', { name: about }).click()
}

/** What is read aloud of the verdict; waits until it holds the text. */
async function verdictSays(page: Page, text: string) {
  await page.locator('p[role=status]', { hasText: text }).waitFor({ state: 'attached' })
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'Thẩm tra theo pháp luật' })
const card = (page: Page, title: string) => panel(page).locator('article', { hasText: title }).first()
const upload = (page: Page, name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })

async function download(page: Page, button: string): Promise<unknown> {
  const [file] = await Promise.all<Download | undefined>([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: button })
      .click()
      .then(() => undefined),
  ])
  return JSON.parse(await readFile(await (file as Download).path(), 'utf8'))
}

describe('an example', () => {
  test('made eight people strong needs an exception, and the remedy is shown', async () => {
    const { page, complaints } = await open()
    await openExample(page, IN_ORDER)
    await verdictSays(page, 'Đúng quy định')
    const members = page.locator('[id^="f-members["][role=group]')
    for (let people = await members.count(); people < 8; people += 1) {
      await page.getByRole('button', { name: 'Thêm người' }).click()
      await expect.poll(() => members.count()).toBe(people + 1)
    }
    await verdictSays(page, 'Cần cấp có thẩm quyền cho phép')
    const size = card(page, 'Số người trong đoàn')
    expect(await size.innerText()).toContain('8 người, quá 7 người')
    expect(await size.innerText()).toContain('bớt 1 người')
    expect(await size.getByRole('link').first().getAttribute('href')).toBe('/van-ban/4060-CV-BTCTU-2019?noi=1')
    await page.reload()
    await verdictSays(page, 'Cần cấp có thẩm quyền cho phép')
    expect(await members.count()).toBe(8)
    expect(complaints()).toEqual([])
  })

  test('an exception entered from the finding settles it', async () => {
    const { page } = await open()
    await openExample(page, 'Đoàn 8 người; quá mức 7 người')
    await verdictSays(page, 'Cần cấp có thẩm quyền cho phép')
    await card(page, 'Số người trong đoàn').getByRole('button', { name: 'Ghi văn bản cho phép' }).click()
    expect(await page.locator('[id="f-exceptions[0].rule"]').inputValue()).toBe('delegation-size')
    await panel(page).getByText('kết quả cũ').waitFor()
    await page.locator('[id="f-exceptions[0].decidedBy"]').fill('Chủ tịch UBND thành phố')
    await page.locator('[id="f-exceptions[0].number"]').fill('12/QĐ')
    await page.locator('[id="f-exceptions[0].on"]').fill('20/05/2019')
    await page.locator('[id="f-exceptions[0].reason"]').fill('Hai phía cùng yêu cầu')
    await verdictSays(page, 'Đúng quy định, 1 đã được cho phép')
  })

  test('a removal can be undone', async () => {
    const { page } = await open()
    await openExample(page, IN_ORDER)
    const hosts = page.locator('[id^="f-hosts["][role=group]')
    const before = await hosts.count()
    await page.getByRole('button', { name: 'Bỏ Đối tác 1' }).click()
    await expect.poll(() => hosts.count()).toBe(before - 1)
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await expect.poll(() => hosts.count()).toBe(before)
  })
})

describe('a case', () => {
  test('is opened from a norm, with its day and the verdict it expects; a reload keeps what was typed since', async () => {
    const { page, complaints } = await open()
    await page.getByLabel('Tên đoàn').fill('Đoàn đang soạn')
    await page.getByRole('link', { name: 'Văn bản' }).click()
    await page.getByRole('link', { name: '4060-CV/BTCTU' }).click()
    const norm = page.locator('#noi-1 article', { hasText: 'Số người trong đoàn' })
    await norm.getByText('ca kiểm thử').click()
    await norm.getByRole('link', { name: 'Đoàn 8 người; quá mức 7 người' }).click()
    await verdictSays(page, 'Cần cấp có thẩm quyền cho phép')
    expect(await page.getByLabel('Hiệu lực ngày').inputValue()).toBe('31/05/2019')
    await expect.poll(() => new URL(page.url()).search).toBe('')
    await page.getByLabel('Tên đoàn').fill('Đoàn đã sửa')
    await page.reload()
    await verdictSays(page, 'Cần cấp có thẩm quyền cho phép')
    expect(await page.getByLabel('Tên đoàn').inputValue()).toBe('Đoàn đã sửa')
    await page.goto(`${server.address}/thu-doan?ca=b02-tam-nguoi-ngay-truoc-khi-ban-hanh`)
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await expect.poll(() => page.getByLabel('Tên đoàn').inputValue()).toBe('Đoàn đã sửa')
    expect(complaints()).toEqual([])
  })

  test('that is not there is told, and the draft stays', async () => {
    const { page } = await open()
    await page.getByLabel('Tên đoàn').fill('Giữ lại')
    await page.goto(`${server.address}/thu-doan?ca=khong-co`)
    await page.getByText('Không có ca nào mang mã “khong-co”').waitFor()
    expect(await page.getByRole('button', { name: 'Hoàn tác' }).count()).toBe(0)
    expect(await page.getByLabel('Tên đoàn').inputValue()).toBe('Giữ lại')
  })

  test('of each verdict is offered while nothing is typed, and no longer once something is', async () => {
    const { page } = await open()
    const starters = page.getByRole('region', { name: 'Bắt đầu từ một ví dụ' })
    await expect.poll(() => starters.getByRole('button').count()).toBe(4)
    await starters.getByRole('button', { name: IN_ORDER }).click()
    await verdictSays(page, 'Đúng quy định')
    expect(await starters.count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Hoàn tác' }).count()).toBe(0)
  })
})

describe('a delegation typed from nothing', () => {
  test('gets a verdict as soon as the least is there, and nothing is green while a fact is missing', async () => {
    const { page, complaints } = await open()
    await panel(page).getByText('Còn 7 điều tối thiểu chưa nêu').waitFor()
    await page.getByLabel('Tên đoàn').fill('Đoàn thử')
    await page.getByLabel('Cơ quan cử đoàn').fill('Sở Thử nghiệm')
    await page.getByLabel('Địa bàn').selectOption('VN-HN')
    await page.getByLabel('Cấp', { exact: true }).selectOption('department')
    await page.getByLabel('Loại đoàn').selectOption('working')
    await panel(page).getByRole('button', { name: 'Ngày rời Việt Nam' }).click()
    await page.keyboard.type('11/05/2026')
    await page.keyboard.press('Tab')
    await page.keyboard.type('16/05/2026')
    await verdictSays(page, 'Chưa đủ')
    const chips = await panel(page).locator('[class*=green]').count()
    expect(chips).toBe(0)
    await page.getByRole('combobox', { name: 'Thêm nước đến' }).fill('nhat')
    await page.keyboard.press('Enter')
    await page.locator('[id="f-trip.stays[0].leave"]').fill('14/05/2026')
    await verdictSays(page, 'Bị cấm')
    await expect.poll(() => card(page, 'Số ngày ở một nước').innerText()).toContain('Ở Nhật Bản 4 ngày, quá 3 ngày')
    await page.getByRole('button', { name: /^Nhật Bản · 4 ngày/ }).focus()
    await page.keyboard.press('Shift+ArrowLeft')
    await verdictSays(page, 'Chưa đủ')
    expect(await page.locator('[id="f-trip.stays[0].leave"]').inputValue()).toBe('13/05/2026')
    expect(complaints()).toEqual([])
  })

  test('a return before the departure is told at the field, and the last good verdict is marked as old', async () => {
    const { page } = await open()
    await openExample(page, IN_ORDER)
    await verdictSays(page, 'Đúng quy định')
    await page.getByLabel('Ngày về đến Việt Nam').fill('01/01/2026')
    await page.locator('[id="f-trip.return-error"]', { hasText: 'trước ngày đi' }).waitFor()
    await panel(page).getByText('kết quả cũ').waitFor()
    await page.getByLabel('Ngày về đến Việt Nam').fill('31/02/2026')
    await page.getByLabel('Ngày rời Việt Nam').focus()
    await page.locator('[id="f-trip.return-error"]', { hasText: 'Không phải một ngày có thật' }).waitFor()
    await panel(page).getByRole('button', { name: 'Ngày về đến Việt Nam' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-trip.return')
  })

  test('clearing asks first', async () => {
    const { page } = await open()
    await page.getByLabel('Tên đoàn').fill('Đoàn thử')
    await page.getByRole('button', { name: 'Xóa, làm lại' }).click()
    await page.getByRole('button', { name: 'Thôi' }).click()
    expect(await page.getByLabel('Tên đoàn').inputValue()).toBe('Đoàn thử')
    await page.getByRole('button', { name: 'Xóa, làm lại' }).click()
    await page.getByRole('button', { name: 'Xóa hết' }).click()
    await expect.poll(() => page.getByLabel('Tên đoàn').inputValue()).toBe('')
  })
})

describe('files', () => {
  test('one with faults is refused with their paths, and the draft stays', async () => {
    const { page, complaints } = await open()
    await page.getByLabel('Tên đoàn').fill('Giữ lại')
    await upload(page, 'sai.json', JSON.stringify({ dossier: { title: 'x', sender: { unit: 'A', tier: 1 } } }))
    const refusal = page.getByRole('alert')
    await refusal.waitFor()
    expect(await refusal.innerText()).toContain('dossier.sender.tier')
    expect(await refusal.innerText()).toContain('dossier.trip')
    await upload(page, 'hong.json', '{ "title": ')
    await page.getByRole('alert').getByText('không phải JSON').waitFor()
    expect(await page.getByLabel('Tên đoàn').inputValue()).toBe('Giữ lại')
    expect(complaints()).toEqual([])
  })

  test('the dossier and the result can be saved, and the server says the same of the dossier', async () => {
    const { page } = await open()
    await openExample(page, 'Hai lãnh đạo chủ chốt của một sở')
    await verdictSays(page, 'Bị cấm')
    const request = await download(page, 'Tải hồ sơ')
    const result = await download(page, 'Tải kết quả')
    const answer = await fetch(`${server.address}/api/checks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    })
    expect(await answer.json()).toEqual(result)
    await upload(page, 'lai.json', JSON.stringify(request))
    await page.getByText('Đã mở “lai.json”').waitFor()
    await verdictSays(page, 'Bị cấm')
  })

  test('on paper stand the dossier and every finding with its place, without controls', async () => {
    const { page } = await open()
    await openExample(page, 'Đoàn 8 người; quá mức 7 người')
    await verdictSays(page, 'Cần cấp có thẩm quyền cho phép')
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    const paper = await page.locator('body').innerText()
    expect(paper).toContain('Kết luận: Cần cấp có thẩm quyền cho phép')
    expect(paper).toContain('4060-CV/BTCTU, điểm 1')
    expect(paper).toContain('Vai trò: Trưởng đoàn')
    expect(paper).toContain('Bản thử: không phải kết quả thẩm định chính thức.')
    expect(await page.locator('button:visible, input:visible, select:visible').count()).toBe(0)
  })
})

describe('everybody', () => {
  test('reads it in English after one switch, and still after a reload', async () => {
    const { page } = await open()
    await openExample(page, IN_ORDER)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Try a delegation' }).waitFor()
    await verdictSays(page, 'Compliant')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    expect(await page.title()).toBe('Try a delegation · Đoàn Ra')
    await page.reload()
    await page.getByRole('heading', { name: 'Sending unit' }).waitFor()
  })

  test.each([{ width: 1440, height: 900 }, PHONE])(
    'finds nothing in the way at $width pixels: axe is content and nothing overflows',
    async (viewport) => {
      const { page, complaints } = await open(viewport)
      expect(await accessibilityFaults(page)).toEqual([])
      await openExample(page, 'Bản nháp chưa có chương trình')
      await verdictSays(page, 'Chưa đủ')
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      expect(await accessibilityFaults(page)).toEqual([])
      await openExample(page, 'Hai lãnh đạo chủ chốt của một sở')
      await verdictSays(page, 'Bị cấm')
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
      expect(complaints()).toEqual([])
    },
  )

  test('on a phone opens what the law says from the bar at the lower edge, and is led to the field', async () => {
    const { page } = await open(PHONE)
    await openExample(page, 'Đoàn 8 người; quá mức 7 người')
    await verdictSays(page, 'Cần cấp có thẩm quyền cho phép')
    await page.getByRole('button', { name: 'Xem kết quả thẩm tra' }).click()
    const drawer = page.getByRole('dialog', { name: 'Thẩm tra theo pháp luật' })
    await drawer.waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await drawer.getByRole('button', { name: 'Thành phần' }).click()
    await drawer.waitFor({ state: 'hidden' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-members[0].name')
  })

  test('waits for no more than 250 kB of compressed scripts', async () => {
    const { page } = await openPage(browser)
    const sizes: Promise<number>[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) sizes.push(response.body().then((body) => gzipSync(body).length))
    })
    await page.goto(`${server.address}/thu-doan`)
    await page.getByRole('heading', { name: 'Cơ quan cử' }).waitFor()
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(total).toBeGreaterThan(50_000)
    expect(total).toBeLessThanOrEqual(FIRST_LOAD)
  })

  test('is told what to do at an address that leads nowhere', async () => {
    const { page } = await openPage(browser)
    await page.goto(`${server.address}/khong-co`)
    await page.getByRole('heading', { name: 'Không có trang này' }).waitFor()
    await page.getByRole('link', { name: 'Về trang đầu' }).click()
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
  })
})
