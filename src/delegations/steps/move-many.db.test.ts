import { expect, it } from 'vitest'
import { caseRequest, type DelegationPlayer, delegationWorld, enter, take } from '../../../test/support/delegations.ts'

const { database, world } = delegationWorld()

const view = async (id: string) => (await world.send('officer', 'GET', `/api/delegations/${id}`)).body
const stateOf = async (id: string) => (await view(id)).state

async function submitted(name = '01-compliant'): Promise<string> {
  const id = await enter(world, (await caseRequest(name)).dossier)
  const { status, body } = await take(world, 'officer', 'submit', id)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return id
}

/** The dossiers as they now stand, as a request of many names them. */
async function named(...ids: string[]) {
  const views = await Promise.all(ids.map(view))
  return views.map(({ id, version }) => ({ id, version }))
}

const many = (who: DelegationPlayer, action: 'receive' | 'sign', dossiers: object[]) =>
  world.send(who, 'POST', `/api/delegations/${action}-many`, { dossiers })

it('a head signs off together what is in order; what is not stays and says why, and nobody signs for another unit', async () => {
  const [clean, large, other] = [await submitted(), await submitted('04-eight-people'), await submitted()]
  const dossiers = await named(large, clean, other)
  const stranger = await many('otherHead', 'sign', dossiers)
  expect([stranger.body.done, stranger.body.refused.map(({ id }: { id: string }) => id)]).toEqual([
    [],
    [large, clean, other],
  ])
  expect((await many('officer', 'sign', dossiers)).status).toBe(403)

  const { status, body } = await many('head', 'sign', dossiers)
  expect(status).toBe(200)
  expect(body.done).toMatchObject([
    { id: clean, state: 'signed' },
    { id: other, state: 'signed' },
  ])
  expect(body.refused).toEqual([{ id: large, why: { vi: expect.stringContaining('ký riêng'), en: expect.anything() } }])
  expect(await Promise.all([large, clean, other].map(stateOf))).toEqual(['submitted', 'signed', 'signed'])
})

it('examiners receive many at once, each by itself: one that has changed meanwhile keeps no other back', async () => {
  const ids = [await submitted(), await submitted(), await submitted()]
  expect((await many('head', 'sign', await named(...ids))).body.done).toHaveLength(3)
  const [first, second, third] = await named(...ids)
  await take(world, 'examiner', 'pause', second?.id ?? '', { reason: 'Chờ bản gốc' })
  const { body } = await many(
    'examiner',
    'receive',
    [first, second, third, first].flatMap((one) => one ?? []),
  )
  expect(body.done.map(({ id }: { id: string }) => id)).toEqual([first?.id, third?.id])
  expect(body.refused).toMatchObject([
    { id: second?.id, why: { vi: expect.stringContaining('vừa thay đổi hồ sơ này') } },
    { id: first?.id, why: { vi: expect.stringContaining('vừa thay đổi hồ sơ này') } },
  ])
  expect(await Promise.all(ids.map(stateOf))).toEqual(['examining', 'signed', 'examining'])
  const { rows } = await database.pool.query(
    `select subject_id from audit_entry where action = 'delegation.receive' and subject_id = any ($1)`,
    [ids],
  )
  expect(rows.map(({ subject_id }) => subject_id).toSorted()).toEqual([first?.id, third?.id].toSorted())
})

it('names at least one dossier, and not more than can be worked off', async () => {
  expect((await many('examiner', 'receive', [])).status).toBe(400)
  const [one] = await named(await submitted())
  expect((await many('examiner', 'receive', Array(201).fill(one))).status).toBe(400)
})
