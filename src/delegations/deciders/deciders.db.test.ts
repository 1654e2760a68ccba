import { beforeAll, describe, expect, it } from 'vitest'
import { caseRequest, delegationWorld, enter, take, toAuthority } from '../../../test/support/delegations.ts'
import { addPlayer } from '../../../test/support/plans.ts'
import { addBody } from '../../../test/support/register.ts'
import type { Visitor } from '../../http/who.ts'
import type { JsonObject } from '../content/json.ts'

/** Who decides: the People's Committee or the Party Committee of the city, by the bloc of the sender and whom it sends. */

const { database, world } = delegationWorld()
const PEOPLES = 'Ủy ban nhân dân'
const PARTY = 'Thành ủy'
const DECISION = { document: { number: '9/QĐ', on: '2026-04-02' }, accepts: 'Đủ căn cứ', waivers: [] }

let chairman: Visitor
let secretary: Visitor

beforeAll(async () => {
  const city = world.city
  const authorityIn = async (name: string, bloc: string, who: string) => {
    const body = await addBody(database, name, { root: city, level: 'province' })
    await setBloc(body, bloc)
    return addPlayer(database, who, 'authority', body, city, { roots: [city] })
  }
  chairman = await authorityIn(PEOPLES, 'state', 'Bà Chủ tịch')
  secretary = await authorityIn(PARTY, 'party', 'Ông Phó Bí thư')
})

async function setBloc(body: string, bloc: string): Promise<void> {
  await database.pool.query('update body_version set bloc = $2 where body_id = $1', [body, bloc])
}

/** A dossier of a sender of this bloc, with the authority. */
async function proposed(bloc: string, change: (members: JsonObject[]) => JsonObject[] = (all) => all): Promise<string> {
  await setBloc(world.science, bloc)
  const { dossier } = await caseRequest('01-compliant')
  const id = await enter(world, { ...dossier, members: change(dossier.members as JsonObject[]) })
  await toAuthority(world, id, { heard: true })
  return id
}

const view = async (who: Visitor, id: string) => (await world.send(who, 'GET', `/api/delegations/${id}`)).body
const offered = async (who: Visitor, id: string): Promise<string[]> =>
  (await view(who, id)).actions.map(({ action }: { action: string }) => action)

async function attempt(who: Visitor, action: string, id: string, more: object = DECISION) {
  const { version } = await view(who, id)
  return world.send(who, 'POST', `/api/delegations/${id}/${action}`, { version, ...more })
}

const desk = async (who: Visitor): Promise<string[]> =>
  (await world.send(who, 'GET', '/api/delegations/work')).body.map(({ id }: { id: string }) => id)

async function told(who: Visitor, id: string): Promise<boolean> {
  const { rows } = await database.pool.query(
    `select from notice where account_id = $1 and what = 'dossier.decide' and path = $2`,
    [who.account?.id, `/doan-ra/${id}`],
  )
  return rows.length > 0
}

describe.each([
  { bloc: 'state', body: PEOPLES, decider: () => chairman, other: () => secretary },
  { bloc: 'party', body: PARTY, decider: () => secretary, other: () => chairman },
  { bloc: 'front-and-mass', body: PARTY, decider: () => secretary, other: () => chairman },
])('a dossier of a sender of the bloc $bloc', ({ bloc, body, decider, other }) => {
  it(`is offered, listed and told to ${body} alone, which decides it; any other authority reads it and is told who decides`, async () => {
    const id = await proposed(bloc)
    for (const wrong of [other(), world.people.authority]) {
      expect(await offered(wrong, id)).not.toEqual(expect.arrayContaining(['approve']))
      expect(await desk(wrong)).not.toContain(id)
      expect(await told(wrong, id)).toBe(false)
      expect(await view(wrong, id)).toMatchObject({ decider: { body, source: { vi: expect.any(String) } } })
      for (const action of ['approve', 'hand-back', 'refuse']) {
        const said = action === 'hand-back' ? { reason: 'Xem lại' } : { ...DECISION, reason: 'Không' }
        const { accepts, waivers, ...refusing } = { accepts: '', waivers: [], ...said }
        const { status, body: answer } = await attempt(wrong, action, id, action === 'approve' ? DECISION : refusing)
        expect([action, status, answer.message?.vi ?? JSON.stringify(answer)]).toEqual([
          action,
          422,
          expect.stringContaining(`do ${body} quyết định`),
        ])
        expect(JSON.stringify(answer)).toContain(decider().account?.name)
      }
    }
    expect(await offered(decider(), id)).toContain('approve')
    expect(await desk(decider())).toContain(id)
    expect(await told(decider(), id)).toBe(true)
    expect((await attempt(decider(), 'approve', id)).body).toMatchObject({ state: 'approved' })
    expect(await desk(decider())).not.toContain(id)
  })
})

describe('a dossier of the government bloc with a cadre whom the Party Committee manages', () => {
  it('is agreed to in principle by the Party Committee, and decided by the People’s Committee', async () => {
    const approval = { managedBy: 'standing-committee', personnelApproval: { number: '12-TB/BTC', on: '2026-03-20' } }
    const id = await proposed('state', (members) =>
      members.map((one, at) => (at === 0 ? { ...one, ...approval } : one)),
    )
    expect(await desk(chairman)).not.toContain(id)
    const early = await attempt(chairman, 'agree', id)
    expect([early.status, JSON.stringify(early.body)]).toEqual([422, expect.stringContaining(`do ${PARTY} quyết định`)])
    expect((await attempt(secretary, 'agree', id)).body).toMatchObject({ state: 'agreed' })
    expect([await desk(secretary), await desk(chairman)].map((all) => all.includes(id))).toEqual([false, true])
    const late = await attempt(secretary, 'approve', id)
    expect([late.status, JSON.stringify(late.body)]).toEqual([422, expect.stringContaining(`do ${PEOPLES} quyết định`)])
    expect((await attempt(chairman, 'approve', id)).body).toMatchObject({ state: 'approved' })
  })
})

describe('who stands in for whom', () => {
  it('whoever is barred is told of nobody but those of the body that decides', async () => {
    const id = await proposed('state')
    const { rows } = await database.pool.query('select body_id from role_holding where account_id = $1', [
      chairman.account?.id,
    ])
    const deputy = await addPlayer(database, 'Ông Phó Chủ tịch', 'authority', rows[0].body_id, world.city, {
      roots: [world.city],
    })
    await database.pool.query(
      `insert into role_holding (id, account_id, role, body_id, root_id, valid_from)
        values (gen_random_uuid(), $1, 'unit-head', $2, $3, '2020-01-01')`,
      [chairman.account?.id, world.science, world.city],
    )
    const { own } = await view(chairman, id)
    expect(own.others.map(({ name }: { name: string }) => name)).toEqual([deputy.account?.name])
    await database.pool.query(`delete from role_holding where account_id = $1 and role = 'unit-head'`, [
      chairman.account?.id,
    ])
  })
})

describe('a sender whose bloc the register does not know', () => {
  it('is decided by any authority of the root, whatever the dossier states of itself', async () => {
    await database.pool.query('update body_version set bloc = null where body_id = $1', [world.science])
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    await toAuthority(world, id, { heard: true })
    expect(await desk(world.people.authority)).toContain(id)
    expect(await view(world.people.authority, id)).toMatchObject({ decider: null })
    expect((await take(world, 'authority', 'approve', id, DECISION)).body).toMatchObject({ state: 'approved' })
  })
})
