import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { startEmptyServer } from '../support/sample-server.ts'
import type { TestServer } from '../support/server.ts'

/** Much of the page is drawn at once in a window of this height. */
const TALL = 4000

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

it('the page of the API shows every endpoint and tries one, under the content security policy', async () => {
  const { page, complaints } = await openPage(browser, { viewport: { width: 1440, height: TALL } })
  page.setDefaultTimeout(120_000)
  await page.goto(`${server.address}/api/docs`)
  await page.locator('.opblock').first().waitFor()
  const { paths } = await (await fetch(`${server.address}/api/openapi.json`)).json()
  const declared = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(new Set(await shownWhileScrolling(page))).toEqual(new Set(declared))
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.locator('[data-path="/api/law/cases"]').click()
  await page.getByRole('button', { name: 'Try it out' }).click()
  await page.getByRole('button', { name: 'Execute' }).click()
  await page.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor()
  expect(complaints()).toEqual([])
})

/** Each `METHOD path` on the page: only what is near the window is drawn, so it is read a screen at a time. */
async function shownWhileScrolling(page: Page): Promise<string[]> {
  const shown: string[] = []
  await page.mouse.move(400, 400)
  for (let atEnd = false; !atEnd; ) {
    shown.push(
      ...(await page
        .locator('.opblock-summary')
        .evaluateAll((summaries) =>
          summaries.map(
            (summary) =>
              `${summary.querySelector('.opblock-summary-method')?.textContent} ${summary.querySelector<HTMLElement>('.opblock-summary-path')?.dataset.path}`,
          ),
        )),
    )
    atEnd = await page.evaluate(() => window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2)
    await page.mouse.wheel(0, TALL * 0.75)
    await page.waitForTimeout(150)
  }
  return shown
}
