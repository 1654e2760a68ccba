import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import {
  approveAsIs,
  draftPlan,
  fullLine,
  openPlanWorld,
  type PlanWorld,
  step,
  toConsolidation,
  YEAR,
} from '../../test/support/plans.ts'
import { addPerson } from '../../test/support/register.ts'
import { readXlsx } from '../documents/xlsx.ts'

let database: TestDatabase
let world: PlanWorld
beforeAll(async () => {
  database = await openTestDatabase()
})
beforeEach(async () => {
  world = await openPlanWorld(database)
})
afterAll(() => database.close())

describe('saving lines', () => {
  it('takes many pasted rows all or nothing, with each fault at its row and field', async () => {
    const { id } = await draftPlan(world, world.health, 'officer', [fullLine('Dịch tễ')])
    const rows = [
      { fields: fullLine('Đúng') },
      { fields: fullLine('Sai tháng', { monthFrom: 9, monthTo: 3 }) },
      { fields: { direction: 'outgoing' } },
      {
        fields: fullLine('Ngoại tệ', {
          costs: [{ source: 'host', amount: 1000, currency: 'USD' }],
          countries: ['JP', 'VN'],
        }),
      },
    ]
    const { status, body } = await world.send('officer', 'POST', `/api/plans/${id}/items`, { rows })
    expect(status).toBe(400)
    expect(body.error.faults.map((fault: { path: string }) => fault.path)).toEqual([
      'rows[1].fields.monthTo',
      'rows[2].fields.title',
      'rows[3].fields.costs[0].rate',
      'rows[3].fields.costs[0].rateDay',
      'rows[3].fields.costs[0].rateSource',
      'rows[3].fields.countries[1]',
    ])
    const unreadable = await world.send('officer', 'POST', `/api/plans/${id}/items`, {
      rows: [{ fields: { title: 'x', days: 'hai' } }],
    })
    expect(unreadable.body.error.faults[0].path).toBe('rows[0].fields.days')
    expect((await world.send('officer', 'GET', `/api/plans/${id}`)).body.items).toHaveLength(1)
  })

  it('are refused with a marking of secrecy by the field that bears it, as is every other text; the trail has no content', async () => {
    const { id, items } = await draftPlan(world, world.health, 'officer', [fullLine('Dịch tễ')])
    const marked = 'Theo phương án TỐI MẬT'
    const post = (url: string, said: object) => world.send('officer', 'POST', `/api/plans/${id}${url}`, said)
    const refused = await post('/items', { rows: [{ fields: fullLine('Lành') }, { fields: fullLine(marked) }] })
    expect([refused.status, refused.body.error.faults.map(({ path }: { path: string }) => path)]).toEqual([
      422,
      ['rows[1].fields.title'],
    ])
    expect((await post('', { version: 2, travelLine: null, note: marked })).status).toBe(422)
    expect((await post('/items/remove', { rows: [{ id: items[0], version: 1 }], reason: marked })).status).toBe(422)
    expect((await world.send('officer', 'GET', `/api/plans/${id}`)).body.items).toHaveLength(1)
    const { rows: incidents } = await database.pool.query(
      `select root_id, body_id, content::text from audit_entry where action = 'plan.marking-refused' and subject_id = $1`,
      [id],
    )
    expect(incidents).toHaveLength(3)
    for (const { root_id, body_id, content } of incidents) {
      expect([root_id, body_id, content.includes('phương án')]).toEqual([world.city, world.health, false])
    }
  })

  it('keeps a foreign amount with its rate, the day and source of it, and the VND that follow', async () => {
    const cost = {
      source: 'state-budget',
      amount: 1200.5,
      currency: 'USD',
      rate: 25_345.5,
      rateDay: '2026-11-02',
      rateSource: 'Kho bạc',
    }
    const { id } = await draftPlan(world, world.health, 'officer', [fullLine('Dịch tễ', { costs: [cost] })])
    const { items } = (await world.send('officer', 'GET', `/api/plans/${id}`)).body
    expect(items[0]).toMatchObject({ fields: { costs: [cost] }, vnd: 30_427_273 })
  })

  it('merges what two people wrote into different fields, and refuses the same field with who and when', async () => {
    const { id, items } = await draftPlan(world, world.health, 'officer', [fullLine('Dịch tễ')])
    const save = (version: number, fields: object) =>
      world.send('officer', 'POST', `/api/plans/${id}/items`, { rows: [{ id: items[0], version, fields }] })
    expect((await save(1, { days: 4 })).body.items[0].version).toBe(2)
    expect((await save(1, { headcount: 6 })).body.items[0]).toMatchObject({
      version: 3,
      fields: { days: 4, headcount: 6 },
    })
    const lost = await save(1, { days: 3 })
    expect(lost.status).toBe(409)
    expect(lost.body.error.message.vi).toMatch(/Chuyên viên Y tế vừa sửa ô «Số ngày» lúc \d\d:\d\d \d\d\/\d\d\/\d{4}/)
    expect((await save(1, { days: 4 })).status).toBe(200)
  })

  it('is over when the plan has left the unit, and there is one plan a body and year', async () => {
    const { id, items } = await draftPlan(world, world.health, 'officer', [fullLine('Dịch tễ')])
    await step(world, 'officer', 'submit', id)
    const late = await world.send('officer', 'POST', `/api/plans/${id}/items`, {
      rows: [{ id: items[0], version: 1, fields: {} }],
    })
    expect(late.body.error.message.vi).toContain('đang trình thủ trưởng')
    const again = await world.send('officer', 'POST', '/api/plans', { bodyId: world.health, year: YEAR })
    expect(again.status).toBe(409)
  })
})

describe('the ledger', () => {
  async function approved() {
    const plan = await draftPlan(world, world.health, 'officer', [fullLine('Dịch tễ')])
    await toConsolidation(world, plan.id, 'officer', 'head')
    await approveAsIs(world, plan.id)
    const book = (kind: string, amount: number, reason = '') =>
      world.send('foreignAffairs', 'POST', '/api/money', {
        itemId: plan.items[0],
        kind,
        cost: { source: 'state-budget', amount },
        half: 1,
        on: '2026-02-03',
        document: 'QĐ 8/QĐ-UBND',
        reason,
      })
    return { plan, book }
  }

  it('goes from planned over committed to spent, and never below what there is', async () => {
    const { book } = await approved()
    expect((await book('spent', 1)).body.error.message.vi).toContain('vượt cam kết')
    expect((await book('committed', 400_000_000)).status).toBe(200)
    expect((await book('committed', 200_000_000)).body.error.message.vi).toContain('vượt kế hoạch 500.000.000 ₫')
    expect((await book('spent', 380_000_000)).status).toBe(200)
    expect((await book('released', 30_000_000)).body.error.message.vi).toContain('nhiều nhất 20.000.000 ₫')
    expect((await book('released', 20_000_000)).status).toBe(200)
    expect((await book('spent', 5_000_000, 'Vé tăng giá, có biên bản')).status).toBe(200)
    expect((await book('refunded', 400_000_000)).status).toBe(422)
    const { body } = await world.send('authority', 'GET', `/api/money?year=${YEAR}&by=half`)
    expect(body.total).toEqual({
      planned: 500_000_000,
      committed: 380_000_000,
      spent: 385_000_000,
      forecast: 385_000_000,
    })
    expect(body.rows).toMatchObject([{ key: '1', planned: 500_000_000 }])
    const entries = await world.send('officer', 'GET', `/api/money/entries?year=${YEAR}`)
    expect(entries.body.items.map((entry: { kind: string }) => entry.kind)).toEqual([
      'spent',
      'released',
      'spent',
      'committed',
      'planned',
    ])
    expect((await world.send('officer', 'POST', '/api/money', {})).status).toBe(403)
  })

  it('keeps an adjustment from taking what is committed', async () => {
    const { plan, book } = await approved()
    await book('committed', 400_000_000)
    const { body } = await world.send('officer', 'POST', `/api/plans/${plan.id}/adjust`, { reason: 'Giảm' })
    const [line] = (await world.send('officer', 'GET', `/api/plans/${body.id}`)).body.items
    await world.send('officer', 'POST', `/api/plans/${body.id}/items`, {
      rows: [
        {
          id: line.id,
          version: 1,
          fields: { costs: [{ source: 'state-budget', amount: 300_000_000 }] },
          adjustReason: 'Giảm',
        },
      ],
    })
    await toConsolidation(world, body.id, 'officer', 'head')
    await expect(approveAsIs(world, body.id)).rejects.toThrow(/đã cam kết 400.000.000 ₫/)
  })
})

describe('the board', () => {
  it('shows each unit with its plan, ceilings and their forecast, density, and leaders over their quota', async () => {
    const director = await addPerson(
      database,
      'Trần Giám',
      { root: world.city, body: world.health },
      { leader: true, title: 'Giám đốc' },
    )
    const trip = (title: string, month: number) =>
      fullLine(title, {
        monthFrom: month,
        monthTo: month,
        people: [{ post: 'Giám đốc', count: 1, personId: director }],
      })
    const { id } = await draftPlan(world, world.health, 'officer', [trip('Một', 3), trip('Hai', 5), trip('Ba', 9)])
    const ceiling = {
      bodyId: world.health,
      year: YEAR,
      source: 'state-budget',
      half: 1,
      vnd: 900_000_000,
      document: 'TB 5/TB-STC',
    }
    expect((await world.send('foreignAffairs', 'POST', '/api/ceilings', ceiling)).status).toBe(200)
    expect((await world.send('foreignAffairs', 'POST', '/api/ceilings', ceiling)).status).toBe(409)
    await step(world, 'officer', 'submit', id)
    const before = (await world.send('foreignAffairs', 'GET', `/api/plans-board?year=${YEAR}`)).body
    expect(before.units.find((unit: { body: { id: string } }) => unit.body.id === world.health)).toMatchObject({
      plan: null,
    })
    await step(world, 'head', 'sign', id)
    const { status, body } = await world.send('foreignAffairs', 'GET', `/api/plans-board?year=${YEAR}`)
    expect(status).toBe(200)
    const unit = body.units.find((one: { body: { id: string } }) => one.body.id === world.health)
    expect(unit).toMatchObject({
      plan: { state: 'signed', items: 3, people: 15, outgoingVnd: 1_500_000_000 },
      ceilings: [{ vnd: 900_000_000, planned: 1_000_000_000, forecast: 1_000_000_000 }],
    })
    expect(body.density).toMatchObject(
      [3, 5, 9].map((month) => ({ country: 'JP', month, delegations: 1, firm: 1, people: 5 })),
    )
    expect(body.densityThreshold).toMatchObject({ norm: expect.stringContaining('1170-VPCP-QHQT-2015#2') })
    expect(body.leaders).toMatchObject([
      { personId: director, limit: 2, outcome: 'violated', norms: ['38-CT-TW-2014#3.4'], trips: [{}, {}, {}] },
    ])
    const work = (await world.send('foreignAffairs', 'GET', '/api/work')).body
    expect(work.counts).toEqual({ receive: 1, ceiling: 1 })
    expect((await world.send('cultureOfficer', 'GET', `/api/plans-board?year=${YEAR}`)).status).toBe(404)
  })
})

describe('lists and files', () => {
  it('find lines without diacritics, by country, month and standing of the decision', async () => {
    const { id, items } = await draftPlan(world, world.health, 'officer', [
      fullLine('Phòng chống dịch tễ'),
      fullLine('Đào tạo điều dưỡng', { countries: ['FR', 'DE'], monthFrom: 8, monthTo: 10 }),
    ])
    await toConsolidation(world, id, 'officer', 'head')
    const titles = async (query: string) => {
      const { body } = await world.send('foreignAffairs', 'GET', `/api/plan-items?${query}`)
      return body.items.map((item: { title: string }) => item.title)
    }
    expect(await titles('q=dieu duong')).toEqual(['Đào tạo điều dưỡng'])
    expect(await titles('q=dich')).toEqual(['Phòng chống dịch tễ'])
    expect(await titles('country=DE&month=9')).toEqual(['Đào tạo điều dưỡng'])
    expect(await titles('country=DE&month=4')).toEqual([])
    expect(await titles('source=host')).toEqual([])
    await world.send('foreignAffairs', 'POST', `/api/plans/${id}/decisions`, {
      decisions: [{ itemId: items[0], version: 1, kind: 'shift', change: { monthFrom: 6, monthTo: 6 }, reason: 'Dày' }],
    })
    expect(await titles('decision=waiting')).toEqual(['Phòng chống dịch tễ'])
    expect(await titles('decision=open&sort=title')).toEqual(['Đào tạo điều dưỡng'])
  })

  it('give the plan as a workbook with its parts and sums, as it stands or as a step froze it', async () => {
    const { id } = await draftPlan(world, world.health, 'officer', [
      fullLine('Dịch tễ'),
      fullLine('Đón đoàn bạn', { direction: 'incoming' }),
    ])
    await step(world, 'officer', 'submit', id)
    const [version] = (await world.send('officer', 'GET', `/api/plans/${id}/versions`)).body.slice(-1)
    for (const query of ['', `?versionId=${version.id}`]) {
      const { status, body } = await world.send('officer', 'GET', `/api/plans/${id}/export${query}`)
      expect(status).toBe(200)
      const { sheets } = await readXlsx(new Uint8Array(body))
      const text = sheets.flatMap(({ rows }) => rows).map((row) => row.join(' | '))
      expect(text.some((row) => row.includes('mục riêng về kinh phí đi công tác nước ngoài (38-CT/TW, điểm 2)'))).toBe(
        true,
      )
      expect(text.some((row) => row.includes('II. Đoàn vào'))).toBe(true)
      expect(text.filter((row) => row.includes('Cộng')).length).toBe(2)
    }
    for (const url of ['/api/plans/export', '/api/plan-items/export', `/api/money/export?year=${YEAR}`]) {
      expect((await world.send('officer', 'GET', url)).status, url).toBe(200)
    }
    expect((await world.send('cultureOfficer', 'GET', `/api/plans/${id}/export`)).status).toBe(404)
  })
})
