import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  delegationWorld,
  enter,
  moneyAsStated,
  take,
  toAuthority,
  toExamination,
  walk,
} from '../../../test/support/delegations.ts'
import type { JsonObject } from '../content/json.ts'

/** What a dossier leaves unstated is no way round a norm: what is prohibited bars, what needs an exception is waived by name. */

const { world } = delegationWorld()

const DOCUMENT = { document: { number: '15/QĐ-UBND', on: '2026-04-02' } }
const DECISION = { ...DOCUMENT, accepts: 'Đã rõ' }
const ABOVE = { authority: 'Thủ tướng Chính phủ' }

interface Found {
  rule: string
  norm: string
  subject?: string
  outcome: string
  severity: string
}

const view = async (id: string) => (await world.send('examiner', 'GET', `/api/delegations/${id}`)).body
const findings = async (id: string): Promise<Found[]> =>
  (await world.send('authority', 'GET', `/api/delegations/${id}/check?deciding=yes`)).body.result.findings

async function edit(id: string, ...changes: object[]): Promise<void> {
  const { status, body } = await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })
  if (status !== 200 || body.clashes.length > 0) throw new Error(JSON.stringify(body))
}

/** A dossier in good order, changed where it says. */
async function begin(change: (dossier: JsonObject) => JsonObject = (dossier) => dossier): Promise<string> {
  return enter(world, change((await caseRequest('01-compliant')).dossier))
}

const without =
  (...names: string[]) =>
  (dossier: JsonObject) =>
    Object.fromEntries(Object.entries(dossier).filter(([name]) => !names.includes(name)))

/** What an approval is refused with: the status, and whether the words say so. */
async function refused(who: 'authority' | 'examiner', action: string, id: string, said: object, ...words: string[]) {
  const { status, body } = await take(world, who, action, id, said)
  const text = JSON.stringify(body)
  expect([action, status, words.filter((one) => !text.includes(one))]).toEqual([action, 422, []])
}

describe('a prohibited norm of which the dossier does not state enough', () => {
  it.each([
    ['organiser', 'enterprise-sponsorship', '«Bên tổ chức đoàn»'],
    ['invitations', 'named-invitation', '«Thư mời»'],
    ['funding', 'foreign-loan-or-sponsor', '«Nguồn kinh phí»'],
  ])(
    'is passed over by no reason: without «%s» no step approves, and the refusal names what to state',
    async (field, rule, name) => {
      const id = await begin(without(field))
      await toAuthority(world, id)
      expect((await findings(id)).filter((one) => one.rule === rule && one.outcome === 'unknown')).not.toEqual([])
      await refused('authority', 'approve', id, DECISION, 'Còn phải nêu', name, 'trả hồ sơ')
      const [, , third] = (await view(id)).content.members
      await refused(
        'authority',
        'approve',
        id,
        {
          ...{ ...DECISION, ...(await moneyAsStated(world, id)), cuts: { members: [third.key] } },
        },
        'Còn phải nêu',
        name,
      )
      await refused('authority', 'agree', id, DECISION, 'Còn phải nêu', name)
      await walk(world, id, [['authority', 'pass-up', { ...ABOVE, reason: 'Vượt thẩm quyền' }]])
      await refused('examiner', 'approve-above', id, { ...DECISION, ...ABOVE }, 'Còn phải nêu', name)
      expect((await view(id)).state).toBe('passed-up')
    },
  )

  it('bars no head from sending it on, also as urgent, but the urgent decision', async () => {
    const id = await begin(without('organiser'))
    await walk(world, id, [
      ['officer', 'submit'],
      ['head', 'sign-urgent', { reason: 'Hội nghị triệu tập gấp' }],
    ])
    await refused('authority', 'approve', id, DECISION, '«Bên tổ chức đoàn»')
    const many = await begin(without('organiser'))
    await walk(world, many, [['officer', 'submit']])
    const { version } = (await world.send('officer', 'GET', `/api/delegations/${many}`)).body
    const { body } = await world.send('head', 'POST', '/api/delegations/sign-many', {
      dossiers: [{ id: many, version }],
    })
    expect([body.done, body.refused.length]).toEqual([[], 1])
    await walk(world, many, [['head', 'sign']])
  })

  it('is approved once it is stated', async () => {
    const id = await begin(without('organiser'))
    await toAuthority(world, id)
    await refused('authority', 'approve', id, DECISION, '«Bên tổ chức đoàn»')
    await walk(world, id, [
      ['authority', 'hand-back', { reason: 'Chưa nêu bên tổ chức' }],
      ['examiner', 'return', { reason: 'Nêu bên tổ chức' }],
    ])
    await edit(id, { at: 'organiser', to: 'agency' })
    await toAuthority(world, id)
    await walk(world, id, [['authority', 'approve', DECISION]])
  })

  it('that a change has left open is neither endorsed nor decided anew', async () => {
    const id = await begin()
    await toAuthority(world, id)
    await walk(world, id, [
      ['authority', 'approve', DECISION],
      ['officer', 'amend', { reason: 'Đổi bên tổ chức' }],
    ])
    await edit(id, { at: 'organiser', from: 'agency' })
    await walk(world, id, [['head', 'propose-change']])
    await refused('authority', 'endorse', id, { accepts: 'Đã rõ' }, '«Bên tổ chức đoàn»')
    await refused('authority', 'redecide', id, DECISION, '«Bên tổ chức đoàn»')
    await refused('authority', 'agree-change', id, DOCUMENT, '«Bên tổ chức đoàn»')
  })
})

describe('a norm that needs an exception and of which the dossier does not state enough', () => {
  /** The first member is a leader whose trips of the year nobody knows. */
  const tripsUnknown = (dossier: JsonObject): JsonObject => ({
    ...dossier,
    members: (dossier.members as JsonObject[]).map(({ tripsThisYear, ...one }, at) =>
      at === 0 ? one : { ...one, ...(tripsThisYear === undefined ? {} : { tripsThisYear }) },
    ),
  })
  const open = (found: Found[]) =>
    found.filter(({ outcome, severity }) => outcome === 'unknown' && severity === 'needs-exception')
  const waiving = (found: Found[]) =>
    open(found).map(({ rule, norm, subject }) => ({
      rule,
      norm,
      ...(subject ? { subject } : {}),
      grounds: 'Đi cùng đoàn cấp cao',
      reasonCode: 'leaders-task',
    }))

  async function atAuthority(): Promise<string> {
    const id = await begin(tripsUnknown)
    await toAuthority(world, id)
    return id
  }

  it('is waived by name only; the register says that it was not known, and the law goes on saying so', async () => {
    const id = await atAuthority()
    await refused('authority', 'approve', id, DECISION, 'đích danh', 'Nguyễn Văn An')
    const waivers = waiving(await findings(id))
    expect(waivers.map(({ rule, subject }) => [rule, subject])).toContainEqual(['trips-per-year', 'Nguyễn Văn An'])
    await walk(world, id, [['authority', 'approve', { ...DECISION, waivers }]])
    const decided = await view(id)
    expect(decided.waivers).toEqual(waivers.map((one) => expect.objectContaining({ ...one, notKnown: true })))
    expect(
      open((await world.send('examiner', 'GET', `/api/delegations/${id}/check`)).body.result.findings),
    ).toHaveLength(waivers.length)
    expect(decided.content.exceptions ?? []).toEqual([])
    const { body } = await world.send('examiner', 'GET', '/api/exceptions?rule=trips-per-year')
    const listed = body.items.filter((one: { delegationId: string }) => one.delegationId === id)
    expect(listed).toEqual(
      waivers.map(() => expect.objectContaining({ notKnown: true, grounds: 'Đi cùng đoàn cấp cao' })),
    )
  })

  it('needs no naming again while it is still not known, and is another matter once it is stated', async () => {
    const id = await atAuthority()
    await walk(world, id, [
      ['authority', 'approve', { ...DECISION, waivers: waiving(await findings(id)) }],
      ['officer', 'amend', { reason: 'Đổi nội dung' }],
    ])
    const { content } = await view(id)
    await edit(id, { at: 'purpose/summary', from: content.purpose.summary, to: 'Ký bản ghi nhớ' })
    await walk(world, id, [['head', 'propose-change']])
    const { body } = await world.send('authority', 'GET', `/api/delegations/${id}/check?deciding=yes`)
    expect(body.standing).toEqual(
      open(body.result.findings).map(({ rule, norm, subject }) => ({ rule, norm, subject })),
    )
    await walk(world, id, [
      ['authority', 'endorse', { accepts: 'Đã rõ' }],
      ['officer', 'amend', { reason: 'Nêu các chuyến đi' }],
    ])
    const trips = ['2026-01-05', '2026-02-05'].map((departure, at) => ({
      key: `t${at}`,
      departure,
      status: 'completed',
    }))
    await edit(
      id,
      { at: `members/${content.members[0].key}/tripsThisYear`, to: trips },
      { at: 'purpose/summary', from: 'Ký bản ghi nhớ', to: 'Ký hai bản ghi nhớ' },
    )
    await walk(world, id, [['head', 'propose-change']])
    expect(
      (await findings(id)).filter(({ rule, outcome }) => rule === 'trips-per-year' && outcome === 'violated'),
    ).not.toEqual([])
    await refused('authority', 'endorse', id, { accepts: 'Đã rõ' }, 'đích danh', 'Nguyễn Văn An')
    await refused('authority', 'redecide', id, DECISION, 'đích danh', 'Nguyễn Văn An')
  })

  it('is waived by nobody whom the register of authority does not cover', async () => {
    const id = await atAuthority()
    const waivers = waiving(await findings(id))
    const { body: grants } = await world.send('examiner', 'GET', '/api/exception-authorities')
    for (const { id: grant } of grants) {
      await world.send('administrator', 'POST', `/api/exception-authorities/${grant}/end`, { to: '2026-04-01' })
    }
    await refused('authority', 'approve', id, { ...DECISION, waivers }, 'sổ thẩm quyền')
    expect((await view(id)).waivers).toEqual([])
  })

  it('is no matter of the head: the dossier goes on to its examination', async () => {
    const id = await begin(tripsUnknown)
    await toExamination(world, id)
    expect((await view(id)).state).toBe('examining')
  })
})
