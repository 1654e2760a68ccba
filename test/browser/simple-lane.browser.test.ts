import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { look, stage, step } from '../support/dossier-pages.ts'
import { AUTHORITY, dossierJourney, EXAMINER, OFFICER, TO_EXAMINATION, YEAR } from '../support/dossier-way.ts'
import { ENGINES } from '../support/sample-server.ts'

/** A simple dossier in the browser: passed on in one step, decided by name; and one that the lot has drawn. */

/** So many receptions without the lot that is looked for are as good as impossible. */
const MOST_TRIES = 60

describe.each(ENGINES.slice(-1))('the simple lane on %s', (engine) => {
  const { as, begin, walk, link, read, agreeByLetter, approvePlan } = dossierJourney(engine)
  let line = ''
  beforeAll(async () => {
    line = await approvePlan()
  })

  /** Keeps a picture, wide and narrow, where the environment names a folder for them. */
  async function picture(page: Page, name: string): Promise<void> {
    const folder = process.env.SCREENSHOTS
    if (folder === undefined) return
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
    }
  }

  /** A dossier in good order on the plan, received, on which the lot falls or not as wanted. */
  async function received(drawn: boolean): Promise<string> {
    let dossier = ''
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      if (drawn && dossier !== '') {
        await walk(dossier, [[EXAMINER, 'return', { reason: 'Rà lại' }], ...TO_EXAMINATION])
      } else {
        dossier = await begin('01-compliant')
        await link(dossier, line)
        await walk(dossier, TO_EXAMINATION)
      }
      if ((await read(EXAMINER, dossier)).lane.draw.drawn === drawn) return dossier
    }
    throw new Error('the lot never fell as wanted')
  }

  test('is passed on without a written examination once everybody was heard, and decided by name', async () => {
    const dossier = await received(false)
    await as(OFFICER, dossier, async (page) => {
      await page.getByText(/^Hồ sơ có thể thuộc luồng đơn giản: còn chờ 2 điều kiện/).waitFor()
      await page.getByText('Xem từng điều kiện').click()
      await page.getByText('Số người đi: 3 người, nhiều nhất 5 người').waitFor()
      await look(page)
      await picture(page, 'lane-unit')
      expect(await page.getByText(/bốc số|Không bị rút/).count()).toBe(0)
    })
    await as(EXAMINER, dossier, async (page) => {
      await page
        .getByRole('listitem')
        .getByText(/^Trình theo luồng đơn giản: chưa đạt điều kiện: /)
        .waitFor()
    })
    await agreeByLetter(dossier)
    await as(EXAMINER, `${dossier}?muc=tham-dinh`, async (page) => {
      await page.getByText('Hồ sơ đủ điều kiện luồng đơn giản').waitFor()
      await page.getByText(/Không bị rút ngẫu nhiên/).waitFor()
      await page.getByText('Xem từng điều kiện').click()
      await look(page)
      await picture(page, 'lane-examiner')
      await step(page, 'Trình theo luồng đơn giản', async (dialog) => {
        await dialog.getByText(/dựa trên kết quả thẩm tra của máy/).waitFor()
        await look(page)
        await picture(page, 'lane-step')
      })
      await stage(page, 'Quyết định')
    })
    await as(AUTHORITY, `${dossier}?muc=tham-dinh`, async (page) => {
      await page.getByText(/không có báo cáo thẩm định riêng/).waitFor()
      await page.getByText('Xem từng điều kiện').click()
      await look(page)
      await picture(page, 'lane-authority')
      await step(page, 'Quyết định cử đoàn', async (dialog) => {
        await dialog.getByText(/^Hồ sơ đúng quy định/).waitFor()
        await dialog.getByLabel('Số, ký hiệu văn bản').fill('2401/QĐ-UBND')
      })
      await page.getByRole('link', { name: 'Hồ sơ', exact: true }).first().click()
      await page.getByText(/Quyết định: 2401\/QĐ-UBND/).waitFor()
    })
  })

  test('is examined in full where it was drawn, and counted by what that found', async () => {
    const dossier = await received(true)
    await agreeByLetter(dossier)
    await as(EXAMINER, `${dossier}?muc=tham-dinh`, async (page) => {
      await page.getByText('Đã rút ngẫu nhiên: phải thẩm định đầy đủ').waitFor()
      await page.getByText(/^Trình theo luồng đơn giản: hồ sơ đã được rút ngẫu nhiên/).waitFor()
      await look(page)
      await picture(page, 'lane-drawn')
    })
    await walk(dossier, [[EXAMINER, 'recommend', { recommendation: 'approve', reason: 'Đã thẩm định đầy đủ' }]])
    await as(EXAMINER, `/thong-ke-tham-dinh?nam=${YEAR}`, async (page) => {
      const lane = page.getByRole('region', { name: 'Luồng đơn giản' })
      await lane.getByText('Đồng ý cử đoàn: 1').waitFor()
      await look(page)
      await picture(page, 'lane-statistics')
    })
  })
})
