import { expect, it } from 'vitest'
import { caseRequest, type DelegationPlayer, delegationWorld, enter, take } from '../../test/support/delegations.ts'

const { database, world } = delegationWorld()

const MARKED = 'Theo công văn TỐI MẬT'

/** How many refusals of marked matter the trail holds of a dossier. */
async function incidentsOf(id: string): Promise<number> {
  const { rows } = await database.pool.query('select content from audit_entry')
  return rows.filter(({ content }) => {
    const text = JSON.stringify(content)
    return text.includes('delegation.marking-refused') && text.includes(id)
  }).length
}

it('refuses a marking of secrecy at each door of the way and leaves an incident of it at the dossier, without the content', async () => {
  const id = await enter(world, (await caseRequest('01-compliant')).dossier)
  let count = 0
  const refused = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer
    count += 1
    expect([status, JSON.stringify(body), await incidentsOf(id)]).toEqual([
      422,
      expect.stringContaining('TỐI MẬT'),
      count,
    ])
  }
  const post = (who: DelegationPlayer, url: string, said: object) => world.send(who, 'POST', url, said)
  await refused(take(world, 'officer', 'submit', id, { lateReason: MARKED }))
  for (const [who, action] of [
    ['officer', 'submit'],
    ['head', 'sign'],
    ['examiner', 'receive'],
  ] as const) {
    await take(world, who, action, id)
  }
  await refused(take(world, 'examiner', 'return', id, { reason: 'Sửa', notes: [{ note: MARKED }] }))
  await refused(
    post('examiner', `/api/delegations/${id}/assessments`, {
      ...{ subject: 'practicality', judgement: 'asked', reasonCode: 'other', note: MARKED },
    }),
  )
  await refused(
    post('examiner', `/api/delegations/${id}/opinions`, { party: 'other', partyName: 'Sở Tư pháp', question: MARKED }),
  )
  const { body } = await world.send('mission', 'GET', `/api/delegations/${id}`)
  const opinion = `/api/delegation-opinions/${body.opinions[0].id}`
  await refused(post('mission', `${opinion}/answer`, { answer: 'agrees', text: MARKED }))
  await refused(post('mission', `${opinion}/say-as-party`, { text: MARKED }))
  await refused(post('officer', `${opinion}/say-as-unit`, { text: MARKED }))
  await refused(post('officer', `${opinion}/say-as-unit`, { text: 'phương án tối\u00a0mật' }))
  await refused(post('examiner', `${opinion}/enter`, { answer: 'agrees', number: 'TỐI MẬT 5', on: '2026-04-01' }))
  await take(world, 'examiner', 'return', id, { reason: 'Sửa', notes: [{ note: 'Nêu rõ mục đích' }] })
  await refused(
    post('officer', `/api/delegations/${id}/declarations/paper`, {
      ...{ memberKey: 'i1', document: { number: 'Tối mật 5', on: '2026-04-01' } },
    }),
  )
  await refused(
    post('officer', `/api/delegations/${id}/save`, { changes: [{ at: 'contests/Tối mật', to: 'sổ ghi sai' }] }),
  )
  const { notes } = (await world.send('officer', 'GET', `/api/delegations/${id}`)).body
  await refused(post('officer', `/api/delegation-notes/${notes[0].id}/resolve`, { answer: MARKED }))
  const { rows } = await database.pool.query('select content from audit_entry')
  expect(rows.some(({ content }) => JSON.stringify(content).includes(MARKED))).toBe(false)
})
