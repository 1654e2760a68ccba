import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testApp } from '../../../test/support/app.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { addBody, addPerson } from '../../../test/support/register.ts'
import { recogniseAs, testVisitor } from '../../../test/support/visitor.ts'
import { inScope } from '../../db/scope.ts'
import { writeXlsx, type XlsxCell } from '../../documents/xlsx.ts'
import { newId } from '../../kernel/ids.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { loadLaw } from '../../law/index.ts'
import { peopleRoutes } from '../index.ts'

let database: TestDatabase
let city: string
let health: string
let app: FastifyInstance
const opened: FastifyInstance[] = []
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(async () => {
  for (const one of opened) await one.close()
  await database.close()
})
beforeEach(async () => {
  city = await addBody(database, 'Thành phố', { level: 'province' })
  health = await addBody(database, 'Sở Y tế', { root: city })
  await addBody(database, 'Sở Văn hóa', { root: city })
  const recognise = recogniseAs(testVisitor(['people.read', 'people.write'], { roots: [city] }))
  app = await testApp(database, { routes: peopleRoutes((await loadLaw()).data), recognise })
  opened.push(app)
})

const HEADS = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Chức vụ', 'Đơn vị', 'Mã ngạch', 'Mã cán bộ']

/** A table as an office has it: a title, an empty line, then the heads. */
async function fileOf(rows: XlsxCell[][], heads = HEADS): Promise<string> {
  const columns = heads.map((head) => ({ head, type: 'text' as const }))
  const bytes = await writeXlsx({ sheet: 'Danh sách', title: 'DANH SÁCH CÁN BỘ NĂM 2026', columns, rows })
  return Buffer.from(bytes).toString('base64')
}

async function send(url: string, payload: object) {
  const answer = await app.inject({ method: 'POST', url, payload })
  return { status: answer.statusCode, body: answer.json() }
}

async function previewOf(content: string, more: object = {}) {
  return send('/api/people/import/preview', { fileName: 'can-bo.xlsx', content, ...more })
}

async function importFile(content: string) {
  const { body } = await previewOf(content)
  const { hash, headRow, mapping } = body
  return send('/api/people/import', { fileName: 'can-bo.xlsx', content, hash, headRow, mapping })
}

async function people() {
  const rows = await inScope(database.pool, { roots: [city] }, (transaction) =>
    transaction.selectFrom('person').selectAll().orderBy('sort_key').execute(),
  )
  return rows.map(({ version: _, changed_at: __, ...row }) => row)
}

const GOOD = [1, 'Nguyễn Thị Nhập', '1/5/1980', 'Nữ', 'Trưởng phòng', 'so y te', '01.002', 'NV01']

describe('a preview', () => {
  it('finds the heads and the columns, says what each row would do, and writes nothing', async () => {
    const known = await addPerson(database, 'Trần Văn Có', { root: city, body: health }, { code: 'NV02' })
    const content = await fileOf([
      GOOD,
      [2, 'Trần Văn Có', null, 'Nam', 'Chuyên viên', 'Sở Y tế', '01.003', 'NV02'],
      [3, 'Lê Thị Sai', '31/02/1980', 'Khác', 'Chuyên viên', 'Sở Không Có', null, null],
      [4, 'Trần Văn Có', null, 'Nam', 'Chuyên viên', 'Sở Y tế', '01.003', 'NV02'],
    ])
    const before = await people()
    const { status, body } = await previewOf(content)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      headRow: 2,
      mapping: { name: 1, birthDate: 2, sex: 3, title: 4, unit: 5, rankCode: 6, code: 7 },
      counts: { added: 1, changed: 1, unchanged: 0, rejected: 2 },
    })
    const [bad, twice] = body.rows
    expect(bad).toMatchObject({ line: 5, name: 'Lê Thị Sai' })
    expect(bad.reasons.map((one: { column: string }) => one.column)).toEqual(['Ngày sinh', 'Giới tính', 'Đơn vị'])
    expect(bad.reasons[0].message.vi).toContain('dd/mm/yyyy')
    expect(twice.reasons[0].message.vi).toContain('trùng với dòng 4')
    expect(body.rows[2].changes).toEqual([
      { field: 'sex', before: null, after: 'male' },
      { field: 'rank_code', before: null, after: '01.003' },
    ])
    expect(await people()).toEqual(before)
    expect(before.map((one) => one.id)).toEqual([known])
  })

  it('reads where somebody lives, and refuses what is too long for it', async () => {
    await addPerson(database, 'Trần Văn Có', { root: city, body: health }, { code: 'NV02' })
    const heads = [...HEADS, 'Nơi thường trú']
    const content = await fileOf(
      [
        [...GOOD, 'x'.repeat(201)],
        [2, 'Trần Văn Có', null, null, null, null, null, 'NV02', 'Số 1 phố Thử, phường Mẫu'],
      ],
      heads,
    )
    const { body } = await previewOf(content, { bodyId: health })
    expect(body.mapping).toMatchObject({ home: 8 })
    expect(body.rows[0].reasons[0]).toMatchObject({ column: 'Nơi thường trú' })
    expect(body.rows[1].changes).toEqual([{ field: 'home', before: null, after: 'Số 1 phố Thử, phường Mẫu' }])
  })

  it('refuses what is no workbook, and a table without names', async () => {
    const text = Buffer.from('Họ và tên').toString('base64')
    expect((await previewOf(text)).status).toBe(422)
    const other = await writeXlsx({ sheet: 'x', columns: [{ head: 'Tên hàng', type: 'text' }], rows: [['Bàn']] })
    const answer = await previewOf(Buffer.from(other).toString('base64'))
    expect([answer.status, answer.body.error.message.vi]).toEqual([422, expect.stringContaining('Họ và tên')])
  })

  it('asks for the code where a name of a unit means several', async () => {
    await addBody(database, 'Phòng Tổng hợp', { root: city, parent: health })
    await addBody(database, 'Phòng Tổng hợp', { root: city })
    const { body } = await previewOf(
      await fileOf([[1, 'Nguyễn Văn A', null, null, 'Phó phòng', 'Phòng Tổng hợp', null, null]]),
    )
    expect(body.rows[0].reasons[0].message.vi).toContain('có thể là')
  })
})

describe('an import', () => {
  it('writes what was previewed, and the second time finds nothing to do', async () => {
    const content = await fileOf([GOOD])
    expect((await importFile(content)).body.counts).toMatchObject({ added: 1, changed: 0 })
    expect(await people()).toMatchObject([
      {
        name: 'Nguyễn Thị Nhập',
        code: 'NV01',
        birth_date: '1980-05-01',
        sex: 'female',
        post_title: 'Trưởng phòng',
        body_id: health,
      },
    ])
    const again = await importFile(content)
    expect(again.body.counts).toEqual({ added: 0, changed: 0, unchanged: 1, rejected: 0 })
  })

  it('of another file than was previewed is refused', async () => {
    const { body } = await previewOf(await fileOf([GOOD]))
    const { hash, headRow, mapping } = body
    const content = await fileOf([[...GOOD.slice(0, 7), 'NV99']])
    const answer = await send('/api/people/import', { fileName: 'x.xlsx', content, hash, headRow, mapping })
    expect(answer.status).toBe(409)
  })

  it('is undone exactly: the added are gone, the changed and moved are as before', async () => {
    await addPerson(database, 'Trần Văn Có', { root: city, body: health }, { code: 'NV02' })
    const before = await people()
    const moved = [2, 'Trần Văn Có', null, 'Nam', 'Phó Giám đốc', 'Sở Văn hóa', '01.003', 'NV02']
    const done = await importFile(await fileOf([GOOD, moved]))
    expect(done.body.counts).toMatchObject({ added: 1, changed: 1 })
    expect((await people()).find((one) => one.code === 'NV02')?.post_title).toBe('Phó Giám đốc')
    const undone = await send(`/api/people/imports/${done.body.id}/undo`, {})
    expect([undone.status, undone.body]).toEqual([200, { id: done.body.id, restored: 1, removed: 1 }])
    expect(await people()).toEqual(before)
    expect((await send(`/api/people/imports/${done.body.id}/undo`, {})).status).toBe(422)
    expect((await app.inject('/api/people/imports')).json()).toMatchObject([{ undoneAt: expect.any(String) }])
  })

  it('is not undone when somebody was changed since: who, is named', async () => {
    const done = await importFile(await fileOf([GOOD]))
    const [person] = await people()
    await send(`/api/people/${person?.id}`, { version: 1, grade: '5' })
    const refused = await send(`/api/people/imports/${done.body.id}/undo`, {})
    expect([refused.status, refused.body.error.message.vi]).toEqual([
      422,
      expect.stringContaining('Nguyễn Thị Nhập (dòng 3)'),
    ])
    expect((await people())[0]?.grade).toBe('5')
  })
})

describe('passports of an import', () => {
  const WITH_PASSPORTS = [...HEADS, 'Loại hộ chiếu', 'Số hộ chiếu', 'Ngày cấp HC', 'Ngày hết hạn hộ chiếu']
  const withPassport = (code: string, ...passport: XlsxCell[]) => [
    1,
    `Người ${code}`,
    null,
    null,
    'Chuyên viên',
    'Sở Y tế',
    null,
    code,
    ...passport,
  ]
  const tableOf = (...rows: XlsxCell[][]) => fileOf(rows, WITH_PASSPORTS)

  beforeEach(async () => {
    await actAs(['people.read', 'people.write', 'passports.write'])
  })

  /** Numbers are unique over all offices, and so over all tests. */
  let numbers = 0
  const nextNumber = () => {
    numbers += 1
    return `N${String(numbers).padStart(7, '0')}`
  }

  async function actAs(permissions: Permission[]) {
    const recognise = recogniseAs(testVisitor(permissions, { roots: [city] }))
    app = await testApp(database, { routes: peopleRoutes((await loadLaw()).data), recognise })
    opened.push(app)
  }

  async function passports() {
    const { items } = (await app.inject('/api/passports')).json()
    return items
  }

  it('are entered with new and known people, once however often the file is imported', async () => {
    await addPerson(database, 'Người K1', { root: city, body: health }, { code: 'K1' })
    const [first, second] = [nextNumber(), nextNumber()]
    const content = await tableOf(
      withPassport('K1', 'Công vụ', first.toLowerCase(), '1/2/2024', '31/01/2029'),
      withPassport('K2', 'HC ngoại giao', `${second.slice(0, 1)} ${second.slice(1)}`, '2024-02-01', '2029-01-31'),
      withPassport('K3', null, null, null, null),
    )
    const { body: preview } = await previewOf(content)
    expect(preview.mapping).toMatchObject({
      passportKind: 8,
      passportNumber: 9,
      passportIssuedOn: 10,
      passportExpiresOn: 11,
    })
    expect(preview.counts).toEqual({ added: 2, changed: 1, unchanged: 0, rejected: 0 })
    expect(preview.rows[0].changes).toEqual([
      { field: 'passport', before: null, after: `Công vụ •••${first.slice(-3)} – 31/01/2029` },
    ])
    expect(await passports()).toEqual([])
    expect((await importFile(content)).body.counts).toEqual(preview.counts)
    const kept = await passports()
    expect(kept.map((one: { personName: string; kind: string }) => [one.personName, one.kind]).sort()).toEqual([
      ['Người K1', 'official'],
      ['Người K2', 'diplomatic'],
    ])
    expect(kept[0]).toMatchObject({
      issuedOn: '2024-02-01',
      expiresOn: '2029-01-31',
      custodianName: 'Sở Y tế',
      state: 'kept',
    })
    expect((await importFile(content)).body.counts).toEqual({ added: 0, changed: 0, unchanged: 3, rejected: 0 })
    expect(await passports()).toHaveLength(2)
    const { rows } = await database.pool.query(
      "select content from audit_entry where action = 'passport.registered' order by seq desc limit 2",
    )
    const deeds = rows.map(({ content }) => JSON.parse(content))
    expect(deeds[0]).toMatchObject({ ground: 'can-bo.xlsx', after: { number: { hash: expect.any(String) } } })
    expect(deeds.map(({ subject }) => subject.name)).toEqual(['Người K2', 'Người K1'])
  })

  it('are rejected with the reason: parts that are missing, days in the wrong order, numbers of others', async () => {
    await addPerson(database, 'Người C1', { root: city, body: health }, { code: 'C1' })
    const [known, other] = [nextNumber(), nextNumber()]
    const good: XlsxCell[] = ['Công vụ', known, '01/02/2024', '31/01/2029']
    await importFile(await tableOf(withPassport('C1', ...good)))
    const { body } = await previewOf(
      await tableOf(
        withPassport('R1', null, nextNumber(), '01/02/2024', '31/01/2029'),
        withPassport('R2', 'Công vụ', nextNumber(), '01/02/2024', '31/01/2024'),
        withPassport('R3', 'Phổ thông', 'C-1', '01/02/2024', '31/02/2029'),
        withPassport('R4', ...good),
        withPassport('C1', 'Công vụ', known, '01/02/2024', '31/01/2030'),
        withPassport('R5', 'Ngoại giao', other, '01/02/2024', '31/01/2029'),
        withPassport('R6', 'Ngoại giao', other, '01/02/2024', '31/01/2029'),
      ),
    )
    expect(body.counts).toEqual({ added: 1, changed: 0, unchanged: 0, rejected: 6 })
    const reasons = body.rows.map((row: { reasons: { column: string; message: { vi: string } }[] }) =>
      row.reasons.map(({ column, message }) => `${column}: ${message.vi}`),
    )
    expect(reasons.slice(0, 6)).toEqual([
      ['Loại hộ chiếu: còn thiếu loại hộ chiếu'],
      ['Ngày hết hạn hộ chiếu: ngày hết hạn phải sau ngày cấp'],
      [
        'Loại hộ chiếu: cần Ngoại giao hoặc Công vụ; đang là «Phổ thông»',
        'Số hộ chiếu: cần 5–15 chữ cái và chữ số; đang là «C-1»',
        'Ngày hết hạn hộ chiếu: cần một ngày có thật, dạng dd/mm/yyyy; đang là «31/02/2029»',
      ],
      ['Số hộ chiếu: số này đã là hộ chiếu của Người C1'],
      ['Số hộ chiếu: trong sổ, hộ chiếu số này là loại Công vụ, cấp 01/02/2024, hết hạn 31/01/2029; hãy kiểm tra lại'],
      ['Số hộ chiếu: trùng số hộ chiếu với dòng 8'],
    ])
  })

  it('with a number that a body out of reach has: nothing is written, and the line is named', async () => {
    const far = await addBody(database, 'Bộ khác', { level: 'ministry' })
    const holder = await addPerson(database, 'Người Xa', { root: far, body: far })
    const number = nextNumber()
    await database.pool.query(
      `insert into passport (id, person_id, root_id, body_id, kind, number, issued_on, expires_on)
        values ($1, $2, $3, $3, 'official', $4, '2024-01-01', '2029-01-01')`,
      [newId(), holder, far, number],
    )
    const answer = await importFile(await tableOf(withPassport('X1', 'Công vụ', number, '01/01/2024', '01/01/2029')))
    expect([answer.status, answer.body.error.message.vi]).toEqual([422, expect.stringContaining('dòng 3')])
    expect(await people()).toEqual([])
  })

  it('are entered and taken away only by who keeps passports there', async () => {
    const content = await tableOf(withPassport('P1', 'Công vụ', nextNumber(), '01/02/2024', '31/01/2029'))
    const done = await importFile(content)
    await actAs(['people.read', 'people.write'])
    expect((await previewOf(content)).body.rows[0].reasons[0].message.vi).toContain('không quản lý hộ chiếu')
    const refused = await send(`/api/people/imports/${done.body.id}/undo`, {})
    expect([refused.status, refused.body.error.message.vi]).toEqual([422, expect.stringContaining('Người P1 (dòng 3')])
    expect(await passports()).toHaveLength(1)
  })

  it('stay where one got a visa since', async () => {
    const done = await importFile(
      await tableOf(withPassport('V1', 'Công vụ', nextNumber(), '01/02/2024', '31/01/2029')),
    )
    const [passport] = await passports()
    const visa = { country: 'JP', validFrom: '2026-05-01', validUntil: '2026-07-31', entries: 'single' }
    expect((await send(`/api/passports/${passport.id}/visas`, visa)).status).toBe(200)
    const refused = await send(`/api/people/imports/${done.body.id}/undo`, {})
    expect([refused.status, refused.body.error.message.vi]).toEqual([422, expect.stringContaining('thị thực')])
  })

  it('are undone with it, unless one was handed over since', async () => {
    await addPerson(database, 'Người U1', { root: city, body: health }, { code: 'U1' })
    const before = await people()
    const content = await tableOf(
      withPassport('U1', 'Công vụ', nextNumber(), '01/02/2024', '31/01/2029'),
      withPassport('U2', 'Ngoại giao', nextNumber(), '01/02/2024', '31/01/2029'),
    )
    const done = await importFile(content)
    const undone = await send(`/api/people/imports/${done.body.id}/undo`, {})
    expect(undone.body).toMatchObject({ restored: 1, removed: 1 })
    expect([await passports(), await people()]).toEqual([[], before])

    const again = await importFile(content)
    const [passport] = await passports()
    const handed = { on: '2026-10-01', receivedBy: 'Người nhận', decision: '1/QĐ', returnsOn: '2026-10-10' }
    expect((await send(`/api/passports/${passport.id}/hand-over`, handed)).status).toBe(200)
    const refused = await send(`/api/people/imports/${again.body.id}/undo`, {})
    expect([refused.status, refused.body.error.message.vi]).toEqual([422, expect.stringContaining('giao nhận')])
    expect(await passports()).toHaveLength(2)
  })
})
