import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  delegationWorld,
  enter,
  onDay,
  TODAY,
  take,
  toAuthority,
} from '../../../test/support/delegations.ts'

/** Why exceptions were granted, until when they may be used, and how often who has granted them. */

const { database, world } = delegationWorld()

const DECISION = { document: { number: '15/QĐ-UBND', on: TODAY }, accepts: 'Đã rõ' }

interface Found {
  rule: string
  norm: string
  subject?: string
  outcome: string
  severity: string
}

/** An item with its key and days. */
type Dated = Record<'key' | 'arrive' | 'leave' | 'day', string>

const view = async (id: string) => (await world.send('officer', 'GET', `/api/delegations/${id}`)).body

async function waiving(id: string, terms: object = { reasonCode: 'urgent-task' }) {
  const { body } = await world.send('authority', 'GET', `/api/delegations/${id}/check?deciding=yes`)
  return (body.result.findings as Found[])
    .filter(({ outcome, severity }) => outcome === 'violated' && severity === 'needs-exception')
    .map(({ rule, norm, subject }) => ({
      rule,
      norm,
      ...(subject === undefined ? {} : { subject }),
      grounds: 'Theo lời mời',
      ...terms,
    }))
}

/** A dossier of eight people, which the authority has approved on these terms. */
async function approved(terms?: object): Promise<string> {
  const id = await enter(world, (await caseRequest('04-eight-people')).dossier)
  await toAuthority(world, id)
  const answer = await take(world, 'authority', 'approve', id, { ...DECISION, waivers: await waiving(id, terms) })
  expect([answer.status, answer.body.error]).toEqual([200, undefined])
  return id
}

const edit = (id: string, ...changes: object[]) =>
  world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })

const register = async (query: string, who: 'examiner' | 'officer' | 'otherOfficer' = 'examiner') =>
  (await world.send(who, 'GET', `/api/exceptions${query}`)).body

describe('an exception', () => {
  it('is granted for a reason of the list; none, or another, is a fault of its field', async () => {
    const id = await enter(world, (await caseRequest('04-eight-people')).dossier)
    await toAuthority(world, id)
    for (const terms of [{}, { reasonCode: 'because' }]) {
      const waivers = await waiving(id, terms)
      const { status, body } = await take(world, 'authority', 'approve', id, { ...DECISION, waivers })
      expect([status, body.error.faults[0].path]).toEqual([400, 'waivers[0].reasonCode'])
    }
  })

  it('that ends before the departure is refused at its field; one that lasts is shown with its day', async () => {
    const id = await enter(world, (await caseRequest('04-eight-people')).dossier)
    await toAuthority(world, id)
    const { departsOn } = await view(id)
    const early = await waiving(id, { reasonCode: 'agreement', lastDay: '2026-04-03' })
    const refused = await take(world, 'authority', 'approve', id, { ...DECISION, waivers: early })
    expect([refused.status, refused.body.error.faults[0].path]).toEqual([400, 'waivers[0].lastDay'])
    const waivers = await waiving(id, { reasonCode: 'agreement', lastDay: departsOn })
    expect((await take(world, 'authority', 'approve', id, { ...DECISION, waivers })).status).toBe(200)
    expect((await view(id)).waivers[0]).toMatchObject({ reasonCode: 'agreement', lastDay: departsOn })
  })

  it('no longer covers a departure that was put after its last day: the change is refused until it is granted anew', async () => {
    const { departsOn } = await view(await approved())
    const id = await approved({ reasonCode: 'agreement', lastDay: departsOn })
    await take(world, 'officer', 'amend', id, { reason: 'Lùi ngày' })
    const { content } = await view(id)
    const later = (day: string) => new Date(Date.parse(day) + 7 * 86_400_000).toISOString().slice(0, 10)
    const moved = (at: string, from: string) => ({ at, from, to: later(from) })
    const { trip } = content
    const saved = await edit(
      id,
      moved('trip/departure', trip.departure),
      moved('trip/return', trip.return),
      ...trip.stays.flatMap(({ key, arrive, leave }: Dated) => [
        moved(`trip/stays/${key}/arrive`, arrive),
        moved(`trip/stays/${key}/leave`, leave),
      ]),
      ...content.programme.map(({ key, day }: Dated) => moved(`programme/${key}/day`, day)),
    )
    expect([saved.status, saved.body.clashes]).toEqual([200, []])
    expect(
      (await register('?year=2026')).items.find((one: { delegationId: string }) => one.delegationId === id),
    ).toMatchObject({ outcome: 'changed' })
    const proposed = await take(world, 'head', 'propose-change', id)
    expect([proposed.status, proposed.body.error]).toEqual([200, undefined])
    const bare = await take(world, 'authority', 'redecide', id, DECISION)
    expect([bare.status, bare.body.error.message.vi]).toEqual([
      422,
      expect.stringContaining('sau ngày cuối được dùng ngoại lệ'),
    ])
    const waivers = await waiving(id)
    expect(waivers.length).toBeGreaterThan(0)
    expect((await take(world, 'authority', 'redecide', id, { ...DECISION, waivers })).status).toBe(200)
  })
})

describe('the register', () => {
  it('says what has become of each: ahead, carried out, called off', async () => {
    const id = await approved()
    const outcome = async () =>
      (await register('')).items.find((one: { delegationId: string }) => one.delegationId === id).outcome
    expect(await outcome()).toBe('ahead')
    const { returnsOn } = await view(id)
    onDay(returnsOn)
    expect(await outcome()).toBe('ahead')
    onDay('2026-12-01')
    expect(await outcome()).toBe('carried-out')
    onDay(TODAY)
    await take(world, 'officer', 'cancel', id, { reason: 'Đối tác hoãn' })
    expect(await outcome()).toBe('cancelled')
    const { items } = await register('?outcome=cancelled')
    expect(items.every((one: { outcome: string }) => one.outcome === 'cancelled') && items.length > 0).toBe(true)
  })

  it('counts a year by unit, approver, norm, reason and outcome; the sums are those of the list, and filters hold for both', async () => {
    await approved({ reasonCode: 'route' })
    const id = await approved()
    await database.pool.query('update delegation_waiver set reason_code = null where delegation_id = $1', [id])
    const { total } = await register('?year=2026')
    const { status, body } = await world.send('examiner', 'GET', '/api/exceptions/statistics?year=2026')
    expect([status, body.count]).toEqual([200, total])
    for (const by of ['unit', 'authority', 'norm', 'reason', 'outcome']) {
      expect([by, body.by[by].reduce((sum: number, { count }: { count: number }) => sum + count, 0)]).toEqual([
        by,
        total,
      ])
    }
    expect(body.by.unit).toMatchObject([{ key: world.science, count: total }])
    expect(body.by.authority).toMatchObject([{ name: 'Văn phòng UBND (Chủ tịch)', key: 'Văn phòng UBND' }])
    for (const { key, count } of body.by.reason as { key: string; count: number }[]) {
      expect((await register(`?year=2026&reason=${key || 'none'}`)).total).toBe(count)
    }
    const narrowed = await world.send('examiner', 'GET', '/api/exceptions/statistics?year=2026&reason=none')
    expect(narrowed.body).toMatchObject({ dossiers: 1, by: { reason: [{ key: '', name: '' }] } })
    expect((await world.send('examiner', 'GET', '/api/exceptions/statistics?year=2025')).body.count).toBe(0)
    expect((await world.send('otherOfficer', 'GET', '/api/exceptions/statistics?year=2026')).body.count).toBe(0)
    expect((await world.send('examiner', 'GET', '/api/exceptions/statistics')).status).toBe(400)
    expect((await world.send('examiner', 'GET', '/api/exceptions/statistics/export?year=2026')).status).toBe(200)
  })
})
