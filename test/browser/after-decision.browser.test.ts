import { describe, expect, test } from 'vitest'
import { field, look, saved, stage, step } from '../support/dossier-pages.ts'
import { AUTHORITY, dossierJourney, EXAMINER, HEAD, OFFICER, SUBMIT, YEAR } from '../support/dossier-way.ts'
import { ENGINES } from '../support/sample-server.ts'

/** Where the way of a dossier bends, in the browser: put off and decided anew, taken back, passed up and decided above. */

const ABOVE = 'Thủ tướng Chính phủ'

describe.each(ENGINES.slice(-1))('after the decision on %s', (engine) => {
  const { open, as, send, begin, walk, read, bringToAuthority, bringToDecision, allowAll } = dossierJourney(engine)

  test('a trip is put off, gets new days, and is decided anew by another document', async () => {
    const dossier = await begin('01-compliant')
    await bringToDecision(dossier, '2370/QĐ-UBND')
    const { page, complaints } = await open(OFFICER, dossier)
    await page.getByText(/Quyết định: 2370\/QĐ-UBND/).waitFor()
    await step(page, 'Hoãn chuyến đi', (dialog) => dialog.getByLabel('Lý do').fill('Đối tác bận bầu cử'))
    await page.getByText('Chưa có nội dung nào khác quyết định').waitFor()
    // Its money was given back: it does not go on as it was decided.
    await page.getByRole('button', { name: 'Giữ như đã quyết định' }).click()
    const keeping = page.getByRole('dialog', { name: 'Giữ như đã quyết định' })
    await keeping.getByRole('button', { name: 'Giữ như đã quyết định' }).click()
    await keeping.getByText(/^Chuyến đi đã hoãn, kinh phí đã trả lại: hãy nêu ngày mới/).waitFor()
    await look(page)
    await keeping.getByRole('button', { name: 'Thôi, quay lại' }).click()
    for (const [path, day] of [
      ['trip.departure', '14'],
      ['trip.stays[0].arrive', '14'],
      ['trip.stays[0].leave', '16'],
      ['trip.return', '17'],
    ] as const) {
      await field(page, path).fill(`${day}/06/${YEAR}`)
    }
    await page.getByText('Thay đổi so với quyết định: 1 nội dung').waitFor()
    await saved(page)
    await look(page)
    const { id, content } = await read(OFFICER, dossier)
    await send(OFFICER, 'POST', `/api/delegations/${id}/save`, {
      changes: content.programme.map(({ key, day }: Record<string, string>) => ({
        at: `programme/${key}/day`,
        from: day,
        to: `${YEAR}-06-${Number(day?.slice(-2)) + 3}`,
      })),
    })
    // The one refusal.
    expect(complaints()).toEqual([expect.stringContaining('422')])
    await as(HEAD, dossier, async (page) => {
      await step(page, 'Ký trình thay đổi')
      await page.getByText('Đã trình thay đổi').first().waitFor()
    })
    await as(AUTHORITY, dossier, async (page) => {
      await page.getByRole('button', { name: 'Xác nhận thay đổi' }).waitFor()
      await page.getByRole('button', { name: 'Quyết định thay đổi' }).click()
      const dialog = page.getByRole('dialog', { name: 'Quyết định thay đổi' })
      await dialog.getByLabel('Nơi nhận (mỗi dòng một nơi)').waitFor()
      await dialog.getByText(/còn thiếu hoặc chưa rõ/).waitFor()
      await look(page)
      await dialog.getByRole('button', { name: 'Thôi, quay lại' }).click()
    })
    await walk(dossier, [[AUTHORITY, 'redecide', await allowAll(dossier, '2371/QĐ-UBND')]])
    await as(OFFICER, dossier, async (page) => {
      await stage(page, 'Chuyến đi')
      await page.getByText(/Quyết định: 2371\/QĐ-UBND/).waitFor()
      await page.getByRole('link', { name: 'Nhật ký' }).click()
      await page.getByText('Quyết định thay đổi → Đã duyệt').waitFor()
      await page.getByText('Hoãn chuyến đi → Đang sửa sau quyết định').waitFor()
      await page.getByText('Đối tác bận bầu cử').waitFor()
    })
  })

  test('a unit takes its dossier back, and nobody is asked for anything any more', async () => {
    const dossier = await begin('01-compliant')
    await walk(dossier, [SUBMIT])
    await as(OFFICER, dossier, async (page) => {
      await page.getByText('Chỉ xem: hồ sơ đang trình thủ trưởng.').waitFor()
      await step(page, 'Rút hồ sơ', (dialog) => dialog.getByLabel('Lý do').fill('Đối tác rút lời mời'))
      await page.getByText('Đã rút', { exact: true }).waitFor()
      expect(await page.getByRole('region', { name: 'Các bước có thể làm' }).count()).toBe(0)
      await look(page)
    })
  })

  test('a dossier is passed up, and what was decided above is entered with its document and its cuts', async () => {
    const dossier = await begin('01-compliant')
    await bringToAuthority(dossier)
    await as(AUTHORITY, dossier, async (page) => {
      await step(page, 'Trình cấp trên quyết định', async (dialog) => {
        await dialog.getByLabel('Cấp trên có thẩm quyền').fill(ABOVE)
        await dialog.getByLabel('Lý do').fill('Vượt thẩm quyền của thành phố')
      })
      await stage(page, 'Trình cấp trên')
      await page.getByText('Đang trình cấp trên').first().waitFor()
      await look(page)
    })
    await as(EXAMINER, '/viec-cua-toi', async (page) => {
      const row = page.getByRole('row').filter({ hasText: 'Nhập quyết định của cấp trên' })
      await row.getByText(/^từ \d\d\/\d\d\/\d{4}$/).waitFor()
      await row.getByRole('link').first().click()
      await page.getByRole('button', { name: 'Cấp trên không đồng ý' }).waitFor()
      await page.getByRole('button', { name: 'Cấp trên yêu cầu thẩm định lại' }).waitFor()
      await page.getByRole('button', { name: 'Nhập quyết định của cấp trên' }).click()
      const dialog = page.getByRole('dialog', { name: 'Nhập quyết định của cấp trên' })
      expect(await dialog.getByLabel('Cấp đã quyết định').inputValue()).toBe(ABOVE)
      await dialog.getByText('Bớt người').waitFor()
      await look(page)
      await dialog.getByRole('button', { name: 'Thôi, quay lại' }).click()
    })
    const said = { ...(await allowAll(dossier, '15/QĐ-TTg')), authority: ABOVE }
    await walk(dossier, [[EXAMINER, 'approve-above', said]])
    await as(OFFICER, dossier, async (page) => {
      await page.getByText(new RegExp(`^Quyết định: 15/QĐ-TTg, .* – ${ABOVE}$`)).waitFor()
      await page.getByRole('link', { name: 'Nhật ký' }).click()
      await page.getByText('Nhập quyết định của cấp trên → Đã duyệt').waitFor()
      await page.getByText(`Cấp trên: ${ABOVE}`).first().waitFor()
      await look(page)
    })
  })
})
