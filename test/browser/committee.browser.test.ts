import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { accessibilityFaults } from '../support/browser.ts'
import { stage, step } from '../support/dossier-pages.ts'
import { dossierJourney } from '../support/dossier-way.ts'
import { ENGINES } from '../support/sample-server.ts'

/** A committee from its convening to the recommendation that rests on its minutes, as accounts of the sample. */

const EXAMINER = 'ngoaivu.thamdinh'
const CHAIR = 'tochuc'
const SECRETARY = 'chutich'
const MEMBER = 'taichinh'
const OUTSIDE = 'TS. Trần Thị Ngoài'

describe.each(ENGINES.slice(-1))('a committee on %s', (engine) => {
  const { as, send } = dossierJourney(engine)

  /** Keeps a picture, wide and narrow, where the environment names a folder for them. */
  async function picture(page: Page, name: string): Promise<void> {
    const folder = process.env.SCREENSHOTS
    if (folder === undefined) return
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
    }
  }

  const declareAndVote = async (page: Page, answer: string) => {
    await page.getByRole('button', { name: /^Kê khai/ }).click()
    const declaring = page.getByRole('dialog')
    await declaring.getByRole('button', { name: 'Kê khai' }).click()
    await declaring.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Biểu quyết/ }).click()
    const voting = page.getByRole('dialog')
    await voting.getByLabel('Ý kiến').selectOption({ label: answer })
    await voting.getByRole('button', { name: 'Biểu quyết', exact: true }).click()
    await voting.waitFor({ state: 'detached' })
    await page.getByText('Đồng ý', { exact: true }).waitFor()
  }

  test('an examiner convenes it, members declare and vote, the secretary enters a paper, the chair closes, the recommendation rests on it', async () => {
    const { items } = await send(EXAMINER, 'GET', '/api/delegations?state=examining')
    const [{ id }] = items
    const seats: { id: string; name: string }[] = await send(EXAMINER, 'GET', `/api/committee-seats?delegationId=${id}`)
    const nameOf = async (login: string) => (await send(login, 'GET', '/api/session')).account.name as string
    const names = { chair: await nameOf(CHAIR), secretary: await nameOf(SECRETARY), member: await nameOf(MEMBER) }
    expect(seats.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.values(names)))
    let address = ''
    await as(EXAMINER, `/doan-ra/${id}?muc=tham-dinh`, async (page) => {
      await page.getByRole('button', { name: 'Triệu tập hội đồng' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Giờ họp').fill('14:00')
      await dialog.getByLabel(/Nơi họp/).fill('Phòng họp số 2, Sở Ngoại vụ')
      for (const [label, name] of [
        ['Chủ tịch', names.chair],
        [/^Thư ký/, names.secretary],
        ['Thành viên 1', names.member],
      ] as const) {
        await dialog.getByLabel(label).click()
        await dialog.getByLabel(label).fill(name)
        await dialog.getByRole('option', { name }).first().click()
      }
      await dialog.getByRole('button', { name: 'Thêm thành viên ngoài' }).click()
      await dialog.getByLabel('Họ tên người ngoài 1').fill(OUTSIDE)
      await dialog.getByLabel('Cơ quan của người ngoài 1').fill('Đại học Thử')
      expect(await accessibilityFaults(page)).toEqual([])
      await picture(page, 'committee-convene')
      await dialog.getByRole('button', { name: 'Triệu tập hội đồng' }).click()
      await page.waitForURL(/\/hoi-dong\//)
      await page.getByText('Đã triệu tập').waitFor()
      address = new URL(page.url()).pathname
    })
    await as(MEMBER, address, (page) => declareAndVote(page, 'Đồng ý'))
    await as(CHAIR, address, (page) => declareAndVote(page, 'Đồng ý'))
    await as(SECRETARY, address, async (page) => {
      await page.getByRole('button', { name: new RegExp(`^Kê khai.*${OUTSIDE}`) }).click()
      const declaring = page.getByRole('dialog')
      await declaring.getByLabel('Số, ký hiệu bản giấy').fill('01/PKK')
      await declaring.getByRole('button', { name: 'Kê khai' }).click()
      await declaring.waitFor({ state: 'detached' })
      await page.getByRole('button', { name: /^Nhập phiếu giấy/ }).click()
      const voting = page.getByRole('dialog')
      await voting.getByLabel('Ý kiến').selectOption({ label: 'Lùi thời gian' })
      await voting.getByLabel('Lý do, đề nghị').fill('Nên chờ phía bạn xác nhận lịch')
      await voting.getByLabel('Số, ký hiệu bản giấy').fill('01/PBQ')
      await voting.getByRole('button', { name: 'Nhập phiếu giấy' }).click()
      await voting.waitFor({ state: 'detached' })
      await page.getByText('bản giấy 01/PBQ').waitFor()
      expect(await page.getByText(/: đã biểu quyết/).count()).toBe(2)
      expect(await accessibilityFaults(page)).toEqual([])
      await picture(page, 'committee-secretary')
    })
    await as(CHAIR, address, async (page) => {
      await step(page, 'Kết thúc biên bản', (dialog) =>
        dialog.getByLabel(/Diễn biến/).fill('Hội đồng thống nhất cử đoàn'),
      )
      await page.getByText('Đã kết thúc biên bản').waitFor()
      await page.getByText('Đồng ý cử đoàn').waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      await picture(page, 'committee-minutes')
    })
    await as(EXAMINER, '/hoi-dong', async (page) => {
      await page.getByText('Đồng ý cử đoàn').waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      await picture(page, 'committee-list')
    })
    await as(EXAMINER, `/doan-ra/${id}?muc=tham-dinh`, async (page) => {
      await page.getByRole('link', { name: /^Phiên họp ngày/ }).waitFor()
      await step(page, 'Trình cấp có thẩm quyền', async (dialog) => {
        await dialog.getByLabel('Theo biên bản hội đồng').selectOption({ index: 1 })
        await dialog.getByLabel('Đề xuất', { exact: true }).selectOption({ label: 'Đồng ý cử đoàn' })
        await dialog.getByLabel(/Ghi chú/).fill('Đã trao đổi qua điện thoại')
      })
      await stage(page, /Quyết định|Chủ trương/)
    })
    await as(SECRETARY, `/doan-ra/${id}?muc=tham-dinh`, async (page) => {
      await page.getByText(/^Theo biên bản họp hội đồng ngày .*: Đồng ý cử đoàn/).waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      await picture(page, 'committee-at-dossier')
    })
  })
})
