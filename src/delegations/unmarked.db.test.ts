import { expect, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  TODAY,
  take,
  toExamination,
} from '../../test/support/delegations.ts'
import { addPlayer } from '../../test/support/plans.ts'
import { addBody } from '../../test/support/register.ts'
import { inScope } from '../db/scope.ts'
import type { Visitor } from '../http/who.ts'

const { database, world } = delegationWorld()

const MARKED = 'Theo công văn TỐI MẬT'

/** The root and the body of each refusal of marked matter that the trail holds of a dossier. */
async function incidentsAt(id: string): Promise<{ root_id: string | null; body_id: string | null }[]> {
  const { rows } = await database.pool.query(
    `select root_id, body_id from audit_entry where action = 'delegation.marking-refused' and subject_id = $1`,
    [id],
  )
  return rows
}

const incidentsOf = async (id: string) => (await incidentsAt(id)).length

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

it('notes an incident where it belongs, at the dossier that is voted on, and for nobody of another root', async () => {
  const { dossier } = await caseRequest('01-compliant')
  const [first, second] = [await enter(world, dossier), await enter(world, dossier)]
  for (const id of [first, second]) await toExamination(world, id)
  const post = (who: Visitor, url: string, said: object) => world.send(who, 'POST', url, said)
  const seat = (name: string) =>
    addPlayer(database, name, 'finance', world.culture, world.city, { roots: [world.city] })
  const [chair, keeper, member] = [await seat('Chủ tọa'), await seat('Người ghi'), await seat('Người dự')]
  const idOf = (who: Visitor) => who.account?.id ?? ''
  const { body: convened } = await post(world.people.examiner, '/api/committees', {
    ...{ dossiers: [first, second], on: TODAY, at: '14:00', place: 'Phòng họp', chair: idOf(chair) },
    ...{ secretary: idOf(keeper), members: [idOf(member)], outside: [{ name: 'Người ngoài', organisation: 'Viện' }] },
  })
  const { body: view } = await world.send(chair, 'GET', `/api/committees/${convened.id}`)
  const own = view.members.find(({ part }: { part: string }) => part === 'chair').id
  await post(chair, `/api/committees/${convened.id}/declare`, { member: own })
  const ballot = { member: own, dossierId: second, answer: 'approve', note: MARKED }
  expect((await post(chair, `/api/committees/${convened.id}/vote`, ballot)).status).toBe(422)
  await post(world.people.officer, '/api/delegations', { bodyId: world.science, title: MARKED })
  const here = { root_id: world.city, body_id: world.science }
  expect([await incidentsAt(first), await incidentsAt(second), await incidentsAt('new')]).toEqual([[], [here], [here]])
  const elsewhere = await addBody(database, 'Tỉnh khác', { level: 'province' })
  const seen = (root: string) =>
    inScope(database.pool, { permission: 'audit.read', roots: [root] }, async (transaction) => {
      const rows = await transaction.selectFrom('audit_entry').select('subject_id').execute()
      return rows.filter(({ subject_id }) => subject_id === second).length
    })
  expect([(await seen(world.city)) > 0, await seen(elsewhere)]).toEqual([true, 0])
})
