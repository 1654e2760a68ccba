import axe from 'axe-core'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { findChromium } from '../../scripts/chromium.ts'

/**
 * What Chromium is not to do. The first two would draw a page of its own for each page that is opened, at more cost than
 * ours. The others are those that Playwright turns off for every run: a later switch replaces its own.
 */
const NOT_WANTED = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${NOT_WANTED.join(',')}`,
]

/** What a page is like, and whether it stays open after the test that opened it. */
export type PageOptions = BrowserContextOptions & { stay?: boolean }

/** A page under watch. */
export interface WatchedPage {
  page: Page
  /** Whatever went wrong so far: errors of scripts, messages of the console, breaches of the security policy. */
  complaints(): string[]
}

/** Starts Debian's Chromium, without a window. Close it when done. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath)
    throw new Error('no Chromium here: install it (apt-get install chromium-headless-shell) or set CHROMIUM_PATH')
  return chromium.launch({ executablePath, headless: true, args: FLAGS })
}

/**
 * Opens a page of its own session, as `openContext` says. It is closed when the test ends, unless it is to `stay` for those that follow: an open page goes on asking and drawing.
 */
export async function openPage(browser: Browser, { stay = false, ...options }: PageOptions = {}): Promise<WatchedPage> {
  const context = await openContext(browser, options)
  if (!stay) onTestFinished(() => context.close())
  return openWatched(context)
}

/** A session of its own: Vietnamese, in Việt Nam's time zone, 1440 × 900 unless told otherwise. */
export function openContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1440, height: 900 },
    ...options,
  })
}

/** A page of a session, under watch. */
export async function openWatched(context: BrowserContext): Promise<WatchedPage> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`)
  })
  return { page, complaints: () => [...complaints] }
}

/**
 * What axe finds wrong with the page as it stands, by its usual rules: one line per finding and place. Beneath an open modal dialog
 * nothing can be reached, so that only the dialog is looked at.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // What is being asked for again is shown faint until it is there.
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  // What passes is not told apart, node by node: nobody reads it.
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document.querySelector('dialog:modal') ?? document, {
      resultTypes: ['violations'],
    }),
  )
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} – ${node.target.join(' ')}`))
}
