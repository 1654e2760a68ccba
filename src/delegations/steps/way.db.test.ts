import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  delegationWorld,
  enter,
  onDay,
  SENDER,
  TODAY,
  take,
  toAuthority,
} from '../../../test/support/delegations.ts'
import type { JsonObject } from '../content/json.ts'

const { database, world } = delegationWorld()

const DECISION = { document: { number: '15/QĐ-UBND', on: '2026-04-02' }, accepts: 'Đã rõ' }
const PRINCIPLE = { document: { number: '7/UBND-NV', on: '2026-04-02' }, accepts: 'Đã rõ' }

const view = async (id: string, who: 'officer' | 'examiner' | 'mission' | 'otherHead' = 'officer') =>
  (await world.send(who, 'GET', `/api/delegations/${id}`)).body

/** A dossier in good order, changed where it says. */
async function begin(change: (dossier: JsonObject) => JsonObject = (dossier) => dossier): Promise<string> {
  return enter(world, change((await caseRequest('01-compliant')).dossier))
}

const members = (dossier: JsonObject) => dossier.members as JsonObject[]

async function approved(): Promise<string> {
  const id = await begin()
  await toAuthority(world, id)
  const { status, body } = await take(world, 'authority', 'approve', id, DECISION)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return id
}

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
    expect([(await view(id)).due, (await view(id)).pausedOn]).toEqual([null, expect.stringMatching(/^\d{4}-/)])
    expect((await take(world, 'examiner', 'pause', id, { reason: 'Lần nữa' })).status).toBe(422)
    await take(world, 'examiner', 'resume', id)
    expect((await view(id)).due).toBe(before.due)
  })

  it('gives back the working days that its clock stood still, and no day of rest', async () => {
    const id = await begin()
    await take(world, 'officer', 'submit', id)
    await take(world, 'head', 'sign', id)
    await take(world, 'examiner', 'receive', id)
    // Two working days from Friday 24/04 on: Monday 27/04 is off for the Kings' day, so until Wednesday.
    await database.pool.query(`update delegation set state_since = '2026-04-24T03:00:00Z' where id = $1`, [id])
    onDay('2026-04-28')
    expect(await view(id)).toMatchObject({ due: '2026-04-29', daysLeft: 1 })
    await take(world, 'examiner', 'pause', id, { reason: 'Chờ đối tác xác nhận lịch' })
    expect(await view(id)).toMatchObject({ due: null, daysLeft: null, pausedOn: '2026-04-28' })
    // Until Wednesday 06/05 four working days go by: 29/04, 04/05, 05/05 and 06/05.
    onDay('2026-05-06')
    await take(world, 'examiner', 'resume', id)
    expect(await view(id)).toMatchObject({ due: '2026-05-07', daysLeft: 1, pausedOn: null })
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

describe('the opinions', () => {
  const opinionsOf = async (id: string, who?: 'examiner' | 'mission' | 'otherHead') => (await view(id, who)).opinions
  const examining = async (id: string) => {
    await take(world, 'officer', 'submit', id)
    await take(world, 'head', 'sign', id)
    await take(world, 'examiner', 'receive', id)
    return id
  }

  it('are asked of the mission in each country, of finance, and of the bodies of members from elsewhere', async () => {
    const id = await examining(
      await begin((dossier) => ({
        ...dossier,
        members: members(dossier).map((one, at) =>
          at === 1 ? { ...one, unit: 'Sở Văn hóa' } : { ...one, unit: SENDER },
        ),
      })),
    )
    const asked = (await opinionsOf(id, 'examiner')) as { party: string; partyName: string; required: boolean }[]
    expect(asked.map(({ party, partyName }) => `${party} ${partyName}`).sort()).toEqual([
      'finance Sở Tài chính',
      'home-body Sở Văn hóa',
      'mission Cơ quan đại diện tại Nhật Bản',
    ])
    // Each party sees its own question only; the unit sees them all.
    expect((await opinionsOf(id, 'mission')).map((one: { party: string }) => one.party)).toEqual(['mission'])
    expect((await opinionsOf(id, 'otherHead')).map((one: { party: string }) => one.party)).toEqual(['home-body'])
  })

  it('of the mission counts before the law, and the examination waits for it or says why it does not', async () => {
    const id = await examining(await begin((dossier) => ({ ...dossier, consultations: [] })))
    const waiting = (await world.send('mission', 'GET', '/api/delegations/work')).body
    expect(waiting.filter((one: { id: string }) => one.id === id)).toMatchObject([{ kind: 'advise' }])
    const early = await take(world, 'examiner', 'recommend', id, { reason: '' })
    expect([early.status, JSON.stringify(early.body)]).toEqual([422, expect.stringContaining('Nhật Bản')])
    const [own] = await opinionsOf(id, 'mission')
    expect(own.mine).toBe(true)
    const answered = await world.send('mission', 'POST', `/api/delegation-opinions/${own.id}/answer`, {
      answer: 'agrees',
      text: 'Đối tác xác nhận',
    })
    expect(answered.status).toBe(200)
    const { facts } = await view(id, 'examiner')
    expect(facts.filter(({ at }: { at: string }) => at.startsWith('consultations'))).toHaveLength(1)
    const finance = (await opinionsOf(id, 'examiner')).find((one: { party: string }) => one.party === 'finance')
    const entered = await world.send('examiner', 'POST', `/api/delegation-opinions/${finance.id}/enter`, {
      answer: 'no-objection',
      number: '88/STC',
      on: '2026-04-01',
    })
    expect(entered.status).toBe(200)
    expect((await take(world, 'examiner', 'recommend', id, { reason: '' })).status).toBe(200)
  })

  it('is given by whoever speaks for the party, and by nobody else', async () => {
    const id = await examining(await begin())
    const [mission] = (await opinionsOf(id, 'examiner')).filter((one: { party: string }) => one.party === 'mission')
    const said = { answer: 'agrees', text: '' }
    const answer = (who: 'otherHead' | 'head' | 'examiner' | 'mission', payload: object) =>
      world.send(who, 'POST', `/api/delegation-opinions/${mission.id}/answer`, payload)
    expect([(await answer('otherHead', said)).status, (await answer('examiner', said)).status]).toEqual([404, 403])
    expect((await answer('head', said)).status).toBe(422)
    const bare = await answer('mission', { answer: 'objects', text: '' })
    expect([bare.status, bare.body.error.faults[0].path]).toEqual([400, 'text'])
    const word = await world.send('mission', 'POST', `/api/delegation-opinions/${mission.id}/say-as-party`, {
      text: 'Đề nghị gửi chương trình chi tiết',
    })
    await world.send('officer', 'POST', `/api/delegation-opinions/${mission.id}/say-as-unit`, { text: 'Đã gửi' })
    expect(word.status).toBe(200)
    const [again] = (await opinionsOf(id, 'mission')) as { messages: { text: string }[] }[]
    expect(again?.messages.map(({ text }) => text)).toEqual(['Đề nghị gửi chương trình chi tiết', 'Đã gửi'])
  })

  it('of the body of a member from elsewhere decides whether the member goes: without it nobody approves, cut out it is approved', async () => {
    const id = await examining(
      await begin((dossier) => ({
        ...dossier,
        members: members(dossier).map((one, at) =>
          at === 1 ? { ...one, unit: 'Sở Văn hóa' } : { ...one, unit: SENDER },
        ),
      })),
    )
    const [question] = await opinionsOf(id, 'otherHead')
    await world.send('otherHead', 'POST', `/api/delegation-opinions/${question.id}/answer`, {
      answer: 'objects',
      text: 'Đồng chí này đang làm nhiệm vụ khác',
    })
    const member = (await view(id)).content.members[1].key
    await take(world, 'examiner', 'recommend', id, {
      recommendation: 'approve-with-cuts',
      cuts: { members: [member] },
    })
    const whole = await take(world, 'authority', 'approve', id, DECISION)
    expect([whole.status, JSON.stringify(whole.body)]).toEqual([
      422,
      expect.stringContaining('Sở Văn hóa (không đồng ý)'),
    ])
    // What is proposed is for those who decide; the unit hears of it by the decision.
    expect((await view(id)).cuts).toBeNull()
    const { cuts } = await view(id, 'examiner')
    expect(cuts).toEqual({ members: [member] })
    expect((await take(world, 'authority', 'approve', id, { ...DECISION, cuts })).status).toBe(200)
    const { content, headcount } = await view(id)
    expect(content.members.some(({ key }: { key: string }) => key === member)).toBe(false)
    expect(headcount).toBe(content.members.length)
  })
})

describe('the examination', () => {
  it('keeps what examiners think for themselves and the authority, and counts it', async () => {
    const id = await begin()
    await take(world, 'officer', 'submit', id)
    await take(world, 'head', 'sign', id)
    await take(world, 'examiner', 'receive', id)
    const assess = (payload: object) => world.send('examiner', 'POST', `/api/delegations/${id}/assessments`, payload)
    await assess({
      subject: 'practicality',
      judgement: 'not-accepted',
      reasonCode: 'repeats-former',
      note: 'Trùng đoàn năm ngoái',
    })
    const other = await assess({ subject: 'overlap', judgement: 'asked', reasonCode: 'other' })
    expect([other.status, other.body.error.faults[0].path]).toEqual([400, 'note'])
    expect((await view(id)).assessments).toEqual([])
    expect((await view(id, 'examiner')).assessments).toMatchObject([
      { subject: 'practicality', reasonCode: 'repeats-former' },
    ])
    const { facts } = await view(id, 'examiner')
    expect(facts).toContainEqual(
      expect.objectContaining({ at: 'purpose/practicality/appraisal', value: 'impractical' }),
    )
    const { year } = await view(id)
    const { body } = await world.send('examiner', 'GET', `/api/delegation-assessments?year=${year}`)
    expect(body).toContainEqual({
      subject: 'practicality',
      judgement: 'not-accepted',
      reasonCode: 'repeats-former',
      count: 1,
    })
    expect((await world.send('officer', 'GET', `/api/delegation-assessments?year=${year}`)).body).toEqual([])
  })

  it('of overlaps is what the law reads: not looked at, none, one that is open, and settled', async () => {
    const id = await begin(({ overlaps: _, ...dossier }) => dossier)
    await take(world, 'officer', 'submit', id)
    await take(world, 'head', 'sign', id)
    await take(world, 'examiner', 'receive', id)
    const assess = (payload: object) =>
      world.send('examiner', 'POST', `/api/delegations/${id}/assessments`, {
        subject: 'overlap',
        reasonCode: 'repeats-former',
        ...payload,
      })
    const found = async () => {
      const { body } = await world.send('examiner', 'GET', `/api/delegations/${id}/check?asOf=2026-04-01`)
      const findings = body.result.findings.filter(({ rule }: { rule: string }) => rule === 'overlap')
      return [
        ...new Set(findings.map(({ outcome, subject = '' }: Record<string, string>) => `${outcome} ${subject}`.trim())),
      ]
    }
    expect(await found()).toEqual(['unknown'])
    await assess({ judgement: 'accepted' })
    expect(await found()).toEqual(['pass'])
    const about = 'Đoàn Sở Y tế đi Nhật Bản'
    await assess({ judgement: 'not-accepted', about })
    expect(await found()).toEqual([`violated ${about}`])
    const bare = await assess({ judgement: 'accepted', about })
    const general = await assess({ judgement: 'accepted', resolution: 'merge' })
    expect([bare, general].map(({ status, body }) => [status, body.error.faults[0].path])).toEqual([
      [400, 'resolution'],
      [400, 'resolution'],
    ])
    await assess({ judgement: 'accepted', about, resolution: 'differentiated' })
    expect(await found()).toEqual(['pass'])
    expect((await view(id)).assessments).toEqual([])
  })

  it('refuses a cut that names nobody of the delegation, or lengthens the trip', async () => {
    const id = await begin()
    await take(world, 'officer', 'submit', id)
    await take(world, 'head', 'sign', id)
    await take(world, 'examiner', 'receive', id)
    const { status, body } = await take(world, 'examiner', 'recommend', id, {
      recommendation: 'approve-with-cuts',
      cuts: { members: ['nobody'], departure: '2020-01-01' },
    })
    expect([status, body.error.faults.map((one: { path: string }) => one.path)]).toEqual([
      400,
      ['cuts.members[0]', 'cuts.departure'],
    ])
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
    await take(world, 'officer', 'submit', id)
    await take(world, 'head', 'sign', id)
    await take(world, 'examiner', 'receive', id)
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

describe('a change after the decision', () => {
  const edit = (id: string, ...changes: object[]) =>
    world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })

  it('of one content is endorsed; the norms it touches are judged anew', async () => {
    const id = await approved()
    expect((await take(world, 'officer', 'amend', id, { reason: 'Đối tác đổi nội dung' })).body.state).toBe('amending')
    expect((await take(world, 'head', 'propose-change', id)).status).toBe(422)
    const { content } = await view(id)
    await edit(id, { at: 'purpose/summary', from: content.purpose.summary, to: 'Ký bản ghi nhớ' })
    const { change } = await view(id)
    expect(change.contents).toEqual(['purpose'])
    expect(change.findings.length).toBeGreaterThan(0)
    const rules = change.findings.map(({ finding }: { finding: { rule: string } }) => finding.rule)
    expect(rules).not.toContain('delegation-size')
    await take(world, 'head', 'propose-change', id)
    const { status, body } = await take(world, 'authority', 'endorse', id, { accepts: 'Đã rõ' })
    expect([status, body.state]).toEqual([200, 'approved'])
    expect((await view(id)).document).toEqual(DECISION.document)
  })

  it('of two contents needs a new decision; kept as it was decided, all is as before', async () => {
    const id = await approved()
    await take(world, 'officer', 'amend', id, { reason: 'Bớt người, đổi nội dung' })
    const { content } = await view(id)
    const [, second] = content.members
    await edit(
      id,
      { at: 'purpose/summary', from: content.purpose.summary, to: 'Ký bản ghi nhớ' },
      { at: `members/${second.key}`, from: second },
    )
    await take(world, 'head', 'propose-change', id)
    const refused = await take(world, 'authority', 'endorse', id, { accepts: 'Đã rõ' })
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining('quyết định mới')])
    await take(world, 'authority', 'return-change', id, { reason: 'Giữ nguyên thành phần' })
    expect((await take(world, 'officer', 'keep', id)).body.state).toBe('approved')
    expect((await view(id)).content.members).toEqual(content.members)
    await take(world, 'officer', 'postpone', id, { reason: 'Bão' })
    await edit(
      id,
      { at: 'purpose/summary', from: content.purpose.summary, to: 'Ký bản ghi nhớ' },
      { at: `members/${second.key}`, from: second },
    )
    await take(world, 'head', 'propose-change', id)
    onDay('2026-05-04')
    const again = { document: { number: '30/QĐ-UBND', on: '2026-05-04' }, accepts: 'Đã rõ' }
    expect((await take(world, 'authority', 'redecide', id, again)).body.state).toBe('approved')
    onDay(TODAY)
    expect((await view(id)).document).toEqual(again.document)
  })

  it('is not taken back by cancelling: the trip is called off with its reason', async () => {
    const id = await approved()
    expect((await take(world, 'officer', 'cancel', id, { reason: 'Đối tác hoãn vô thời hạn' })).body.state).toBe(
      'cancelled',
    )
    expect((await take(world, 'officer', 'amend', id, { reason: 'Muộn' })).status).toBe(422)
  })
})
