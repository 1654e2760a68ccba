import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { field, look, saved, type } from '../support/dossier-pages.ts'
import { CULTURE, dossierJourney, OFFICER, YEAR } from '../support/dossier-way.ts'
import { ENGINES } from '../support/sample-server.ts'

/** How dossiers come to be, in the browser: from a line of the plan, from a former one, from a file; and what a unit says it has weighed. */

describe.each(ENGINES.slice(-1))('doors on %s', (engine) => {
  const { as, begin, approvePlan } = dossierJourney(engine)

  test('a dossier is copied without people and days, and says what it would repeat', async () => {
    const former = await begin('01-compliant', undefined, { title: 'Đoàn làm việc năm trước' })
    await as(OFFICER, former, async (page) => {
      await saved(page)
      await page.getByRole('button', { name: 'Lập từ hồ sơ này' }).click()
      const asking = page.getByRole('dialog', { name: 'Lập từ hồ sơ này' })
      await asking.getByText(/người, ngày và các cam kết thì không/).waitFor()
      await asking.getByRole('button', { name: 'Lập từ hồ sơ này' }).click()
      const copied = page.getByRole('dialog', { name: 'Đã lập hồ sơ mới' })
      await copied
        .getByRole('listitem')
        .filter({ hasText: `đi ngày 11/05/${YEAR}` })
        .waitFor()
      await copied.getByRole('listitem').filter({ hasText: 'Mục đích: Thống nhất kế hoạch hợp tác' }).waitFor()
      await look(page)
      await copied.getByRole('button', { name: 'Mở hồ sơ mới' }).click()
      await page.waitForURL((url) => url.pathname !== former)
      await page.getByRole('heading', { level: 1, name: 'Đoàn làm việc năm trước' }).waitFor()
      await saved(page)
      expect(await field(page, 'hosts[0].name').inputValue()).toBe('Cục Cấp thoát nước thành phố đối tác')
      expect(await field(page, 'trip.departure').inputValue()).toBe('')
      expect(await field(page, 'members[0].name').count()).toBe(0)
    })
  })

  test('a dossier is fetched as a file and taken in again; another file is refused at its field', async () => {
    const dossier = await begin('01-compliant', undefined, { title: 'Đoàn gửi qua tệp' })
    await as(OFFICER, dossier, async (page) => {
      await saved(page)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Tải hồ sơ' }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^DR-.*\.json$/)
      const file = await readFile(await download.path())
      expect(JSON.parse(String(file)).sender.unit).toBe(CULTURE)

      await page.getByRole('link', { name: 'Đoàn ra', exact: true }).first().click()
      await page.getByRole('button', { name: 'Nhập từ JSON' }).click()
      const dialog = page.getByRole('dialog', { name: 'Nhập hồ sơ từ tệp JSON' })
      const go = dialog.getByRole('button', { name: 'Nhập hồ sơ' })
      await go.click()
      await dialog.getByText('chưa chọn tệp', { exact: true }).waitFor()
      const choose = (name: string, buffer: Buffer) =>
        dialog.getByLabel('Tệp JSON').setInputFiles({ name, mimeType: 'application/json', buffer })
      await choose('thư.json', Buffer.from('Kính gửi'))
      await go.click()
      await dialog.getByText('tệp không phải JSON; hãy chọn tệp hồ sơ đã tải về', { exact: true }).waitFor()
      await look(page)
      await choose('hồ sơ.json', file)
      await go.click()
      await page.getByRole('heading', { level: 1, name: 'Đoàn gửi qua tệp' }).waitFor()
      expect(new URL(page.url()).pathname).not.toBe(dossier)
      await saved(page)
      expect(await field(page, 'members[2].name').inputValue()).toBe('Lê Minh Châu')
    })
  })

  test('a dossier rests on a line of the plan, differs from it, and is off the plan again with its reason', async () => {
    const line = await approvePlan()
    const dossier = await begin('01-compliant', (people) => people.slice(0, 2), { weighed: {} })
    await as(OFFICER, dossier, async (page) => {
      await saved(page)
      const submit = page.getByRole('button', { name: 'Trình thủ trưởng' })
      const barred = page.getByRole('listitem').filter({ hasText: /^Trình thủ trưởng: chưa nêu/ })
      await barred.waitFor()
      expect(await submit.getAttribute('aria-disabled')).toBe('true')
      await page.getByText('Đoàn ngoài kế hoạch: chưa gắn với dòng nào của kế hoạch năm.').waitFor()

      await page.getByRole('button', { name: 'Chọn dòng kế hoạch' }).click()
      const dialog = page.getByRole('dialog', { name: `Chọn dòng của kế hoạch năm ${YEAR}` })
      await dialog.getByLabel('Dòng của kế hoạch năm').selectOption({ label: `${line} (Nhật Bản)` })
      await look(page)
      await dialog.getByRole('button', { name: 'Gắn với dòng này' }).click()
      const drift = page.getByRole('table', { name: 'Hồ sơ so với dòng kế hoạch' })
      await drift.getByRole('row', { name: 'Số người 3 người 2 người ≠ khác kế hoạch' }).waitFor()
      await drift.getByRole('row', { name: /^Nước đến Nhật Bản Nhật Bản$/ }).waitFor()
      await page.getByText('theo kế hoạch năm').waitFor()

      // On the plan, two things are weighed; off it, there is a third.
      const virtual = page.getByRole('group', { name: 'Họp trực tuyến có thay được chuyến đi không?' })
      await virtual.getByRole('radio', { name: 'Không thay được' }).check()
      await type(page, 'weighed.virtual.reason', 'Phải ký trực tiếp')
      const mission = page.getByRole('group', { name: 'Cơ quan đại diện ở nước ngoài có làm thay được không?' })
      await mission.getByRole('radio', { name: 'Thay được', exact: true }).check()
      await page.getByLabel('Vì sao vẫn đề nghị đi (cơ quan đại diện làm thay)').waitFor()
      await type(page, 'weighed.mission.reason', 'Nội dung kỹ thuật của đơn vị')
      await barred.waitFor({ state: 'detached' })
      expect(await page.getByLabel('Lý do đi ngoài kế hoạch năm').count()).toBe(0)
      await look(page)

      await page.getByRole('button', { name: 'Bỏ liên kết' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Bỏ liên kết' }).click()
      await barred.filter({ hasText: /ngoài kế hoạch/ }).waitFor()
      await type(page, 'weighed.offPlan', 'Lời mời đến sau khi kế hoạch được duyệt')
      await barred.waitFor({ state: 'detached' })
      expect(await submit.getAttribute('aria-disabled')).not.toBe('true')
    })
  })

  test('a dossier begins from a line of the plan, with somebody of another body and somebody whom no register knows', async () => {
    await as(OFFICER, '/doan-ra', async (page) => {
      await page.getByRole('button', { name: 'Lập hồ sơ' }).click()
      const dialog = page.getByRole('dialog', { name: 'Lập hồ sơ đoàn ra' })
      const planned = 'Trao đổi kinh nghiệm bảo tồn phố cổ'
      const lines = dialog.getByLabel('Dòng của kế hoạch năm')
      const option = lines.locator('option', { hasText: planned }).first()
      await option.waitFor({ state: 'attached' })
      await lines.selectOption({ label: (await option.textContent()) ?? '' })
      expect(await dialog.getByLabel('Tên đoàn').inputValue()).toBe(planned)
      await dialog.getByRole('button', { name: 'Lập hồ sơ' }).click()
      await page.getByRole('heading', { level: 1, name: planned }).waitFor()
      await saved(page)
      expect(await field(page, 'trip.stays[0].country').inputValue()).not.toBe('')

      await page.getByLabel('Chọn từ danh bạ').fill('Lê Thu Sương')
      await page.getByRole('button', { name: 'Tìm ở cơ quan khác' }).click()
      await page.getByText(/^Người của cơ quan khác: chỉ thấy tên, chức vụ, cơ quan/).waitFor()
      await page.getByRole('button', { name: 'Thêm Lê Thu Sương' }).first().click()
      await field(page, 'members[0].name').and(page.locator('output')).getByText('Lê Thu Sương').waitFor()
      await page.getByRole('button', { name: 'Thêm người', exact: true }).click()
      await type(page, 'members[1].name', 'Vũ Thanh Ngoại')
      await type(page, 'members[1].position', 'Chuyên gia mời')
      await page.getByText('ngoài sổ', { exact: true }).waitFor()
      await look(page)
      await page.reload()
      await saved(page)
      expect(await field(page, 'members[1].name').inputValue()).toBe('Vũ Thanh Ngoại')
      expect(await field(page, 'members[0].unit').textContent()).toBe('Sở Du lịch Hà Nội')
    })
  })
})
