import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  server = await startTestServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('the page of the API shows every endpoint and tries one, under the content security policy', async () => {
  const { page, complaints } = await openPage(browser)
  await page.goto(`${server.address}/api/docs`)
  const operations = page.locator('.opblock-summary-path')
  await operations.first().waitFor()
  const { paths } = await (await fetch(`${server.address}/api/openapi.json`)).json()
  // A path stands once for each of its methods.
  const declared = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods as object).map(() => path))
  const shown = async () => (await operations.allInnerTexts()).map((text) => text.replaceAll('\u200b', '').trim())
  await expect.poll(async () => (await shown()).sort(), { timeout: 90_000, interval: 1000 }).toEqual(declared.sort())
  await page.locator('.opblock-summary', { hasText: '/api/law/cases' }).click()
  await page.getByRole('button', { name: 'Try it out' }).click()
  await page.getByRole('button', { name: 'Execute' }).click()
  await page.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor()
  expect(complaints()).toEqual([])
})
