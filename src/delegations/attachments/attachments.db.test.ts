import { readdir, readFile, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AttachmentDoors, openAttachmentDoors, sha256 } from '../../../test/support/attachments.ts'
import { findClamd, HARMLESS_VIRUS, startClamd } from '../../../test/support/clamd.ts'
import { caseRequest, delegationWorld, enter, take, toExamination } from '../../../test/support/delegations.ts'
import { testFiles } from '../../../test/support/files.ts'
import { makeDocx, makePdf, PNG } from '../../../test/support/made-files.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'

const LARGEST = 512 * 1024
const filesDir = path.join(os.tmpdir(), `doan-ra-attachments-${process.pid}-${Date.now()}`)
const { database, world } = delegationWorld()
let doors: AttachmentDoors

beforeAll(async () => {
  doors = await openAttachmentDoors(database, world, testFiles({ filesDir, largestFile: LARGEST }))
})
afterAll(async () => {
  await doors?.app.close()
})

const draft = () => enter(world, { title: 'Đoàn có tệp' })
const begin = (id: string, file: object) =>
  doors.ask('officer', 'POST', `/api/delegations/${id}/attachments/begin`, file)
const finish = (id: string, uploadId: string, kind = 'invitation') =>
  doors.ask('officer', 'POST', `/api/delegations/${id}/attachments`, { uploadId, kind })
const list = (id: string, who: 'officer' | 'examiner' = 'officer', query = '') =>
  doors.ask(who, 'GET', `/api/delegations/${id}/attachments${query}`)
const names = (answer: { body: { items: { name: string }[] } }) => answer.body.items.map(({ name }) => name)

async function countOf(table: 'file_upload' | 'file_upload_part'): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(`select count(*)::int as count from ${table}`)
  return rows[0]?.count ?? 0
}

/** What the trail has of an action, as it is kept. */
async function trail(action: string): Promise<string[]> {
  const rows = await inScope(database.pool, HOUSEKEEPING, (transaction) =>
    transaction.selectFrom('audit_entry').select('content').execute(),
  )
  return rows.map(({ content }) => String(content)).filter((content) => content.includes(action))
}

describe('an upload in parts', () => {
  it('gives the same bytes, whatever the parts', async () => {
    const id = await draft()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        async (lengths, salt) => {
          const bytes = Buffer.concat([
            PNG,
            Buffer.alloc(
              lengths.reduce((sum, one) => sum + one),
              salt,
            ),
          ])
          const { body } = await begin(id, { name: `${salt}.png`, size: bytes.length })
          let at = 0
          for (const length of [PNG.length, ...lengths]) {
            const sent = await doors.part('officer', body.uploadId, at, bytes.subarray(at, at + length))
            at += length
            expect([sent.status, sent.body.received]).toEqual([200, at])
          }
          const { body: attached } = await finish(id, body.uploadId)
          expect(attached.hash).toBe(sha256(bytes))
          const content = await doors.ask('officer', 'GET', `/api/attachments/${attached.id}/content`)
          expect(sha256(content.body)).toBe(sha256(bytes))
          await doors.ask('officer', 'POST', `/api/attachments/${attached.id}/remove`, {})
        },
      ),
      { numRuns: 12 },
    )
  })

  it('goes on where it was broken off when the same file is chosen again, and is listed until then', async () => {
    const id = await draft()
    const bytes = makePdf(['Thư mời của Tōkyō'])
    const file = { name: 'thư mời.pdf', size: bytes.length, hash: sha256(bytes) }
    const { body: first } = await begin(id, file)
    await doors.part('officer', first.uploadId, 0, bytes.subarray(0, 100))
    expect((await list(id)).body.unfinished).toEqual([
      { id: first.uploadId, name: file.name, size: file.size, received: 100 },
    ])
    const { body: again } = await begin(id, file)
    expect(again).toEqual({ uploadId: first.uploadId, received: 100 })
    expect((await begin(id, { ...file, hash: sha256(PNG) })).body.received).toBe(0)
    await doors.part('officer', first.uploadId, 100, bytes.subarray(100))
    const { body: attached } = await finish(id, first.uploadId)
    expect(attached).toMatchObject({
      kind: 'invitation',
      type: 'application/pdf',
      pages: 1,
      unread: 0,
      addedBy: 'Chuyên viên',
    })
  })

  it('takes no part out of its place, none twice, and none beyond the size that was told', async () => {
    const id = await draft()
    const { body } = await begin(id, { name: 'a.png', size: 200 })
    const part = (offset: number, length: number) => doors.part('officer', body.uploadId, offset, Buffer.alloc(length))
    expect((await part(0, 100)).body.received).toBe(100)
    expect((await part(150, 10)).status).toBe(409)
    expect((await part(0, 100)).body.received).toBe(100)
    expect((await part(50, 100)).status).toBe(409)
    expect((await part(100, 101)).status).toBe(400)
    expect((await part(100, 0)).status).toBe(400)
    expect((await finish(id, body.uploadId)).body.error.message.vi).toContain('100 trên 200 byte')
    expect((await doors.ask('officer', 'GET', `/api/uploads/${body.uploadId}`)).body.received).toBe(100)
  })

  it('is its sender’s alone, and ends where they let it go', async () => {
    const id = await draft()
    const { body } = await begin(id, { name: 'a.png', size: PNG.length })
    expect((await doors.part('colleague', body.uploadId, 0, PNG)).status).toBe(404)
    expect((await doors.ask('colleague', 'POST', `/api/uploads/${body.uploadId}/drop`, {})).status).toBe(404)
    await doors.part('officer', body.uploadId, 0, PNG)
    const parts = await countOf('file_upload_part')
    expect((await doors.ask('officer', 'POST', `/api/uploads/${body.uploadId}/drop`, {})).status).toBe(200)
    expect(await countOf('file_upload_part')).toBe(parts - 1)
    expect((await finish(id, body.uploadId)).status).toBe(404)
  })

  it('is forgotten a day after its last part', async () => {
    const id = await draft()
    const { body } = await begin(id, { name: 'a.png', size: PNG.length })
    await database.pool.query("update file_upload set touched_at = now() - interval '25 hours' where id = $1", [
      body.uploadId,
    ])
    await begin(id, { name: 'b.png', size: PNG.length })
    expect((await doors.ask('officer', 'GET', `/api/uploads/${body.uploadId}`)).status).toBe(404)
  })

  it('is refused when what came is not what was told, and nothing of it stays', async () => {
    const id = await draft()
    const { body } = await begin(id, { name: 'a.png', size: PNG.length, hash: sha256(Buffer.from('another')) })
    await doors.part('officer', body.uploadId, 0, PNG)
    const { status, body: refused } = await finish(id, body.uploadId)
    expect([status, refused.error.message.vi]).toEqual([422, expect.stringContaining('không khớp mã băm')])
    expect((await doors.ask('officer', 'GET', `/api/uploads/${body.uploadId}`)).status).toBe(404)
  })

  it('that was attached answers the same when it is asked again: the first answer may be lost', async () => {
    const id = await draft()
    const { body } = await begin(id, { name: 'a.png', size: PNG.length })
    await doors.part('officer', body.uploadId, 0, PNG)
    const answers = await Promise.all([finish(id, body.uploadId), finish(id, body.uploadId)])
    answers.push(await finish(id, body.uploadId))
    expect(answers.map(({ status, body: one }) => [status, one.id])).toEqual(answers.map(() => [200, body.uploadId]))
    expect((await list(id)).body.items).toHaveLength(1)
  })
})

describe('what a dossier takes', () => {
  it('is told with each refusal: the size of a file, and of all', async () => {
    const id = await draft()
    const { status, body } = await begin(id, { name: 'a.pdf', size: LARGEST + 1 })
    expect([status, body.error.message.vi]).toEqual([422, expect.stringMatching(/không quá 0,5 MB.*chia tệp/)])
    expect((await begin(id, { name: 'a.pdf', size: 0 })).body.error.message.vi).toContain('rỗng')
    for (let number = 0; number < 10; number++) {
      const bytes = Buffer.concat([PNG, Buffer.alloc(LARGEST - PNG.length, number)])
      expect((await doors.attach('officer', id, { name: `${number}.png`, bytes })).status).toBe(200)
    }
    const full = await begin(id, { name: 'a.png', size: 1 })
    expect([full.status, full.body.error.message.vi]).toEqual([422, expect.stringContaining('Hồ sơ đã đầy')])
    expect((await list(id)).body.limits).toEqual({ file: LARGEST, all: LARGEST * 10, files: 100 })
  })

  it('is what its content says, under a sane name', async () => {
    const id = await draft()
    const disguised = await doors.attach('officer', id, { name: 'thư.pdf', bytes: Buffer.from('MZ program') })
    expect([disguised.status, disguised.body.error.message.vi]).toEqual([422, expect.stringContaining('Chỉ nhận PDF')])
    for (const name of ['../../a.pdf', 'a\\b.pdf', 'a\u202Efdp.exe', 'a\nb.pdf', '']) {
      expect([name, (await begin(id, { name, size: 1 })).status]).toEqual([name, 400])
    }
    expect((await list(id)).body.items).toEqual([])
  })

  it('is kept once, however often it is attached', async () => {
    const bytes = makePdf(['cùng một nội dung'])
    for (const name of ['a.pdf', 'b.pdf']) await doors.attach('officer', await draft(), { name, bytes })
    const hash = sha256(bytes)
    expect(await readdir(path.join(filesDir, hash.slice(0, 2)))).toContain(hash)
    const kept = (await readdir(filesDir, { recursive: true })).filter((name) => name.endsWith(hash))
    expect(kept).toHaveLength(1)
    expect(sha256(await readFile(path.join(filesDir, hash.slice(0, 2), hash)))).toBe(hash)
  })

  it('never holds a marking of secrecy: in the name, in a PDF, in the header of a DOCX; the incident has no content', async () => {
    const id = await draft()
    const before = (await trail('delegation.marking-refused')).length
    const uploads = await countOf('file_upload')
    const header = { 'word/header1.xml': '<w:hdr><w:p><w:t>TUYỆT </w:t><w:t>MẬT</w:t></w:p></w:hdr>' }
    const files = [
      { name: 'Phương án đàm phán - MẬT.pdf'.normalize('NFD'), bytes: makePdf(['x']) },
      { name: 'phương án.pdf', bytes: makePdf(['Trang đầu', 'TỐI MẬT – đàm phán']) },
      { name: 'phương án.docx', bytes: makeDocx([['đàm phán']], header) },
      { name: 'Tuyet-mat_phuong an.pdf', bytes: makePdf(['x']) },
      { name: 'phương án 2.pdf', bytes: makePdf(['M Ậ T', 'ĐỘC LẬP – TỰ DO – HẠNH PHÚC']) },
      { name: 'phương án 2.docx', bytes: makeDocx([['Độ mật: '], ['Mật'], ['đàm phán']]) },
    ]
    for (const file of files) {
      const { status, body } = await doors.attach('officer', id, file)
      expect([file.name, status, body.error?.message.vi]).toEqual([
        file.name,
        422,
        expect.stringContaining('văn thư mật'),
      ])
    }
    const incidents = (await trail('delegation.marking-refused')).slice(before)
    expect(incidents).toHaveLength(files.length)
    expect(incidents.join()).not.toMatch(/đàm phán|phương án|phuong an/i)
    expect([(await list(id)).body.items, await countOf('file_upload')]).toEqual([[], uploads])
    const harmless = await doors.attach('officer', id, { name: 'bảo mật.pdf', bytes: makePdf(['Điều khoản bảo mật']) })
    expect(harmless.status).toBe(200)
  })

  it('says of a scan that nobody could read it', async () => {
    const id = await draft()
    const { body } = await doors.attach('officer', id, { name: 'quét.pdf', bytes: makePdf(['', '', 'chữ']) })
    expect([body.pages, body.unread]).toEqual([3, 2])
  })
})

describe('a file of a dossier', () => {
  it('comes as a file that no browser runs', async () => {
    const id = await draft()
    const { body } = await doors.attach('officer', id, { name: 'Thư mời "số 1".pdf', bytes: makePdf(['x']) })
    const { headers } = await doors.ask('officer', 'GET', `/api/attachments/${body.id}/content`)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('Thư mời "số 1".pdf')}`,
    })
  })

  it('that the storage has damaged is refused, not handed out', async () => {
    const id = await draft()
    const { body } = await doors.attach('officer', id, { name: 'a.pdf', bytes: makePdf(['sẽ hỏng']) })
    await writeFile(path.join(filesDir, body.hash.slice(0, 2), body.hash), 'something else')
    const answer = await doors.ask('officer', 'GET', `/api/attachments/${body.id}/content`)
    expect([answer.status, answer.body.error.message.vi]).toEqual([422, expect.stringContaining('đã bị hỏng')])
    await doors.attach('officer', id, { name: 'b.pdf', bytes: makePdf(['sẽ hỏng']) })
    expect((await doors.ask('officer', 'GET', `/api/attachments/${body.id}/content`)).status).toBe(200)
  })

  it('is seen where the dossier is, changed by its unit while it writes it, and known at each step', async () => {
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    const attach = (name: string) => doors.attach('officer', id, { name, bytes: makePdf([name]) })
    const { body: letter } = await attach('thư mời.pdf')
    const { body: slip } = await attach('nháp.pdf')
    const content = (who: 'examiner' | 'otherOfficer', file: string) =>
      doors.ask(who, 'GET', `/api/attachments/${file}/content`)
    expect((await list(id, 'examiner')).status).toBe(404)
    expect((await content('examiner', letter.id)).status).toBe(404)
    await doors.ask('officer', 'POST', `/api/attachments/${slip.id}/remove`, {})
    expect((await doors.ask('officer', 'POST', `/api/attachments/${slip.id}/remove`, {})).status).toBe(404)
    await take(world, 'officer', 'submit', id)
    await take(world, 'head', 'sign', id)
    expect(names(await list(id, 'examiner'))).toEqual(['thư mời.pdf'])
    expect((await content('examiner', letter.id)).status).toBe(200)
    // Taken out before it left the unit: nobody above ever sees it.
    expect((await content('examiner', slip.id)).status).toBe(404)
    expect((await content('otherOfficer', letter.id)).status).toBe(404)
    const closed = await doors.ask('officer', 'POST', `/api/attachments/${letter.id}/remove`, {})
    expect([closed.status, (await begin(id, { name: 'a.pdf', size: 1 })).status]).toEqual([422, 422])
    const returned = await take(world, 'examiner', 'return', id, { reason: 'Thiếu thư mời chính thức' })
    expect(returned.status).toBe(200)
    await doors.ask('officer', 'POST', `/api/attachments/${letter.id}/remove`, {})
    await attach('thư mời chính thức.pdf')
    expect(names(await list(id, 'examiner'))).toEqual(['thư mời chính thức.pdf'])
    const { body: seen } = await world.send('examiner', 'GET', `/api/delegations/${id}`)
    const signed = seen.steps.find(({ action }: { action: string }) => action === 'sign')
    expect(names(await list(id, 'examiner', `?step=${signed.id}`))).toEqual(['thư mời.pdf'])
    expect((await content('examiner', letter.id)).status).toBe(200)
    expect((await list(id, 'examiner', `?step=${id}`)).status).toBe(404)
  })

  it('of the authority is brought from the examination on, and nobody else takes it out', async () => {
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    const { body: own } = await doors.attach('officer', id, { name: 'thư mời.pdf', bytes: makePdf(['thư mời']) })
    const bytes = makePdf(['Quyết định số 15'])
    const bring = async (who: 'examiner' | 'authority' | 'travellingAuthority' | 'officer') => {
      const begun = await doors.ask(who, 'POST', `/api/delegations/${id}/papers/begin`, {
        name: 'qđ.pdf',
        size: bytes.length,
      })
      if (begun.status !== 200) return begun
      await doors.part(who, begun.body.uploadId, 0, bytes)
      return doors.ask(who, 'POST', `/api/delegations/${id}/papers`, { uploadId: begun.body.uploadId })
    }
    const remove = (who: 'examiner' | 'authority' | 'officer', file: string, door = 'papers') =>
      doors.ask(who, 'POST', `/api/${door}/${file}/remove`, {})
    await take(world, 'officer', 'submit', id)
    expect((await bring('examiner')).status).toBe(404)
    await take(world, 'head', 'sign', id)
    const early = await bring('examiner')
    expect([early.status, early.body.error.message.vi]).toEqual([422, expect.stringContaining('chờ tiếp nhận')])
    await take(world, 'examiner', 'receive', id)
    const { status, body: paper } = await bring('examiner')
    expect([status, paper.kind, paper.fromAbove]).toEqual([200, 'decision', true])
    expect((await bring('officer')).status).toBe(403)
    const { body: slip } = await bring('authority')
    expect((await remove('authority', slip.id)).status).toBe(200)
    expect((await doors.ask('mission', 'GET', `/api/attachments/${slip.id}/content`)).status).toBe(404)
    await take(world, 'examiner', 'recommend', id)
    expect((await bring('authority')).status).toBe(200)
    expect(names(await list(id))).toEqual(['thư mời.pdf', 'qđ.pdf', 'qđ.pdf'])
    // The unit cannot take it out, not even while it writes the dossier; nor can those above take out what is the unit's.
    await take(world, 'authority', 'hand-back', id, { reason: 'Xem lại' })
    await take(world, 'examiner', 'return', id, { reason: 'Bổ sung' })
    const byUnit = await remove('officer', paper.id, 'attachments')
    expect([byUnit.status, byUnit.body.error.message.vi]).toEqual([422, expect.stringContaining('chỉ nơi đó gỡ được')])
    expect((await remove('officer', paper.id)).status).toBe(403)
    const byExaminer = await remove('examiner', own.id)
    expect([byExaminer.status, byExaminer.body.error.message.vi]).toEqual([
      422,
      expect.stringContaining('tệp của đơn vị'),
    ])
    expect((await remove('examiner', paper.id)).status).toBe(422)
    await toExamination(world, id)
    expect((await remove('examiner', paper.id)).status).toBe(200)
    expect((await world.send('examiner', 'GET', `/api/delegations/${id}`)).body.mayEnclose).toBe(true)
    expect((await world.send('officer', 'GET', `/api/delegations/${id}`)).body.mayEnclose).toBe(false)
  })

  it('leaves its coming and going in the trail', async () => {
    const id = await draft()
    const { body } = await doors.attach('officer', id, { name: 'vết.pdf', bytes: makePdf(['x']) })
    await doors.ask('officer', 'POST', `/api/attachments/${body.id}/remove`, {})
    const entries = [...(await trail('delegation.attachment-added')), ...(await trail('delegation.attachment-removed'))]
    expect(entries.filter((entry) => entry.includes('vết.pdf'))).toHaveLength(2)
  })
})

describe('a file with a virus', () => {
  const program = findClamd()

  it.skipIf(program === undefined)('is not taken; the incident names the virus, not the file', async () => {
    const clamd = await startClamd(program ?? '')
    const scanning = await openAttachmentDoors(database, world, testFiles({ clamav: clamd.socket }))
    const id = await draft()
    const bytes = Buffer.concat([PNG, Buffer.from(HARMLESS_VIRUS)])
    const { status, body } = await scanning.attach('officer', id, { name: 'ảnh lạ.png', bytes })
    expect([status, body.error.message.vi]).toEqual([422, expect.stringContaining('DoanRa.Harmless')])
    expect((await list(id)).body).toMatchObject({ items: [], unfinished: [] })
    const incidents = (await trail('delegation.virus-refused')).filter((entry) => entry.includes(id))
    expect([incidents.length, incidents.join().includes('ảnh lạ')]).toEqual([1, false])
    expect((await scanning.attach('officer', id, { name: 'ảnh.png', bytes: PNG })).status).toBe(200)
    await scanning.app.close()
    await clamd.stop()
  })

  it('is let through by no scanner that is away: try again, and nothing is kept', async () => {
    const scanning = await openAttachmentDoors(database, world, testFiles({ clamav: '/nowhere/clamd.ctl' }))
    const id = await draft()
    const { status, body } = await scanning.attach('officer', id, { name: 'ảnh.png', bytes: PNG })
    expect([status, body.error.message.vi]).toEqual([422, expect.stringContaining('Hãy thử lại')])
    expect((await list(id)).body).toMatchObject({ items: [], unfinished: [] })
    await scanning.app.close()
  })
})
