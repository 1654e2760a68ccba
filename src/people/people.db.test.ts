import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testApp } from '../../test/support/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addBody, addPerson } from '../../test/support/register.ts'
import { recogniseAs, testVisitor } from '../../test/support/visitor.ts'
import { ask } from '../db/question.ts'
import { inScope, type Scope } from '../db/scope.ts'
import { readXlsx } from '../documents/xlsx.ts'
import { newId } from '../kernel/ids.ts'
import type { Permission } from '../kernel/permissions.ts'
import { loadLaw } from '../law/index.ts'
import { enterTrips, peopleRoutes, personFacts, searchPeople } from './index.ts'

const ALL: Permission[] = ['people.read', 'people.write', 'people.sensitive', 'passports.write']

let database: TestDatabase
let law: Awaited<ReturnType<typeof loadLaw>>
beforeAll(async () => {
  database = await openTestDatabase()
  law = await loadLaw()
})
afterAll(() => database.close())

let city: string
let health: string
let culture: string
let unit: FastifyInstance
let board: FastifyInstance
const opened: FastifyInstance[] = []
beforeEach(async () => {
  city = await addBody(database, 'Thành phố', { level: 'province' })
  health = await addBody(database, 'Sở Y tế', { root: city })
  culture = await addBody(database, 'Sở Văn hóa', { root: city })
  unit = await appFor({ bodies: [health] }, ['people.read', 'people.write', 'passports.write'])
  board = await appFor({ roots: [city] })
})
afterAll(async () => {
  for (const app of opened) await app.close()
})

async function appFor(scope: Scope, permissions = ALL, personId?: string): Promise<FastifyInstance> {
  const recognise = recogniseAs(testVisitor(permissions, scope, { personId }))
  const app = await testApp(database, { routes: peopleRoutes(law.data), recognise })
  opened.push(app)
  return app
}

async function send(app: FastifyInstance, url: string, payload: object) {
  const answer = await app.inject({ method: 'POST', url, payload })
  return { status: answer.statusCode, body: answer.json() }
}

async function read(app: FastifyInstance, url: string) {
  const answer = await app.inject(url)
  return { status: answer.statusCode, body: answer.json() }
}

function add(name: string, body = health, more: Parameters<typeof addPerson>[3] = {}) {
  return addPerson(database, name, { root: city, body }, more)
}

async function auditOf(id: string) {
  const entries = await inScope(database.pool, { roots: [city] }, (transaction) =>
    transaction.selectFrom('audit_entry').select('content').where('subject_id', '=', id).orderBy('seq').execute(),
  )
  return entries.map(({ content }) => JSON.parse(content))
}

describe('the list of people', () => {
  it('is in the Vietnamese order of given names, and holds those within the scope only', async () => {
    for (const name of ['Trần Thị Ánh', 'Nguyễn Văn Ân', 'Lê Đức Anh']) await add(name)
    await add('Phạm Văn Bình', culture)
    const own = await read(unit, '/api/people')
    expect(own.body.items.map((one: { name: string }) => one.name)).toEqual([
      'Lê Đức Anh',
      'Trần Thị Ánh',
      'Nguyễn Văn Ân',
    ])
    expect((await read(board, '/api/people')).body.total).toBe(4)
    expect((await read(await appFor({ bodies: [] }), '/api/people')).body.total).toBe(0)
  })

  it('is searched without diacritics and filtered', async () => {
    await add('Đặng Thị Hường', health, { title: 'Giám đốc', leader: true })
    await add('Đặng Văn Hùng')
    const found = async (query: string) =>
      (await read(board, `/api/people?${query}`)).body.items.map((one: { name: string }) => one.name)
    expect(await found('q=dang%20hu')).toEqual(['Đặng Văn Hùng', 'Đặng Thị Hường'])
    expect(await found('q=giam%20doc')).toEqual(['Đặng Thị Hường'])
    expect(await found('leaders=true')).toEqual(['Đặng Thị Hường'])
    expect(await found(`body=${city}`)).toEqual([])
    expect(await found(`body=${city}&subtree=true`)).toHaveLength(2)
    expect(await found('q=%25')).toHaveLength(2)
  })

  it('is exported with the same filter', async () => {
    await add('Đặng Thị Hường')
    const file = await board.inject('/api/people/export?q=huong')
    const rows = (await readXlsx(file.rawPayload)).sheets[0]?.rows ?? []
    expect(rows[1]?.slice(0, 2)).toEqual(['Mã', 'Họ và tên'])
    expect(rows.slice(2).map((row) => row[1])).toEqual(['Đặng Thị Hường'])
    expect(JSON.stringify(rows)).not.toContain('Ngày sinh')
  })
})

describe('a person', () => {
  it('is added, changed and told who was faster', async () => {
    const post = { bodyId: health, title: 'Trưởng phòng', from: '2024-01-01', managedBy: 'unit' }
    const added = await send(unit, '/api/people', { name: 'Nguyễn Thị Mới', birthDate: '1980-05-06', post })
    expect(added.status).toBe(200)
    const url = `/api/people/${added.body.id}`
    expect((await send(unit, url, { version: 1, rankCode: '01.002' })).body.version).toBe(2)
    const late = await send(unit, url, { version: 1, grade: '4' })
    expect([late.status, late.body.error.message.vi]).toEqual([409, expect.stringContaining('Người thử')])
    const shown = await read(unit, url)
    expect(shown.body).toMatchObject({ rankCode: '01.002', postTitle: 'Trưởng phòng', bodyName: 'Sở Y tế' })
    const [created, changed] = await auditOf(added.body.id)
    expect(changed).toMatchObject({ action: 'person.changed', after: { rank_code: '01.002' } })
    expect(JSON.stringify(created)).not.toContain('1980-05-06')
  })

  it('outside the scope is not there, and cannot be written to', async () => {
    const other = await add('Phạm Văn Bình', culture)
    expect((await read(unit, `/api/people/${other}`)).status).toBe(404)
    expect((await send(unit, `/api/people/${other}`, { version: 1, grade: '1' })).status).toBe(404)
    const post = { bodyId: culture, title: 'Chuyên viên', from: '2024-01-01' }
    expect((await send(unit, '/api/people', { name: 'Người Lạ', post })).status).toBe(403)
    const stolen = await inScope(database.pool, { bodies: [health], writes: true }, (transaction) =>
      transaction.updateTable('person').set({ body_id: health }).where('id', '=', other).executeTakeFirst(),
    )
    expect(stolen.numUpdatedRows).toBe(0n)
    const reading = inScope(database.pool, { bodies: [culture] }, (transaction) =>
      transaction.updateTable('person').set({ grade: '9' }).where('id', '=', other).executeTakeFirst(),
    )
    expect((await reading).numUpdatedRows).toBe(0n)
  })

  it('is transferred with all that is theirs by who reaches both bodies', async () => {
    const id = await add('Lê Văn Chuyển')
    await send(board, '/api/passports', {
      personId: id,
      kind: 'official',
      number: `A${id.slice(-8)}`,
      issuedOn: '2024-01-01',
      expiresOn: '2034-01-01',
      receivedOn: '2024-02-01',
    })
    const post = { bodyId: culture, title: 'Phó Giám đốc', leader: true, from: '2025-01-01', document: '01/QĐ' }
    expect((await send(unit, `/api/people/${id}/posts`, post)).status).toBe(403)
    expect((await send(board, `/api/people/${id}/posts`, post)).status).toBe(200)
    const app = await appFor({ bodies: [culture] })
    const moved = await read(app, `/api/people/${id}`)
    expect(moved.body).toMatchObject({ bodyName: 'Sở Văn hóa', leader: true, passports: [{ kind: 'official' }] })
    expect(moved.body.posts.map((one: { to: string | null; bodyName: string }) => [one.bodyName, one.to])).toEqual([
      ['Sở Văn hóa', null],
      ['Sở Y tế', '2024-12-31'],
    ])
    expect((await read(unit, `/api/people/${id}`)).status).toBe(404)
    const history = await read(app, `/api/passports/${moved.body.passports[0].id}`)
    expect(history.body.movements).toMatchObject([{ kind: 'received' }])
  })

  it('leaves, and is listed only when asked for', async () => {
    const id = await add('Trần Văn Nghỉ')
    expect((await send(unit, `/api/people/${id}/leave`, { version: 1, on: '2025-06-30', document: null })).status).toBe(
      200,
    )
    expect((await read(unit, '/api/people')).body.total).toBe(0)
    expect((await read(unit, '/api/people?left=only')).body.total).toBe(1)
    expect((await send(unit, `/api/people/${id}`, { version: 2, grade: '1' })).status).toBe(422)
  })
})

describe('sensitive data', () => {
  it('are hidden from everybody but the person, and shown for a reason that is written down', async () => {
    const id = await add('Hoàng Thị Kín', health, { birthDate: '1975-03-04' })
    const home = 'Số 12 phố Thử, phường Mẫu'
    expect((await send(unit, `/api/people/${id}`, { version: 1, home: 'x'.repeat(201) })).status).toBe(400)
    expect((await send(unit, `/api/people/${id}`, { version: 1, home })).status).toBe(200)
    expect(JSON.stringify(await auditOf(id))).not.toContain('phố Thử')
    const other = await add('Hoàng Văn Em', culture)
    await send(board, `/api/people/${id}/kinship`, { relativeId: other, relation: 'parent', declaredOn: '2025-01-01' })
    const seen = await read(board, `/api/people/${id}`)
    expect(seen.body).toMatchObject({
      birthDate: null,
      home: null,
      kinship: [],
      hidden: ['birthDate', 'home', 'kinship'],
    })
    const own = await read(await appFor({ bodies: [health] }, ['people.read'], id), `/api/people/${id}`)
    expect(own.body).toMatchObject({ birthDate: '1975-03-04', home, hidden: [], kinship: [{ relation: 'parent' }] })
    const ask = { fields: ['birthDate', 'home', 'kinship'], reason: 'Thẩm tra quan hệ thân nhân' }
    expect((await send(unit, `/api/people/${id}/sensitive`, ask)).status).toBe(403)
    expect((await send(board, `/api/people/${id}/sensitive`, { ...ask, reason: ' x ' })).status).toBe(400)
    const shown = await send(board, `/api/people/${id}/sensitive`, ask)
    expect(shown.body).toMatchObject({ birthDate: '1975-03-04', home, kinship: [{ name: 'Hoàng Văn Em' }] })
    expect((await auditOf(id)).at(-1)).toMatchObject({
      action: 'person.sensitive-read',
      after: { fields: ['birthDate', 'home', 'kinship'] },
      ground: 'Thẩm tra quan hệ thân nhân',
    })
    const way = await send(board, `/api/people/${other}/sensitive`, { fields: ['kinship'], reason: 'Xem chiều kia' })
    expect(way.body.kinship).toMatchObject([{ name: 'Hoàng Thị Kín', relation: 'child' }])
    await send(board, `/api/people/${other}/kinship/${id}/withdraw`, { reason: 'Kê khai nhầm' })
    expect((await read(board, `/api/people/${id}`)).body.hidden).toEqual(['birthDate', 'home'])
  })
})

describe('a passport', () => {
  async function register(personId: string, expiresOn = '2034-01-01') {
    const number = `B${newId().slice(-8).toUpperCase()}`
    const payload = { personId, kind: 'official', number, issuedOn: '2024-01-01', expiresOn, receivedOn: '2024-02-01' }
    const { status, body } = await send(unit, '/api/passports', payload)
    expect(status).toBe(200)
    return { id: body.id as string, number }
  }
  const handOver = { on: '2026-05-04', receivedBy: 'Lê Văn Đi', decision: '12/QĐ-UBND', returnsOn: '2026-05-15' }

  it('is handed over for a decided trip, is due back five working days after it, and comes back', async () => {
    const { id, number } = await register(await add('Lê Văn Đi'))
    const url = `/api/passports/${id}`
    const { decision: _, ...without } = handOver
    expect((await send(unit, `${url}/hand-over`, without)).status).toBe(400)
    const out = await send(unit, `${url}/hand-over`, handOver)
    expect(out.body).toMatchObject({ dueBack: '2026-05-22', warning: null })
    expect((await send(unit, `${url}/hand-over`, handOver)).body.error.message.vi).toContain('chưa nộp lại')
    const overdue = await read(unit, '/api/passports?view=overdue')
    expect(overdue.body.items).toMatchObject([{ id, overdue: true, number: `•••${number.slice(-3)}` }])
    expect((await send(unit, `${url}/return`, { on: '2026-05-20' })).status).toBe(200)
    expect((await read(unit, '/api/passports?view=overdue')).body.total).toBe(0)
    const { movements } = (await read(unit, url)).body
    expect(movements.map((one: { kind: string }) => one.kind)).toEqual(['returned', 'handed-over', 'received'])
  })

  it('that ends during the trip stays, and one with under six months left is warned of', async () => {
    const ends = await register(await add('Lê Văn Hết'), '2026-05-10')
    expect((await send(unit, `/api/passports/${ends.id}/hand-over`, handOver)).status).toBe(422)
    const short = await register(await add('Lê Văn Ngắn'), '2026-09-01')
    const out = await send(unit, `/api/passports/${short.id}/hand-over`, handOver)
    expect(out.body.warning).toBe('under-six-months')
    const listed = await read(unit, '/api/passports?view=expiring')
    expect(listed.body.items.map((one: { id: string }) => one.id)).toEqual([ends.id, short.id])
  })

  it('is lost, is transferred, is known by its number', async () => {
    const person = await add('Lê Văn Mất')
    const one = await register(person)
    const moved = { on: '2026-01-05', custodianId: culture, document: '03/CV' }
    expect((await send(unit, `/api/passports/${one.id}/transfer`, moved)).status).toBe(200)
    expect((await read(unit, `/api/passports/${one.id}`)).body.passport.custodianName).toBe('Sở Văn hóa')
    expect((await send(unit, `/api/passports/${one.id}/lost`, { on: '2026-02-01', document: '02/BC' })).status).toBe(
      200,
    )
    const again = {
      personId: person,
      kind: 'official',
      issuedOn: '2024-01-01',
      expiresOn: '2030-01-01',
      receivedOn: '2024-01-02',
    }
    expect((await send(unit, '/api/passports', { ...again, number: one.number })).status).toBe(422)
    expect((await read(board, '/api/passports?view=lost')).body.total).toBe(1)
    expect((await read(await appFor({ bodies: [culture] }), '/api/passports')).body.total).toBe(0)
  })
})

describe('leaders of a body', () => {
  it('are key by the administered list of the day, collective by their posts', async () => {
    const head = await add('Nguyễn Văn Trưởng', health, { title: 'Giám đốc Sở', leader: true, collective: true })
    await add('Nguyễn Văn Phó', health, { title: 'Phó Giám đốc Sở', leader: true, collective: true })
    await add('Nguyễn Văn Viên')
    const { body } = await read(unit, `/api/people/leaders?body=${health}&day=2025-01-01`)
    expect(body.keyLeaders).toEqual([{ personId: head, name: 'Nguyễn Văn Trưởng', title: 'Giám đốc Sở' }])
    expect(body.collective.size).toBe(2)
    expect(body.keyPosts).toContain('Giám đốc')
    const before = await read(unit, `/api/people/leaders?body=${health}&day=2020-01-01`)
    expect(before.body.keyLeaders).toHaveLength(1)
    await send(board, `/api/people/${head}/leave`, { version: 1, on: '2025-03-31', document: null })
    const after = await read(unit, `/api/people/leaders?body=${health}&day=2025-04-01`)
    expect([after.body.keyLeaders, after.body.collective.size]).toEqual([[], 1])
  })
})

describe('the ledger of trips', () => {
  const scope = (): Scope => ({ account: newId(), bodies: [health], writes: true })
  const trip = { year: 2026, title: 'Đoàn thử', countries: ['JP'], departsOn: '2026-05-01', returnsOn: '2026-05-06' }

  it('holds what a source last said, and is shown where a person is picked', async () => {
    const id = await add('Vũ Thị Đi')
    const other = await add('Vũ Văn Ngoài', culture)
    const source = { kind: 'plan' as const, id: newId() }
    await inScope(database.pool, scope(), async (transaction) => {
      await enterTrips(transaction, source, [{ ...trip, personId: id, state: 'planned' }])
      await enterTrips(transaction, source, [
        { ...trip, personId: id, state: 'approved' },
        { ...trip, personId: other, state: 'approved' },
      ])
      await enterTrips(transaction, { kind: 'dossier', id: newId() }, [{ ...trip, personId: id, state: 'done' }])
      const last = { year: 2025, departsOn: '2025-09-01', returnsOn: '2025-09-03', role: 'head' }
      await enterTrips(transaction, { kind: 'dossier', id: newId() }, [
        { ...trip, ...last, personId: id, state: 'done' },
      ])
      const older = { year: 2024, departsOn: '2024-09-01', returnsOn: '2024-09-03' }
      await enterTrips(transaction, { kind: 'dossier', id: newId() }, [
        { ...trip, ...older, personId: id, state: 'done' },
      ])
    })
    const picked = await read(unit, '/api/people/pick?q=vu%20thi&year=2026')
    expect(picked.body).toMatchObject([
      { id, trips: { planned: 0, approved: 1, done: 1 }, passport: 'none', retiresSoon: false },
    ])
    expect(picked.body[0].history.map((one: { departsOn: string; role: string }) => [one.departsOn, one.role])).toEqual(
      [
        ['2026-05-01', null],
        ['2026-05-01', null],
        ['2025-09-01', 'head'],
      ],
    )
    expect((await read(board, `/api/people/${other}`)).body.trips).toEqual([])
  })

  it('gives the law its facts of a person on a day', async () => {
    const id = await add('Vũ Thị Chính', health, { title: 'Giám đốc', leader: true, collective: true })
    await inScope(database.pool, scope(), async (transaction) => {
      const { facts } = await ask(transaction, { facts: personFacts(law.data, [id], '2026-01-01') })
      expect(facts.get(id)).toMatchObject({
        name: 'Vũ Thị Chính',
        position: 'Giám đốc',
        unit: 'Sở Y tế',
        leader: true,
        keyLeader: true,
        collective: true,
        managedBy: 'unit',
      })
      expect((await searchPeople(transaction, 'vu chinh', '2026-01-01')).map((one) => one.id)).toEqual([id])
    })
  })
})
