import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SAMPLE_PASSWORD } from '../../src/identity/sample-password.ts'
import { type Chance, chanceFrom } from '../../src/sample/chance.ts'
import { openBrowser } from '../support/browser.ts'
import { caseRequest } from '../support/delegations.ts'
import { dossierPages, field, saved } from '../support/dossier-pages.ts'
import { type SampleServer, startSampleServer } from '../support/sample-server.ts'

/**
 * Two officers of one unit write in one dossier for a minute, each in a browser of their own: at random, by the keyboard,
 * partly into the same fields, with reloads, and with a while in which one of them has no line. What they do to each other
 * they settle in the page. Afterwards every text that was typed is accounted for:
 *
 * - it stands in the dossier; or
 * - the history has it under the name of who typed it, and the edit that replaced it names it as what it replaced; or
 * - whoever typed it typed over it before it was saved, having it before their eyes; or
 * - whoever typed it let it go where the page showed it beside the other's text.
 *
 * What a page has called saved must be in the history: the last two do not excuse it. No edit replaces a text that it does
 * not name, both pages show the same in the end, before and after a reload, and no script and no console complains.
 */

const SEED = 38
const LASTS = 60_000
/** When the first of them has no line, from the beginning. */
const NO_LINE = { from: 20_000, to: 32_000 }
/** When both wait for each other and then type into the same field: neither can have seen what the other writes. */
const MEETINGS = [8_000, 40_000, 50_000]
const UNIT = 'Sở Văn hóa và Thể thao Hà Nội'
const COLLEAGUE = { login: 'vanhoa.chuyenvien2', name: 'Đỗ Thu Quế' }
const WORDS = 'bảo tàng di sản hợp tác nghệ thuật triển lãm ký kết chương trình hội nghị thành phố đối tác'.split(' ')

const BOTH = ['purpose.summary', 'purpose.content', 'members[1].task']
const FIELDS = {
  first: [...BOTH, 'purpose.requirements', 'members[0].task'],
  second: [...BOTH, 'hosts[0].name', 'members[2].task'],
}

interface Typing {
  who: string
  path: string
  text: string
  /** The page has said that everything is saved while this was the latest in its field. */
  confirmed: boolean
}

interface Edit {
  version: number
  by: string
  changes: { at: string; from?: unknown; to?: unknown }[]
}

let server: SampleServer
let browser: Browser
beforeAll(async () => {
  server = await startSampleServer()
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const { open, send } = dossierPages(
  () => browser,
  () => server.address,
)

const typings: Typing[] = []
/** Texts over which somebody typed while they stood in the field before them. */
const typedOver = new Set<string>()
/** Texts that somebody let go, having seen them beside the other's. */
const letGo = new Set<string>()
const happened = { settled: 0, reloads: 0, withoutLine: 0, met: 0, clashesAnswered: 0 }
/** Keys that the page has swallowed: they are not in the field, and it shows no choice about them. */
const swallowed: string[] = []

test('what two officers type into one dossier for a minute is all there, or was replaced by a choice that the history shows', {
  timeout: 240_000,
}, async () => {
  const dossier = await begin()
  await addColleague()
  const first = await officer('vanhoa.chuyenvien', dossier, FIELDS.first, SEED)
  const second = await officer(COLLEAGUE.login, dossier, FIELDS.second, SEED + 1)
  const before = await contentOf(dossier)
  await second.page.getByRole('status').getByText(`Cùng mở: ${first.name}`).waitFor()

  const started = Date.now()
  const meetings = MEETINGS.map((at) => ({ at, meet: meetingOf(2) }))
  await Promise.all([work(first, started, meetings, NO_LINE), work(second, started, meetings)])
  await agree([first, second])

  const after = await contentOf(dossier)
  const edits = await historyOf(dossier)
  expect(swallowed).toEqual([])
  expect(lost(after, edits)).toEqual([])
  expect(replacedInSilence(before, after, edits)).toEqual([])
  for (const [what, times] of Object.entries(happened)) expect({ what, times }).not.toEqual({ what, times: 0 })
  for (const path of new Set([...FIELDS.first, ...FIELDS.second])) {
    const shown = await Promise.all([first, second].map(({ page }) => field(page, path).inputValue()))
    expect({ path, shown }).toEqual({ path, shown: [valueAt(after, path), valueAt(after, path)] })
  }
  for (const { page, complaints } of [first, second]) {
    await page.reload()
    await saved(page)
    for (const path of FIELDS.first) expect(await field(page, path).inputValue()).toBe(valueAt(after, path))
    // A browser without a line says so of each request; it says nothing else.
    expect(complaints().filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  }
  await second.page.goto(`${server.address}${dossier}?muc=nhat-ky`)
  const [latest] = edits.at(-1)?.changes ?? []
  await second.page
    .getByRole('cell', { name: String(latest?.to), exact: true })
    .first()
    .waitFor()
  await second.page
    .getByRole('cell', { name: String(latest?.from), exact: true })
    .first()
    .waitFor()
})

interface Officer {
  name: string
  page: Page
  complaints(): string[]
  fields: readonly string[]
  chance: Chance
}

async function officer(login: string, dossier: string, fields: readonly string[], seed: number): Promise<Officer> {
  const { page, complaints } = await open(login, dossier)
  await saved(page)
  page.on('response', async (answer) => {
    if (!answer.url().endsWith('/save') || !answer.ok()) return
    const { clashes } = await answer.json().catch(() => ({ clashes: [] }))
    happened.clashesAnswered += clashes.length
  })
  const { account } = await (await page.context().request.get(`${server.address}/api/session`)).json()
  return { name: account.name, page, complaints, fields, chance: chanceFrom(seed) }
}

interface Meeting {
  at: number
  meet(): Promise<void>
}

/** Types, settles, reloads, at random, until the time is over; at each meeting both type into the same field. */
async function work(
  who: Officer,
  started: number,
  meetings: readonly Meeting[],
  noLine?: typeof NO_LINE,
): Promise<void> {
  const ahead = [...meetings]
  let hasLine = true
  let met = false
  const turn = async (line: boolean) => {
    await who.page.context().setOffline(!line)
    if (line && !hasLine) await reload(who)
    hasLine = line
  }
  for (let passed = 0; passed < LASTS; passed = Date.now() - started) {
    await turn(noLine === undefined || passed < noLine.from || passed >= noLine.to)
    await confirm(who)
    await settle(who)
    if (ahead[0] !== undefined && hasLine && passed >= ahead[0].at) {
      await ahead.shift()?.meet()
      happened.met += 1
      await type(who, 'purpose.content')
      continue
    }
    const meets: boolean = !met && passed >= NO_LINE.from
    met ||= meets
    if (meets) await type(who, 'purpose.summary')
    else if (hasLine && who.chance.often(10)) await reload(who)
    else await type(who, who.chance.one(hasLine ? who.fields : BOTH))
    if (!hasLine) happened.withoutLine += 1
    await pause(who.chance.between(100, 1500))
  }
  await turn(true)
}

/** Types a text that nobody else types, key by key. Where the other's save comes between the keys, types it once more. */
async function type(who: Officer, path: string): Promise<void> {
  const text = `${who.name} ${typings.length}: ${who.chance.one(WORDS)} ${who.chance.one(WORDS)}`
  const box = field(who.page, path)
  typedOver.add(await box.inputValue())
  await box.selectText()
  await who.page.keyboard.type(text, { delay: 10 })
  for (let shown = await box.inputValue(); shown !== text; shown = await box.inputValue()) {
    const settled = await settle(who)
    if (settled === 0 && !shown.includes(text)) swallowed.push(`${who.name} ${path} ${text}: ${shown}`)
    typedOver.add(await box.inputValue())
    await box.fill(text)
  }
  typings.push({ who: who.name, path, text, confirmed: false })
}

/** Goes on when so many have come. */
function meetingOf(many: number): () => Promise<void> {
  let come = 0
  let open: () => void
  const all = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    come += 1
    if (come === many) open()
    return all
  }
}

/** Chooses at random where the page shows two texts of one field; says how often. */
async function settle({ page, chance }: Officer): Promise<number> {
  let times = 0
  const clash = page.getByRole('alert').locator('fieldset').first()
  while ((await clash.count()) > 0) {
    const [mine = ''] = await clash.locator('p').allInnerTexts()
    const keep = chance.often(50)
    await clash.getByRole('button', { name: keep ? 'Dùng của bạn' : 'Giữ bản đang có' }).click()
    if (!keep) letGo.add(mine)
    happened.settled += 1
    times += 1
  }
  return times
}

/** The page is there again, with whatever the server does not have yet. */
async function reload(who: Officer): Promise<void> {
  happened.reloads += 1
  await who.page.reload()
  await field(who.page, 'purpose.summary').waitFor()
}

/** Where the page says that everything is saved, it has said so of all that its officer typed and has not given up. */
async function confirm({ page, name }: Officer): Promise<void> {
  if (
    (await page
      .getByRole('status')
      .getByText(/^Đã lưu \d\d:\d\d$/)
      .count()) === 0
  )
    return
  for (const one of typings) {
    if (one.who === name && !typedOver.has(one.text) && !letGo.has(one.text)) one.confirmed = true
  }
}

/** Both settle what is left, and look at what the other has done, until neither has anything to do. */
async function agree(officers: readonly Officer[]): Promise<void> {
  const settledBefore = async () => {
    const settled = happened.settled
    for (const who of officers) {
      // As if coming back to the window: it saves what could not be saved, and asks what others have done.
      await who.page.evaluate(() => {
        window.dispatchEvent(new Event('focus'))
        document.dispatchEvent(new Event('visibilitychange'))
      })
      await pause(1500)
      await settle(who)
      await saved(who.page)
      await confirm(who)
    }
    return happened.settled === settled
  }
  while (!((await settledBefore()) && (await settledBefore())));
}

/** Texts of which nobody can say where they are. */
function lost(content: Content, edits: readonly Edit[]): string[] {
  const written = new Set(edits.flatMap(({ by, changes }) => changes.map(({ at, to }) => `${by} ${at} ${to}`)))
  return typings
    .filter(({ who, path, text, confirmed }) => {
      if (written.has(`${who} ${keysOf(content, path)} ${text}`)) return false
      return confirmed || !(typedOver.has(text) || letGo.has(text))
    })
    .map(({ who, path, text, confirmed }) => `${who} ${path} ${text}${confirmed ? ', which was called saved' : ''}`)
}

/** Edits that replaced something else than they say, and fields in which something else stands than was last written. */
function replacedInSilence(before: Content, after: Content, edits: readonly Edit[]): string[] {
  const standing = new Map<string, unknown>()
  for (const path of new Set([...FIELDS.first, ...FIELDS.second])) {
    standing.set(keysOf(before, path), valueAt(before, path))
  }
  const wrong: string[] = []
  for (const { version, changes } of edits) {
    for (const { at, from, to } of changes) {
      // Who repeats a save whose answer was lost writes what stands already.
      if (standing.get(at) !== from && standing.get(at) !== to) wrong.push(`${version} ${at}: ${standing.get(at)}`)
      standing.set(at, to)
    }
  }
  for (const path of new Set([...FIELDS.first, ...FIELDS.second])) {
    const last = standing.get(keysOf(after, path))
    if (last !== valueAt(after, path)) wrong.push(`${path}: ${last} was written last`)
  }
  return wrong
}

interface Content {
  [field: string]: unknown
}

/** `members[1].task` → `['members', 1, 'task']` */
const stepsOf = (path: string) => path.split(/[.[\]]+/).map((step) => (/^\d+$/.test(step) ? Number(step) : step))

function valueAt(content: Content, path: string): unknown {
  return stepsOf(path).reduce<unknown>((value, step) => (value as Content)[step], content)
}

/** The path as the history has it: `members/k3/task`. */
function keysOf(content: Content, path: string): string {
  let value: unknown = content
  return stepsOf(path)
    .map((step) => {
      value = (value as Content)[step]
      return typeof step === 'number' ? (value as { key: string }).key : step
    })
    .join('/')
}

async function begin(): Promise<string> {
  const { dossier } = await caseRequest('01-compliant')
  const { items } = await send('vanhoa.chuyenvien', 'GET', '/api/bodies?size=200')
  const { id: bodyId } = items.find((body: { name: string }) => body.name === UNIT)
  const { id } = await send('vanhoa.chuyenvien', 'POST', '/api/delegations/import', { bodyId, dossier })
  return `/doan-ra/${id}`
}

/** A second officer of the unit, as an administrator makes one. */
async function addColleague(): Promise<void> {
  const { items } = await send('quantri', 'GET', '/api/accounts/bodies')
  const { id: bodyId } = items.find((body: { name: string }) => body.name === UNIT)
  const { id, link } = await send('quantri', 'POST', '/api/accounts', { ...COLLEAGUE, rootId: null })
  await send('quantri', 'POST', `/api/accounts/${id}/roles`, { role: 'officer', bodyId, validFrom: '2024-01-01' })
  const answer = await fetch(`${server.address}/api/one-time-links/use`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: link.path.split('#')[1], password: SAMPLE_PASSWORD }),
  })
  expect(answer.status).toBe(200)
}

const idOf = (dossier: string) => dossier.split('/').at(-1)

async function contentOf(dossier: string): Promise<Content> {
  return (await send('vanhoa.chuyenvien', 'GET', `/api/delegations/${idOf(dossier)}`)).content
}

/** The edits, the first of them first. */
async function historyOf(dossier: string): Promise<Edit[]> {
  const { items, total } = await send('vanhoa.chuyenvien', 'GET', `/api/delegations/${idOf(dossier)}/edits?size=200`)
  expect(items.length).toBe(total)
  return items.toReversed()
}
