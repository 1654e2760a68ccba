import { expect, it } from 'vitest'
import { caseRequest, delegationWorld, enter, take, toExamination, WEIGHED } from '../../../test/support/delegations.ts'

/** How many dossiers of a year are outside the plan, and how many could have been done otherwise. */

const { world } = delegationWorld()

const counted = async (who: 'officer' | 'examiner' | 'otherOfficer', query: string) =>
  (await world.send(who, 'GET', `/api/delegations/weighed?${query}`)).body

it('a year counts what was submitted and came to something, by unit and in all', async () => {
  const { dossier } = await caseRequest('01-compliant')
  const virtual = { able: true, reason: 'Cần ký tại chỗ' }
  const first = await enter(world, { ...dossier, weighed: { ...WEIGHED, virtual } })
  const { year, body } = (await world.send('officer', 'GET', `/api/delegations/${first}`)).body
  expect((await counted('officer', `year=${year}`)).all.dossiers).toBe(0)

  await toExamination(world, first)
  const second = await enter(world, dossier)
  await toExamination(world, second)
  expect(await counted('officer', `year=${year}`)).toEqual({
    all: { dossiers: 2, offPlan: 2, virtual: 1, mission: 0 },
    units: [{ bodyId: body.id, name: body.name, dossiers: 2, offPlan: 2, virtual: 1, mission: 0 }],
  })
  expect((await counted('examiner', `year=${year}&besides=${first}`)).all).toMatchObject({ dossiers: 1, virtual: 0 })

  await take(world, 'officer', 'withdraw', second, { reason: 'Không đi nữa' })
  expect((await counted('examiner', `year=${year}`)).all.dossiers).toBe(1)
  expect((await counted('examiner', `year=${Number(year) - 1}`)).all.dossiers).toBe(0)
})

it('nobody counts what is not theirs to read, and no year is asked about that is none', async () => {
  expect((await counted('otherOfficer', 'year=2026')).all.dossiers).toBe(0)
  expect((await world.send('examiner', 'GET', '/api/delegations/weighed?year=nay')).status).toBe(400)
})
