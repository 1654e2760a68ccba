import { beforeAll, describe, expect, test } from 'vitest'
import { look, stage, step } from '../support/dossier-pages.ts'
import { AUTHORITY, dossierJourney, EXAMINER, HEAD, idOf, type Person, SUBMIT } from '../support/dossier-way.ts'
import { ENGINES } from '../support/sample-server.ts'

/** Ways that are not the usual one, in the browser: agreed in principle first, urgent, stopped for a while, many at once. */

/** Who agrees in principle for the Party Committee of the city. */
const PARTY = 'thanhuy'

/** The head of the delegation is a cadre whose travel is agreed in principle first. */
const managed = (people: Person[]) =>
  people.map((one, at) => (at === 0 ? { ...one, managedBy: 'standing-committee' } : one))

describe.each(ENGINES.slice(-1))('lanes on %s', (engine) => {
  const { as, send, begin, walk, bringToExamination, agreeByLetter, allowAll, approvePlan, link } =
    dossierJourney(engine)
  /** A line of the plan in force. */
  let line = ''
  beforeAll(async () => {
    line = await approvePlan()
  })

  test('a managed cadre is agreed to in principle first, then sent; the clock was stopped meanwhile', async () => {
    const dossier = await begin('01-compliant', managed)
    await link(dossier, line)
    await bringToExamination(dossier)
    await agreeByLetter(dossier)
    await as(EXAMINER, dossier, async (page) => {
      await step(page, 'Tạm dừng tính hạn', (dialog) => dialog.getByLabel('Lý do').fill('Chờ đối tác xác nhận ngày'))
      await page.getByText(/^Tạm dừng tính hạn từ \d\d\/\d\d\/\d{4} \(/).waitFor()
      await look(page)
      await step(page, 'Tính hạn tiếp')
      await page.getByText(/^Tạm dừng tính hạn từ/).waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Tạm dừng tính hạn' }).waitFor()
    })
    await walk(dossier, [[EXAMINER, 'recommend', { recommendation: 'approve', reason: 'Chưa có văn bản' }]])
    // Another authority reads who agrees, and is offered no decision.
    await as(AUTHORITY, dossier, async (page) => {
      await stage(page, 'Chủ trương')
      await page.getByText(/^Cấp quyết định hồ sơ này: Thành ủy Hà Nội/).waitFor()
      expect(await page.getByRole('button', { name: 'Đồng ý chủ trương' }).count()).toBe(0)
    })
    await as(PARTY, dossier, async (page) => {
      // Before it is agreed to, it cannot be decided.
      await page.getByRole('listitem').getByText('Quyết định cử đoàn: phải đồng ý chủ trương trước').waitFor()
      await step(page, 'Đồng ý chủ trương', async (dialog) => {
        await dialog.getByText(/^Hồ sơ đúng quy định/).waitFor()
        await dialog.getByLabel('Số, ký hiệu văn bản').fill('31/CV-TU')
        await look(page)
      })
      await stage(page, 'Quyết định cử')
    })
    await as(AUTHORITY, dossier, async (page) => {
      await step(page, 'Quyết định cử đoàn', async (dialog) => {
        await dialog.getByText(/^Hồ sơ đúng quy định/).waitFor()
        await dialog.getByLabel('Số, ký hiệu văn bản').fill('2359/QĐ-UBND')
      })
      await page.getByText(/Quyết định: 2359\/QĐ-UBND/).waitFor()
      await page.getByRole('link', { name: 'Nhật ký' }).click()
      await page.getByText('Đồng ý chủ trương → Đã đồng ý chủ trương').waitFor()
      await page.getByText('Chờ đối tác xác nhận ngày').waitFor()
      await look(page)
    })
  })

  test('an urgent one goes straight to the authority, which agrees by name as it decides, and is controlled afterwards', async () => {
    const dossier = await begin('01-compliant', managed)
    await walk(dossier, [SUBMIT])
    await as(HEAD, dossier, async (page) => {
      await step(page, 'Ký trình khẩn', (dialog) => dialog.getByLabel('Lý do').fill('Đối tác mời gấp'))
      await stage(page, 'Quyết định')
      await page.getByText('Khẩn', { exact: true }).waitFor()
    })
    await as(AUTHORITY, dossier, async (page) => {
      await page.getByRole('button', { name: 'Quyết định cử đoàn' }).click()
      const dialog = page.getByRole('dialog', { name: 'Quyết định cử đoàn' })
      await dialog.getByLabel('Đồng ý chủ trương cùng quyết định: căn cứ').waitFor()
      await dialog.getByText(/quyết định này phải đồng ý đích danh/).waitFor()
      await dialog.getByRole('button', { name: 'Thôi, quay lại' }).click()
    })
    const principle = 'Thường trực đã đồng ý tại phiên họp 12/11'
    await walk(dossier, [[AUTHORITY, 'approve', { ...(await allowAll(dossier, '2360/QĐ-UBND')), principle }]])
    await as(EXAMINER, '/viec-cua-toi', async (page) => {
      const row = page.getByRole('row').filter({ hasText: 'Hậu kiểm hồ sơ khẩn' })
      await row.getByRole('link').first().click()
      await step(page, 'Hậu kiểm hồ sơ khẩn', (dialog) => dialog.getByLabel('Lý do').fill('Đủ văn bản, đúng nội dung'))
      await page.getByRole('button', { name: 'Hậu kiểm hồ sơ khẩn' }).waitFor({ state: 'detached' })
      await page.getByRole('link', { name: 'Nhật ký' }).click()
      await page.getByText(`Đồng ý chủ trương cùng quyết định: ${principle}`).waitFor()
      await page.getByText('Đủ văn bản, đúng nội dung').waitFor()
      await look(page)
    })
  })

  test('what is in order is signed off together and received together; one that went meanwhile stays out and says why', async () => {
    const dossiers = [await begin('01-compliant'), await begin('01-compliant')]
    for (const dossier of dossiers) {
      await link(dossier, line)
      await walk(dossier, [SUBMIT])
    }
    const unlinked = await begin('01-compliant')
    await walk(unlinked, [SUBMIT])
    await as(HEAD, '/viec-cua-toi', async (page) => {
      const name = 'Ký gửi cả 2 hồ sơ đúng quy định'
      await page.getByRole('button', { name }).click()
      const dialog = page.getByRole('dialog', { name })
      expect(await dialog.getByRole('listitem').count()).toBe(2)
      await look(page)
      await dialog.getByRole('button', { name }).click()
      await page.getByRole('status').getByText('Đã ký gửi 2 hồ sơ.').waitFor()
      await look(page)
    })
    await as(EXAMINER, '/viec-cua-toi', async (page) => {
      // The sample has one that waits as well.
      const name = 'Tiếp nhận cả 3 hồ sơ'
      await page.getByRole('button', { name }).click()
      const dialog = page.getByRole('dialog', { name })
      await dialog.getByText(/các nơi phải lấy ý kiến được hỏi ngay/).waitFor()
      const [first = ''] = dossiers
      const { code } = await send(EXAMINER, 'GET', `/api/delegations/${idOf(first)}`)
      await walk(first, [[EXAMINER, 'receive']])
      await dialog.getByRole('button', { name }).click()
      const outcome = page.getByRole('status')
      await outcome.getByText('Đã tiếp nhận 2 hồ sơ.').waitFor()
      await outcome.getByText('1 hồ sơ ở lại:').waitFor()
      await outcome.getByRole('listitem').filter({ hasText: code }).waitFor()
      await look(page)
    })
  })
})
