import { existsSync } from 'node:fs'
import path from 'node:path'

// The first is the browser without what only a window needs: it draws the same pages with a fifth less work.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The Chromium to test with: CHROMIUM_PATH, or else the first of the usual names on PATH; `undefined` when absent. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  if (given) return existsSync(given) ? given : undefined
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin']
  return folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).find((file) => existsSync(file))
}
