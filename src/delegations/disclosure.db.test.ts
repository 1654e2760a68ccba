import { beforeAll, expect, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  SENDER,
  walk,
} from '../../test/support/delegations.ts'
import type { JsonObject } from './content/json.ts'

const { world } = delegationWorld()
let id: string

const ADVICE = 'Nên bớt người, mục đích còn chung chung'

/** A dossier that was returned once, judged, heard by two parties, recommended, and waits for its decision. */
beforeAll(async () => {
  const { dossier } = await caseRequest('01-compliant')
  const members = (dossier.members as JsonObject[]).map((one, at) => ({
    ...one,
    unit: at === 1 ? 'Sở Văn hóa' : SENDER,
  }))
  id = await enter(world, { ...dossier, members, consultations: [] })
  await walk(world, id, [
    ['officer', 'submit', { lateReason: 'Lời mời đến muộn' }],
    ['head', 'sign'],
    ['examiner', 'return', { reason: 'Sửa', notes: [{ note: 'Nêu rõ mục đích' }] }],
  ])
  const { notes, content } = (await world.send('officer', 'GET', `/api/delegations/${id}`)).body
  await world.send('officer', 'POST', `/api/delegation-notes/${notes[0].id}/resolve`, { answer: 'Đã sửa' })
  await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
    changes: [{ at: 'purpose/summary', from: content.purpose.summary, to: 'Ký bản ghi nhớ' }],
  })
  await walk(world, id, [
    ['officer', 'submit', { lateReason: 'Lời mời đến muộn' }],
    ['head', 'sign'],
    ['examiner', 'receive'],
  ])
  const { opinions } = (await world.send('examiner', 'GET', `/api/delegations/${id}`)).body
  const mission = opinions.find((one: { party: string }) => one.party === 'mission')
  await world.send('mission', 'POST', `/api/delegation-opinions/${mission.id}/answer`, { answer: 'agrees', text: '' })
  await world.send('examiner', 'POST', `/api/delegations/${id}/assessments`, {
    ...{ subject: 'practicality', judgement: 'not-accepted', reasonCode: 'purpose-vague' },
  })
  const cuts = { members: [content.members[1].key] }
  await walk(world, id, [['examiner', 'recommend', { reason: ADVICE, recommendation: 'approve-with-cuts', cuts }]])
})

/** The last step as somebody reads it, and the places of its facts that were said by people. */
async function recommended(who: DelegationPlayer) {
  const { steps } = (await world.send(who, 'GET', `/api/delegations/${id}`)).body
  const { body } = await world.send(who, 'GET', `/api/delegation-steps/${steps.at(-1).id}`)
  const said = body.facts.flatMap(({ at }: { at: string }) => /practicality|consultations/.exec(at)?.[0] ?? [])
  return { step: body, said, head: steps.at(-1) }
}

it('shows those above what was recommended, on what judgements and answers', async () => {
  const { step, said } = await recommended('authority')
  expect([step.reason, step.said.recommendation, said.sort()]).toEqual([
    ADVICE,
    'approve-with-cuts',
    ['consultations', 'practicality'],
  ])
  expect(step.result.findings.length).toBeGreaterThan(0)
})

it('keeps from the unit what the examination judges and advises until it is decided; answers it reads', async () => {
  const { step, said, head } = await recommended('officer')
  expect([step.reason, step.said, step.result, step.verdict]).toEqual(['', {}, null, null])
  expect([head.reason, head.said, head.verdict]).toEqual(['', {}, null])
  expect(said).toEqual(['consultations'])
  expect((await world.send('officer', 'GET', `/api/delegations/${id}`)).body.cuts).toBeNull()
})

it('keeps from who is asked what others say, why anything was done, how it was written and what it was returned for', async () => {
  for (const who of ['mission', 'otherHead'] as const) {
    const { step, said } = await recommended(who)
    expect([step.reason, step.said, step.result, said]).toEqual(['', {}, null, []])
    const { body } = await world.send(who, 'GET', `/api/delegations/${id}`)
    expect([body.notes, body.steps.map(({ reason }: { reason: string }) => reason).join('')]).toEqual([[], ''])
    const edits = await world.send(who, 'GET', `/api/delegations/${id}/edits?page=1&size=20`)
    expect(edits.body.items).toEqual([])
  }
  const edits = await world.send('examiner', 'GET', `/api/delegations/${id}/edits?page=1&size=20`)
  expect(edits.body.items).toHaveLength(1)
})
