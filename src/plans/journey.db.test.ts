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
import { inScope } from '../db/scope.ts'
import { diffVersions, isEmpty } from './rules/diff-versions.ts'
import { moneyStanding } from './rules/money-standing.ts'
import { totalsOf } from './rules/totals.ts'

let database: TestDatabase
let world: PlanWorld
beforeAll(async () => {
  database = await openTestDatabase()
})
beforeEach(async () => {
  world = await openPlanWorld(database)
})
afterAll(() => database.close())

async function planAs(who: Parameters<PlanWorld['send']>[0], id: string) {
  return (await world.send(who, 'GET', `/api/plans/${id}`)).body
}

describe('the way of a plan', () => {
  it('goes from the officer over the head and consolidation, with a cut and a merge, to the authority', async () => {
    const health = await draftPlan(world, world.health, 'officer', [
      fullLine('Dịch tễ'),
      fullLine('Bệnh viện', { headcount: 9 }),
      fullLine('Dược', { monthFrom: 5, monthTo: 6 }),
    ])
    const culture = await draftPlan(world, world.culture, 'cultureOfficer', [fullLine('Bảo tàng')])
    await toConsolidation(world, health.id, 'officer', 'head')
    await toConsolidation(world, culture.id, 'cultureOfficer', 'cultureHead')
    const [first, second, third] = health.items
    const decided = await world.send('foreignAffairs', 'POST', `/api/plans/${health.id}/decisions`, {
      decisions: [
        {
          itemId: second,
          version: 1,
          kind: 'reduce',
          change: { headcount: 7 },
          reason: '4060-CV/BTCTU: không quá 7 người',
        },
        { itemId: third, version: 1, kind: 'cut', reason: 'Nội dung họp trực tuyến được' },
      ],
    })
    expect(decided).toMatchObject({ status: 200, body: { decided: 2 } })
    const merged = await world.send('foreignAffairs', 'POST', '/api/plan-items/merge', {
      leadItemId: first,
      itemIds: culture.items,
      change: { headcount: 7 },
      reason: 'Cùng nước, cùng tháng',
    })
    expect(merged).toMatchObject({ status: 200, body: { merged: 1 } })

    expect((await step(world, 'foreignAffairs', 'propose', health.id)).status).toBe(422)
    for (const [officer, id] of [
      ['officer', health.id],
      ['cultureOfficer', culture.id],
    ] as const) {
      const plan = await planAs(officer, id)
      const answers = plan.items.flatMap((item: { decisions: { id: string }[] }) =>
        item.decisions.map((decision) => ({ decisionId: decision.id, kind: 'accept' })),
      )
      expect((await world.send(officer, 'POST', `/api/plans/${id}/answers`, { answers })).status).toBe(200)
    }
    const work = await world.send('foreignAffairs', 'GET', '/api/work')
    expect(work.body.counts).toMatchObject({ consolidate: 2 })
    for (const id of [health.id, culture.id]) {
      expect(await step(world, 'foreignAffairs', 'propose', id)).toMatchObject({ status: 200 })
    }
    const document = { number: '12/KH-UBND', on: '2026-01-05' }
    expect(await step(world, 'authority', 'approve', health.id, { document })).toMatchObject({ status: 200 })

    const approved = await planAs('officer', health.id)
    expect(approved).toMatchObject({ state: 'approved', document, edition: 1 })
    expect(approved.items.map((item: { standing: string }) => item.standing)).toEqual(['planned', 'planned', 'cut'])
    expect(approved.items[1]).toMatchObject({ fields: { headcount: 7 }, asked: { headcount: 9 } })
    expect((await planAs('cultureOfficer', culture.id)).items[0]).toMatchObject({
      standing: 'merged',
      mergedIntoId: first,
    })
    expect(moneyStanding(approved.ledger).planned).toBe(totalsOf(approved.items, null).outgoing)

    const { body: versions } = await world.send('officer', 'GET', `/api/plans/${health.id}/versions`)
    expect(versions.map((version: { action: string }) => version.action)).toEqual([
      'create',
      'submit',
      'sign',
      'receive',
      'propose',
      'approve',
    ])
    const content = async (action: string) => {
      const { id } = versions.find((version: { action: string }) => version.action === action)
      return (await world.send('officer', 'GET', `/api/plan-versions/${id}`)).body.content
    }
    const diff = diffVersions(await content('sign'), await content('approve'))
    expect(diff.removed.map(({ fields }) => fields.title)).toEqual(['Dược'])
    expect(diff.changed.map(({ title, fields }) => [title, fields.map(({ field }) => field)])).toEqual([
      ['Dịch tễ', ['headcount']],
      ['Bệnh viện', ['headcount']],
    ])
    expect(diff.vnd.change).toBe(-500_000_000)
    expect(isEmpty(diffVersions(await content('propose'), await content('approve')))).toBe(true)
  })

  it('does not leave the unit before the virtual meeting and the mission were considered and the line for travel is there', async () => {
    const plan = await draftPlan(world, world.health, 'officer', [
      fullLine('Dịch tễ', { virtual: null, mission: null }),
    ])
    await world.send('officer', 'POST', `/api/plans/${plan.id}`, { version: 2, travelLine: null, note: '' })
    const { status, body } = await step(world, 'officer', 'submit', plan.id)
    expect(status).toBe(400)
    expect(body.error.faults.map((fault: { path: string }) => fault.path)).toEqual([
      'travelLine',
      'items[0].fields.virtual',
      'items[0].fields.mission',
    ])
    expect(body.error.faults[0].message.vi).toContain('38-CT/TW, điểm 2')
  })

  it('comes back to the unit as the unit signed it, with the reason, and may go the way again', async () => {
    const plan = await draftPlan(world, world.health, 'officer', [fullLine('Dịch tễ')])
    await toConsolidation(world, plan.id, 'officer', 'head')
    await world.send('foreignAffairs', 'POST', `/api/plans/${plan.id}/decisions`, {
      decisions: [
        {
          itemId: plan.items[0],
          version: 1,
          kind: 'shift',
          change: { monthFrom: 9, monthTo: 9 },
          reason: 'Tháng 4 quá dày',
        },
      ],
    })
    const back = await step(world, 'foreignAffairs', 'return', plan.id, { reason: 'Thiếu căn cứ' })
    expect(back).toMatchObject({ status: 200, body: { plans: [{ state: 'returned' }] } })
    const returned = await planAs('officer', plan.id)
    expect(returned.items[0]).toMatchObject({ fields: { monthFrom: 4 }, asked: null, decisions: [] })
    expect((await world.send('officer', 'GET', '/api/work')).body.items).toMatchObject([
      { kind: 'draft', state: 'returned', note: 'Thiếu căn cứ' },
    ])
    await toConsolidation(world, plan.id, 'officer', 'head')
    await approveAsIs(world, plan.id)
    expect((await planAs('officer', plan.id)).state).toBe('approved')
  })

  it('asks for a reason where one is due, and for the document of an approval', async () => {
    const plan = await draftPlan(world, world.health, 'officer', [fullLine('Dịch tễ')])
    await step(world, 'officer', 'submit', plan.id)
    expect((await step(world, 'head', 'send-back', plan.id)).status).toBe(400)
    expect((await step(world, 'head', 'send-back', plan.id, { reason: 'Xem lại số người' })).status).toBe(200)
    await toConsolidation(world, plan.id, 'officer', 'head')
    expect((await step(world, 'authority', 'approve', plan.id)).status).toBe(400)
    const early = await step(world, 'authority', 'approve', plan.id, { document: { number: '1', on: '2026-01-05' } })
    expect(early).toMatchObject({ status: 422 })
    expect(early.body.error.message.vi).toContain('đang được tổng hợp')
  })

  it('tells who changed a plan when a step comes too late', async () => {
    const plan = await draftPlan(world, world.health, 'officer', [fullLine('Dịch tễ')])
    const late = await world.send('officer', 'POST', '/api/plans/move/submit', { plans: [{ id: plan.id, version: 1 }] })
    expect(late.status).toBe(409)
    expect(late.body.error.message.vi).toContain('Chuyên viên Y tế')
  })
})

describe('a decision that the unit contests', () => {
  async function contested() {
    const plan = await draftPlan(world, world.health, 'officer', [fullLine('Dịch tễ')])
    await toConsolidation(world, plan.id, 'officer', 'head')
    const decide = (version: number, change: object) =>
      world.send('foreignAffairs', 'POST', `/api/plans/${plan.id}/decisions`, {
        decisions: [{ itemId: plan.items[0], version, kind: 'reduce', change, reason: 'Gọn nhẹ' }],
      })
    expect((await decide(1, { headcount: 3 })).status).toBe(200)
    const { items } = await planAs('officer', plan.id)
    const decisionId = items[0].decisions[0].id
    const silent = { answers: [{ decisionId, kind: 'contest' }] }
    expect((await world.send('officer', 'POST', `/api/plans/${plan.id}/answers`, silent)).status).toBe(400)
    const answers = [{ decisionId, kind: 'contest', text: 'Cần 4 chuyên khoa' }]
    expect((await world.send('officer', 'POST', `/api/plans/${plan.id}/answers`, { answers })).status).toBe(200)
    return { plan, decide }
  }

  it('keeps the plan from being proposed until it is decided again; then it stands', async () => {
    const { plan, decide } = await contested()
    const refused = await step(world, 'foreignAffairs', 'propose', plan.id)
    expect(refused.body.error.message.vi).toContain('không đồng ý')
    expect((await decide(2, { headcount: 4 })).status).toBe(200)
    const { items } = await planAs('authority', plan.id)
    expect(items[0].decisions).toMatchObject([
      { round: 1, final: false, answer: { kind: 'contest', text: 'Cần 4 chuyên khoa' } },
      { round: 2, final: true, answer: null },
    ])
    expect(items[0]).toMatchObject({ fields: { headcount: 4 }, asked: { headcount: 5 } })
    expect((await step(world, 'foreignAffairs', 'propose', plan.id)).status).toBe(200)
  })

  it('cannot give more than the unit asked for, nor touch what it has no business with', async () => {
    const { plan, decide } = await contested()
    const { body } = await decide(2, { headcount: 6, title: 'Khác' })
    expect(body.error.faults.map((fault: { path: string }) => fault.path)).toEqual([
      'decisions[0].change.title',
      'decisions[0].change.headcount',
    ])
    expect((await planAs('officer', plan.id)).items[0].fields.headcount).toBe(3)
  })
})

describe('an adjustment', () => {
  async function approved(lines = [fullLine('Dịch tễ'), fullLine('Bệnh viện')]) {
    const plan = await draftPlan(world, world.health, 'officer', lines)
    await toConsolidation(world, plan.id, 'officer', 'head')
    await approveAsIs(world, plan.id)
    const { body } = await world.send('officer', 'POST', `/api/plans/${plan.id}/adjust`, { reason: 'Đối tác đổi lịch' })
    return { former: plan.id, id: body.id as string, items: (await planAs('officer', body.id)).items }
  }

  it('is drafted beside the approved edition, explains itself, and takes its place when approved', async () => {
    const { former, id, items } = await approved()
    expect((await world.send('officer', 'POST', `/api/plans/${former}/adjust`, { reason: 'lần nữa' })).status).toBe(422)
    expect((await world.send('authority', 'GET', `/api/plans/${id}`)).status).toBe(404)
    await world.send('officer', 'POST', `/api/plans/${id}/items`, {
      rows: [
        { id: items[0].id, version: 1, fields: { costs: [{ source: 'state-budget', amount: 400_000_000 }] } },
        { fields: fullLine('Hội nghị khẩn', { offPlan: true }), adjustReason: 'Phát sinh' },
      ],
    })
    const { body } = await step(world, 'officer', 'submit', id)
    expect(body.error.faults.map((fault: { path: string }) => fault.path)).toEqual([
      'items[2].fields.justification',
      'items[0].adjustReason',
    ])
    const added = (await planAs('officer', id)).items[2]
    await world.send('officer', 'POST', `/api/plans/${id}/items`, {
      rows: [
        { id: items[0].id, version: 2, fields: {}, adjustReason: 'Giảm giá vé' },
        { id: added.id, version: 1, fields: { justification: 'Dịch bệnh đột xuất' } },
      ],
    })
    const gone = { rows: [{ id: items[1].id, version: 1 }] }
    expect((await world.send('officer', 'POST', `/api/plans/${id}/items/remove`, gone)).status).toBe(400)
    const said = { ...gone, reason: 'Đối tác hủy' }
    expect((await world.send('officer', 'POST', `/api/plans/${id}/items/remove`, said)).status).toBe(200)
    expect((await planAs('officer', id)).items[1]).toMatchObject({ standing: 'dropped', adjustReason: 'Đối tác hủy' })

    await toConsolidation(world, id, 'officer', 'head')
    await approveAsIs(world, id, '55/QĐ-UBND')
    expect((await planAs('officer', former)).state).toBe('superseded')
    const now = await planAs('officer', id)
    expect(now).toMatchObject({ state: 'approved', edition: 2 })
    const totals = totalsOf(now.items, now.travelLine)
    expect(totals.offPlan).toMatchObject({ items: 1, itemShare: 0.5 })
    expect(moneyStanding(now.ledger).planned).toBe(totals.outgoing)
    const { body: money } = await world.send(
      'officer',
      'GET',
      `/api/money?year=${YEAR}&bodyId=${world.health}&by=source`,
    )
    expect(money.rows).toMatchObject([{ key: 'state-budget', planned: 900_000_000 }])
  })

  it('takes in again a line that was dropped, on record, and only when it is asked to', async () => {
    const { id, items } = await approved()
    const [, line] = items
    const save = async (row: object) => {
      const rows = [{ id: line.id, version: (await planAs('officer', id)).items[1].version, ...row }]
      return (await world.send('officer', 'POST', `/api/plans/${id}/items`, { rows })).body.items[0]
    }
    const gone = { rows: [{ id: line.id, version: line.version }], reason: 'Đối tác hủy' }
    expect((await world.send('officer', 'POST', `/api/plans/${id}/items/remove`, gone)).status).toBe(200)
    expect(await save({ fields: { position: 7 } })).toMatchObject({ standing: 'dropped', adjustReason: 'Đối tác hủy' })
    expect(await save({ fields: {}, again: true })).toMatchObject({
      standing: 'planned',
      adjustReason: '',
      fields: { title: line.fields.title },
    })
    const { rows } = await database.pool.query(
      `select content from audit_entry where subject_id = $1 and content like '%plan.items-saved%' order by seq desc limit 1`,
      [id],
    )
    expect(JSON.parse(rows[0]?.content)).toMatchObject({
      before: { [line.id]: { standing: 'dropped', adjustReason: 'Đối tác hủy' } },
      after: { [line.id]: { standing: 'planned', adjustReason: '' } },
    })
  })

  it('can be withdrawn; the approved edition never moved', async () => {
    const { former, id } = await approved()
    expect((await step(world, 'officer', 'withdraw', id, { reason: 'Không cần nữa' })).status).toBe(200)
    expect((await planAs('officer', former)).state).toBe('approved')
    expect((await world.send('officer', 'POST', `/api/plans/${former}/adjust`, { reason: 'lần nữa' })).status).toBe(200)
  })

  it('swaps money of one line for another inside the total, on record', async () => {
    const { id, items } = await approved()
    const swap = (vnd: number) =>
      world.send('officer', 'POST', `/api/plans/${id}/swaps`, {
        fromItemId: items[0].id,
        toItemId: items[1].id,
        source: 'state-budget',
        vnd,
        reason: 'Ưu tiên bệnh viện',
      })
    expect((await swap(600_000_000)).body.error.message.vi).toContain('chỉ có 500.000.000 ₫')
    expect((await swap(200_000_000)).status).toBe(200)
    const plan = await planAs('officer', id)
    expect(plan.items.map((item: { vnd: number }) => item.vnd)).toEqual([300_000_000, 700_000_000])
    expect(plan.swaps).toMatchObject([
      { fromTitle: 'Dịch tễ', toTitle: 'Bệnh viện', vnd: 200_000_000, reason: 'Ưu tiên bệnh viện' },
    ])
    expect((await swap(300_000_000)).status).toBe(200)
    expect((await planAs('officer', id)).items[0].standing).toBe('dropped')
  })

  it('puts the trips of the people named into their ledgers', async () => {
    const leader = await addPerson(
      database,
      'Trần Văn Giám',
      { root: world.city, body: world.health },
      { leader: true, title: 'Giám đốc' },
    )
    const line = fullLine('Dịch tễ', { people: [{ post: 'Giám đốc', count: 1, personId: leader }] })
    const { id, items } = await approved([line, fullLine('Bệnh viện')])
    const trips = () =>
      inScope(database.pool, { roots: [world.city] }, async (transaction) => {
        const entry = transaction.selectFrom('trip_entry').select(['title', 'departs_on', 'state'])
        return entry.where('person_id', '=', leader).execute()
      })
    expect(await trips()).toEqual([{ title: 'Dịch tễ', departs_on: `${YEAR}-04-01`, state: 'planned' }])
    expect((await planAs('officer', id)).people).toMatchObject([{ id: leader, keyLeader: true, trips: [] }])
    await world.send('officer', 'POST', `/api/plans/${id}/items/remove`, {
      rows: [{ id: items[0].id, version: 1 }],
      reason: 'Bỏ',
    })
    await toConsolidation(world, id, 'officer', 'head')
    await approveAsIs(world, id)
    expect(await trips()).toEqual([])
  })
})
