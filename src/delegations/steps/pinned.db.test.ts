import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  onDay,
  TODAY,
  take,
  walk,
} from '../../../test/support/delegations.ts'
import { lawWith, procedureFrom, sizeLimitFrom } from '../../../test/support/law.ts'

/**
 * From this day on reception takes three days and examination four, public security is heard of all, and a text binds by which no
 * delegation has more than one person, save by exception.
 */
const NEW = '2026-04-13'
const law = lawWith(
  procedureFrom(NEW, (procedure) => ({
    ...procedure,
    stages: { signed: 3, examining: 4, proposed: 2 },
    opinions: [{ party: 'public-security', days: 2, silence: 'no-objection' }],
  })),
  sizeLimitFrom(NEW, 1),
)

const { database, world } = delegationWorld(law)

const view = async (id: string, who: DelegationPlayer = 'examiner') =>
  (await world.send(who, 'GET', `/api/delegations/${id}`)).body

const begin = async () => enter(world, (await caseRequest('01-compliant')).dossier)
const parties = async (id: string) => (await view(id)).opinions.map(({ party }: { party: string }) => party).toSorted()
/** The stage began on a Tuesday. */
const sinceTuesday = (id: string) =>
  database.pool.query(`update delegation set state_since = '2026-04-14T03:00:00Z' where id = $1`, [id])

describe('a dossier that was submitted before a new procedure', () => {
  it('keeps the former in its days and in who is heard, also when it is returned and comes again', async () => {
    onDay(TODAY)
    const id = await begin()
    expect((await view(id, 'officer')).procedureDay).toBeNull()
    await walk(world, id, [
      ['officer', 'submit'],
      ['head', 'sign'],
    ])
    onDay('2026-04-14')
    await sinceTuesday(id)
    expect(await view(id)).toMatchObject({
      procedureDay: TODAY,
      stages: { signed: 1, examining: 2 },
      due: '2026-04-15',
      newProcedure: { reason: { vi: 'Quy trình thử nghiệm' } },
    })
    const { body: list } = await world.send('examiner', 'GET', '/api/delegations?state=signed')
    expect(list.items.find((one: { id: string }) => one.id === id).due).toBe('2026-04-15')
    await walk(world, id, [
      ['examiner', 'return', { reason: 'Nêu rõ' }],
      ['officer', 'submit'],
      ['head', 'sign'],
      ['examiner', 'receive'],
    ])
    expect((await view(id)).procedureDay).toBe(TODAY)
    expect(await parties(id)).toEqual(['finance', 'mission'])
  })

  it('is moved to the new one by whoever examines it, with the reason, and then goes by its days and hears its parties', async () => {
    onDay(TODAY)
    const id = await begin()
    await walk(world, id, [
      ['officer', 'submit'],
      ['head', 'sign'],
      ['examiner', 'receive'],
    ])
    const early = await take(world, 'examiner', 'move-procedure', id, { reason: 'Thống nhất' })
    expect([early.status, JSON.stringify(early.body)]).toEqual([422, expect.stringContaining('không có quy trình mới')])
    onDay('2026-04-14')
    await sinceTuesday(id)
    const offered = (await view(id)).actions.map(({ action }: { action: string }) => action)
    expect(offered).toContain('move-procedure')
    expect((await take(world, 'examiner', 'move-procedure', id, { reason: '' })).status).toBe(400)
    expect((await take(world, 'head', 'move-procedure', id, { reason: 'Nhanh hơn' })).status).toBe(403)
    await walk(world, id, [['examiner', 'move-procedure', { reason: 'Thống nhất một quy trình' }]])
    expect(await view(id)).toMatchObject({
      state: 'examining',
      procedureDay: '2026-04-14',
      newProcedure: null,
      stages: { signed: 3, examining: 4 },
      due: '2026-04-20',
    })
    expect(await parties(id)).toEqual(['public-security'])
    expect((await take(world, 'examiner', 'move-procedure', id, { reason: 'Lần nữa' })).status).toBe(422)
    const { rows } = await database.pool.query(
      `select content::json ->> 'ground' as ground from audit_entry where action = 'delegation.move-procedure' and subject_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ ground: 'Thống nhất một quy trình' }])
  })
})

describe('a dossier that is submitted under the new procedure', () => {
  it('goes by it from the beginning; one that its head sends back within the unit has not begun', async () => {
    onDay(TODAY)
    const sentBack = await begin()
    await walk(world, sentBack, [
      ['officer', 'submit'],
      ['head', 'send-back', { reason: 'Sửa' }],
    ])
    onDay('2026-04-14')
    const fresh = await begin()
    for (const id of [fresh, sentBack]) {
      await walk(world, id, [
        ['officer', 'submit'],
        ['head', 'sign'],
        ['examiner', 'receive'],
      ])
      expect(await view(id)).toMatchObject({ procedureDay: '2026-04-14', newProcedure: null, stages: { examining: 4 } })
      expect(await parties(id)).toEqual(['public-security'])
    }
    onDay(TODAY)
  })
})

describe('the law that has come into force since the head signed', () => {
  it('is told with the findings that it turns, of a dossier that is the same; the decision goes by it', async () => {
    onDay(TODAY)
    const id = await begin()
    await walk(world, id, [
      ['officer', 'submit'],
      ['head', 'sign'],
      ['examiner', 'receive'],
    ])
    onDay('2026-04-10')
    expect((await view(id)).lawSince).toBeNull()
    onDay('2026-04-14')
    const turned = {
      rule: 'delegation-size',
      norm: 'QD-THU-2026#1',
      before: null,
      now: { outcome: 'violated', limit: 1 },
    }
    for (const who of ['officer', 'examiner', 'authority'] as const) {
      const { lawSince } = await view(id, who)
      expect([lawSince.signedOn, lawSince.findings.length]).toEqual([TODAY, 1])
      expect(lawSince.findings[0]).toMatchObject(turned)
    }
    expect((await view(id, 'mission')).lawSince).toBeNull()
    await walk(world, id, [['examiner', 'recommend']])
    const decision = { document: { number: '15/QĐ-UBND', on: '2026-04-14' }, accepts: 'Đã rõ' }
    const bare = await take(world, 'authority', 'approve', id, decision)
    expect([bare.status, JSON.stringify(bare.body)]).toEqual([422, expect.stringContaining('1-QĐ/THU, điểm 1')])
    const waivers = [
      { rule: 'delegation-size', norm: 'QD-THU-2026#1', grounds: 'Đã ký trước khi có quy định', reasonCode: 'other' },
    ]
    expect((await take(world, 'authority', 'approve', id, { ...decision, waivers })).status).toBe(200)
    expect((await view(id)).lawSince).toBeNull()
    onDay(TODAY)
  })
})
