import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { accessibilityFaults, type WatchedPage } from './browser.ts'
import { type SampleVisits, sampleVisits } from './sample-visits.ts'

/** What journeys do on the pages of dossiers, as accounts of the sample. */
export interface DossierPages extends Pick<SampleVisits, 'send'> {
  /** A page of somebody of the sample. */
  open(login: string, path: string, width?: number): Promise<WatchedPage>
  /** Opens a page as somebody, works there, and finds nothing to complain of. */
  as(login: string, path: string, work: (page: Page) => Promise<void>): Promise<void>
}

export function dossierPages(browser: () => Browser, address: () => string): DossierPages {
  const { open: visit, openAgain, send } = sampleVisits(browser, address)
  const open = (login: string, path: string, width = 1440) => visit(login, path, { viewport: { width, height: 900 } })
  return {
    open,
    send,
    async as(login, path, work) {
      const { page, complaints } = await openAgain(login, path)
      try {
        await work(page)
        expect(complaints()).toEqual([])
      } finally {
        await page.close()
      }
    },
  }
}

/** A field of the form, by its path. */
export const field = (page: Page, path: string): Locator => page.locator(`[id="f-${path}"]`)

/** Waits until all that was typed is saved. */
export const saved = (page: Page) =>
  page
    .getByRole('status')
    .getByText(/^Đã lưu \d\d:\d\d$/)
    .waitFor()

/** Types into a field, and waits until the server has it. */
export async function type(page: Page, path: string, text: string): Promise<void> {
  const answered = page.waitForResponse((one) => one.url().endsWith('/save') && one.ok())
  await field(page, path).fill(text)
  await answered
  await saved(page)
}

/** Takes a step of the way, with what its dialog asks for. */
export async function step(page: Page, name: string, fill: (dialog: Locator) => Promise<void> = async () => {}) {
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog', { name, exact: true })
  await fill(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Waits until the dossier is at a stage of its way. */
export const stage = (page: Page, name: string | RegExp) =>
  page.locator('[aria-current=step]', { hasText: name }).waitFor()

/** Looks at a screen: axe finds nothing, and neither a wide one nor a telephone's has to be moved sideways. */
export async function look(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([])
  const wide = page.viewportSize() ?? { width: 1440, height: 900 }
  for (const width of [390, wide.width]) {
    await page.setViewportSize({ ...wide, width })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
}
