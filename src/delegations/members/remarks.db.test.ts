import { beforeAll, describe, expect, it } from 'vitest'
import { caseRequest, delegationWorld, enter, onDay, TODAY, toExamination } from '../../../test/support/delegations.ts'
import { addPerson } from '../../../test/support/register.ts'
import { testVisitor } from '../../../test/support/visitor.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import { newId } from '../../kernel/ids.ts'

const { database, world } = delegationWorld()
let ending: string
let singer: string
let spouse: string

beforeAll(async () => {
  const science = { root: world.city, body: world.science }
  ending = await addPerson(database, 'Lê Văn Hết', science)
  singer = await addPerson(database, 'Đỗ Thị Hạnh', { root: world.city, body: world.culture })
  spouse = await addPerson(database, 'Ngô Văn Bạn', { root: world.city, body: world.culture })
  await inScope(database.pool, HOUSEKEEPING, (transaction) =>
    transaction
      .insertInto('passport')
      .values({
        id: newId(),
        person_id: ending,
        root_id: world.city,
        body_id: world.science,
        kind: 'official',
        number: 'B7654321',
        issued_on: '2021-05-12',
        expires_on: '2026-05-12',
        state: 'handed-over',
        due_back: '2026-02-03',
      })
      .execute(),
  )
})

async function begun(): Promise<string> {
  const id = await enter(world, (await caseRequest('01-compliant')).dossier)
  const member = (key: string, personId: string, role = 'member') => ({
    at: `members/${key}`,
    to: { key, name: 'gõ', role, personId, task: 'Ghi biên bản' },
  })
  const changes = [member('x', ending), member('y', singer), member('z', spouse, 'spouse')]
  await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })
  return id
}

const remarks = async (who: Parameters<typeof world.send>[0], id: string) =>
  world.send(who, 'GET', `/api/delegations/${id}/member-remarks`)

const OF_X = {
  member: 'x',
  remarks: [
    { kind: 'ends-before-return', day: '2026-05-12' },
    { kind: 'not-returned', day: '2026-02-03' },
  ],
}

describe('what the register of passports remarks of members', () => {
  it('is told of those of the own register alone, by kind and day; those who examine are told of all', async () => {
    const id = await begun()
    const own = await remarks('officer', id)
    expect(own.body).toEqual([OF_X])
    expect(JSON.stringify(own.body)).not.toContain('7654321')
    expect((await remarks('otherOfficer', id)).status).toBe(404)
    await toExamination(world, id)
    expect((await remarks('examiner', id)).body).toEqual([
      OF_X,
      { member: 'y', remarks: [{ kind: 'none', day: null }] },
    ])
    expect((await remarks('mission', id)).body).toEqual([])
  })

  it('is not told to who reads dossiers but not the register of people, nor once the trip is over', async () => {
    const id = await begun()
    const finance = testVisitor(['dossiers.read'], { bodies: [world.science] })
    expect((await remarks(finance, id)).body).toEqual([])
    onDay('2026-05-15')
    expect((await remarks('officer', id)).body).toEqual([])
    onDay(TODAY)
  })
})
