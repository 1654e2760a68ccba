import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  SENDER,
  take,
  toAuthority,
  walk,
} from '../../../test/support/delegations.ts'
import type { JsonObject } from '../content/json.ts'

const { world } = delegationWorld()

const DECISION = { document: { number: '15/QĐ-UBND', on: '2026-04-02' }, accepts: 'Đã rõ' }
const ABOVE = 'Thủ tướng Chính phủ'
const PRINCIPLE = { document: { number: '7/UBND-NV', on: '2026-04-02' }, accepts: 'Đã rõ' }

const view = async (id: string, who: DelegationPlayer = 'officer') =>
  (await world.send(who, 'GET', `/api/delegations/${id}`)).body

/** A dossier in good order, changed where it says. */
async function begin(change: (dossier: JsonObject) => JsonObject = (dossier) => dossier): Promise<string> {
  return enter(world, change((await caseRequest('01-compliant')).dossier))
}

/** Its first member is managed by the Standing Committee. */
const managed = (dossier: JsonObject): JsonObject => ({
  ...dossier,
  members: (dossier.members as JsonObject[]).map((one, at) =>
    at === 0
      ? { ...one, managedBy: 'standing-committee', personnelApproval: { number: '12-TB/BTC', on: '2026-03-20' } }
      : one,
  ),
})

/** The same without any programme. */
const unprogrammed = (dossier: JsonObject): JsonObject => {
  const { programme: _, documents, ...rest } = managed(dossier)
  const { programme: __, ...papers } = documents as JsonObject
  return { ...rest, documents: papers }
}

const URGENTLY = [
  ['officer', 'submit'],
  ['head', 'sign-urgent', { reason: 'Hội nghị triệu tập gấp' }],
] as const

describe('an urgent dossier', () => {
  it('is agreed to in principle by name with its decision, which is in its history, and waits for its control from then on', async () => {
    const id = await begin(managed)
    await walk(world, id, URGENTLY)
    const silent = await take(world, 'authority', 'approve', id, DECISION)
    expect([silent.status, silent.body.error.message.vi]).toEqual([422, expect.stringContaining('đích danh')])
    await walk(world, id, [['authority', 'approve', { ...DECISION, principle: 'Thông báo 5-TB/TU' }]])
    const { state, steps } = await view(id)
    expect([state, steps.at(-1).said.principle]).toEqual(['approved', 'Thông báo 5-TB/TU'])
    const { body } = await world.send('examiner', 'GET', '/api/delegations/work')
    expect(body.find((one: { id: string }) => one.id === id)?.kind).toBe('control')
  })

  it('is not agreed to by a step of its own, which is told where to name the agreement, and has its programme all the same', async () => {
    const id = await begin(managed)
    await walk(world, id, URGENTLY)
    const apart = await take(world, 'authority', 'agree', id, PRINCIPLE)
    expect([apart.status, apart.body.error.message.vi]).toEqual([422, expect.stringContaining('ngay trong quyết định')])
    const { body } = await world.send('authority', 'GET', `/api/delegations/${id}`)
    expect(body.actions.map(({ action }: { action: string }) => action)).not.toContain('agree')
    const bare = await begin(unprogrammed)
    await walk(world, bare, URGENTLY)
    const early = await take(world, 'authority', 'approve', bare, { ...DECISION, principle: 'Thông báo 5-TB/TU' })
    expect([early.status, early.body.error.message.vi]).toEqual([422, expect.stringContaining('chương trình')])
  })

  it('with nobody who travels only when it was agreed to has no agreement to name', async () => {
    const id = await begin()
    await walk(world, id, URGENTLY)
    const named = await take(world, 'authority', 'approve', id, { ...DECISION, principle: 'Thông báo 5-TB/TU' })
    expect([named.status, named.body.error.faults[0].path]).toEqual([400, 'principle'])
    await walk(world, id, [['authority', 'approve', DECISION]])
  })

  it('that is handed back, returned and signed off anew is as any other: urgent no more, and agreed to first', async () => {
    const id = await begin(managed)
    await walk(world, id, [
      ['officer', 'submit'],
      ['head', 'sign-urgent', { reason: 'Hội nghị triệu tập gấp' }],
      ['authority', 'hand-back', { reason: 'Chưa rõ' }],
      ['examiner', 'return', { reason: 'Sửa' }],
      ['officer', 'submit'],
      ['head', 'sign'],
      ['examiner', 'receive'],
      ['examiner', 'recommend'],
    ])
    expect((await view(id)).urgent).toBe(false)
    const early = await take(world, 'authority', 'approve', id, { ...DECISION, principle: 'Thông báo 5-TB/TU' })
    expect([early.status, JSON.stringify(early.body)]).toEqual([422, expect.stringContaining('chủ trương')])
    await walk(world, id, [
      ['authority', 'agree', PRINCIPLE],
      ['authority', 'approve', DECISION],
    ])
  })
})

describe('an urgent dossier that is handed back and examined after all', () => {
  it('is urgent no more: it is agreed to first, and owes no control', async () => {
    const id = await begin(managed)
    await walk(world, id, [
      ...URGENTLY,
      ['authority', 'hand-back', { reason: 'Cần thẩm định' }],
      ['examiner', 'recommend'],
    ])
    expect((await view(id)).urgent).toBe(false)
    await walk(world, id, [
      ['authority', 'agree', PRINCIPLE],
      ['authority', 'approve', DECISION],
    ])
  })
})

describe('what is agreed to in principle', () => {
  it('has a programme, as entries, a document or a file', async () => {
    const id = await begin(unprogrammed)
    await toAuthority(world, id)
    const bare = await take(world, 'authority', 'agree', id, PRINCIPLE)
    expect([bare.status, JSON.stringify(bare.body)]).toEqual([422, expect.stringContaining('chương trình')])
  })
})

describe('a change that brings in a cadre of the Standing Committee', () => {
  const PRINCIPLE_OF_CHANGE = { document: { number: '9/UBND-NV', on: '2026-04-02' } }
  const AGAIN = { document: { number: '16/QĐ-UBND', on: '2026-04-02' }, accepts: 'Đã rõ' }
  const edit = async (id: string, ...changes: object[]) => {
    const { status, body } = await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })
    if (status !== 200) throw new Error(JSON.stringify(body))
  }
  const newcomer = (key: string, name: string) => ({
    at: `members/${key}`,
    to: {
      ...{ key, name, role: 'member', unit: SENDER, position: 'Phó Giám đốc', managedBy: 'standing-committee' },
      ...{ leader: true, keyLeader: false, collective: false, tripsThisYear: [] },
    },
  })
  const changing = async (id: string) => {
    await toAuthority(world, id)
    await walk(world, id, [
      ['authority', 'approve', DECISION],
      ['officer', 'amend', { reason: 'Thêm người' }],
    ])
  }
  const stepsOffered = async (id: string) =>
    (await view(id, 'authority')).actions.map(({ action, why }: { action: string; why: object | null }) =>
      why === null ? action : `${action}?`,
    )

  it('is decided only when it was agreed to in principle, by whichever way it is decided', async () => {
    const id = await begin()
    await changing(id)
    await edit(id, newcomer('n1', 'Phạm Thị Mới'))
    await walk(world, id, [['head', 'propose-change']])
    expect((await view(id)).change.agreeFirst).toEqual({ people: ['Phạm Thị Mới'], countries: [] })
    expect(await stepsOffered(id)).toEqual(expect.arrayContaining(['agree-change', 'endorse?', 'redecide?']))
    for (const [action, said] of [
      ['endorse', { accepts: 'Đã rõ' }],
      ['redecide', AGAIN],
    ] as const) {
      const early = await take(world, 'authority', action, id, said)
      expect([early.status, JSON.stringify(early.body)]).toEqual([422, expect.stringContaining('Phạm Thị Mới')])
    }
    await walk(world, id, [['authority', 'agree-change', PRINCIPLE_OF_CHANGE]])
    const agreed = await view(id)
    expect([agreed.state, agreed.document, agreed.change.agreeFirst.people]).toEqual(['amended', DECISION.document, []])
    // What the board has not approved is waived by nobody here: the agreement is no longer what stands in the way.
    const { body } = await take(world, 'authority', 'endorse', id, { accepts: 'Đã rõ' })
    expect(JSON.stringify(body)).not.toContain('chủ trương thay đổi')
  })

  it('is agreed to anew where somebody else comes in after it was returned', async () => {
    const id = await begin()
    await changing(id)
    await edit(id, newcomer('n1', 'Phạm Thị Mới'))
    await walk(world, id, [
      ['head', 'propose-change'],
      ['authority', 'agree-change', PRINCIPLE_OF_CHANGE],
      ['authority', 'return-change', { reason: 'Thêm Phó Giám đốc' }],
    ])
    await edit(id, newcomer('n2', 'Vũ Văn Thêm'))
    await walk(world, id, [['head', 'propose-change']])
    expect((await view(id)).change.agreeFirst.people).toEqual(['Vũ Văn Thêm'])
  })

  it('is decided by the authority above only when it was agreed to: before it goes up, or by name with what is decided there', async () => {
    const up = ['authority', 'pass-up', { reason: 'Vượt thẩm quyền', authority: ABOVE }] as const
    const decided = { document: { number: '88/TTg-QHQT', on: '2026-04-02' }, authority: ABOVE, accepts: 'Đã rõ' }
    const withNewcomer = async () => {
      const id = await begin()
      await changing(id)
      await edit(id, newcomer('n1', 'Phạm Thị Mới'))
      await walk(world, id, [['head', 'propose-change']])
      return id
    }
    const silent = await withNewcomer()
    await walk(world, silent, [up])
    const refused = await take(world, 'examiner', 'approve-above', silent, decided)
    expect([refused.status, refused.body.error.message.vi]).toEqual([
      422,
      expect.stringContaining('đồng ý chủ trương cho «Phạm Thị Mới»'),
    ])
    await walk(world, silent, [['examiner', 'approve-above', { ...decided, principle: 'Thông báo 5-TB/TU' }]])
    expect((await view(silent)).steps.at(-1).said.principle).toBe('Thông báo 5-TB/TU')
    const agreed = await withNewcomer()
    await walk(world, agreed, [['authority', 'agree-change', PRINCIPLE_OF_CHANGE], up])
    await walk(world, agreed, [['examiner', 'approve-above', decided]])
  })

  it('needs no agreement where the newcomer is managed by the unit', async () => {
    const id = await begin()
    await changing(id)
    const { to, at } = newcomer('n1', 'Phạm Thị Mới')
    await edit(id, { at, to: { ...to, managedBy: 'unit' } })
    await walk(world, id, [['head', 'propose-change']])
    expect(await stepsOffered(id)).not.toContain('agree-change')
    expect((await view(id)).change.agreeFirst).toEqual({ people: [], countries: [] })
  })

  it('goes to another country only when that was agreed to', async () => {
    const id = await begin(managed)
    await toAuthority(world, id)
    await walk(world, id, [
      ['authority', 'agree', PRINCIPLE],
      ['authority', 'approve', DECISION],
      ['officer', 'amend', { reason: 'Thêm nước' }],
    ])
    await edit(id, { at: 'trip/stays/n1', to: { key: 'n1', country: 'KR', arrive: '2026-05-18', leave: '2026-05-18' } })
    expect((await view(id)).change.agreeFirst).toEqual({ people: [], countries: ['KR'] })
  })
})

describe('a trip', () => {
  it('is called off also while its change waits for the authority', async () => {
    const id = await begin()
    await toAuthority(world, id)
    await walk(world, id, [
      ['authority', 'approve', DECISION],
      ['officer', 'amend', { reason: 'Đổi nội dung' }],
    ])
    const { content } = await view(id)
    await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [{ at: 'purpose/summary', from: content.purpose.summary, to: 'Ký bản ghi nhớ' }],
    })
    await walk(world, id, [
      ['head', 'propose-change'],
      ['officer', 'cancel', { reason: 'Đối tác hủy' }],
    ])
    expect((await view(id)).state).toBe('cancelled')
  })
})
