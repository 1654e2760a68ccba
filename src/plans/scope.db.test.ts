import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import {
  addPlayer,
  approveAsIs,
  draftPlan,
  fullLine,
  openPlanWorld,
  type PlanWorld,
  type Player,
  step,
  toConsolidation,
  YEAR,
} from '../../test/support/plans.ts'
import { addPerson } from '../../test/support/register.ts'
import { inScope } from '../db/scope.ts'

let database: TestDatabase
let world: PlanWorld
let plan: { id: string; items: string[] }
beforeAll(async () => {
  database = await openTestDatabase()
  world = await openPlanWorld(database)
  plan = await draftPlan(world, world.health, 'officer', [fullLine('Dịch tễ'), fullLine('Dược', { countries: ['FR'] })])
})
afterAll(() => database.close())

/** Who sees the plan as it now stands, by the door and by the database itself. */
async function readers(id: string): Promise<Player[]> {
  const seen: Player[] = []
  for (const who of Object.keys(world.people) as Player[]) {
    if ((await world.send(who, 'GET', `/api/plans/${id}`)).status === 200) seen.push(who)
  }
  return seen
}

describe('who sees a plan', () => {
  const UNIT: Player[] = ['officer', 'head']
  const ROOT: Player[] = ['foreignAffairs', 'authority']

  it('widens with its way, and never reaches the officers of another unit', async () => {
    expect(await readers(plan.id)).toEqual(UNIT)
    await step(world, 'officer', 'submit', plan.id)
    expect(await readers(plan.id)).toEqual(UNIT)
    await step(world, 'head', 'sign', plan.id)
    expect(await readers(plan.id)).toEqual([...UNIT, ...ROOT])
    expect((await world.send('mission', 'GET', '/api/plan-items')).body.total).toBe(0)
    await step(world, 'foreignAffairs', 'receive', plan.id)
    expect((await world.send('ministry', 'GET', '/api/plans')).body.total).toBe(0)
    const coming = (await world.send('mission', 'GET', '/api/plan-items')).body
    expect(coming.items).toMatchObject([{ title: 'Dịch tễ', vnd: null, sources: [] }])
    await approveAsIs(world, plan.id)
    expect(await readers(plan.id)).toEqual([...UNIT, ...ROOT, 'ministry'])
    expect((await world.send('cultureOfficer', 'GET', '/api/plan-items')).body.total).toBe(0)
    expect((await world.send('cultureOfficer', 'GET', `/api/money?year=${YEAR}`)).body.rows).toEqual([])
    expect((await world.send('mission', 'GET', `/api/money?year=${YEAR}`)).body.rows).toEqual([])
  })

  it('is the database’s word: no costs, versions or decisions for a mission, no writing by who only reads', async () => {
    const count = (table: 'plan' | 'plan_item' | 'plan_item_cost' | 'plan_version' | 'plan_decision' | 'money_entry') =>
      inScope(
        database.pool,
        { account: plan.id, permission: 'plans.read', countries: ['JP'] },
        async (transaction) => (await transaction.selectFrom(table).selectAll().execute()).length,
      )
    expect(await count('plan_item')).toBe(1)
    for (const table of ['plan', 'plan_item_cost', 'plan_version', 'plan_decision', 'money_entry'] as const) {
      expect(await count(table), table).toBe(0)
    }
    const change = (permission: string, scope: object, writes: boolean) =>
      inScope(database.pool, { ...scope, account: plan.id, permission, writes }, async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('plan_item')
          .set({ title: 'Khác' })
          .where('plan_id', '=', plan.id)
          .executeTakeFirst()
        return Number(numUpdatedRows)
      })
    expect(await change('plans.read', { bodies: [world.health] }, false)).toBe(0)
    expect(await change('people.write', { bodies: [world.health] }, true)).toBe(0)
    expect(await change('plans.write', { bodies: [world.culture] }, true)).toBe(0)
    expect(await change('money.write', { roots: [world.city] }, true)).toBe(0)
    await expect(
      inScope(database.pool, { roots: [world.city], permission: 'plans.approve', writes: true }, (transaction) =>
        transaction.deleteFrom('plan_version').execute(),
      ),
    ).rejects.toThrow(/permission denied/)
  })

  it('lets another unit know of a trip only that there is one: country, months, number of people', async () => {
    const other = await draftPlan(world, world.culture, 'cultureOfficer', [fullLine('Bảo tàng', { monthTo: 5 })])
    const { body } = await world.send('cultureOfficer', 'GET', `/api/plans/${other.id}/neighbours`)
    expect(body).toEqual([{ country: 'JP', monthFrom: 4, monthTo: 4, headcount: 5 }])
    const back = await world.send('officer', 'GET', `/api/plans/${plan.id}/neighbours`)
    expect(back.body, 'a draft is nobody’s business').toEqual([])
  })
})

describe('nobody decides what is their own', () => {
  it('neither who holds a role in the body, nor who stands in for such a one', async () => {
    const own = await draftPlan(world, world.foreign, 'foreignOfficer', [fullLine('Hội nghị')])
    await step(world, 'foreignOfficer', 'submit', own.id)
    await step(world, 'foreignHead', 'sign', own.id)
    const refused = await step(world, 'foreignAffairs', 'receive', own.id)
    expect(refused.status).toBe(422)
    expect(refused.body.error.message.vi).toMatch(
      /Không ai quyết định việc của mình.*38-CT\/TW, điểm 2.*cấp có thẩm quyền tự thẩm định/,
    )
    const reach = { roots: [world.city] }
    const clerk = await addPlayer(database, 'Người thay', 'foreign-affairs', world.culture, world.city, reach, {
      onBehalfOf: {
        accountId: world.people.foreignHead.account?.id ?? '',
        name: 'Giám đốc Ngoại vụ',
        document: '7/UQ',
      },
    })
    expect((await step(world, clerk, 'receive', own.id)).body.error.message.vi).toContain(
      'Giám đốc Ngoại vụ thuộc chính cơ quan',
    )
    // So the authority draws it up itself – and only such a plan.
    expect(await step(world, 'authority', 'take-up', own.id, { reason: 'Sở không tự thẩm định' })).toMatchObject({
      body: { plans: [{ state: 'proposed' }] },
    })
    const document = { number: '13/KH-UBND', on: '2026-01-05' }
    expect((await step(world, 'authority', 'approve', own.id, { document })).status).toBe(200)
  })

  it('nor who travels in a line, on the way to either decision', async () => {
    const leader = await addPerson(database, 'Lê Thị Lãnh', { root: world.city, body: world.city }, { leader: true })
    const reach = { roots: [world.city] }
    const traveller = await addPlayer(database, 'Lê Thị Lãnh', 'authority', world.city, world.city, reach, {
      personId: leader,
    })
    const line = fullLine('Bảo tồn', { people: [{ post: 'Phó Chủ tịch', count: 1, personId: leader }] })
    const [draft] = (await world.send('cultureOfficer', 'GET', `/api/plans?bodyId=${world.culture}`)).body.items
    await world.send('cultureOfficer', 'POST', `/api/plans/${draft.id}/items`, { rows: [{ fields: line }] })
    await toConsolidation(world, draft.id, 'cultureOfficer', 'cultureHead')
    const items = (await world.send('foreignAffairs', 'GET', `/api/plans/${draft.id}`)).body.items
    await world.send('foreignAffairs', 'POST', `/api/plans/${draft.id}/decisions`, {
      decisions: items.map((item: { id: string; version: number }) => ({
        itemId: item.id,
        version: item.version,
        kind: 'keep',
      })),
    })
    await step(world, 'foreignAffairs', 'propose', draft.id)
    const document = { number: '14/KH-UBND', on: '2026-01-05' }
    const refused = await step(world, traveller, 'approve', draft.id, { document })
    expect(refused.status).toBe(422)
    expect(refused.body.error.message.vi).toContain('đi trong đoàn «Bảo tồn»')
    expect((await step(world, 'authority', 'approve', draft.id, { document })).status).toBe(200)
  })

  it('nor may the authority pass over consolidation for an ordinary plan', async () => {
    const fresh = await openPlanWorld(database)
    const one = await draftPlan(fresh, fresh.health, 'officer', [fullLine('Dịch tễ')])
    await step(fresh, 'officer', 'submit', one.id)
    await step(fresh, 'head', 'sign', one.id)
    const refused = await step(fresh, 'authority', 'take-up', one.id, { reason: 'nhanh hơn' })
    expect(refused.body.error.message.vi).toContain('chỉ dành cho kế hoạch của chính cơ quan tổng hợp')
  })
})
