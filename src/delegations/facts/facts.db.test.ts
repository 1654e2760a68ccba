import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testApp } from '../../../test/support/app.ts'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  TODAY,
  take,
  toAuthority,
  toExamination,
  walk,
} from '../../../test/support/delegations.ts'
import { addPerson } from '../../../test/support/register.ts'
import { recogniseAs, testVisitor } from '../../../test/support/visitor.ts'
import { inScope, type Scope } from '../../db/scope.ts'
import { newId } from '../../kernel/ids.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { loadLaw } from '../../law/index.ts'
import { peopleRoutes } from '../../people/index.ts'

const { database, world } = delegationWorld()
const DECISION = { document: { number: '15/QĐ-UBND', on: TODAY }, accepts: 'Đã rõ' }

interface Told {
  at: string
  value: unknown
  source: { vi: string }
}

/** A dossier of the department of science in good order, with these people of the register besides. */
async function withMembers(people: readonly string[], change: Record<string, unknown> = {}): Promise<string> {
  const { dossier } = await caseRequest('01-compliant')
  const id = await enter(world, { ...dossier, ...(change as typeof dossier) })
  const changes = people.map((personId, at) => ({
    at: `members/x${at}`,
    to: { key: `x${at}`, name: `gõ ${at}`, role: 'member', personId, task: 'Ghi biên bản' },
  }))
  const { status } = await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })
  expect(status).toBe(200)
  return id
}

async function told(who: DelegationPlayer, id: string, at: string): Promise<Told | undefined> {
  const { body } = await world.send(who, 'GET', `/api/delegations/${id}`)
  return (body.facts as Told[]).find((one) => one.at === at)
}

async function violated(id: string, rule: string): Promise<string[]> {
  const { body } = await world.send('officer', 'GET', `/api/delegations/${id}/check`)
  const findings = body.result.findings as { rule: string; outcome: string; subject?: string }[]
  const subjects = findings
    .filter((one) => one.rule === rule && one.outcome === 'violated')
    .map(({ subject }) => subject)
  return [...new Set(subjects)].sort() as string[]
}

const inScience = (name: string, more = {}) =>
  addPerson(database, name, { root: world.city, body: world.science }, more)
const inCulture = (name: string, more = {}) =>
  addPerson(database, name, { root: world.city, body: world.culture }, more)

/** The register of people, asked by somebody with these permissions. */
async function register(permissions: Permission[], scope: Scope) {
  const app = await testApp(database, {
    routes: peopleRoutes(loadLaw().data),
    recognise: recogniseAs(testVisitor(permissions, scope)),
  })
  return async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await app.inject({ method, url, ...(payload === undefined ? {} : { payload }) })
    return { status: answer.statusCode, body: answer.json() }
  }
}

describe('declared kinship among the members', () => {
  let board: Awaited<ReturnType<typeof register>>
  let wife: string
  let husband: string
  beforeAll(async () => {
    board = await register(['people.read', 'people.write'], { roots: [world.city], writes: true })
  })
  beforeEach(async () => {
    wife = await inScience('Lê Thị Vợ')
    husband = await inScience('Phạm Văn Chồng')
    await declared(wife, husband)
  })
  const declared = async (one: string, relativeId: string) => {
    const { status } = await board('POST', `/api/people/${one}/kinship`, {
      relativeId,
      relation: 'spouse',
      declaredOn: '2025-01-01',
    })
    expect(status).toBe(200)
  }
  const withdrawn = (one: string, other: string) =>
    board('POST', `/api/people/${one}/kinship/${other}/withdraw`, { reason: 'Kê khai nhầm' })

  it('is a fact of both, with its source; the law finds both; contested with a note, what is typed counts', async () => {
    const id = await withMembers([wife, husband])
    expect(await told('officer', id, 'members/x0/relatedTo')).toEqual({
      at: 'members/x0/relatedTo',
      value: 'Phạm Văn Chồng',
      source: expect.objectContaining({ vi: 'Kê khai quan hệ thân nhân, ngày 02/04/2026' }),
    })
    expect((await told('officer', id, 'members/x1/relatedTo'))?.value).toBe('Lê Thị Vợ')
    expect(await violated(id, 'relatives')).toEqual(['Lê Thị Vợ', 'Phạm Văn Chồng'])
    await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [{ at: 'contests', to: { 'members.x0.relatedTo': 'Đã ly hôn', 'members.x1.relatedTo': 'Đã ly hôn' } }],
    })
    expect(await violated(id, 'relatives')).toEqual([])
  })

  it('is not told of those who do not travel together, nor what they are to each other', async () => {
    const id = await withMembers([wife])
    const { body } = await world.send('officer', 'GET', `/api/delegations/${id}`)
    expect(JSON.stringify(body)).not.toContain('Phạm Văn Chồng')
    expect(await told('officer', id, 'members/x0/relatedTo')).toBeUndefined()
    const both = await world.send('officer', 'GET', `/api/delegations/${await withMembers([wife, husband])}`)
    expect(JSON.stringify(both.body)).not.toContain('spouse')
  })

  it('tells no more of the register: the officer reads the fact, not the declaration', async () => {
    const officer = await register(['people.read', 'people.write'], { bodies: [world.science], writes: true })
    const { body } = await officer('GET', `/api/people/${wife}`)
    expect([body.kinship, body.hidden]).toEqual([[], ['kinship']])
    const asked = { fields: ['kinship'], reason: 'Xem cho biết' }
    expect((await officer('POST', `/api/people/${wife}/sensitive`, asked)).status).toBe(403)
    const asks = (scope: Scope) =>
      inScope(database.pool, { account: newId(), ...scope }, async (open) => {
        const { rows } = await sql`select * from app.kin_among(array[${wife}, ${husband}]::uuid[])`.execute(open)
        return rows.length
      })
    const science = { bodies: [world.science] }
    expect(await asks({ permission: 'dossiers.write', ...science })).toBe(2)
    expect(await asks({ permission: 'people.read', ...science })).toBe(0)
    expect(await asks({ permission: 'dossiers.write', bodies: [world.culture] })).toBe(0)
    expect(await asks({ permission: 'dossiers.read', countries: ['JP'] })).toBe(0)
  })

  it('with somebody of another body is told to the unit; of two of another body to those who examine alone', async () => {
    const [cousin, other] = [await inCulture('Vũ Thị Em'), await inCulture('Vũ Văn Anh')]
    await declared(wife, cousin)
    await declared(cousin, other)
    const mixed = await withMembers([wife, cousin])
    expect((await told('officer', mixed, 'members/x1/relatedTo'))?.value).toBe('Lê Thị Vợ')
    const strangers = await withMembers([cousin, other])
    expect(await told('officer', strangers, 'members/x0/relatedTo')).toBeUndefined()
    await toExamination(world, strangers)
    expect((await told('examiner', strangers, 'members/x0/relatedTo'))?.value).toBe('Vũ Văn Anh')
  })

  it('that is withdrawn after the signature is no fact any more', async () => {
    const id = await withMembers([wife, husband])
    await toExamination(world, id)
    expect(await told('examiner', id, 'members/x0/relatedTo')).toBeDefined()
    await withdrawn(husband, wife)
    expect(await told('examiner', id, 'members/x0/relatedTo')).toBeUndefined()
  })
})

describe('trips of the year', () => {
  let leader: string
  beforeEach(async () => {
    leader = await inScience('Đặng Thị Dẫn', { title: 'Phó Giám đốc', leader: true })
  })
  const trips = async (id: string, who: DelegationPlayer = 'officer', member = 'x0') => {
    const fact = await told(who, id, `members/${member}/tripsThisYear`)
    return {
      source: fact?.source.vi,
      list: (fact?.value ?? []) as { status: string; title: string; departure: string }[],
    }
  }
  const statuses = async (id: string, who?: DelegationPlayer) => (await trips(id, who)).list.map(({ status }) => status)
  const codeOf = async (id: string) =>
    (await world.send('officer', 'GET', `/api/delegations/${id}`)).body.code as string

  it('hold the other dossier of the same people from its signature on, as one under way, by code, unit, day and countries', async () => {
    const one = await withMembers([leader])
    const other = await withMembers([leader])
    expect(await statuses(other)).toEqual([])
    await take(world, 'officer', 'submit', one)
    expect(await statuses(other)).toEqual([])
    await take(world, 'head', 'sign', one)
    const code = await codeOf(one)
    const { list, source } = await trips(other)
    expect(list).toEqual([
      { key: one, departure: '2026-05-11', title: `${code}: Nhật Bản`, status: 'pending', official: true },
    ])
    expect(source).toBe(
      `Sổ chuyến đi năm 2026; hồ sơ đang trình: ${code} (Sở Khoa học và Công nghệ Hà Nội), ngày 02/04/2026`,
    )
    expect(await statuses(one)).toEqual([])
    // Two dossiers of one leader under way at once see each other.
    await walk(world, other, [
      ['officer', 'submit'],
      ['head', 'sign'],
    ])
    expect(await statuses(one, 'examiner')).toEqual(['pending'])
  })

  it('make the third under way one too many for a leader', async () => {
    for (const _ of [1, 2]) await toExamination(world, await withMembers([leader]))
    expect(await violated(await withMembers([leader]), 'trips-per-year')).toEqual(['Đặng Thị Dẫn'])
  })

  it('leave out what was refused or goes another year, and count once what was decided, also while it is changed', async () => {
    const refused = await withMembers([leader])
    await toAuthority(world, refused)
    const seen = await withMembers([leader])
    expect(await statuses(seen)).toEqual(['pending'])
    await take(world, 'authority', 'refuse', refused, { reason: 'Chưa cần thiết', document: DECISION.document })
    expect(await statuses(seen)).toEqual([])

    const decided = await withMembers([leader])
    await toAuthority(world, decided)
    const { status, body } = await take(world, 'authority', 'approve', decided, DECISION)
    expect([status, body.state]).toEqual([200, 'approved'])
    expect(await statuses(seen)).toEqual(['approved'])
    await take(world, 'officer', 'amend', decided, { reason: 'Đổi nội dung' })
    await world.send('officer', 'POST', `/api/delegations/${decided}/save`, {
      changes: [{ at: 'purpose/summary', from: 'Thống nhất kế hoạch hợp tác năm 2026', to: 'Ký bản ghi nhớ' }],
    })
    expect((await take(world, 'head', 'propose-change', decided)).body.state).toBe('amended')
    expect([await statuses(seen), await statuses(decided)]).toEqual([['approved'], []])
    await world.send('officer', 'POST', `/api/delegations/${seen}/save`, {
      changes: [{ at: 'trip/departure', from: '2026-05-11', to: '2027-02-01' }],
    })
    expect(await statuses(seen)).toEqual([])
  })

  it('tell another unit of the dossier no more than that, and of people out of its reach nothing', async () => {
    const mine = await withMembers([leader])
    await toExamination(world, mine)
    const { body: begun } = await world.send('otherOfficer', 'POST', '/api/delegations', {
      bodyId: world.culture,
      title: 'Đoàn của Sở Văn hóa',
    })
    const changes = [
      { at: 'members/x0', to: { key: 'x0', name: 'gõ', role: 'member', personId: leader } },
      { at: 'trip/departure', to: '2026-08-01' },
    ]
    await world.send('otherOfficer', 'POST', `/api/delegations/${begun.id}/save`, { changes })
    expect(await told('otherOfficer', begun.id, 'members/x0/tripsThisYear')).toBeUndefined()
    expect((await world.send('otherOfficer', 'GET', `/api/delegations/${mine}`)).status).toBe(404)
    const asks = (scope: Scope) =>
      inScope(database.pool, { account: newId(), ...scope }, async (open) => {
        const { rows } = await sql`
          select * from app.trips_under_way(array[${leader}]::uuid[], ${newId()}::uuid, 2026)`.execute(open)
        return rows
      })
    expect(await asks({ permission: 'dossiers.write', bodies: [world.culture] })).toEqual([])
    expect(await asks({ permission: 'people.read', bodies: [world.science] })).toEqual([])
    const [row] = (await asks({ permission: 'dossiers.write', bodies: [world.science] })) as object[]
    expect(Object.keys(row ?? {}).sort()).toEqual(
      ['body_name', 'countries', 'departs_on', 'id', 'number', 'person_id', 'year'].sort(),
    )
  })
})

describe('the size of a collective', () => {
  it('is told of the bodies of the members as well, to those who reach them', async () => {
    const director = await inCulture('Hồ Thị Giám', { title: 'Giám đốc', leader: true, collective: true })
    await inCulture('Hồ Văn Phó', { title: 'Phó Giám đốc', leader: true, collective: true })
    const id = await withMembers([director])
    const at = `leadership/${world.culture}`
    expect(await told('officer', id, at)).toBeUndefined()
    await toExamination(world, id)
    expect(await told('examiner', id, at)).toMatchObject({
      value: { unit: 'Sở Văn hóa', size: 2 },
      source: { vi: 'Tập thể lãnh đạo trong danh bạ, ngày 02/04/2026' },
    })
  })
})
