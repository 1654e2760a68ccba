import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { field, look } from '../support/dossier-pages.ts'
import { dossierJourney, HEAD, OFFICER, SUBMIT, YEAR } from '../support/dossier-way.ts'
import { ENGINES } from '../support/sample-server.ts'

/** An officer tries a delegation with people of the register, and begins its dossier with what was tried. */

interface Picked {
  id: string
  name: string
  leader: boolean
}

// What pages do is the same on both engines.
describe.each(ENGINES.slice(-1))('a delegation that is tried on %s', (engine) => {
  const { open, send, begin, walk } = dossierJourney(engine)

  const law = (page: Page) => page.getByRole('complementary', { name: 'Thẩm tra theo pháp luật' })
  const countDossiers = async () => (await send(OFFICER, 'GET', '/api/delegations')).total

  /** A leader of the department, who is to travel already: another dossier is signed off. */
  async function leaderUnderWay(): Promise<Picked> {
    const found: Picked[] = await send(OFFICER, 'GET', '/api/people/pick?q=giám đốc')
    const leader = found.find((one) => one.leader)
    if (leader === undefined) throw new Error('the sample has a leader in each department')
    const dossier = await begin('01-compliant', (people) =>
      people.map((one, at) => (at === 0 ? { ...one, personId: leader.id } : one)),
    )
    await walk(dossier, [SUBMIT, [HEAD, 'sign']])
    return leader
  }

  test('says what registers and law say of it, keeps nothing, and becomes a dossier when that is wanted', async () => {
    const leader = await leaderUnderWay()
    const before = await countDossiers()
    const { page, complaints } = await open(OFFICER, `/can-bo/${leader.id}`)
    await page.getByRole('link', { name: 'Thử một chuyến đi cho người này' }).click()
    await page.getByRole('heading', { name: 'Thử trước khi lập hồ sơ' }).waitFor()
    await field(page, 'members[0].name').getByText(leader.name).waitFor()

    await field(page, 'purpose.kind').selectOption('working')
    await field(page, 'trip.departure').fill(`11/10/${YEAR}`)
    await field(page, 'trip.return').fill(`14/10/${YEAR}`)
    await page.locator('#add-stay').fill('Nhật')
    await page.getByRole('option', { name: 'Nhật Bản', exact: true }).click()

    const member = field(page, 'members[0]')
    await member.getByText(`Năm ${YEAR}: 1 đang trình →`).waitFor()
    await member.getByText('chuyến này là thứ 2, tối đa 2').waitFor()
    const breach = law(page).getByText('rời Nhật Bản chậm nhất')
    await breach.waitFor()
    await law(page).getByRole('link', { name: '4060-CV/BTCTU, điểm 2' }).first().waitFor()
    await field(page, 'trip.return').fill(`13/10/${YEAR}`)
    await field(page, 'trip.stays[0].leave').fill(`13/10/${YEAR}`)
    await breach.waitFor({ state: 'detached' })
    await page.getByText(/Đã tra các sổ lúc .* · chưa lưu gì/).waitFor()
    await look(page)
    expect(await countDossiers()).toBe(before)

    await page.getByRole('button', { name: 'Lập hồ sơ', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Lập hồ sơ từ những gì đã thử' })
    await dialog.getByLabel('Tên đoàn').fill('Đoàn đã thử')
    await dialog.getByRole('button', { name: 'Lập hồ sơ', exact: true }).click()
    await page.getByRole('heading', { name: 'Đoàn đã thử' }).waitFor()
    await field(page, 'members[0].name').getByText(leader.name).waitFor()
    expect(await field(page, 'trip.departure').inputValue()).toBe(`11/10/${YEAR}`)
    expect(await countDossiers()).toBe(before + 1)
    expect(complaints()).toEqual([])
  })

  test('is reached from the list of dossiers, and begins with what a line of the plan says', async () => {
    const { page, complaints } = await open(OFFICER, '/doan-ra')
    await page.getByRole('link', { name: 'Thử trước khi lập' }).click()
    const lines = page.getByLabel('Dòng của kế hoạch năm')
    await lines
      .getByRole('option', { name: /Nhật Bản/ })
      .first()
      .waitFor({ state: 'attached' })
    await page.getByText(/Đã tra các sổ lúc/).waitFor()
    await lines.selectOption({ index: 1 })
    await field(page, 'trip.stays[0]').waitFor()
    expect(complaints()).toEqual([])
  })
})
