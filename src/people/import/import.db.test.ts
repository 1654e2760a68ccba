import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testApp } from '../../../test/support/app.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { addBody, addPerson } from '../../../test/support/register.ts'
import { recogniseAs, testVisitor } from '../../../test/support/visitor.ts'
import { inScope } from '../../db/scope.ts'
import { writeXlsx, type XlsxCell } from '../../documents/xlsx.ts'
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
async function fileOf(rows: XlsxCell[][]): Promise<string> {
  const columns = HEADS.map((head) => ({ head, type: 'text' as const }))
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
