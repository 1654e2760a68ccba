import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { look } from '../support/dossier-pages.ts'
import { dossierJourney, EXAMINER } from '../support/dossier-way.ts'
import { ENGINES } from '../support/sample-server.ts'

/** A draft of the law on trial, as the department that examines and the administrator see it. */

const PAGE = '/quan-tri/thu-van-ban'
const BOARD = `${PAGE}?tep=instruments%2F4060-CV-BTCTU-2019&nam=10`

describe.each(ENGINES.slice(-1))('a draft of the law on %s', (engine) => {
  const { as, open } = dossierJourney(engine)

  /** Keeps a picture, wide and narrow, where the environment names a folder for them. */
  async function picture(page: Page, name: string): Promise<void> {
    const folder = process.env.SCREENSHOTS
    if (folder === undefined) return
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
    }
  }

  const editor = (page: Page) => page.getByLabel('Nội dung tệp (YAML)')
  const change = async (page: Page, from: string, to: string) =>
    editor(page).fill((await editor(page).inputValue()).replace(from, to))
  const attempt = (page: Page) => page.getByRole('button', { name: 'Thử bản thảo' }).click()

  test('a text is chosen, a fault is told at its line, a figure turns dossiers, and the file is taken along', async () => {
    const { page, complaints } = await open(EXAMINER, PAGE)
    await page.getByText('Chọn một tệp đang dùng').waitFor()
    await page.getByLabel('Bắt đầu từ tệp đang dùng').fill('4060')
    await page.getByRole('option', { name: 'Văn bản 4060-CV/BTCTU' }).click()
    await page.getByText('như tệp đang dùng').waitFor()
    await picture(page, 'try-law-chosen')

    await change(page, 'max: 7', 'max: bảy')
    await attempt(page)
    const fault = page.getByRole('alert').getByRole('listitem')
    expect(await fault.innerText()).toContain('parameters.max: cần một số')
    await fault.getByRole('button', { name: 'Dòng 23' }).click()
    const marked = await editor(page).evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    )
    expect(marked.trim()).toBe('parameters: { max: bảy }')
    await look(page)
    await picture(page, 'try-law-fault')

    await change(page, 'max: bảy', 'max: 1')
    await page.getByLabel('Xét lại hồ sơ của').selectOption('10')
    await attempt(page)
    await page.getByRole('heading', { name: 'Theo quy định' }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    const norm = page.getByRole('table', { name: /^Các quy định/ }).getByRole('row', { name: /Số người trong đoàn/ })
    expect(Number(await norm.getByRole('cell').first().innerText())).toBeGreaterThan(0)
    const dossiers = page.getByRole('table', { name: 'Các hồ sơ được xét khác đi' })
    expect(await dossiers.getByRole('rowheader').getByRole('link').first().getAttribute('href')).toMatch(/^\/doan-ra\//)
    await look(page)
    await picture(page, 'try-law-effect')

    await change(page, 'max: 1 ', 'max: 7 ')
    await page.getByText('Bản thảo đã sửa sau lần thử này').waitFor()
    await attempt(page)
    await page.getByText('Bản thảo nói đúng như tệp đang dùng').waitFor()
    const taken = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Tải tệp về' }).click()
    expect((await taken).suggestedFilename()).toBe('4060-CV-BTCTU-2019.yaml')
    // The browser tells of the two refusals.
    expect(complaints().filter((one) => !one.includes('422'))).toEqual([])
    await page.close()
  })

  test('an administrator comes by the navigation, and is told dossiers by code alone', async () => {
    await as('quantri', BOARD, async (page) => {
      await page.getByText('như tệp đang dùng').waitFor()
      await change(page, 'max: 7', 'max: 1')
      await attempt(page)
      await page.getByText('Vai trò của bạn không đọc hồ sơ').waitFor()
      const dossiers = page.getByRole('table', { name: 'Các hồ sơ được xét khác đi' })
      expect(await dossiers.getByRole('rowheader').count()).toBeGreaterThan(0)
      expect(await dossiers.getByRole('rowheader').getByRole('link').count()).toBe(0)
      await look(page)
    })
  })
})
