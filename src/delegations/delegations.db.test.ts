import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  delegationWorld,
  enter,
  SENDER,
  take,
  toAuthority,
  toExamination,
} from '../../test/support/delegations.ts'
import { addPerson } from '../../test/support/register.ts'
import { HOUSEKEEPING, inScope } from '../db/scope.ts'
import { check, loadLaw, readRequest } from '../law/index.ts'
import type { JsonObject } from './content/json.ts'

const { database, world } = delegationWorld()

const DECISION = { document: { number: '15/QĐ-UBND', on: '2026-04-02' } }

describe('a dossier that is typed', () => {
  it('keeps what two people write into different fields, and tells them where they meet', async () => {
    const { body: begun } = await world.send('officer', 'POST', '/api/delegations', {
      bodyId: world.science,
      title: 'Đoàn thử',
    })
    const save = (who: 'officer' | 'colleague', ...changes: object[]) =>
      world.send(who, 'POST', `/api/delegations/${begun.id}/save`, { changes })
    const first = await save('officer', { at: 'purpose/summary', to: 'Ký biên bản' })
    expect([first.status, first.body.version, first.body.clashes]).toEqual([200, 2, []])
    const second = await save('colleague', { at: 'members/a', to: { key: 'a', name: 'An', role: 'head' } })
    expect(second.body.content).toMatchObject({ purpose: { summary: 'Ký biên bản' }, members: [{ name: 'An' }] })
    const third = await save(
      'colleague',
      { at: 'purpose/summary', to: 'Bàn hợp tác' },
      { at: 'members/a/task', to: 'Chủ trì' },
    )
    expect(third.body.clashes).toEqual([{ at: 'purpose/summary', to: 'Bàn hợp tác', now: 'Ký biên bản' }])
    expect(third.body.content.members).toEqual([{ key: 'a', name: 'An', role: 'head', task: 'Chủ trì' }])
    const { body: edits } = await world.send('officer', 'GET', `/api/delegations/${begun.id}/edits`)
    expect(edits.items.map((one: { by: string; version: number }) => [one.version, one.by])).toEqual([
      [4, 'Chuyên viên khác'],
      [3, 'Chuyên viên khác'],
      [2, 'Chuyên viên'],
    ])
  })

  it('tells who else has it open, for as long as they look at it', async () => {
    const id = await enter(world, { title: 'Đoàn thử' })
    const others = async (who: 'officer' | 'colleague') =>
      (await world.send(who, 'POST', `/api/delegations/${id}/presence`)).body.others
    expect(await others('officer')).toEqual([])
    expect(await others('colleague')).toEqual(['Chuyên viên'])
    expect(await others('officer')).toEqual(['Chuyên viên khác'])
    // The colleague has left: for a minute nobody has heard of them.
    await database.pool.query(
      `update delegation_presence set seen_at = seen_at - interval '61 seconds' where delegation_id = $1 and account_id = $2`,
      [id, world.people.colleague.account?.id],
    )
    expect(await others('officer')).toEqual([])
    expect((await world.send('otherOfficer', 'POST', `/api/delegations/${id}/presence`)).status).toBe(404)
  })

  it('is refused a field that no dossier has, by its path, and keeps nothing of it', async () => {
    const id = await enter(world, { title: 'Đoàn thử' })
    const { status, body } = await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [{ at: 'purpose/colour', to: 'đỏ' }],
    })
    expect([status, body.error.faults[0].path]).toEqual([400, 'purpose/colour'])
    const { body: kept } = await world.send('officer', 'GET', `/api/delegations/${id}`)
    expect([kept.version, kept.content.purpose]).toEqual([1, {}])
  })

  it('is refused a text that is too long before anybody looks at what it says', async () => {
    const id = await enter(world, { title: 'Đoàn thử' })
    const { status, body } = await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [{ at: 'members', to: [{ key: 'a', name: `TỐI MẬT ${'x'.repeat(20_000)}` }] }],
    })
    expect([status, body.error.faults.map(({ path }: { path: string }) => path)]).toEqual([400, ['members']])
  })

  it('never takes in a marking of secrecy; the incident stays in the trail without the text', async () => {
    const id = await enter(world, { title: 'Đoàn thử' })
    const { status, body } = await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [{ at: 'purpose/summary', to: 'Phương án đàm phán (TỐI MẬT)' }],
    })
    expect(status).toBe(422)
    expect(JSON.stringify(body)).toContain('TỐI MẬT')
    const rows = await inScope(database.pool, HOUSEKEEPING, (transaction) =>
      transaction.selectFrom('audit_entry').select('content').execute(),
    )
    const incidents = rows.filter(({ content }) => String(content).includes('delegation.marking-refused'))
    expect(incidents).toHaveLength(1)
    expect(String(incidents[0]?.content)).not.toContain('đàm phán')
  })

  it('is filled with what the registers know, which can be contested with a note', async () => {
    const id = await enter(world, { title: 'Đoàn thử', trip: { departure: '2027-03-01', stays: [] } })
    const member = { key: 'm', name: 'gõ sai', role: 'head', personId: world.traveller }
    const { body: saved } = await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [
        { at: 'members', to: [] },
        { at: 'members/m', to: member },
      ],
    })
    // Of a person of another body the unit learns name, post and body.
    const known = saved.facts.filter(({ at }: { at: string }) => at.startsWith('members/m/'))
    expect(known.map(({ at }: { at: string }) => at.split('/')[2])).toEqual(['name', 'position', 'unit'])
    expect(saved.facts).toContainEqual(expect.objectContaining({ at: 'sender/unit', value: SENDER }))
    const { body: contested } = await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [
        { at: 'sender/unit', to: 'Sở Khoa học' },
        { at: 'contests', to: {} },
        { at: 'contests/sender.unit', to: 'Tên mới từ hôm qua, sổ chưa cập nhật' },
      ],
    })
    expect(contested.content.contests).toEqual({ 'sender.unit': 'Tên mới từ hôm qua, sổ chưa cập nhật' })
    const file = await world.send('officer', 'GET', `/api/delegations/${id}/dossier`)
    expect(file.body.sender ?? JSON.parse(String(file.body)).sender).toMatchObject({ unit: 'Sở Khoa học' })
  })

  it('is seen by nobody outside its unit until the head has signed', async () => {
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    for (const who of ['otherOfficer', 'examiner', 'authority', 'mission'] as const) {
      expect([who, (await world.send(who, 'GET', `/api/delegations/${id}`)).status]).toEqual([who, 404])
    }
    await take(world, 'officer', 'submit', id)
    await take(world, 'head', 'sign', id)
    const seen = async (who: 'otherOfficer' | 'examiner' | 'mission') =>
      (await world.send(who, 'GET', `/api/delegations/${id}`)).status
    expect([await seen('otherOfficer'), await seen('examiner'), await seen('mission')]).toEqual([404, 200, 404])
    await take(world, 'examiner', 'receive', id)
    expect(await seen('mission')).toBe(200)
  })
})

describe('the way to a decision', () => {
  it('a clean dossier is signed, examined and approved; each step froze it with its findings and the law', async () => {
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    await toAuthority(world, id, { heard: true })
    const { status } = await take(world, 'authority', 'approve', id, DECISION)
    expect(status).toBe(200)
    const { body } = await world.send('officer', 'GET', `/api/delegations/${id}`)
    expect([body.state, body.document]).toEqual(['approved', DECISION.document])
    expect(body.steps.map((step: { action: string; verdict: string }) => [step.action, step.verdict])).toEqual([
      ['submit', expect.anything()],
      ['sign', expect.anything()],
      ['receive', expect.anything()],
      // What the examination advises is for those above.
      ['recommend', null],
      ['approve', 'compliant'],
    ])
    const { body: frozen } = await world.send('officer', 'GET', `/api/delegation-steps/${body.steps[4].id}`)
    expect([frozen.lawHash, frozen.asOf]).toEqual([loadLaw().hash, '2026-04-02'])
    expect(frozen.result.findings.length).toBeGreaterThan(30)
  })

  it('a returned one comes back only when each note is resolved', async () => {
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    await toExamination(world, id)
    const notes = [{ field: 'purpose/summary', note: 'Nêu rõ kết quả cần đạt' }]
    await take(world, 'examiner', 'return', id, { reason: 'Chưa rõ mục đích', notes })
    const refused = await take(world, 'officer', 'submit', id)
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      422,
      expect.stringContaining('Nêu rõ kết quả cần đạt'),
    ])
    const { body } = await world.send('officer', 'GET', `/api/delegations/${id}`)
    const answered = await world.send('officer', 'POST', `/api/delegation-notes/${body.notes[0].id}/resolve`, {
      answer: 'Đã bổ sung',
    })
    expect(answered.status).toBe(200)
    expect((await take(world, 'officer', 'submit', id)).status).toBe(200)
  })

  it('a third trip of a leader is approved only when the norm is waived by name, whatever the unit has written', async () => {
    const { dossier } = await caseRequest('03-third-trip-with-exception')
    const id = await enter(world, dossier)
    await toAuthority(world, id, { heard: true })
    const refused = await take(world, 'authority', 'approve', id, DECISION)
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining('38-CT/TW, điểm ')])
    const { body } = await world.send('authority', 'GET', `/api/delegations/${id}/check?asOf=2026-04-02`)
    const waivers = body.result.findings
      .filter(
        ({ severity, outcome }: { severity: string; outcome: string }) =>
          severity === 'needs-exception' && outcome !== 'pass',
      )
      .map(({ rule, norm, subject }: { rule: string; norm: string; subject?: string }) => ({
        rule,
        norm,
        ...(subject === undefined ? {} : { subject }),
        grounds: 'Đột xuất theo lời mời cấp cao',
        reasonCode: 'urgent-task',
      }))
    expect(waivers.length).toBeGreaterThan(0)
    const approved = await take(world, 'authority', 'approve', id, { ...DECISION, waivers })
    expect(approved.status).toBe(200)
    const { body: view } = await world.send('officer', 'GET', `/api/delegations/${id}`)
    expect(view.waivers[0]).toMatchObject({ decidedBy: 'Chủ tịch', document: DECISION.document })
  })

  it('a prohibited one can be approved by nobody, waived or not', async () => {
    const { dossier } = await caseRequest('09-enterprise-organises')
    const id = await enter(world, dossier)
    await toAuthority(world, id)
    const { body } = await world.send('authority', 'GET', `/api/delegations/${id}/check?asOf=2026-04-02`)
    const waivers = body.result.findings
      .filter(({ outcome }: { outcome: string }) => outcome === 'violated')
      .map(({ rule, norm }: { rule: string; norm: string }) => ({
        rule,
        norm,
        grounds: 'Cần thiết',
        reasonCode: 'other',
      }))
    const answer = await take(world, 'authority', 'approve', id, { ...DECISION, waivers, accepts: 'Cần thiết' })
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      422,
      expect.stringContaining('Không cấp nào duyệt được đoàn này'),
    ])
    const { body: view } = await world.send('officer', 'GET', `/api/delegations/${id}`)
    expect(view.state).toBe('proposed')
  })

  it('nobody decides on a delegation in which they travel', async () => {
    const { dossier } = await caseRequest('01-compliant')
    const id = await enter(world, dossier)
    const { body: view } = await world.send('officer', 'GET', `/api/delegations/${id}`)
    const [first] = view.content.members
    await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [{ at: `members/${first.key}/personId`, to: world.traveller }],
    })
    await toAuthority(world, id)
    const answer = await take(world, 'travellingAuthority', 'approve', id, DECISION)
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([422, expect.stringContaining('đi trong đoàn này')])
  })

  it('whoever decides judges by what the unit saw in the registers, also where they see less of them', async () => {
    const { dossier } = await caseRequest('01-compliant')
    const id = await enter(world, dossier)
    const member = await addPerson(database, 'Lê Thị Thử', { root: world.city, body: world.science }, { leader: true })
    const { body: draft } = await world.send('officer', 'GET', `/api/delegations/${id}`)
    const [first] = draft.content.members
    await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [{ at: `members/${first.key}/personId`, to: member }],
    })
    const { body: seen } = await world.send('officer', 'GET', `/api/delegations/${id}`)
    await toAuthority(world, id)
    const { body: mission } = await world.send('mission', 'GET', `/api/delegations/${id}`)
    const at = `members/${first.key}/name`
    const name = expect.objectContaining({ at, value: 'Lê Thị Thử' })
    expect([seen.facts, mission.facts]).toEqual([expect.arrayContaining([name]), expect.arrayContaining([name])])
  })

  it('nobody takes a step that is not theirs, nor from another state, nor on a version they have not seen', async () => {
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    expect((await take(world, 'head', 'submit', id)).status).toBe(403)
    expect((await take(world, 'head', 'sign', id)).status).toBe(422)
    const stale = await world.send('officer', 'POST', `/api/delegations/${id}/submit`, { version: 7 })
    expect(stale.status).toBe(409)
  })
})

describe('what waits', () => {
  it('waits for whoever takes the next step, with the last day of the stage in working days', async () => {
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    const waiting = async (who: 'officer' | 'head' | 'examiner' | 'authority' | 'otherOfficer') => {
      const { body } = await world.send(who, 'GET', '/api/delegations/work')
      return body.filter((one: { id: string }) => one.id === id).map((one: { kind: string }) => one.kind)
    }
    expect([await waiting('officer'), await waiting('otherOfficer'), await waiting('head')]).toEqual([
      ['draft'],
      [],
      [],
    ])
    await take(world, 'officer', 'submit', id)
    expect([await waiting('officer'), await waiting('head'), await waiting('examiner')]).toEqual([[], ['sign'], []])
    await take(world, 'head', 'sign', id)
    expect([await waiting('head'), await waiting('examiner')]).toEqual([[], ['receive']])
    const { body } = await world.send('examiner', 'GET', `/api/delegations/${id}`)
    expect(body.due > body.stateSince.slice(0, 10)).toBe(true)
  })
})

describe('a former dossier that is copied', () => {
  it('drops people, dates and declarations, and says what it repeats', async () => {
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    const { body } = await world.send('officer', 'POST', `/api/delegations/${id}/copy`, {})
    expect(JSON.stringify(body.repeats)).toContain('Thống nhất kế hoạch hợp tác')
    expect(body.repeats[0]).toMatchObject({
      vi: expect.stringContaining('Hồ sơ cũ ĐR-'),
      en: expect.stringContaining('Former dossier ĐR-'),
    })
    const { body: copy } = await world.send('officer', 'GET', `/api/delegations/${body.id}`)
    expect([copy.content.members, copy.content.documents, copy.copiedFrom]).toEqual([[], undefined, id])
    expect(copy.content.trip).toEqual({ stays: [{ key: 'i1', country: 'JP' }] })
  })
})

describe('the public cases', async () => {
  const names = (await readdir(new URL('../../test/acceptance', import.meta.url)))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''))

  it.each(names)('%s, entered as a dossier, gives the same findings as the check', async (name) => {
    const { asOf, dossier } = await caseRequest(name)
    const sender = dossier.sender as { unit: string; level: string; jurisdiction: string }
    const read = readRequest({ asOf, dossier })
    if (read.request === undefined) throw new Error('a case must be readable')
    const expected = check(loadLaw(), read.request, asOf)
    const id = await enter(world, dossier)
    // The register knows the sender by its own name and level; where the case is of another body, it is contested.
    const contests = Object.fromEntries(
      ['unit', 'level', 'jurisdiction'].map((field) => [`sender.${field}`, 'Cơ quan của ca thử']),
    )
    await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes: [{ at: 'contests', to: contests }] })
    const { body } = await world.send('officer', 'GET', `/api/delegations/${id}/check?asOf=${asOf}`)
    expect(body.faults).toEqual([])
    expect(body.result).toEqual(JSON.parse(JSON.stringify(expected)))
    expect(sender.unit).not.toBe('')
  })

  it.each(names)('%s, taken out as a file and taken in again, is the same dossier', async (name) => {
    const { dossier } = await caseRequest(name)
    const contests = Object.fromEntries(
      ['unit', 'level', 'jurisdiction'].map((field) => [`sender.${field}`, 'Cơ quan của ca thử']),
    )
    const fileOf = async (taken: JsonObject) => {
      const id = await enter(world, taken)
      await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
        changes: [{ at: 'contests', to: contests }],
      })
      const { body } = await world.send('officer', 'GET', `/api/delegations/${id}/dossier`)
      return body as JsonObject
    }
    const { id, ...first } = await fileOf(dossier)
    expect(first).toMatchObject(dossier)
    const { id: again, ...second } = await fileOf({ ...(id === undefined ? {} : { id }), ...first })
    expect(second).toEqual(first)
    expect(again).not.toBe(id)
  })
})
