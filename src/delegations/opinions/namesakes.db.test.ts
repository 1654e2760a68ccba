import { expect, it } from 'vitest'
import { caseRequest, delegationWorld, enter, SENDER, toExamination } from '../../../test/support/delegations.ts'
import { addBody, addPerson } from '../../../test/support/register.ts'
import type { JsonObject } from '../content/json.ts'

/** Names of bodies are not unique: whoever is asked about a traveller sees the dossier. */

const { database, world } = delegationWorld()

/** A dossier under examination whose first member is of this unit; the question that its body is asked, and whom it went to. */
async function asked(unit: string, personId?: string) {
  const { dossier } = await caseRequest('01-compliant')
  const members = (dossier.members as JsonObject[]).map((one, at) => ({
    ...one,
    unit: at === 0 ? unit : SENDER,
    ...(at === 0 && personId ? { personId } : {}),
  }))
  const id = await enter(world, { ...dossier, members })
  await toExamination(world, id)
  const { body } = await world.send('examiner', 'GET', `/api/delegations/${id}`)
  const { rows } = await database.pool.query(
    `select asked_body_id from delegation_opinion where delegation_id = $1 and party = 'home-body'`,
    [id],
  )
  const opinion = body.opinions.find(({ party }: { party: string }) => party === 'home-body')
  return { to: rows.map((row) => row.asked_body_id), letterBecause: opinion?.letterBecause }
}

it('a namesake of another province is never asked; one of the same root leaves a letter, unless the register has the traveller', async () => {
  const province = await addBody(database, 'Tỉnh khác', { level: 'province', jurisdiction: 'VN' })
  await addBody(database, 'Sở Văn hóa', { root: province, jurisdiction: 'VN' })
  await addBody(database, 'Sở Ở Tỉnh Khác', { root: province, jurisdiction: 'VN' })
  expect(await asked('Sở Văn hóa')).toEqual({ to: [world.culture], letterBecause: null })
  expect(await asked('Sở Ở Tỉnh Khác')).toEqual({ to: [null], letterBecause: 'no-body' })
  await addBody(database, 'Sở Văn hóa', { root: world.city })
  expect(await asked('Sở Văn hóa')).toEqual({ to: [null], letterBecause: 'several-bodies' })
  const person = await addPerson(database, 'Lê Thị Thử', { root: world.city, body: world.culture })
  expect(await asked('Sở Văn hóa', person)).toEqual({ to: [world.culture], letterBecause: null })
})
