import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  SENDER,
  take,
  toExamination,
} from '../../../test/support/delegations.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import type { JsonObject } from '../content/json.ts'

const { database, world } = delegationWorld()

beforeAll(async () => {
  await inScope(database.pool, HOUSEKEEPING, (transaction) =>
    sql`
      insert into mission_country (id, body_id, country, valid_from)
      select gen_random_uuid(), body_id, 'JP', '2020-01-01' from role_holding
      where account_id = ${world.people.mission.account?.id ?? null}`.execute(transaction),
  )
})

const DECISION = { document: { number: '15/QĐ-UBND', on: '2026-04-02' }, accepts: 'Đã rõ' }

/** A dossier in good order whose second member is of another department, under examination. */
async function examining(): Promise<string> {
  const { dossier } = await caseRequest('01-compliant')
  const members = (dossier.members as JsonObject[]).map((one, at) => ({
    ...one,
    unit: at === 1 ? 'Sở Văn hóa' : SENDER,
  }))
  const id = await enter(world, { ...dossier, members })
  await toExamination(world, id)
  return id
}

const view = async (id: string, who: DelegationPlayer = 'examiner') =>
  (await world.send(who, 'GET', `/api/delegations/${id}`)).body

/** The question to a party as a reader sees it. */
async function question(id: string, party: string, who: DelegationPlayer = 'examiner') {
  return (await view(id, who)).opinions.find((one: { party: string }) => one.party === party)
}

const answer = (who: DelegationPlayer, id: string, said: object) =>
  world.send(who, 'POST', `/api/delegation-opinions/${id}/answer`, said)

/** Who is told what of a question and has it still before them: `otherHead: asks dossier.advise`. */
async function toldOf(id: string): Promise<string[]> {
  const { rows } = await database.pool.query(
    'select account_id, kind, what from notice where subject_id = $1 and settled_at is null',
    [id],
  )
  const nameOf = (accountId: string) =>
    Object.entries(world.people).find(([, { account }]) => account?.id === accountId)?.[0] ?? 'somebody else'
  return rows.map(({ account_id, kind, what }) => `${nameOf(account_id)}: ${kind} ${what}`).sort()
}

describe('an answer', () => {
  it('for the body of a traveller is not given by the head of the sender, nor a word in its thread; it stays asked', async () => {
    const id = await examining()
    const { id: asked } = await question(id, 'home-body')
    expect((await question(id, 'home-body', 'head')).mine).toBe(false)
    const given = await answer('head', asked, { answer: 'agrees', text: '' })
    expect([given.status, JSON.stringify(given.body)]).toEqual([422, expect.stringContaining('Sở Văn hóa')])
    const said = await world.send('head', 'POST', `/api/delegation-opinions/${asked}/say-as-party`, { text: 'Đồng ý' })
    expect(said.status).toBe(422)
    expect((await question(id, 'home-body')).answer).toBeNull()
    expect(await toldOf(asked)).toEqual(['otherHead: asks dossier.advise'])
    expect((await answer('otherHead', asked, { answer: 'agrees', text: '' })).status).toBe(200)
    expect((await question(id, 'home-body')).answer).toBe('agrees')
    expect(await toldOf(asked)).toEqual([])
  })

  it('by letter takes the place of the party’s own only in the open: what it said itself stays to be read', async () => {
    const id = await examining()
    const { id: asked } = await question(id, 'mission')
    expect((await answer('mission', asked, { answer: 'objects', text: 'Đối tác chưa xác nhận' })).status).toBe(200)
    expect(await toldOf(id)).toContain('officer: tells dossier.answered')
    expect(await toldOf(id)).toContain('examiner: tells dossier.answered')
    const entered = await world.send('examiner', 'POST', `/api/delegation-opinions/${asked}/enter`, {
      ...{ answer: 'agrees', number: '88/ĐSQ', on: '2026-04-01' },
    })
    expect(entered.status).toBe(200)
    expect(await question(id, 'mission')).toMatchObject({
      ...{ answer: 'agrees', byLetter: true, answeredBy: 'Thẩm định viên' },
      former: [{ answer: 'objects', answerText: 'Đối tác chưa xác nhận', answeredBy: 'Đại sứ quán', byLetter: false }],
    })
    // The party hears of it too.
    expect(await toldOf(id)).toContain('mission: tells dossier.answered')
  })

  it('and a word in its thread are told to the other sides, not to the one who wrote', async () => {
    const id = await examining()
    const { id: asked } = await question(id, 'mission')
    await world.send('mission', 'POST', `/api/delegation-opinions/${asked}/say-as-party`, { text: 'Xin chương trình' })
    const told = (await toldOf(id)).filter((one) => one.endsWith('dossier.discussed'))
    expect(told).toEqual(['colleague', 'examiner', 'officer'].map((one) => `${one}: tells dossier.discussed`))
  })
})

describe('a question besides those of the procedure', () => {
  const ask = (id: string, more: object) =>
    world.send('examiner', 'POST', `/api/delegations/${id}/opinions`, {
      ...{
        party: 'mission',
        partyName: 'Đại sứ quán tại Nhật Bản',
        country: 'JP',
        question: 'Đối tác có uy tín không?',
      },
      ...more,
    })

  it('reaches the mission of a country that is visited; no other country is asked about', async () => {
    const id = await examining()
    for (const country of [undefined, 'FR']) {
      const { status, body } = await ask(id, { country })
      expect([status, body.error.faults[0].path]).toEqual([400, 'country'])
    }
    expect((await ask(id, {})).status).toBe(200)
    const extra = (await view(id, 'mission')).opinions.find((one: { required: boolean }) => !one.required)
    expect(extra).toMatchObject({ mine: true, question: 'Đối tác có uy tín không?', answer: null })
    expect(await toldOf(extra.id)).toEqual(['mission: asks dossier.advise'])
    expect((await answer('mission', extra.id, { answer: 'agrees', text: 'Có' })).status).toBe(200)
  })

  it('is asked again as a question of its own; neither swallows the other, and neither is consent', async () => {
    const id = await examining()
    const more = { party: 'home-body', partyName: 'Sở Văn hóa', country: undefined }
    await ask(id, { ...more, question: 'Đồng chí có làm được phiên dịch không?' })
    await ask(id, { ...more, question: 'Đã đi nước nào?' })
    const { opinions } = await view(id, 'otherHead')
    const asked: { question: string; id: string }[] = opinions
    const words = ['Đồng chí có làm được phiên dịch không?', 'Đã đi nước nào?']
    expect(new Set(asked.map(({ question }) => question))).toEqual(new Set(['', ...words]))
    const first = asked.find(({ question }) => question === words[0])
    await answer('otherHead', first?.id ?? '', { answer: 'agrees', text: 'Được' })
    await take(world, 'examiner', 'recommend', id)
    const { status, body } = await take(world, 'authority', 'approve', id, DECISION)
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining('Sở Văn hóa (chưa trả lời)')])
  })
})

describe('what was asked about and has changed since', () => {
  const back = async (id: string, ...changes: object[]) => {
    await take(world, 'examiner', 'return', id, { reason: 'Sửa thành phần' })
    const saved = await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })
    if (saved.body.clashes.length > 0) throw new Error(JSON.stringify(saved.body.clashes))
    await toExamination(world, id)
  }

  it('is asked anew: consent to one member is none to another, and what was said stays to be read', async () => {
    const id = await examining()
    const { id: asked } = await question(id, 'home-body')
    await answer('otherHead', asked, { answer: 'agrees', text: 'Đồng ý cử' })
    const { content } = await view(id)
    const [, second] = content.members
    await back(id, { at: 'trip/stays', from: content.trip.stays, to: content.trip.stays })
    expect(await question(id, 'home-body')).toMatchObject({ id: asked, answer: 'agrees', former: [] })
    await back(id, { at: `members/${second.key}/name`, from: second.name, to: 'Người Khác' })
    expect(await question(id, 'home-body')).toMatchObject({
      ...{ id: asked, answer: null },
      former: [{ answer: 'agrees', answerText: 'Đồng ý cử', answeredBy: 'Giám đốc Văn hóa' }],
    })
    expect(await toldOf(asked)).toEqual(['otherHead: asks dossier.advise'])
  })

  it('is judged anew: a trip found practical is not so once its purpose is rewritten', async () => {
    const id = await examining()
    const judgement = { subject: 'practicality', judgement: 'accepted', reasonCode: 'well-founded' }
    await world.send('examiner', 'POST', `/api/delegations/${id}/assessments`, judgement)
    const appraisal = async () =>
      (await view(id)).facts.find(({ at }: { at: string }) => at === 'purpose/practicality/appraisal')?.value
    expect(await appraisal()).toBe('practical')
    const { content } = await view(id)
    await back(id, { at: 'purpose/summary', from: content.purpose.summary, to: 'Tham quan' })
    expect(await appraisal()).toBeUndefined()
    expect((await view(id)).assessments).toMatchObject([{ subject: 'practicality', outdated: true }])
  })

  it('by a change after the decision is heard too: who comes in from elsewhere goes with the consent of the own body', async () => {
    const id = await examining()
    await answer('otherHead', (await question(id, 'home-body')).id, { answer: 'agrees', text: '' })
    await take(world, 'examiner', 'recommend', id)
    expect((await take(world, 'authority', 'approve', id, DECISION)).status).toBe(200)
    await take(world, 'officer', 'amend', id, { reason: 'Thay người' })
    const { content } = await view(id)
    const [, second] = content.members
    await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [{ at: `members/${second.key}/name`, from: second.name, to: 'Người Thay' }],
    })
    await take(world, 'head', 'propose-change', id)
    const { id: asked } = await question(id, 'home-body')
    expect((await question(id, 'mission')).answer).toBeNull()
    const unheard = await take(world, 'authority', 'endorse', id)
    expect([unheard.status, JSON.stringify(unheard.body)]).toEqual([422, expect.stringContaining('Sở Văn hóa')])
    const early = await take(world, 'authority', 'endorse', id, { accepts: 'Đã rõ' })
    expect([early.status, JSON.stringify(early.body)]).toEqual([422, expect.stringContaining('chưa trả lời')])
    await answer('otherHead', asked, { answer: 'agrees', text: '' })
    expect((await take(world, 'authority', 'endorse', id, { accepts: 'Đã rõ' })).status).toBe(200)
  })
})
