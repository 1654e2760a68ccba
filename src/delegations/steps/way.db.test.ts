import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  onDay,
  SENDER,
  TODAY,
  take,
  toAuthority,
  toExamination,
} from '../../../test/support/delegations.ts'
import type { JsonObject } from '../content/json.ts'

const { database, world } = delegationWorld()

const DECISION = { document: { number: '15/QĐ-UBND', on: '2026-04-02' }, accepts: 'Đã rõ' }
const PRINCIPLE = { document: { number: '7/UBND-NV', on: '2026-04-02' }, accepts: 'Đã rõ' }

const view = async (id: string, who: DelegationPlayer = 'officer') =>
  (await world.send(who, 'GET', `/api/delegations/${id}`)).body

/** A dossier in good order, changed where it says. */
async function begin(change: (dossier: JsonObject) => JsonObject = (dossier) => dossier): Promise<string> {
  return enter(world, change((await caseRequest('01-compliant')).dossier))
}

const members = (dossier: JsonObject) => dossier.members as JsonObject[]

describe('a dossier that leaves its unit', () => {
  it('says why it is late, each time anew', async () => {
    const id = await begin()
    onDay('2026-05-08')
    const late = await take(world, 'officer', 'submit', id, { lateReason: '' })
    expect([late.status, JSON.stringify(late.body)]).toEqual([422, expect.stringContaining('trình muộn')])
    expect((await take(world, 'officer', 'submit', id, { lateReason: 'Lời mời đến muộn' })).status).toBe(200)
    await take(world, 'head', 'send-back', id, { reason: 'Sửa tên đoàn' })
    expect((await take(world, 'officer', 'submit', id, { lateReason: '' })).status).toBe(422)
    onDay(TODAY)
  })

  it('goes straight to the authority where it is urgent, and is looked at by the examiners afterwards', async () => {
    const id = await begin()
    await take(world, 'officer', 'submit', id)
    expect((await take(world, 'head', 'sign-urgent', id, { reason: 'Hội nghị triệu tập gấp' })).body.state).toBe(
      'proposed',
    )
    expect((await take(world, 'authority', 'approve', id, DECISION)).status).toBe(200)
    const waiting = async () =>
      (await world.send('examiner', 'GET', '/api/delegations/work')).body
        .filter((one: { id: string }) => one.id === id)
        .map(({ kind, due }: { kind: string; due: string }) => [kind, due])
    // Five working days after 02/04/2026, a Thursday.
    expect(await waiting()).toEqual([['control', '2026-04-09']])
    expect((await take(world, 'examiner', 'control', id, { reason: 'Đúng quy định' })).body.state).toBe('approved')
    expect(await waiting()).toEqual([])
    expect((await take(world, 'examiner', 'control', id, { reason: 'Lần nữa' })).status).toBe(422)
  })

  it('is agreed to in principle first where somebody in it is managed by the Standing Committee', async () => {
    const id = await begin((dossier) => ({
      ...dossier,
      members: members(dossier).map((one, at) =>
        at === 0
          ? { ...one, managedBy: 'standing-committee', personnelApproval: { number: '12-TB/BTC', on: '2026-03-20' } }
          : one,
      ),
    }))
    await toAuthority(world, id)
    const early = await take(world, 'authority', 'approve', id, DECISION)
    expect([early.status, JSON.stringify(early.body)]).toEqual([422, expect.stringContaining('chủ trương')])
    expect((await take(world, 'authority', 'agree', id, PRINCIPLE)).body.state).toBe('agreed')
    expect((await view(id)).document).toBeNull()
    expect((await take(world, 'authority', 'approve', id, DECISION)).body.state).toBe('approved')
    expect((await view(id)).document).toEqual(DECISION.document)
  })

  it('has a clock in working days that stands still while it is stopped', async () => {
    const id = await begin()
    await take(world, 'officer', 'submit', id)
    await take(world, 'head', 'sign', id)
    const before = await view(id)
    expect(before.stages).toMatchObject({ signed: 1, examining: 2, proposed: 2 })
    expect(before.due > before.stateSince.slice(0, 10)).toBe(true)
    await take(world, 'examiner', 'pause', id, { reason: 'Chờ đối tác xác nhận lịch' })
    const stopped = await view(id)
    expect([stopped.due, stopped.paused.on]).toEqual([null, expect.stringMatching(/^\d{4}-/)])
    expect((await take(world, 'examiner', 'pause', id, { reason: 'Lần nữa' })).status).toBe(422)
    await take(world, 'examiner', 'resume', id)
    expect((await view(id)).due).toBe(before.due)
  })

  it('gives back the working days that its clock stood still, and no day of rest', async () => {
    const id = await begin()
    await toExamination(world, id)
    // Two working days from Friday 24/04 on: Monday 27/04 is off for the Kings' day, so until Wednesday.
    await database.pool.query(`update delegation set state_since = '2026-04-24T03:00:00Z' where id = $1`, [id])
    onDay('2026-04-28')
    expect(await view(id)).toMatchObject({ due: '2026-04-29', daysLeft: 1 })
    await take(world, 'examiner', 'pause', id, { reason: 'Chờ đối tác xác nhận lịch' })
    const paused = { on: '2026-04-28', by: 'Thẩm định viên', reason: 'Chờ đối tác xác nhận lịch', daysLeft: 1 }
    expect(await view(id)).toMatchObject({ due: null, daysLeft: null, paused })
    // Everybody who sees the dossier reads why: also the mission that is asked, in the history, the list and its work.
    const seen = (await world.send('mission', 'GET', `/api/delegations/${id}`)).body
    expect(seen.paused).toEqual(paused)
    expect(seen.steps.findLast(({ action }: { action: string }) => action === 'pause')).toMatchObject({
      reason: paused.reason,
    })
    for (const [who, path] of [
      ['mission', '/api/delegations'],
      ['examiner', '/api/delegations/work'],
    ] as const) {
      const { body } = await world.send(who, 'GET', path)
      expect((body.items ?? body).find((one: { id: string }) => one.id === id)).toMatchObject({ paused })
    }
    // Until Wednesday 06/05 four working days go by: 29/04, 04/05, 05/05 and 06/05.
    onDay('2026-05-06')
    await take(world, 'examiner', 'resume', id)
    expect(await view(id)).toMatchObject({ due: '2026-05-07', daysLeft: 1, paused: null })
    const { body } = await world.send('examiner', 'GET', '/api/delegations/work')
    expect(body.find((one: { id: string }) => one.id === id)).toMatchObject({ due: '2026-05-07', daysLeft: 1 })
    // Stopped again on a Friday and started on the Monday, it has stood still for one more.
    onDay('2026-05-08')
    expect((await view(id)).daysLeft).toBe(-1)
    await take(world, 'examiner', 'pause', id, { reason: 'Chờ tiếp' })
    onDay('2026-05-11')
    await take(world, 'examiner', 'resume', id)
    expect(await view(id)).toMatchObject({ due: '2026-05-08', daysLeft: -1 })
    onDay(TODAY)
  })

  it('has its result with the decision: whoever drafts for the unit is told, and the step says by which day', async () => {
    const id = await begin()
    await toAuthority(world, id)
    expect((await view(id)).handedOut).toBeNull()
    await take(world, 'authority', 'approve', id, DECISION)
    const { handedOut, steps } = await view(id)
    // One working day after Thursday 02/04.
    expect(handedOut).toEqual({ at: steps.at(-1).at, due: '2026-04-03' })
    const told = await database.pool.query('select what from notice where subject_id = $1 and account_id = $2', [
      id,
      world.people.officer.account?.id,
    ])
    expect(told.rows).toContainEqual({ what: 'dossier.approved' })
  })
})

describe('the authority', () => {
  it('lists who receives its decision: proposed from the dossier, kept with the step as it has them', async () => {
    const id = await begin((dossier) => ({
      ...dossier,
      members: members(dossier).map((one, at) =>
        at === 1 ? { ...one, unit: 'Sở Văn hóa' } : { ...one, unit: SENDER },
      ),
    }))
    await toExamination(world, id)
    const { body: asked } = await world.send('otherHead', 'GET', `/api/delegations/${id}`)
    await world.send('otherHead', 'POST', `/api/delegation-opinions/${asked.opinions[0].id}/answer`, {
      answer: 'agrees',
    })
    await take(world, 'examiner', 'recommend', id)
    const { body } = await world.send('authority', 'GET', `/api/delegations/${id}/recipients`)
    expect(body.recipients).toEqual([
      SENDER,
      'Sở Ngoại vụ',
      'Cơ quan đại diện tại Nhật Bản',
      'Sở Văn hóa',
      'Sở Tài chính',
    ])
    const many = await take(world, 'authority', 'approve', id, { ...DECISION, recipients: Array(31).fill('Sở') })
    const long = await take(world, 'authority', 'approve', id, { ...DECISION, recipients: ['Sở', 'S'.repeat(201)] })
    const marked = await take(world, 'authority', 'approve', id, { ...DECISION, recipients: ['Phòng A (TUYỆT MẬT)'] })
    expect([many.status, long.body.error.faults[0].path, marked.status]).toEqual([400, 'recipients[1]', 422])
    const recipients = [SENDER, 'Lưu: VT']
    expect((await take(world, 'authority', 'approve', id, { ...DECISION, recipients })).status).toBe(200)
    expect((await view(id)).steps.at(-1)).toMatchObject({ action: 'approve', said: { recipients } })
  })

  it('waives only what its entry in the register covers on the day of the decision', async () => {
    const { body: grants } = await world.send('examiner', 'GET', '/api/exception-authorities')
    const [whole] = grants
    const end = await world.send('administrator', 'POST', `/api/exception-authorities/${whole.id}/end`, {
      to: '2026-04-01',
    })
    const given = await world.send('administrator', 'POST', '/api/exception-authorities', {
      bodyId: whole.bodyId,
      rules: ['delegation-size'],
      from: '2026-04-02',
      document: { number: '9/QC', on: '2026-03-30' },
    })
    expect([end.status, given.status]).toEqual([200, 200])
    const { dossier } = await caseRequest('03-third-trip-with-exception')
    const id = await enter(world, dossier)
    await toAuthority(world, id)
    const { body } = await world.send('authority', 'GET', `/api/delegations/${id}/check?asOf=2026-04-02`)
    const waivers = body.result.findings
      .filter(({ severity, outcome }: Record<string, string>) => severity === 'needs-exception' && outcome !== 'pass')
      .map(({ rule, norm, subject }: Record<string, string>) => ({
        rule,
        norm,
        ...(subject === undefined ? {} : { subject }),
        grounds: 'Đột xuất',
        reasonCode: 'urgent-task',
      }))
    const beyond = await take(world, 'authority', 'approve', id, { ...DECISION, waivers })
    expect([beyond.status, JSON.stringify(beyond.body)]).toEqual([422, expect.stringContaining('sổ thẩm quyền')])
    const all = await world.send('administrator', 'POST', '/api/exception-authorities', {
      bodyId: whole.bodyId,
      rules: [],
      from: '2026-04-02',
      document: { number: '10/QC', on: '2026-03-31' },
    })
    expect(all.status).toBe(200)
    expect((await take(world, 'authority', 'approve', id, { ...DECISION, waivers })).status).toBe(200)
    const { body: register } = await world.send('examiner', 'GET', '/api/exceptions?rule=trips-per-year')
    expect(register.items[0]).toMatchObject({
      delegationId: id,
      grounds: 'Đột xuất',
      decidedBy: 'Chủ tịch',
      state: 'approved',
    })
    expect((await world.send('otherOfficer', 'GET', '/api/exceptions')).body.total).toBe(0)
    const total = async (filter: Record<string, string>) =>
      (await world.send('examiner', 'GET', `/api/exceptions?${new URLSearchParams(filter)}`)).body.total
    const [{ subject, authority }] = register.items
    expect(authority).toBe('Văn phòng UBND')
    const found = [{ bodyId: world.science }, { authority }, { person: String(subject).toUpperCase() }]
    expect((await Promise.all(found.map(total))).every((count) => count > 0)).toBe(true)
    expect(
      await Promise.all([{ bodyId: world.culture }, { authority: 'Ủy ban khác' }, { person: 'Không Ai' }].map(total)),
    ).toEqual([0, 0, 0])
  })
})
