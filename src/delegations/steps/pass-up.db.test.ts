import { afterEach, describe, expect, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  moneyAsStated,
  take,
  toAuthority,
} from '../../../test/support/delegations.ts'
import type { JsonObject } from '../content/json.ts'

const { database, world } = delegationWorld()

// One traveller for all: what a test leaves under way would be a trip of theirs in the next.
afterEach(() => database.pool.query("update delegation set state = 'withdrawn' where state <> 'approved'"))

const ABOVE = 'Thủ tướng Chính phủ'
const FROM_ABOVE = { document: { number: '88/TTg-QHQT', on: '2026-04-02' }, authority: ABOVE, accepts: 'Đã rõ' }
const UP = { reason: 'Người quyết định đi trong đoàn', authority: ABOVE }

const view = async (id: string, who: DelegationPlayer = 'officer') =>
  (await world.send(who, 'GET', `/api/delegations/${id}`)).body

/** A dossier of an acceptance case before the authority, in which a deputy chairman of the city travels. */
async function withTraveller(name = '01-compliant'): Promise<string> {
  const id = await enter(world, (await caseRequest(name)).dossier)
  const [, second] = (await view(id)).content.members
  await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
    changes: [{ at: `members/${second.key}/personId`, to: world.traveller }],
  })
  await toAuthority(world, id)
  const { opinions } = await view(id, 'examiner')
  const consent = opinions.find(({ party }: { party: string }) => party === 'home-body')
  const letter = { answer: 'agrees', number: '5/VP', on: '2026-04-01' }
  const { status, body } = await world.send('examiner', 'POST', `/api/delegation-opinions/${consent.id}/enter`, letter)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return id
}

async function passedUp(name?: string): Promise<string> {
  const id = await withTraveller(name)
  const { status, body } = await take(world, 'travellingAuthority', 'pass-up', id, UP)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return id
}

const offered = async (id: string, who: DelegationPlayer) =>
  ((await view(id, who)).actions as { action: string; why: object | null }[])
    .filter(({ why }) => why === null)
    .map(({ action }) => action)

describe('a dossier in which somebody travels who decides', () => {
  it('is refused to them with the names of those who may decide it, on the page before they try', async () => {
    const id = await withTraveller()
    const refused = await take(world, 'travellingAuthority', 'approve', id, FROM_ABOVE)
    expect(refused.status).toBe(400)
    const { document, accepts } = FROM_ABOVE
    const { status, body } = await take(world, 'travellingAuthority', 'approve', id, { document, accepts })
    expect([status, body.error.message.vi]).toEqual([
      422,
      expect.stringMatching(/đi trong đoàn này.*quyết định được hồ sơ này: Chủ tịch \(Văn phòng UBND\)\.$/),
    ])
    const { own } = await view(id, 'travellingAuthority')
    expect(own.others).toEqual([{ name: 'Chủ tịch', offices: ['Văn phòng UBND'] }])
    expect(await offered(id, 'travellingAuthority')).toEqual(['pass-up'])
    for (const who of ['authority', 'examiner', 'officer'] as const) expect((await view(id, who)).own).toBeNull()
  })

  it('does not name those who only stand in for whoever travels', async () => {
    const id = await withTraveller()
    const { rows } = await database.pool.query(
      `insert into substitution (id, holding_id, account_id, root_id, valid_from, valid_to, document)
       select gen_random_uuid(), holding.id, $2, holding.root_id, '2020-01-01', '2199-01-01', 'QĐ ủy quyền'
       from role_holding holding where account_id = $1 returning id`,
      [world.people.travellingAuthority.account?.id, world.people.otherOfficer.account?.id],
    )
    const { own } = await view(id, 'travellingAuthority')
    expect(own.others.map(({ name }: { name: string }) => name)).toEqual(['Chủ tịch'])
    await database.pool.query('delete from substitution where id = $1', [rows[0].id])
  })
})

describe('a dossier that is passed up', () => {
  it('waits with the examiners; nobody here decides it, and who was asked about it still sees it', async () => {
    const id = await passedUp()
    expect(await view(id)).toMatchObject({ state: 'passed-up', due: null })
    const { steps } = await view(id)
    expect(steps.at(-1)).toMatchObject({ action: 'pass-up', reason: UP.reason, said: { authority: ABOVE } })
    const { document, accepts } = FROM_ABOVE
    const here = await take(world, 'authority', 'approve', id, { document, accepts })
    expect([here.status, here.body.error.message.vi]).toEqual([422, expect.stringContaining('đang trình cấp trên')])
    expect((await take(world, 'authority', 'approve-above', id, FROM_ABOVE)).status).toBe(403)
    const { body: work } = await world.send('examiner', 'GET', '/api/delegations/work')
    expect(work.find((one: { id: string }) => one.id === id)).toMatchObject({ kind: 'await-decision' })
    expect((await view(id, 'mission')).state).toBe('passed-up')
    const { rows } = await database.pool.query(
      `select account.name, what from notice join account on account.id = account_id
       where subject_id = $1 and settled_at is null order by account.name`,
      [id],
    )
    expect(rows.filter(({ what }) => what === 'dossier.await-decision').map(({ name }) => name)).toEqual([
      'Thẩm định viên',
    ])
    expect(rows.map(({ what }) => what)).not.toContain('dossier.decide')
  })

  it('names the authority above and the reason, and bears no marking of secrecy', async () => {
    const id = await withTraveller()
    const bare = await take(world, 'authority', 'pass-up', id, { reason: 'Vượt thẩm quyền' })
    expect([bare.status, bare.body.error.faults[0].path]).toEqual([400, 'authority'])
    const marked = await take(world, 'authority', 'pass-up', id, { ...UP, authority: 'Ban X (TỐI MẬT)' })
    expect(marked.status).toBe(422)
    expect((await take(world, 'officer', 'pass-up', id, UP)).status).toBe(403)
    expect((await take(world, 'examiner', 'pass-up', id, UP)).body.state).toBe('passed-up')
  })

  it('is approved by the decision that is entered: in its name, with what it waives and cuts', async () => {
    const id = await passedUp('03-third-trip-with-exception')
    const on = FROM_ABOVE.document.on
    const { body } = await world.send('examiner', 'GET', `/api/delegations/${id}/check?asOf=${on}`)
    const waivers = body.result.findings
      .filter(({ severity, outcome }: Record<string, string>) => severity === 'needs-exception' && outcome !== 'pass')
      .map(({ rule, norm, subject }: Record<string, string>) => ({
        rule,
        norm,
        subject,
        grounds: 'Đột xuất',
        reasonCode: 'urgent-task',
      }))
    const early = await take(world, 'examiner', 'approve-above', id, FROM_ABOVE)
    expect([early.status, early.body.error.message.vi]).toEqual([422, expect.stringContaining('đích danh')])
    const [, , last] = (await view(id)).content.members
    const cuts = last === undefined ? {} : { ...(await moneyAsStated(world, id)), cuts: { members: [last.key] } }
    // The register of authority here does not say what the authority above may waive.
    await database.pool.query("update exception_authority set valid_to = '2020-12-31'")
    const entered = await take(world, 'examiner', 'approve-above', id, { ...FROM_ABOVE, waivers, ...cuts })
    await database.pool.query('update exception_authority set valid_to = null')
    expect([entered.status, entered.body.state]).toEqual([200, 'approved'])
    const after = await view(id)
    expect(after.document).toEqual(FROM_ABOVE.document)
    expect(after.content.documents.dispatchDecision).toEqual({ ...FROM_ABOVE.document, by: ABOVE })
    expect(after.waivers).toContainEqual(
      expect.objectContaining({ rule: 'trips-per-year', decidedBy: ABOVE, document: FROM_ABOVE.document }),
    )
    expect(after.content.members.some(({ key }: { key: string }) => key === last?.key)).toBe(false)
    const { body: register } = await world.send('examiner', 'GET', '/api/exceptions?rule=trips-per-year')
    expect(register.items[0]).toMatchObject({ delegationId: id, decidedBy: ABOVE, state: 'approved' })
    const { body: estimate } = await world.send('examiner', 'GET', `/api/delegations/${id}/estimate`)
    expect(estimate.frozen).toMatchObject({ same: true, ratesOn: on })
    const { rows } = await database.pool.query('select state from trip_entry where source_id = $1', [id])
    expect(rows).toEqual([{ state: 'approved' }])
  })

  it('is agreed to in principle before it goes up, or by name with what is decided above', async () => {
    const managed = async () => {
      const { dossier } = await caseRequest('01-compliant')
      const [first, ...others] = dossier.members as JsonObject[]
      const approval = { managedBy: 'standing-committee', personnelApproval: { number: '12-TB/BTC', on: '2026-03-20' } }
      const id = await enter(world, { ...dossier, members: [{ ...first, ...approval }, ...others] })
      await toAuthority(world, id)
      return id
    }
    const silent = await managed()
    await take(world, 'authority', 'pass-up', silent, UP)
    const refused = await take(world, 'examiner', 'approve-above', silent, FROM_ABOVE)
    expect([refused.status, refused.body.error.message.vi]).toEqual([422, expect.stringContaining('chủ trương')])
    const principle = 'Đồng ý chủ trương tại cùng văn bản'
    const named = await take(world, 'examiner', 'approve-above', silent, { ...FROM_ABOVE, principle })
    expect([named.status, (await view(silent)).steps.at(-1).said.principle]).toEqual([200, principle])
    const agreed = await managed()
    await take(world, 'authority', 'agree', agreed, {
      document: { number: '7/UBND-NV', on: '2026-04-02' },
      accepts: 'Rõ',
    })
    await take(world, 'authority', 'pass-up', agreed, UP)
    expect((await take(world, 'examiner', 'approve-above', agreed, FROM_ABOVE)).status).toBe(200)
  })

  it('is not approved from above either where a norm is broken that nobody may waive', async () => {
    const id = await passedUp('05-eleven-people')
    const { status, body } = await take(world, 'examiner', 'approve-above', id, FROM_ABOVE)
    expect([status, body.error.message.vi]).toEqual([422, expect.stringContaining('Không cấp nào duyệt được')])
  })

  it('is refused, or handed back to be examined anew, as the authority above has it', async () => {
    const refused = await passedUp()
    const { document, authority } = FROM_ABOVE
    const said = { document, authority, reason: 'Chưa cần thiết' }
    expect((await take(world, 'examiner', 'refuse-above', refused, said)).body.state).toBe('refused')
    expect((await view(refused)).steps.at(-1)).toMatchObject({ said: { authority: ABOVE }, document })
    const back = await passedUp()
    expect((await take(world, 'examiner', 'return-change-above', back, { reason: 'x' })).status).toBe(422)
    expect((await take(world, 'examiner', 'hand-back-above', back, { reason: 'Làm rõ đối tác' })).body.state).toBe(
      'examining',
    )
  })

  it('takes no decision that is entered by somebody who travels in it', async () => {
    const id = await passedUp()
    const examiner = world.people.examiner.account?.id
    const tie = (person: string | null) =>
      database.pool.query('update account set person_id = $1 where id = $2', [person, examiner])
    await database.pool.query('update account set person_id = null where id = $1', [
      world.people.travellingAuthority.account?.id,
    ])
    await tie(world.traveller)
    const { status, body } = await take(world, 'examiner', 'approve-above', id, FROM_ABOVE)
    expect([status, body.error.message.vi]).toEqual([422, expect.stringContaining('không còn ai khác thẩm định được')])
    expect(await offered(id, 'examiner')).toEqual([])
    await tie(null)
    await database.pool.query('update account set person_id = $1 where id = $2', [
      world.traveller,
      world.people.travellingAuthority.account?.id,
    ])
    expect((await take(world, 'examiner', 'approve-above', id, FROM_ABOVE)).status).toBe(200)
  })

  it('goes up from the only authority there is, whose refusal names that step', async () => {
    const id = await withTraveller()
    const only = (disabled: string) =>
      database.pool.query(`update account set disabled_at = ${disabled} where id = $1`, [
        world.people.authority.account?.id,
      ])
    await only('now()')
    const { document, accepts } = FROM_ABOVE
    const { body } = await take(world, 'travellingAuthority', 'approve', id, { document, accepts })
    expect(body.error.message.vi).toContain('Hôm nay không còn ai khác ở đây quyết định được')
    expect((await view(id, 'travellingAuthority')).own.others).toEqual([])
    await only('null')
  })
})

describe('a change of a decided trip that is passed up', () => {
  /** A decided dossier with a change that has been passed up. */
  async function changePassedUp(): Promise<string> {
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    await toAuthority(world, id)
    const decision = { document: { number: '15/QĐ-UBND', on: '2026-04-02' }, accepts: 'Đã rõ' }
    await take(world, 'authority', 'approve', id, decision)
    await take(world, 'officer', 'amend', id, { reason: 'Đối tác đổi nội dung' })
    const { content } = await view(id)
    await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [{ at: 'purpose/summary', from: content.purpose.summary, to: 'Ký bản ghi nhớ' }],
    })
    await take(world, 'head', 'propose-change', id)
    await take(world, 'authority', 'pass-up', id, { reason: 'Vượt thẩm quyền', authority: ABOVE })
    return id
  }

  it('is decided by what is entered, or returned to the unit; the trip itself is not refused with it', async () => {
    const decided = await changePassedUp()
    expect((await view(decided, 'examiner')).change.contents).toEqual(['purpose'])
    expect(await offered(decided, 'examiner')).toEqual(['approve-above', 'return-change-above'])
    const { document, authority } = FROM_ABOVE
    const refusal = await take(world, 'examiner', 'refuse-above', decided, { document, authority, reason: 'x' })
    expect([refusal.status, refusal.body.error.message.vi]).toEqual([422, expect.stringContaining('đã có quyết định')])
    expect((await take(world, 'examiner', 'approve-above', decided, FROM_ABOVE)).body.state).toBe('approved')
    expect((await view(decided)).document).toEqual(document)
    const returned = await changePassedUp()
    expect((await take(world, 'examiner', 'return-change-above', returned, { reason: 'Giữ nguyên' })).body.state).toBe(
      'amending',
    )
    expect((await take(world, 'officer', 'keep', returned)).body.state).toBe('approved')
  })
})
