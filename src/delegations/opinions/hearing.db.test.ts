import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  moneyAsStated,
  SENDER,
  take,
  toExamination,
} from '../../../test/support/delegations.ts'
import type { JsonObject } from '../content/json.ts'

const { world } = delegationWorld()

const DECISION = { document: { number: '15/QĐ-UBND', on: '2026-04-02' }, accepts: 'Đã rõ' }

const view = async (id: string, who: DelegationPlayer = 'officer') =>
  (await world.send(who, 'GET', `/api/delegations/${id}`)).body

/** A dossier in good order, changed where it says. */
async function begin(change: (dossier: JsonObject) => JsonObject = (dossier) => dossier): Promise<string> {
  return enter(world, change((await caseRequest('01-compliant')).dossier))
}

const members = (dossier: JsonObject) => dossier.members as JsonObject[]

describe('the opinions', () => {
  const opinionsOf = async (id: string, who?: 'examiner' | 'mission' | 'otherHead') => (await view(id, who)).opinions
  const examining = async (id: string) => {
    await toExamination(world, id)
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
    const before = { ...said, askedAt: new Date(Date.parse(mission.askedAt) - 1000).toISOString() }
    const unread = await answer('mission', before)
    expect([unread.status, unread.body.error.message.vi]).toEqual([409, expect.stringContaining('hỏi lại')])
    const bare = await answer('mission', { answer: 'objects', text: '', askedAt: mission.askedAt })
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
    expect(
      (await take(world, 'authority', 'approve', id, { ...DECISION, ...(await moneyAsStated(world, id)), cuts }))
        .status,
    ).toBe(200)
    const { content, headcount } = await view(id)
    expect(content.members.some(({ key }: { key: string }) => key === member)).toBe(false)
    expect(headcount).toBe(content.members.length)
  })
})
