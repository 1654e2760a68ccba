import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  onDay,
  TODAY,
  take,
  toAuthority,
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

async function approved(): Promise<string> {
  const id = await begin()
  await toAuthority(world, id)
  const { status, body } = await take(world, 'authority', 'approve', id, DECISION)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return id
}

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
    const funds = content.funding.map(({ key, amount }: Record<string, { amount: number }>) => ({
      key,
      amount: amount?.amount,
    }))
    expect((await take(world, 'authority', 'redecide', id, { ...again, funds })).body.state).toBe('approved')
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
