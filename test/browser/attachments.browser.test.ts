import { createHash } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults, openBrowser } from '../support/browser.ts'
import { makePdf, PNG } from '../support/made-files.ts'
import { ENGINES, type SampleServer, startSampleServer } from '../support/sample-server.ts'
import { sampleVisits } from '../support/sample-visits.ts'

/** The files of a dossier as its officer works with them: sent over a line that breaks, looked at, removed. */

const OFFICER = 'vanhoa.chuyenvien'
const section = (page: Page) => page.locator('#attachments')
const choose = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  section(page).locator('input[type=file]').setInputFiles(files)
const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer })
const row = (page: Page, name: string) => section(page).locator('li', { hasText: name })
const attached = (page: Page, name: string) =>
  row(page, name)
    .getByRole('button', { name: /Tải về/ })
    .waitFor()

/** A PDF of three parts. */
const LONG = Buffer.concat([makePdf(['Đề án']), Buffer.alloc(2_500_000, '% ')])

// What pages do is the same on both engines: the ways of dossiers and plans are walked on each, this on one.
describe.each(ENGINES.slice(-1))('on %s', (engine) => {
  let server: SampleServer
  let browser: Browser
  beforeAll(async () => {
    server = await startSampleServer(engine)
    browser = await openBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  const { open, send } = sampleVisits(
    () => browser,
    () => server.address,
  )

  /** Opens the page of the first draft of the department of culture as its officer. */
  async function openDraft(viewport = { width: 1440, height: 900 }) {
    const { items } = await send(OFFICER, 'GET', '/api/delegations?state=draft')
    const watched = await open(OFFICER, `/doan-ra/${items[0].id}`, { viewport })
    await section(watched.page).getByText('Chọn tệp…').first().waitFor()
    return watched
  }

  test('several files at once are sent, sorted by kind, looked at and removed; axe finds nothing', async () => {
    const { page, complaints } = await openDraft()
    await choose(page, pdf('Thư mời của Tōkyō.pdf', makePdf(['Kính gửi', 'Trang hai'])), {
      ...{ name: 'ảnh.png', mimeType: 'image/png', buffer: PNG },
    })
    await attached(page, 'Thư mời của Tōkyō.pdf')
    await attached(page, 'ảnh.png')
    expect(await section(page).locator('h3').allInnerTexts()).toEqual(['Thư mời', 'Khác'])
    await row(page, 'ảnh.png').getByText('người nộp chịu trách nhiệm').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await row(page, 'Thư mời').getByRole('button', { name: /Xem/ }).click()
    await page.getByRole('img', { name: 'Trang 1 trên 2 của «Thư mời của Tōkyō.pdf»' }).waitFor()
    await page.getByRole('button', { name: 'Trang sau' }).click()
    await page.getByRole('img', { name: 'Trang 2 trên 2 của «Thư mời của Tōkyō.pdf»' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Đóng' }).click()
    await row(page, 'ảnh.png').getByRole('button', { name: /Gỡ/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Gỡ', exact: true }).click()
    await expect.poll(() => row(page, 'ảnh.png').count()).toBe(0)
    expect(complaints()).toEqual([])
  })

  test('a line that breaks is waited for, and the file goes on from there', async () => {
    const { page } = await openDraft()
    let broken = 0
    await page.route(/parts\/1048576$/, (route) => (broken++ === 0 ? route.abort('connectionreset') : route.continue()))
    await choose(page, pdf('đề án.pdf', LONG))
    await row(page, 'đề án.pdf').getByText('mất kết nối, sẽ tự thử lại').waitFor()
    await attached(page, 'đề án.pdf')
    expect(broken).toBe(2)
  })

  test('after a reload the same file goes on where it stopped, and arrives as it was', async () => {
    const { page } = await openDraft({ width: 390, height: 844 })
    const bytes = Buffer.concat([LONG, Buffer.from('% hai')])
    await page.route(/parts\/1048576$/, (route) => route.abort('connectionreset'))
    await choose(page, pdf('dài.pdf', bytes))
    await row(page, 'dài.pdf').getByText('mất kết nối').waitFor()
    await page.unroute(/parts\/1048576$/)
    await page.reload()
    await section(page).getByText('Chọn lại đúng tệp này').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    const sent: string[] = []
    page.on('request', (request) => sent.push(/parts\/(\d+)$/.exec(request.url())?.[1] ?? ''))
    await choose(page, pdf('dài.pdf', bytes))
    await attached(page, 'dài.pdf')
    expect(sent.filter(Boolean)).toEqual(['1048576', '2097152'])
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      row(page, 'dài.pdf')
        .getByRole('button', { name: /Tải về/ })
        .click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex')
    expect(hash(Buffer.concat(chunks))).toBe(hash(bytes))
  })

  test('what bears a marking of secrecy is refused with what to do, and can be let go', async () => {
    const { page } = await openDraft()
    await choose(page, pdf('phương án.pdf', makePdf(['TUYỆT MẬT'])))
    await row(page, 'phương án.pdf').getByText('gửi theo đường văn thư mật').waitFor()
    await row(page, 'phương án.pdf').getByRole('button', { name: /Bỏ/ }).click()
    await expect.poll(() => row(page, 'phương án.pdf').count()).toBe(0)
  })
})
