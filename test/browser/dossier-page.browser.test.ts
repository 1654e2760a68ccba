import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { dayInVietnam } from '../../src/kernel/day.ts'
import { accessibilityFaults } from '../support/browser.ts'
import { caseRequest, WEIGHED, yearsLater } from '../support/delegations.ts'
import { field, type } from '../support/dossier-pages.ts'
import { dossierJourney } from '../support/dossier-way.ts'
import { ENGINES } from '../support/sample-server.ts'

/** What the page of a dossier tells beside the form: remarks, lists, dialogs. */

const OFFICER = 'vanhoa.chuyenvien'
const HEAD = 'vanhoa.giamdoc'
const EXAMINER = 'ngoaivu.thamdinh'
const AUTHORITY = 'chutich'
const CULTURE = 'Sở Văn hóa và Thể thao Hà Nội'
const PHONE = 390

// What pages do is the same on both engines.
describe.each(ENGINES.slice(-1))('the page of a dossier on %s', (engine) => {
  const { open, send } = dossierJourney(engine)

  /** The server goes by the true clock: the cases, of 2026, travel next year. */
  const year = new Date().getFullYear() + 1

  /** A dossier of the department of culture like one of the acceptance cases, with something else in it; its id. */
  async function begin(name: string, more: object): Promise<string> {
    const dossier = yearsLater((await caseRequest(name)).dossier, year - 2026)
    const { items } = await send(OFFICER, 'GET', '/api/bodies?size=200')
    const { id: bodyId } = items.find((body: { name: string }) => body.name === CULTURE)
    const { id } = await send(OFFICER, 'POST', '/api/delegations/import', {
      bodyId,
      dossier: {
        ...dossier,
        weighed: WEIGHED,
        members: (dossier.members as unknown as object[]).map((one) => ({ ...one, unit: CULTURE })),
        ...more,
      },
    })
    return id
  }

  /** From the unit's desk to that of the examiners. */
  async function bringToExamination(id: string): Promise<void> {
    for (const [login, action, said] of [
      [OFFICER, 'submit', { lateReason: 'Lời mời đến muộn' }],
      [HEAD, 'sign', {}],
      [EXAMINER, 'receive', {}],
    ] as const) {
      const { version } = await send(login, 'GET', `/api/delegations/${id}`)
      await send(login, 'POST', `/api/delegations/${id}/${action}`, { version, ...said })
    }
  }

  /** Whether a wide page and a narrow one are free of barriers, and nothing sticks out of the narrow one. */
  async function isAccessible(page: Page): Promise<void> {
    expect(await accessibilityFaults(page)).toEqual([])
    await page.setViewportSize({ width: PHONE, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE)
  }

  describe('the route', () => {
    const stay = (country: string, from: number, to: number) => ({
      country,
      arrive: `${year}-05-${from}`,
      leave: `${year}-05-${to}`,
    })
    const trip = {
      departure: `${year}-05-11`,
      return: `${year}-05-19`,
      stays: [stay('JP', 11, 13), stay('SG', 14, 16), stay('KR', 17, 19)],
    }
    const remark = (page: Page) => page.getByText('thứ tự các nước làm hành trình đi vòng')

    test('that goes there and back again is remarked on, until where planes are only changed is marked', async () => {
      const id = await begin('01-compliant', { trip })
      const { page, complaints } = await open(OFFICER, `/doan-ra/${id}`)
      const detour = page.getByRole('status').filter({ has: remark(page) })
      await detour.waitFor()
      const text = await detour.innerText()
      expect(text).toContain('khoảng 5.000 km')
      expect(text).toContain('Nhật Bản (3.700 km) → Singapore (5.300 km) → Hàn Quốc (4.700 km)')
      expect(text).toContain('do Nhóm xây dựng Đoàn Ra đặt ngày 23/11/2026')
      expect(text).toContain('Không phải vi phạm')
      await isAccessible(page)
      await page.setViewportSize({ width: 1440, height: 900 })
      await field(page, 'trip.stays[1].transit').getByRole('radio', { name: 'Có' }).check()
      await remark(page).waitFor({ state: 'detached' })
      expect(complaints()).toEqual([])
    })

    test('is remarked on for the examiners too, and holds nothing up', async () => {
      const id = await begin('01-compliant', { trip })
      await bringToExamination(id)
      const { page, complaints } = await open(EXAMINER, `/doan-ra/${id}?muc=tham-dinh`)
      await remark(page).waitFor()
      expect(complaints()).toEqual([])
    })
  })

  describe('a study trip', () => {
    test('answers what earlier delegations left open, with these beside, and its checklist asks for it', async () => {
      const id = await begin('11-study-trip-incomplete', {})
      const { page, complaints } = await open(OFFICER, `/doan-ra/${id}`)
      const checklist = page.getByRole('region', { name: 'Danh mục hồ sơ' })
      const line = checklist.getByRole('listitem').filter({ hasText: 'Đề cương nghiên cứu được duyệt' })
      const answers = line.locator('p', { hasText: 'trả lời điều các đoàn trước để ngỏ' }).first()
      await answers.getByText('Còn thiếu').waitFor()
      expect(await line.innerText()).toContain('38-CT/TW, điểm 3, đoạn 2')
      await line.getByRole('button', { name: 'Câu hỏi của đề cương' }).click()
      expect(await field(page, 'outline.questions').evaluate((one) => one === document.activeElement)).toBe(true)
      await type(page, 'outline.leftOpen', 'Chưa rõ chi phí vận hành')
      await type(page, 'outline.questions', 'Chi phí vận hành một năm?')
      await answers.getByText('Đã có').waitFor()
      await isAccessible(page)
      expect(complaints()).toEqual([])
      await bringToExamination(id)
      const examined = await open(EXAMINER, `/doan-ra/${id}?muc=tham-dinh`)
      await examined.page.getByText('Chưa rõ chi phí vận hành').waitFor()
      await isAccessible(examined.page)
    })

    test('of another kind is asked for no outline', async () => {
      const id = await begin('01-compliant', {})
      const { page } = await open(OFFICER, `/doan-ra/${id}`)
      const checklist = page.getByRole('region', { name: 'Danh mục hồ sơ' })
      await checklist.getByText('Phổ biến pháp luật').first().waitFor()
      expect(await checklist.getByText('Đề cương').count()).toBe(0)
      expect(await field(page, 'outline.questions').count()).toBe(0)
    })
  })

  test('the dialog of a decision begins at its heading, before and after the law has answered', async () => {
    const id = await begin('01-compliant', {})
    await bringToExamination(id)
    const { version } = await send(EXAMINER, 'GET', `/api/delegations/${id}`)
    const { opinions } = await send(EXAMINER, 'GET', `/api/delegations/${id}`)
    for (const [at, one] of opinions.entries()) {
      const letter = { answer: 'agrees', number: `${at}/CV`, on: dayInVietnam(new Date()) }
      await send(EXAMINER, 'POST', `/api/delegation-opinions/${one.id}/enter`, letter)
    }
    await send(EXAMINER, 'POST', `/api/delegations/${id}/recommend`, {
      version,
      recommendation: 'approve',
      reason: 'Đủ hồ sơ',
    })
    const { page, complaints } = await open(AUTHORITY, `/doan-ra/${id}`)
    let answer = () => {}
    const wanted = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/check?*deciding=yes*', async (route) => {
      await wanted
      await route.continue()
    })
    const name = 'Quyết định cử đoàn'
    await page.getByRole('button', { name, exact: true }).click()
    const dialog = page.getByRole('dialog', { name, exact: true })
    const heading = dialog.getByRole('heading', { name, exact: true })
    const says = (text: string) => dialog.getByRole('status').filter({ hasText: text }).waitFor({ state: 'attached' })
    const hasFocus = () => heading.evaluate((one) => one === document.activeElement)
    await says('Đang thẩm tra lại')
    await expect.poll(hasFocus).toBe(true)
    answer()
    await says('Đã thẩm tra xong')
    expect(await hasFocus()).toBe(true)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints()).toEqual([])
  })
})
