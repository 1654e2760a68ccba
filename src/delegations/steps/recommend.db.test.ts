import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  take,
  toExamination,
} from '../../../test/support/delegations.ts'
import { contestedFacts } from '../content/facts.ts'

const { world } = delegationWorld()

const view = async (id: string, who: DelegationPlayer = 'examiner') =>
  (await world.send(who, 'GET', `/api/delegations/${id}`)).body

async function examining(): Promise<string> {
  const id = await enter(world, (await caseRequest('01-compliant')).dossier)
  await toExamination(world, id)
  return id
}

describe('a recommendation', () => {
  const refused = async (id: string, said: object) => {
    const { status, body } = await take(world, 'examiner', 'recommend', id, said)
    return [status, body.error?.faults?.map(({ path }: { path: string }) => path)]
  }

  it('to approve cuts nothing, and one to approve with cuts cuts something', async () => {
    const id = await examining()
    const cuts = { members: [(await view(id)).content.members[1].key] }
    expect(await refused(id, { recommendation: 'approve', cuts })).toEqual([400, ['cuts']])
    expect(await refused(id, { recommendation: 'refuse', cuts })).toEqual([400, ['cuts']])
    expect(await refused(id, { recommendation: 'approve-with-cuts' })).toEqual([400, ['cuts']])
    expect(await refused(id, { recommendation: 'approve-with-cuts', cuts: { members: [] } })).toEqual([400, ['cuts']])
    expect(await refused(id, { recommendation: 'approve', cuts: {} })).toEqual([200, undefined])
  })

  it('to merge names the other dossier: one within reach that is open, or one of elsewhere by its number', async () => {
    const id = await examining()
    const other = await examining()
    const { code } = await view(id)
    const { code: otherCode } = await view(other)
    const merge = (mergeWith?: string) => refused(id, { recommendation: 'merge', ...(mergeWith ? { mergeWith } : {}) })
    expect(await merge()).toEqual([400, ['mergeWith']])
    expect(await merge(code)).toEqual([400, ['mergeWith']])
    expect(await merge('ĐR-2026-9999')).toEqual([400, ['mergeWith']])
    expect(await merge('Đoàn của Bộ Ngoại giao')).toEqual([400, ['mergeWith']])
    expect(await merge(otherCode)).toEqual([200, undefined])
    expect((await view(id)).steps.at(-1).said).toMatchObject({ mergeWith: otherCode, mergeWithId: other })
    // What is advised between examiners and authority is not for the unit.
    expect((await view(id, 'officer')).steps.at(-1).said).toEqual({})

    await take(world, 'authority', 'hand-back', id, { reason: 'Xem lại' })
    expect(await merge('Đoàn của Bộ Ngoại giao, công văn 12/BNG')).toEqual([200, undefined])
    expect((await view(id)).steps.at(-1).said).not.toHaveProperty('mergeWithId')
  })

  it('to postpone says until when, or by how many days', async () => {
    const id = await examining()
    const { departsOn } = await view(id)
    const postpone = (more: object = {}) => refused(id, { recommendation: 'postpone', ...more })
    expect(await postpone()).toEqual([400, ['postponeTo']])
    expect(await postpone({ postponeTo: departsOn })).toEqual([400, ['postponeTo']])
    expect(await postpone({ postponeTo: '2026-09-01', postponeDays: 30 })).toEqual([400, ['postponeTo']])
    expect(await refused(id, { recommendation: 'approve', postponeDays: 30 })).toEqual([400, ['postponeDays']])
    expect(await postpone({ postponeDays: 30 })).toEqual([200, undefined])
    expect((await view(id)).steps.at(-1).said).toMatchObject({ recommendation: 'postpone', postponeDays: 30 })
  })
})

describe('what examiners ask of the unit', () => {
  it('goes back with the return as a note at its norm, which is resolved before the dossier is sent again', async () => {
    const id = await examining()
    const norm = '4060-CV-BTCTU-2019#4'
    const notes = [{ norm, note: 'Nêu rõ từng buổi làm việc' }]
    expect((await take(world, 'examiner', 'return', id, { reason: 'Bổ sung', notes })).status).toBe(200)
    const { notes: asked } = await view(id, 'officer')
    expect(asked).toMatchObject([{ norm, field: null, resolvedAt: null }])
    expect((await take(world, 'officer', 'submit', id)).status).toBe(422)
    await world.send('officer', 'POST', `/api/delegation-notes/${asked[0].id}/resolve`, { answer: 'Đã bổ sung' })
    expect((await take(world, 'officer', 'submit', id)).status).toBe(200)
  })
})

describe('a fact that the unit contests', () => {
  it('is before the examiners and the authority with what the register says', async () => {
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    const { content } = await view(id, 'officer')
    const changes = [
      { at: 'contests', to: { 'sender.level': 'Đã chuyển thành doanh nghiệp' } },
      { at: 'sender/level', from: content.sender.level, to: 'enterprise' },
    ]
    expect((await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })).body.clashes).toEqual([])
    await take(world, 'officer', 'submit', id)
    await take(world, 'head', 'sign', id)
    for (const who of ['examiner', 'authority'] as const) {
      const seen = await view(id, who)
      expect(contestedFacts(seen.content, seen.facts)).toMatchObject([
        { at: 'sender/level', registered: 'department', stated: 'enterprise', note: 'Đã chuyển thành doanh nghiệp' },
      ])
    }
  })
})
