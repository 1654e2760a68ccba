import { describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../test/support/database.ts'
import {
  caseRequest,
  type DelegationPlayer,
  type DelegationWorld,
  delegationWorld,
  enter,
  hear,
  TODAY,
  take,
  walk,
} from '../../../test/support/delegations.ts'
import { laneFrom, lawWith } from '../../../test/support/law.ts'
import { addPlanLine } from '../../../test/support/plan-line.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import type { JsonObject } from '../content/json.ts'
import { CONDITIONS } from './conditions.ts'

const DECISION = { document: { number: '15/QĐ-UBND', on: TODAY } }
/** As good as never. */
const NEVER = { part: 1, of: 1_000_000_000 }
const ALWAYS = { part: 1, of: 1 }

/** What is done with dossiers of one world. */
function lane(world: DelegationWorld, database: TestDatabase) {
  const view = async (id: string, who: DelegationPlayer = 'examiner') =>
    (await world.send(who, 'GET', `/api/delegations/${id}`)).body
  return {
    view,
    /** A dossier in good order, changed where it says, received; on a line of the plan unless it is not to be. */
    async received(change: (dossier: JsonObject) => JsonObject = (one) => one, inPlan = true): Promise<string> {
      const id = await enter(world, change((await caseRequest('01-compliant')).dossier))
      if (inPlan) {
        const place = { root: world.city, body: world.science }
        const planItemId = await addPlanLine(database, place, { planned: 5_000_000_000, travelLine: 9_000_000_000 })
        const { version } = await view(id, 'officer')
        const { status, body } = await world.send('officer', 'POST', `/api/delegations/${id}/link-line`, {
          version,
          planItemId,
        })
        if (status !== 200) throw new Error(JSON.stringify(body))
      }
      await walk(world, id, [
        ['officer', 'submit'],
        ['head', 'sign'],
        ['examiner', 'receive'],
      ])
      return id
    },
    /** The conditions that are not met, each with how it stands. */
    async open(id: string, who: DelegationPlayer = 'examiner') {
      const { read } = (await view(id, who)).lane
      return read.flatMap(({ condition, met }: Record<string, string>) =>
        met === 'met' ? [] : [`${condition} ${met}`],
      )
    },
    offers: async (id: string) =>
      (await view(id)).actions.find(({ action }: { action: string }) => action === 'pass-simple'),
    async refusal(id: string): Promise<string> {
      const { status, body } = await take(world, 'examiner', 'pass-simple', id)
      return `${status} ${body.error?.message.vi}`
    },
    assess: (id: string, judgement: string) =>
      world.send('examiner', 'POST', `/api/delegations/${id}/assessments`, {
        subject: 'practicality',
        judgement,
        reasonCode: 'purpose-vague',
      }),
    counted: async (who: DelegationPlayer = 'examiner') =>
      (await world.send(who, 'GET', '/api/delegation-lane?year=2026')).body,
  }
}

describe('a dossier that no lot falls on', () => {
  const { database, world } = delegationWorld(lawWith(laneFrom('2026-01-01', NEVER)))
  const { view, received, open, offers, refusal, assess, counted } = lane(world, database)

  it('is passed on in one step once everybody was heard, rests on the verdict, and is decided by name', async () => {
    const id = await received()
    expect(await open(id)).toEqual(['findings waits', 'heard waits'])
    expect((await offers(id)).why.vi).toContain('chưa đạt điều kiện: đúng mọi điều pháp luật nêu, kể cả')
    expect(await refusal(id)).toMatch(/^422 .*đã nghe đủ các nơi phải hỏi.*Hãy thẩm định hồ sơ rồi dùng/)
    await hear(world, id)
    expect([await open(id), (await offers(id)).why]).toEqual([[], null])
    expect((await take(world, 'head', 'pass-simple', id)).status).toBe(403)
    await walk(world, id, [['examiner', 'pass-simple']])
    const { state, steps, lane: after, verdict } = await view(id)
    const { said, verdict: frozen, by } = steps.at(-1)
    expect([state, said.recommendation, frozen, by, after]).toEqual([
      'proposed',
      'approve',
      'compliant',
      'Thẩm định viên',
      null,
    ])
    expect(said.lane.map(({ condition, met }: Record<string, string>) => [condition, met])).toEqual(
      CONDITIONS.map((one) => [one, 'met']),
    )
    const unit = (await view(id, 'officer')).steps.at(-1)
    expect([unit.action, unit.said, unit.verdict]).toEqual(['pass-simple', {}, null])
    await walk(world, id, [['authority', 'approve', DECISION]])
    expect([(await view(id)).state, verdict]).toEqual(['approved', expect.anything()])
    expect(await counted()).toMatchObject({ received: 1, passed: 1, drawn: 0, found: [] })
  })

  it('is shown to its unit with its conditions, but neither its lot nor what examiners doubt', async () => {
    const id = await received()
    await assess(id, 'asked')
    expect(await open(id)).toEqual(['findings waits', 'heard waits', 'doubts unmet'])
    const { lane: shown } = await view(id, 'officer')
    expect(shown).not.toHaveProperty('draw')
    expect(shown.read.map(({ condition }: { condition: string }) => condition)).not.toContain('doubts')
    expect(shown.source.vi).toContain('chưa văn bản nào quy định')
    expect(await counted('officer')).toEqual({ received: 0, passed: 0, drawn: 0, found: [] })
  })

  it('is examined by somebody where an examiner doubts, somebody objects, or the authority hands it back', async () => {
    const doubted = await received()
    await hear(world, doubted)
    await assess(doubted, 'not-accepted')
    expect(await refusal(doubted)).toMatch(/^422 .*người thẩm định không hỏi lại/)
    const objected = await received()
    const [{ id: asked }] = (await view(objected)).opinions
    const letter = { answer: 'objects', text: 'Chưa nên đi', number: '9/CV', on: TODAY }
    await world.send('examiner', 'POST', `/api/delegation-opinions/${asked}/enter`, letter)
    expect(await open(objected)).toContain('heard unmet')
    const returned = await received()
    await hear(world, returned)
    await walk(world, returned, [
      ['examiner', 'pass-simple'],
      ['authority', 'hand-back', { reason: 'Cần báo cáo thẩm định' }],
    ])
    expect(await open(returned)).toEqual(['handed-back unmet'])
    expect(await refusal(returned)).toMatch(/^422 /)
  })

  it('is none where it is in no plan, or a cadre of another level travels: no lot, and no such step', async () => {
    const unplanned = await received((one) => one, false)
    const managed = await received(({ members, ...one }) => ({
      ...one,
      members: (members as JsonObject[]).map((member, at) =>
        at === 0 ? { ...member, managedBy: 'standing-committee' } : member,
      ),
    }))
    expect(await open(unplanned)).toContain('plan unmet')
    expect(await open(managed)).toContain('cadres unmet')
    for (const id of [unplanned, managed]) {
      expect([await offers(id), (await view(id)).lane.draw]).toEqual([undefined, null])
      expect(await refusal(id)).toMatch(/^422 .*không được bốc thăm/)
    }
  })

  it('has a new lot with each reception, which nobody changes and its unit does not read', async () => {
    const id = await received()
    await walk(world, id, [
      ['examiner', 'return', { reason: 'Nêu rõ hơn' }],
      ['officer', 'submit'],
      ['head', 'sign'],
      ['examiner', 'receive'],
    ])
    const lots = (scope: Parameters<typeof inScope>[1]) =>
      inScope(database.pool, scope, (all) =>
        all.selectFrom('delegation_draw').select(['lot', 'lots', 'examined']).where('delegation_id', '=', id).execute(),
      )
    expect(await lots(HOUSEKEEPING)).toEqual([
      { lot: expect.any(Number), lots: NEVER.of, examined: 1 },
      { lot: expect.any(Number), lots: NEVER.of, examined: 1 },
    ])
    expect(await lots({ permission: 'dossiers.write', bodies: [world.science] })).toEqual([])
    const { rows } = await database.pool.query(
      `select 1 from audit_entry where action = 'delegation.lot-drawn'
      and subject_id = $1`,
      [id],
    )
    expect(rows).toHaveLength(2)
    await expect(
      inScope(database.pool, { permission: 'dossiers.examine', roots: [world.city], writes: true }, (all) =>
        all.updateTable('delegation_draw').set({ lot: 1 }).where('delegation_id', '=', id).execute(),
      ),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('a dossier that is drawn', () => {
  const { database, world } = delegationWorld(lawWith(laneFrom('2026-01-01', ALWAYS)))
  const { view, received, offers, refusal, counted } = lane(world, database)

  it('is examined in full though every condition is met, stays drawn when it comes anew, and is counted by what was found', async () => {
    const id = await received()
    await walk(world, id, [
      ['examiner', 'return', { reason: 'Nêu rõ hơn' }],
      ['officer', 'submit'],
      ['head', 'sign'],
      ['examiner', 'receive'],
    ])
    await hear(world, id)
    expect((await view(id)).lane.draw).toMatchObject({ lot: 0, lots: 1, examined: 1, drawn: true })
    expect((await offers(id)).why.vi).toContain('rút ngẫu nhiên')
    expect(await refusal(id)).toMatch(/^422 .*đã được rút ngẫu nhiên để thẩm định đầy đủ/)
    expect(await counted()).toEqual({ received: 1, passed: 0, drawn: 1, found: [{ ending: 'return', count: 1 }] })
    await walk(world, id, [['examiner', 'recommend', { recommendation: 'refuse', reason: 'Mục đích chưa rõ' }]])
    expect(await counted()).toEqual({ received: 1, passed: 0, drawn: 1, found: [{ ending: 'refuse', count: 1 }] })
  })
})

describe('where the procedure knows no simple lane', () => {
  const { database, world } = delegationWorld(lawWith(laneFrom('2026-01-01', undefined)))
  const { view, received, offers, refusal } = lane(world, database)

  it('every dossier is examined in full', async () => {
    const id = await received()
    await hear(world, id)
    expect([(await view(id)).lane, await offers(id)]).toEqual([null, undefined])
    expect(await refusal(id)).toMatch(/^422 .*không có luồng đơn giản/)
  })
})
