import { beforeAll, describe, expect, it } from 'vitest'
import {
  caseRequest,
  delegationWorld,
  enter,
  onDay,
  TODAY,
  toAuthority,
  toExamination,
  walk,
} from '../../../test/support/delegations.ts'
import { addPerson } from '../../../test/support/register.ts'
import { testVisitor } from '../../../test/support/visitor.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import { addDays } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'

const { database, world } = delegationWorld()
let ending: string
let singer: string
let spouse: string
const passport = newId()

beforeAll(async () => {
  const science = { root: world.city, body: world.science }
  ending = await addPerson(database, 'Lê Văn Hết', science)
  singer = await addPerson(database, 'Đỗ Thị Hạnh', { root: world.city, body: world.culture })
  spouse = await addPerson(database, 'Ngô Văn Bạn', { root: world.city, body: world.culture })
  await inScope(database.pool, HOUSEKEEPING, (transaction) =>
    transaction
      .insertInto('passport')
      .values({
        id: passport,
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

/** Enters a visa of the passport that ends. */
function enterVisa(country: string, until: string) {
  return inScope(database.pool, HOUSEKEEPING, (transaction) =>
    transaction
      .insertInto('visa')
      .values({
        id: newId(),
        passport_id: passport,
        root_id: world.city,
        body_id: world.science,
        country,
        valid_from: '2026-01-01',
        valid_until: until,
        entries: 'single',
      })
      .execute(),
  )
}

function dropVisas() {
  return inScope(database.pool, HOUSEKEEPING, (transaction) => transaction.deleteFrom('visa').execute())
}

async function begun({ alone = false } = {}): Promise<string> {
  const id = await enter(world, (await caseRequest('01-compliant')).dossier)
  const member = (key: string, personId: string, role = 'member') => ({
    at: `members/${key}`,
    to: { key, name: 'gõ', role, personId, task: 'Ghi biên bản' },
  })
  const along = alone ? [] : [member('y', singer), member('z', spouse, 'spouse')]
  const changes = [member('x', ending), ...along]
  await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })
  return id
}

const remarks = async (who: Parameters<typeof world.send>[0], id: string) =>
  world.send(who, 'GET', `/api/delegations/${id}/member-remarks`)

const OF_X = {
  member: 'x',
  remarks: [
    { kind: 'ends-before-return', day: '2026-05-12', countries: [] },
    { kind: 'not-returned', day: '2026-02-03', countries: [] },
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
      { member: 'y', remarks: [{ kind: 'none', day: null, countries: [] }] },
    ])
    expect((await remarks('mission', id)).body).toEqual([])
  })

  it('holds the visas of a traveller against the stays; that none is recorded it says once the trip is decided', async () => {
    const id = await begun({ alone: true })
    const { body: view } = await world.send('officer', 'GET', `/api/delegations/${id}`)
    const visas = async () => {
      const { body } = await remarks('officer', id)
      const told = body.find(({ member }: { member: string }) => member === 'x')?.remarks ?? []
      return told.filter(({ kind }: { kind: string }) => kind.startsWith('visa-'))
    }
    expect(await visas()).toEqual([])
    const [{ country, leave }] = view.content.trip.stays
    const until = addDays(leave, -1)
    await enterVisa(country, until)
    expect(await visas()).toEqual([{ kind: 'visa-ends-before-leaving', day: until, countries: [country] }])
    await dropVisas()
    await toAuthority(world, id, { heard: true })
    expect(await visas()).toEqual([])
    await walk(world, id, [
      ['authority', 'approve', { document: { number: '15/QĐ-UBND', on: TODAY }, accepts: 'Đã rõ' }],
    ])
    expect(await visas()).toEqual([{ kind: 'visa-not-recorded', day: null, countries: [country] }])
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
