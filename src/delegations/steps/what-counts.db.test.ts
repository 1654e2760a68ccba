import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  delegationWorld,
  enter,
  hear,
  moneyAsStated,
  onDay,
  TODAY,
  take,
  toAuthority,
  toExamination,
} from '../../../test/support/delegations.ts'
import { addPerson } from '../../../test/support/register.ts'
import type { JsonObject } from '../content/json.ts'

/** What counts when a dossier is judged and decided: of what the registers say, the unit says, others have said. */

const { database, world } = delegationWorld()

const DECISION = { document: { number: '15/QĐ-UBND', on: '2026-04-02' }, accepts: 'Đã rõ' }

const view = async (id: string) => (await world.send('officer', 'GET', `/api/delegations/${id}`)).body

const edit = (id: string, ...changes: object[]) =>
  world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })

/** A dossier in good order, changed where it says. */
async function begin(change: (dossier: JsonObject) => JsonObject = (dossier) => dossier): Promise<string> {
  return enter(world, change((await caseRequest('01-compliant')).dossier))
}

describe('somebody of the register who is taken out', () => {
  /** A dossier whose second member is of the register; the key of that member. */
  async function withRegistered(): Promise<{ id: string; key: string }> {
    const personId = await addPerson(database, 'Lê Thị Sổ', { root: world.city, body: world.science })
    const id = await begin()
    const { key } = (await view(id)).content.members[1]
    await edit(id, { at: `members/${key}/personId`, to: personId })
    expect((await view(id)).facts).toContainEqual(
      expect.objectContaining({ at: `members/${key}/name`, value: 'Lê Thị Sổ' }),
    )
    return { id, key }
  }

  const keysOf = async (id: string) => (await view(id)).content.members.map((one: { key: string }) => one.key)

  it('by a cut is gone: the rest is approved', async () => {
    const { id, key } = await withRegistered()
    await toAuthority(world, id)
    const { status, body } = await take(world, 'authority', 'approve', id, {
      ...{ ...DECISION, ...(await moneyAsStated(world, id)), cuts: { members: [key] } },
    })
    expect([status, body.error]).toEqual([200, undefined])
    expect(await keysOf(id)).not.toContain(key)
  })

  it('after the decision is gone: the change is signed off and decided', async () => {
    const { id, key } = await withRegistered()
    await toAuthority(world, id)
    await take(world, 'authority', 'approve', id, DECISION)
    await take(world, 'officer', 'amend', id, { reason: 'Bận việc khác' })
    const [, second] = (await view(id)).content.members
    await edit(id, { at: `members/${key}`, from: second })
    expect((await take(world, 'head', 'propose-change', id)).status).toBe(200)
    const decision = { ...DECISION, ...(await moneyAsStated(world, id)) }
    expect((await take(world, 'authority', 'redecide', id, decision)).status).toBe(200)
    expect(await keysOf(id)).not.toContain(key)
  })
})

describe('the day of a decision', () => {
  it('is not before the day on which the dossier was laid before the authority: nobody decides by the law of another time', async () => {
    const id = await enter(world, (await caseRequest('09-enterprise-organises')).dossier)
    await toAuthority(world, id)
    const decided = (on: string) =>
      take(world, 'authority', 'approve', id, { document: { number: '15/QĐ-UBND', on }, accepts: 'Đã rõ' })
    for (const on of ['2014-07-20', '2026-04-01']) {
      const { status, body } = await decided(on)
      expect([on, status, body.error.faults[0].path]).toEqual([on, 400, 'document.on'])
      expect(JSON.stringify(body)).toContain('02/04/2026 là ngày hồ sơ được trình')
    }
    expect((await decided('2026-04-03')).status).toBe(400)
    expect((await decided('2026-04-02')).status).toBe(422)
  })

  it('after a change is not before the day on which the change was signed off', async () => {
    const id = await begin()
    await toAuthority(world, id)
    await take(world, 'authority', 'approve', id, DECISION)
    await take(world, 'officer', 'amend', id, { reason: 'Đổi đầu mối' })
    const { content } = await view(id)
    await edit(id, { at: 'purpose/summary', from: content.purpose.summary, to: 'Ký bản ghi nhớ' })
    onDay('2026-04-20')
    await take(world, 'head', 'propose-change', id)
    expect((await take(world, 'authority', 'redecide', id, DECISION)).status).toBe(400)
    const now = { ...DECISION, document: { number: '16/QĐ-UBND', on: '2026-04-20' } }
    expect((await take(world, 'authority', 'redecide', id, now)).status).toBe(200)
    onDay(TODAY)
  })
})

describe('a change after the decision', () => {
  it('that only raises a line of the estimate is one: it is signed off, and is a change of the money', async () => {
    const id = await begin()
    await toAuthority(world, id)
    await take(world, 'authority', 'approve', id, DECISION)
    await take(world, 'officer', 'amend', id, { reason: 'Giá vé tăng' })
    await edit(
      id,
      { at: 'costs', to: {} },
      { at: 'costs/lines', to: [] },
      {
        at: 'costs/lines/v',
        to: { key: 'v', item: 'air-ticket', what: 'Vé', amount: { amount: 90_000_000, currency: 'VND' } },
      },
    )
    expect((await view(id)).change.contents).toEqual(['money'])
    expect((await take(world, 'head', 'propose-change', id)).status).toBe(200)
  })
})

describe('words that are not the unit’s to say', () => {
  const RULE = 'trips-per-year'
  const stated = (dossier: JsonObject): JsonObject => ({
    ...dossier,
    purpose: { ...(dossier.purpose as JsonObject), practicality: { statement: 'Cần', appraisal: 'practical' } },
    explanations: [{ rule: RULE, text: 'Đột xuất', accepted: true }],
    overlaps: [{ with: 'Đoàn Sở Xây dựng', resolution: 'differentiated' }],
    consultations: [
      { with: 'mission', country: 'JP', on: '2026-03-20', answer: 'agrees' },
      { with: 'department-of-foreign-affairs', on: '2026-03-20', answer: 'agrees' },
    ],
    members: (dossier.members as JsonObject[]).map((one, at) =>
      at === 0 ? { ...one, managedBy: 'politburo', personnelApproval: { number: '1-TB/BTC', on: '2026-03-20' } } : one,
    ),
  })
  const checked = async (id: string, who: 'officer' | 'examiner') =>
    (await world.send(who, 'GET', `/api/delegations/${id}/check`)).body.result.findings as {
      rule: string
      outcome: string
      message: { vi: string }
    }[]
  const outcomes = async (id: string, who: 'officer' | 'examiner', rule: string) =>
    [...new Set((await checked(id, who)).filter((one) => one.rule === rule).map(({ outcome }) => outcome))].sort()
  const OTHERS = ['mission-consulted', 'foreign-affairs-consulted', 'managed-cadre-approval', 'overlap']

  it('show as the unit states them until the head has signed, and count from then on from those alone whose words they are', async () => {
    const id = await begin(stated)
    for (const rule of OTHERS) expect([rule, await outcomes(id, 'officer', rule)]).toEqual([rule, ['pass']])
    await toExamination(world, id)
    for (const rule of OTHERS) expect([rule, await outcomes(id, 'examiner', rule)]).toEqual([rule, ['violated']])
    const { body } = await world.send('examiner', 'GET', `/api/delegations/${id}`)
    const heard = body.facts.filter((one: { heard?: true }) => one.heard).map(({ at }: { at: string }) => at)
    expect(heard).toEqual(
      expect.arrayContaining(['purpose/practicality/appraisal', expect.stringMatching(/^explanations\/.*\/accepted$/)]),
    )
    await hear(world, id)
    await take(world, 'examiner', 'recommend', id)
    expect((await view(id)).opinions.map(({ partyName }: { partyName: string }) => partyName)).toContain('Bộ Chính trị')
    for (const rule of OTHERS.slice(0, 3))
      expect([rule, await outcomes(id, 'examiner', rule)]).toEqual([rule, ['pass']])
  })

  it('are not contested: only a register is', async () => {
    const id = await begin(stated)
    const { key } = (await view(id)).content.members[0]
    await edit(
      id,
      { at: 'contests', to: {} },
      { at: `contests/members.${key}.personnelApproval`, to: 'Chúng tôi có văn bản' },
      { at: 'contests/purpose.practicality.appraisal', to: 'Rất thiết thực' },
    )
    await take(world, 'officer', 'submit', id)
    await take(world, 'head', 'sign', id)
    expect(await outcomes(id, 'examiner', 'managed-cadre-approval')).toEqual(['violated'])
  })
})

describe('what the registers said when the head signed', () => {
  const nameOf = async (id: string, key: string, who: 'mission' | 'officer') =>
    (await world.send(who, 'GET', `/api/delegations/${id}`)).body.facts.find(
      ({ at }: { at: string }) => at === `members/${key}/name`,
    )?.value

  it('stands for whoever sees less of them also where it was signed as urgent, and where a change was signed', async () => {
    const id = await begin()
    const [first, second] = (await view(id)).content.members
    const place = { root: world.city, body: world.science }
    await edit(id, { at: `members/${first.key}/personId`, to: await addPerson(database, 'Lê Thị Gấp', place) })
    await take(world, 'officer', 'submit', id)
    await take(world, 'head', 'sign-urgent', id, { reason: 'Hội nghị triệu tập gấp' })
    expect(await nameOf(id, first.key, 'mission')).toBe('Lê Thị Gấp')
    await take(world, 'authority', 'approve', id, DECISION)
    await take(world, 'officer', 'amend', id, { reason: 'Thay người' })
    const other = await addPerson(database, 'Vũ Văn Thay', place)
    await edit(
      id,
      { at: `members/${second.key}/personId`, to: other },
      { at: `members/${first.key}/personId`, from: (await view(id)).content.members[0].personId },
    )
    await take(world, 'head', 'propose-change', id)
    expect([await nameOf(id, second.key, 'mission'), await nameOf(id, first.key, 'mission')]).toEqual([
      'Vũ Văn Thay',
      undefined,
    ])
  })
})

describe('what a decision waives', () => {
  interface Found {
    rule: string
    norm: string
    subject?: string
    outcome: string
    severity: string
  }
  const findings = async (id: string, more = ''): Promise<Found[]> =>
    (await world.send('authority', 'GET', `/api/delegations/${id}/check?deciding=yes${more}`)).body.result.findings
  const open = (found: Found[]) =>
    found.filter(({ outcome, severity }) => outcome === 'violated' && severity === 'needs-exception')
  const waiving = (found: Found[]) =>
    open(found).map(({ rule, norm, subject }) => ({
      rule,
      norm,
      ...(subject === undefined ? {} : { subject }),
      grounds: 'Theo lời mời cấp cao',
      reasonCode: 'host-protocol',
    }))
  const granted = async (id: string) => (await view(id)).waivers.map(({ rule }: { rule: string }) => rule)

  const tooMany = async (): Promise<string> => {
    const id = await enter(world, (await caseRequest('04-eight-people')).dossier)
    await toAuthority(world, id)
    return id
  }

  it('is what needs it: a norm that is kept, of another subject or of no such name is not waived, and stands in no register', async () => {
    const id = await tooMany()
    const waivers = waiving(await findings(id))
    expect(waivers.map(({ rule }) => rule)).toContain('delegation-size')
    for (const needless of [
      { rule: 'trips-per-year', norm: '38-CT-TW-2014#2', grounds: 'Cho chắc', reasonCode: 'other' },
      { ...waivers[0], norm: 'nowhere#1' },
      { ...waivers[0], subject: 'Người khác' },
    ]) {
      const { status, body } = await take(world, 'authority', 'approve', id, {
        ...DECISION,
        waivers: [...waivers, needless],
      })
      expect([status, body.error.faults[0].path]).toEqual([400, `waivers[${waivers.length}]`])
    }
    expect((await take(world, 'authority', 'approve', id, { ...DECISION, waivers })).status).toBe(200)
    expect(await granted(id)).toHaveLength(waivers.length)
  })

  it('is given anew where a change has touched it, and stands where none has', async () => {
    const id = await tooMany()
    await take(world, 'authority', 'approve', id, { ...DECISION, waivers: waiving(await findings(id)) })
    await take(world, 'officer', 'amend', id, { reason: 'Đổi nội dung' })
    const { content } = await view(id)
    await edit(id, { at: 'purpose/summary', from: content.purpose.summary, to: 'Ký bản ghi nhớ' })
    await take(world, 'head', 'propose-change', id)
    expect(open(await findings(id))).toEqual([])
    expect((await take(world, 'authority', 'endorse', id, { accepts: 'Đã rõ' })).status).toBe(200)
    await take(world, 'officer', 'amend', id, { reason: 'Thêm người' })
    const more = {
      ...{ key: 'them', name: 'Người Thêm Vào', role: 'member', position: 'Chuyên viên', task: 'Ghi chép' },
      ...{ leader: false, keyLeader: false, collective: false, managedBy: 'unit', tripsThisYear: [] },
    }
    await edit(id, { at: 'members/them', to: more })
    await take(world, 'head', 'propose-change', id)
    const bare = await take(world, 'authority', 'redecide', id, DECISION)
    expect([bare.status, JSON.stringify(bare.body)]).toEqual([422, expect.stringContaining('đích danh')])
    const waivers = waiving(await findings(id))
    expect(waivers.map(({ rule }) => rule)).toContain('delegation-size')
    expect((await take(world, 'authority', 'redecide', id, { ...DECISION, waivers })).status).toBe(200)
  })

  it('falls with the agreement in principle when the dossier is handed back', async () => {
    const id = await tooMany()
    await take(world, 'authority', 'agree', id, { ...DECISION, waivers: waiving(await findings(id)) })
    expect(await granted(id)).toContain('delegation-size')
    await take(world, 'authority', 'hand-back', id, { reason: 'Xem lại số người' })
    expect(await granted(id)).toEqual([])
    const { body } = await world.send('examiner', 'GET', '/api/exceptions?rule=delegation-size&size=200')
    expect(body.items.some(({ delegationId }: { delegationId: string }) => delegationId === id)).toBe(false)
    await take(world, 'examiner', 'recommend', id)
    expect((await take(world, 'authority', 'approve', id, DECISION)).status).toBe(422)
  })

  it('is not asked for where a cut heals it; what is prohibited is approved once it is cut out', async () => {
    const id = await enter(world, (await caseRequest('06-two-key-leaders')).dossier)
    const { members } = (await view(id)).content as { members: { key: string; keyLeader?: boolean }[] }
    await toAuthority(world, id)
    expect(
      (await findings(id)).some(({ rule, outcome }) => rule === 'key-leaders-together' && outcome === 'violated'),
    ).toBe(true)
    expect((await take(world, 'authority', 'approve', id, DECISION)).status).toBe(422)
    const cuts = {
      members: members
        .filter(({ keyLeader }) => keyLeader)
        .slice(1)
        .map(({ key }) => key),
    }
    const cut = await findings(id, `&cuts=${encodeURIComponent(JSON.stringify(cuts))}`)
    const bars = cut.filter(({ outcome, severity }) => outcome === 'violated' && severity === 'prohibited')
    expect([cuts.members.length, bars]).toEqual([1, []])
    const decided = await take(world, 'authority', 'approve', id, {
      ...{ ...DECISION, ...(await moneyAsStated(world, id)) },
      ...{ cuts, waivers: waiving(cut) },
    })
    expect([decided.status, decided.body.error]).toEqual([200, undefined])
    // A page that asks again meanwhile is answered: what is cut already needs no cutting.
    expect(await findings(id, `&cuts=${encodeURIComponent(JSON.stringify(cuts))}`)).not.toEqual([])

    const other = await tooMany()
    const many = (await view(other)).content.members as { key: string }[]
    const fewer = { members: many.slice(4).map(({ key }) => key) }
    const needed = await findings(other, `&cuts=${encodeURIComponent(JSON.stringify(fewer))}`)
    expect(waiving(needed).map(({ rule }) => rule)).not.toContain('delegation-size')
    const approved = await take(world, 'authority', 'approve', other, {
      ...{ ...DECISION, ...(await moneyAsStated(world, other)) },
      cuts: fewer,
      waivers: waiving(needed),
    })
    expect([approved.status, approved.body.error]).toEqual([200, undefined])
    expect(await granted(other)).not.toContain('delegation-size')
  })
})
