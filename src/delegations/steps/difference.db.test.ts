import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  moneyAsStated,
  toAuthority,
  walk,
} from '../../../test/support/delegations.ts'

const { world } = delegationWorld()

const DECISION = { document: { number: '15/QĐ-UBND', on: '2026-04-02' }, accepts: 'Đã rõ' }
const SUMMARY = 'Ký bản ghi nhớ'

const view = async (id: string, who: DelegationPlayer = 'officer') =>
  (await world.send(who, 'GET', `/api/delegations/${id}`)).body

/** The officer writes another purpose; what it was before. */
async function mend(id: string, to = SUMMARY): Promise<string> {
  const { content } = await view(id)
  const from = content.purpose.summary
  await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
    changes: [{ at: 'purpose/summary', from, to }],
  })
  return from
}

const begin = async () => enter(world, (await caseRequest('01-compliant')).dossier)

describe('a dossier that comes back after a return', () => {
  it('shows what differs from what was sent before: to the unit, its head, the examiners and the authority, and at the step', async () => {
    const id = await begin()
    await walk(world, id, [
      ['officer', 'submit'],
      ['head', 'sign'],
      ['examiner', 'receive'],
    ])
    expect((await view(id, 'examiner')).difference).toBeNull()
    await walk(world, id, [['examiner', 'return', { reason: 'Nêu rõ' }]])
    expect((await view(id)).difference).toMatchObject({ since: { action: 'sign', by: 'Giám đốc' }, changes: [] })
    const before = await mend(id)
    const changes = [{ at: 'purpose/summary', from: before, to: SUMMARY }]
    expect((await view(id)).difference.changes).toEqual(changes)
    await walk(world, id, [['officer', 'submit']])
    expect((await view(id, 'head')).difference.changes).toEqual(changes)
    await walk(world, id, [
      ['head', 'sign'],
      ['examiner', 'receive'],
    ])
    expect((await view(id, 'examiner')).difference.changes).toEqual(changes)
    expect((await view(id, 'mission')).difference).toBeNull()
    await walk(world, id, [['examiner', 'recommend']])
    const { difference, steps } = await view(id, 'authority')
    expect(difference.changes).toEqual(changes)

    const signed = steps.filter(({ action }: { action: string }) => action === 'sign')
    const atStep = async (step: number, who: DelegationPlayer = 'examiner') =>
      (await world.send(who, 'GET', `/api/delegation-steps/${signed[step].id}`)).body.difference
    expect(await atStep(0)).toBeNull()
    expect(await atStep(1)).toMatchObject({ since: { id: signed[0].id }, changes })
    expect(await atStep(1, 'mission')).toBeNull()
    await walk(world, id, [['authority', 'approve', DECISION]])
    expect((await view(id)).difference).toBeNull()
  })

  it('returned twice, is held against what was sent last', async () => {
    const id = await begin()
    await walk(world, id, [
      ['officer', 'submit'],
      ['head', 'sign'],
      ['examiner', 'return', { reason: 'Nêu rõ' }],
    ])
    await mend(id)
    await walk(world, id, [
      ['officer', 'submit'],
      ['head', 'sign'],
      ['examiner', 'return', { reason: 'Vẫn chưa rõ' }],
    ])
    expect((await view(id)).difference.changes).toEqual([])
    await mend(id, 'Ký bản ghi nhớ về cấp nước')
    expect((await view(id)).difference.changes).toMatchObject([{ from: SUMMARY, to: 'Ký bản ghi nhớ về cấp nước' }])
  })
})

describe('a change after the decision that comes back', () => {
  it('shows what differs from the change as it was proposed; the decision shows what it has changed itself', async () => {
    const id = await begin()
    await toAuthority(world, id)
    const [, second] = (await view(id)).content.members
    await walk(world, id, [
      ['authority', 'approve', { ...DECISION, ...(await moneyAsStated(world, id)), cuts: { members: [second.key] } }],
      ['officer', 'amend', { reason: 'Đổi nội dung' }],
    ])
    await mend(id)
    await walk(world, id, [
      ['head', 'propose-change'],
      ['authority', 'return-change', { reason: 'Nêu rõ' }],
    ])
    expect((await view(id)).difference).toMatchObject({ since: { action: 'propose-change' }, changes: [] })
    await mend(id, 'Ký bản ghi nhớ về cấp nước')
    await walk(world, id, [['head', 'propose-change']])
    const { difference, steps } = await view(id, 'authority')
    expect(difference.changes).toMatchObject([{ at: 'purpose/summary', from: SUMMARY }])
    const approval = steps.find(({ action }: { action: string }) => action === 'approve')
    const { body: decided } = await world.send('officer', 'GET', `/api/delegation-steps/${approval.id}`)
    expect(decided.difference.since.action).toBe('sign')
    expect(decided.difference.changes.map(({ at }: { at: string }) => at)).toContain(`members/${second.key}`)
  })
})
