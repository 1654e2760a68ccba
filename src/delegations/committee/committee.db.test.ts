import { beforeAll, describe, expect, it } from 'vitest'
import {
  caseRequest,
  delegationWorld,
  enter,
  onDay,
  TODAY,
  take,
  toExamination,
  walk,
} from '../../../test/support/delegations.ts'
import { makeSubstitution } from '../../../test/support/identity.ts'
import { addPlayer } from '../../../test/support/plans.ts'
import { addBody, addPerson } from '../../../test/support/register.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import type { Visitor } from '../../http/who.ts'
import { insertAccount, insertHolding, type Role } from '../../identity/index.ts'
import { newId } from '../../kernel/ids.ts'

const { database, world } = delegationWorld()

let chair: Visitor
let keeper: Visitor
let finance: Visitor
/** A relative of somebody who travels. */
let relative: Visitor
const OUTSIDE = { name: 'TS. Người Ngoài', organisation: 'Trường Đại học Thử' }
const PAPER = { number: '01/PBQ', on: TODAY }

beforeAll(async () => {
  const { city } = world
  const board = await addBody(database, 'Ban Tổ chức', { root: city })
  const money = await addBody(database, 'Sở Tài chính', { root: city })
  const kin = await addPerson(database, 'Trần Thị Thân', { root: city, body: board })
  chair = await addPlayer(database, 'Chủ tịch hội đồng', 'organisation-board', board, city, { roots: [city] })
  keeper = await addPlayer(database, 'Thư ký', 'foreign-affairs', board, city, { roots: [city] })
  finance = await addPlayer(database, 'Tài chính', 'finance', money, city, { roots: [city] })
  relative = await addPlayer(database, 'Người thân', 'finance', money, city, { roots: [city] }, { personId: kin })
  await database.pool.query(
    `insert into kinship (id, person_id, relative_id, root_id, body_id, relation, declared_on)
     select gen_random_uuid(), $1, $2, $3, $4, 'spouse', '2026-01-01'`,
    [kin, world.traveller, city, board],
  )
})

const id = (who: Visitor) => who.account?.id ?? ''

/** A dossier under examination, with somebody of the register in it where it says so. */
async function examined({ withTraveller = false } = {}): Promise<string> {
  const { dossier } = await caseRequest('01-compliant')
  const made = await enter(world, dossier)
  if (withTraveller) {
    const { body } = await world.send('officer', 'GET', `/api/delegations/${made}`)
    const at = `members/${body.content.members[0].key}/personId`
    await world.send('officer', 'POST', `/api/delegations/${made}/save`, { changes: [{ at, to: world.traveller }] })
  }
  await toExamination(world, made)
  return made
}

const convening = (dossiers: string[], more: object = {}) => ({
  dossiers,
  on: TODAY,
  at: '14:00',
  place: 'Phòng họp số 2',
  chair: id(chair),
  secretary: id(keeper),
  members: [id(finance)],
  outside: [OUTSIDE],
  ...more,
})

async function convene(dossiers: string[], more: object = {}): Promise<string> {
  const { status, body } = await world.send('examiner', 'POST', '/api/committees', convening(dossiers, more))
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.id
}

const view = async (committee: string, who: Visitor | 'examiner' = 'examiner') =>
  (await world.send(who, 'GET', `/api/committees/${committee}`)).body

async function seat(committee: string, name: string): Promise<string> {
  const { members } = await view(committee)
  return members.find((one: { name: string }) => one.name === name).id
}

const nameOf = (who: Visitor) => who.account?.name ?? ''

async function declare(who: Visitor, committee: string, more: object = {}) {
  const member = await seat(committee, nameOf(who))
  return world.send(who, 'POST', `/api/committees/${committee}/declare`, { member, ...more })
}

async function vote(who: Visitor, committee: string, dossierId: string, answer: string, more: object = {}) {
  const member = await seat(committee, nameOf(who))
  return world.send(who, 'POST', `/api/committees/${committee}/vote`, { member, dossierId, answer, ...more })
}

/** The outside member declares and votes on paper, which the secretary enters. */
async function voteOnPaper(committee: string, dossierId: string, answer: string, more: object = {}) {
  const member = await seat(committee, OUTSIDE.name)
  await world.send(keeper, 'POST', `/api/committees/${committee}/declare`, { member, paper: PAPER })
  return world.send(keeper, 'POST', `/api/committees/${committee}/vote`, {
    member,
    dossierId,
    answer,
    paper: PAPER,
    ...more,
  })
}

const close = (committee: string, who: Visitor = chair) =>
  world.send(who, 'POST', `/api/committees/${committee}/close`, { remarks: 'Các ý kiến đã được trao đổi' })

const span = { from: '2026-01-01', to: '2026-12-31' }

/** Another role in the city itself, above every sender. */
function hold(who: Visitor, role: Role): Promise<void> {
  return inScope(database.pool, HOUSEKEEPING, (transaction) =>
    insertHolding(transaction, {
      ...{ id: newId(), accountId: id(who), role, bodyId: world.city, rootId: world.city },
      ...{ validFrom: '2020-01-01', validTo: null, document: null },
    }),
  )
}

async function holdingOf(who: Visitor): Promise<string> {
  const { rows } = await database.pool.query('select id from role_holding where account_id = $1', [id(who)])
  return rows[0].id
}

/** Somebody who has no role but stands in for the holder of this one. */
async function addSubstitute(holding: string): Promise<string> {
  const account = newId()
  await inScope(database.pool, HOUSEKEEPING, (transaction) =>
    insertAccount(transaction, {
      ...{ id: account, login: `u-${account}`, name: 'Làm thay', personId: null, rootId: world.city, email: null },
    }),
  )
  await makeSubstitution(database.pool, { ...span, holding, account, root: world.city })
  return account
}

describe('a committee', () => {
  it('is convened, declares, votes – on paper, too –, is closed by its chair and is what a recommendation rests on', async () => {
    const dossier = await examined()
    const committee = await convene([dossier])
    expect((await declare(chair, committee)).status).toBe(200)
    expect((await declare(finance, committee)).status).toBe(200)
    expect((await vote(chair, committee, dossier, 'approve')).status).toBe(200)
    expect((await vote(finance, committee, dossier, 'refuse', { note: 'Chi phí cao' })).status).toBe(200)
    expect((await vote(finance, committee, dossier, 'approve')).status).toBe(200)
    const papered = await voteOnPaper(committee, dossier, 'abstain')
    expect([papered.status, papered.body.error]).toEqual([200, undefined])
    expect((await close(committee)).status).toBe(200)
    const { state, closed, dossiers } = await view(committee)
    expect([state, closed.by, closed.remarks]).toEqual(['closed', nameOf(chair), 'Các ý kiến đã được trao đổi'])
    expect(dossiers).toMatchObject([
      { id: dossier, seats: 3, took: 3, outcome: 'approve', counts: { approve: 2, abstain: 1, refuse: 0 } },
    ])
    expect(dossiers[0].votes.map((one: { name: string; paper: object | null }) => [one.name, one.paper])).toEqual([
      [nameOf(chair), null],
      [nameOf(finance), null],
      [OUTSIDE.name, PAPER],
    ])
    const bare = { committee, recommendation: 'postpone', postponeDays: 10, reason: '' }
    const silent = await take(world, 'examiner', 'recommend', dossier, { ...bare })
    expect([silent.status, silent.body.error.faults[0].path]).toEqual([400, 'reason'])
    const { status } = await take(world, 'examiner', 'recommend', dossier, { committee, recommendation: 'approve' })
    expect(status).toBe(200)
    const said = async (who: 'authority' | 'officer') =>
      (await world.send(who, 'GET', `/api/delegations/${dossier}`)).body.steps.at(-1).said
    expect(await said('authority')).toMatchObject({ minutes: { id: committee, on: TODAY, outcome: 'approve' } })
    expect(await said('officer')).toEqual({})
  })

  it('is nothing that the unit, its head, another unit or a mission can see, not even in the database', async () => {
    const dossier = await examined()
    const committee = await convene([dossier])
    for (const who of ['officer', 'head', 'otherOfficer', 'mission'] as const) {
      const { body } = await world.send(who, 'GET', '/api/committees')
      const one = await world.send(who, 'GET', `/api/committees/${committee}`)
      expect([who, body.items, one.status]).toEqual([who, [], 404])
    }
    const scope = { account: id(world.people.officer), permission: 'dossiers.read', bodies: [world.science] }
    const counts = await inScope(database.pool, scope, async (transaction) => {
      const tables = ['committee', 'committee_member', 'committee_dossier', 'committee_vote'] as const
      return Promise.all(
        tables.map(async (table) => (await transaction.selectFrom(table).select('root_id').execute()).length),
      )
    })
    expect(counts).toEqual([0, 0, 0, 0])
    const { body } = await world.send('authority', 'GET', `/api/committees?delegationId=${dossier}`)
    expect(body.items).toMatchObject([{ id: committee, dossiers: [{ id: dossier, outcome: null }] }])
  })

  it('lets nobody vote before declaring, for somebody else, as its secretary or from without', async () => {
    const dossier = await examined()
    const committee = await convene([dossier])
    expect((await vote(chair, committee, dossier, 'approve')).status).toBe(422)
    await declare(chair, committee)
    const chairs = await seat(committee, nameOf(chair))
    const outsider = await seat(committee, OUTSIDE.name)
    const ballot = { dossierId: dossier, answer: 'approve' }
    const send = (who: Visitor | 'examiner' | 'officer', body: object) =>
      world.send(who, 'POST', `/api/committees/${committee}/vote`, { ...ballot, ...body })
    expect((await send(finance, { member: chairs })).status).toBe(422)
    expect((await send('examiner', { member: chairs })).status).toBe(422)
    expect((await send('officer', { member: chairs })).status).toBe(403)
    expect((await send(finance, { member: outsider, paper: PAPER })).status).toBe(422)
    const unsigned = await send(keeper, { member: outsider })
    expect([unsigned.status, unsigned.body.error.faults[0].path]).toEqual([400, 'paper.number'])
    await declare(keeper, committee)
    expect((await vote(keeper, committee, dossier, 'approve')).status).toBe(422)
    const wordless = await vote(chair, committee, dossier, 'refuse')
    expect([wordless.status, wordless.body.error.faults[0].path]).toEqual([400, 'note'])
    expect((await close(committee, finance)).status).toBe(422)
  })

  it('bars who travels, whose kin does, and who has declared a conflict, from that dossier alone; they make no quorum', async () => {
    const [own, other] = [await examined({ withTraveller: true }), await examined()]
    const committee = await convene([own, other], {
      members: [id(finance), id(relative), id(world.people.travellingAuthority)],
      outside: [],
    })
    const { travellingAuthority } = world.people
    for (const who of [chair, finance, relative, travellingAuthority]) await declare(who, committee)
    await declare(finance, committee, { conflicts: [{ dossierId: own, kind: 'other', note: 'Cố vấn của đối tác' }] })
    expect((await vote(travellingAuthority, committee, own, 'approve')).status).toBe(422)
    expect((await vote(relative, committee, own, 'approve')).status).toBe(422)
    expect((await vote(finance, committee, own, 'approve')).status).toBe(422)
    expect((await vote(finance, committee, other, 'approve')).status).toBe(200)
    expect((await vote(relative, committee, other, 'approve')).status).toBe(200)
    expect((await vote(chair, committee, own, 'approve')).status).toBe(200)
    expect((await vote(chair, committee, other, 'approve')).status).toBe(200)
    await close(committee)
    const { dossiers } = await view(committee)
    expect(dossiers[0]).toMatchObject({ seats: 4, took: 1, outcome: 'no-quorum' })
    expect(dossiers[0].barred.map(({ name, why }: Record<string, string>) => [name, why])).toEqual([
      [nameOf(finance), 'other'],
      [nameOf(relative), 'kin-travels'],
      [nameOf(travellingAuthority), 'travels'],
    ])
    expect(dossiers[1]).toMatchObject({ seats: 4, took: 3, outcome: 'approve' })
    const { status, body } = await take(world, 'examiner', 'recommend', own, { committee })
    expect([status, body.error.faults[0].path]).toEqual([400, 'committee'])
  })

  it('bars who writes or signs for the sender from above, and who sits for somebody who does or who travels', async () => {
    const { city } = world
    const board = await addBody(database, 'Ban Nội chính', { root: city })
    const seated = (name: string) => addPlayer(database, name, 'finance', board, city, { roots: [city] })
    const [leader, ownSeat] = [await seated('Ông Trên'), await seated('Bà Vốn có ghế')]
    await hold(leader, 'unit-head')
    const travels = await holdingOf(world.people.travellingAuthority)
    const substitute = await addSubstitute(travels)
    await makeSubstitution(database.pool, { ...span, holding: travels, account: id(ownSeat), root: city })
    const own = await examined({ withTraveller: true })
    const members = [id(leader), id(ownSeat), substitute]
    const committee = await convene([own], { members })
    const { barred } = (await view(committee)).dossiers[0]
    expect(barred.map(({ name, why }: Record<string, string>) => [name, why])).toEqual([
      ['Ông Trên', 'above-sender'],
      ['Làm thay', 'stands-in'],
    ])
    await declare(leader, committee)
    expect((await vote(leader, committee, own, 'approve')).status).toBe(422)
    const { status } = await world.send(
      'examiner',
      'POST',
      '/api/committees',
      convening([own], { chair: id(leader), members: [id(ownSeat)] }),
    )
    expect(status).toBe(422)
  })

  it('is led and kept no more by whoever has declared a conflict since, nor called off by whom it is about', async () => {
    const [own, other] = [await examined(), await examined()]
    const committee = await convene([own, other])
    for (const who of [chair, finance]) await declare(who, committee)
    expect((await voteOnPaper(committee, own, 'approve')).status).toBe(200)
    await declare(keeper, committee, { conflicts: [{ dossierId: own, kind: 'kin' }] })
    const { status: papered, body } = await voteOnPaper(committee, other, 'approve')
    expect([papered, body.error.message.vi]).toEqual([422, expect.stringContaining('với thư ký khác')])
    await declare(chair, committee, { conflicts: [{ dossierId: own, kind: 'own' }] })
    const { status: closed, body: refusal } = await close(committee)
    expect([closed, refusal.error.message.vi]).toEqual([422, expect.stringContaining('với chủ tịch khác')])
    const insider = await addPlayer(database, 'Người trong', 'foreign-affairs', world.science, world.city, {
      roots: [world.city],
    })
    const callOff = (who: Visitor | 'examiner') =>
      world.send(who, 'POST', `/api/committees/${committee}/call-off`, { reason: 'Cần chủ tịch khác' })
    expect((await callOff(insider)).status).toBe(422)
    expect((await callOff('examiner')).status).toBe(200)
  })

  it('is closed by a chair whose own dossier has left it', async () => {
    const [own, other] = [await examined(), await examined()]
    const committee = await convene([own, other])
    await declare(chair, committee, { conflicts: [{ dossierId: own, kind: 'own' }] })
    await walk(world, own, [['examiner', 'recommend']])
    expect((await close(committee)).status).toBe(200)
  })

  it('declared after a vote, a conflict takes the vote out of the sums', async () => {
    const dossier = await examined()
    const committee = await convene([dossier])
    for (const who of [chair, finance]) {
      await declare(who, committee)
      await vote(who, committee, dossier, 'approve')
    }
    await voteOnPaper(committee, dossier, 'approve')
    await declare(finance, committee, { conflicts: [{ dossierId: dossier, kind: 'kin' }] })
    await declare(finance, committee)
    await close(committee)
    expect((await view(committee)).dossiers).toMatchObject([{ took: 2, counts: { approve: 2 }, outcome: 'approve' }])
  })

  it('shows nobody how others vote before it is closed', async () => {
    const dossier = await examined()
    const committee = await convene([dossier])
    await declare(chair, committee)
    await vote(chair, committee, dossier, 'approve')
    await voteOnPaper(committee, dossier, 'refuse', { note: 'Chưa cần' })
    const answers = async (who: Visitor | 'examiner') =>
      (await view(committee, who)).dossiers[0].votes.map(({ answer }: { answer: string }) => answer)
    expect(await answers('examiner')).toEqual([null, null])
    expect(await answers(chair)).toEqual(['approve', null])
    expect(await answers(keeper)).toEqual([null, 'refuse'])
    const { counts, outcome } = (await view(committee, chair)).dossiers[0]
    expect([counts, outcome]).toEqual([null, null])
  })

  it('is closed once, on its day, and nothing of it changes after that', async () => {
    const dossier = await examined()
    const committee = await convene([dossier], { on: '2026-04-06' })
    await declare(chair, committee)
    expect((await close(committee)).status).toBe(422)
    onDay('2026-04-06')
    const both = await Promise.all([close(committee), close(committee)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const late = [
      await vote(chair, committee, dossier, 'approve'),
      await declare(finance, committee),
      await world.send('examiner', 'POST', `/api/committees/${committee}/call-off`, { reason: 'Muộn' }),
    ]
    expect(late.map(({ status }) => status)).toEqual([409, 409, 409])
    const scope = { account: id(chair), permission: 'dossiers.deliberate', roots: [world.city], writes: true }
    const changed = await inScope(database.pool, scope, (transaction) =>
      transaction.updateTable('committee').set({ remarks: 'Khác' }).where('id', '=', committee).executeTakeFirst(),
    )
    expect(Number(changed.numUpdatedRows)).toBe(0)
    onDay(TODAY)
  })

  it('counts a vote that races with the closing wholly or not at all', async () => {
    const dossier = await examined()
    const committee = await convene([dossier])
    for (const who of [chair, finance]) await declare(who, committee)
    await vote(chair, committee, dossier, 'approve')
    const [voted, closed] = await Promise.all([vote(finance, committee, dossier, 'approve'), close(committee)])
    expect(closed.status).toBe(200)
    const { took } = (await view(committee)).dossiers[0]
    expect([voted.status, took]).toEqual(voted.status === 200 ? [200, 2] : [409, 1])
  })

  it('votes no more on a dossier that went back to its unit, and its minutes ground nothing once it has changed', async () => {
    const dossier = await examined()
    const [first, second] = [await convene([dossier]), await convene([dossier])]
    for (const who of [chair, finance]) {
      await declare(who, first)
      await vote(who, first, dossier, 'approve')
      await declare(who, second)
    }
    await close(first)
    await walk(world, dossier, [['examiner', 'return', { reason: 'Nêu rõ mục đích' }]])
    const { body } = await world.send('officer', 'GET', `/api/delegations/${dossier}`)
    const change = { at: 'purpose/summary', from: body.content.purpose.summary, to: 'Mục đích khác' }
    await world.send('officer', 'POST', `/api/delegations/${dossier}/save`, { changes: [change] })
    await toExamination(world, dossier)
    expect((await vote(chair, second, dossier, 'approve')).status).toBe(422)
    await close(second)
    expect((await view(second)).dossiers[0].outcome).toBe('lapsed')
    const { status, body: refused } = await take(world, 'examiner', 'recommend', dossier, { committee: first })
    expect([status, refused.error.faults[0].path]).toEqual([400, 'committee'])
    const { items } = (await world.send('examiner', 'GET', `/api/committees?delegationId=${dossier}`)).body
    expect(items.map(({ dossiers }: { dossiers: { same: boolean }[] }) => dossiers[0]?.same)).toEqual([false, false])
  })

  it('tells its members by its day alone, and asks no more once they have voted or it is over', async () => {
    const dossier = await examined()
    const committee = await convene([dossier])
    const notices = async (who: Visitor) =>
      (
        await database.pool.query(
          `select subject_code, what, settled_at is null as open from notice where account_id = $1 and path = $2 order by at, id`,
          [id(who), `/hoi-dong/${committee}`],
        )
      ).rows
    expect(await notices(finance)).toEqual([{ subject_code: 'HĐ 02/04/2026', what: 'committee.sit', open: true }])
    expect((await notices(keeper))[0].what).toBe('committee.keep')
    await declare(finance, committee)
    await vote(finance, committee, dossier, 'approve')
    expect((await notices(finance))[0].open).toBe(false)
    expect((await notices(chair))[0].open).toBe(true)
    await world.send('examiner', 'POST', `/api/committees/${committee}/call-off`, { reason: 'Chủ tịch bận' })
    expect((await notices(chair)).map(({ what, open }) => [what, open])).toEqual([
      ['committee.sit', false],
      ['committee.called-off', true],
    ])
  })

  it('is refused with few members, a chair who keeps its minutes, a tied chair, an account of a unit, a dossier elsewhere', async () => {
    const dossier = await examined({ withTraveller: true })
    const refused = async (more: object) => {
      const { status, body } = await world.send('examiner', 'POST', '/api/committees', convening([dossier], more))
      return [status, body.error.faults?.[0]?.path]
    }
    expect(await refused({ outside: [] })).toEqual([422, undefined])
    expect(await refused({ secretary: id(chair) })).toEqual([400, 'secretary'])
    expect(await refused({ chair: id(world.people.travellingAuthority) })).toEqual([422, undefined])
    expect(await refused({ members: [id(world.people.otherHead)] })).toEqual([400, 'members[0]'])
    expect(await refused({ members: [id(chair)] })).toEqual([400, 'members[0]'])
    expect(await refused({ outside: [OUTSIDE, { ...OUTSIDE, name: 'NGƯỜI NGOÀI' }] })).toEqual([400, 'outside[1].name'])
    expect(await refused({ outside: [{ ...OUTSIDE, name: `Ông ${nameOf(finance)}` }] })).toEqual([
      400,
      'outside[0].name',
    ])
    expect(await refused({ on: '2026-04-01' })).toEqual([400, 'on'])
    await walk(world, dossier, [['examiner', 'recommend']])
    expect(await refused({})).toEqual([422, undefined])
    const { body: seats } = await world.send('examiner', 'GET', `/api/committee-seats?delegationId=${dossier}`)
    const names = seats.map(({ name }: { name: string }) => name)
    expect(names).toContain(nameOf(finance))
    expect(names).not.toContain('Giám đốc')
  })
})
