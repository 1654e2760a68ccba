import { beforeAll, describe, expect, it } from 'vitest'
import { caseRequest, delegationWorld, enter, take } from '../../../test/support/delegations.ts'
import { addBody, addPerson } from '../../../test/support/register.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'

const { database, world } = delegationWorld()
let singer: string
let stranger: string

beforeAll(async () => {
  const place = { root: world.city, body: world.culture }
  singer = await addPerson(database, 'Đỗ Thị Hạnh', place, { title: 'Trưởng phòng Nghệ thuật', leader: true })
  await addPerson(database, 'Đỗ Văn Hạnh', { root: world.city, body: world.science })
  const province = await addBody(database, 'Tỉnh khác', { level: 'province' })
  stranger = await addPerson(database, 'Đỗ Thị Hạnh Xa', { root: province, body: province })
})

async function look(id: string, q: string, who: 'officer' | 'otherOfficer' | 'examiner' = 'officer') {
  return world.send(who, 'POST', `/api/delegations/${id}/people-elsewhere`, { q })
}

async function withMember(personId: string): Promise<string> {
  const id = await enter(world, (await caseRequest('01-compliant')).dossier)
  const member = { key: 'x', name: 'gõ', role: 'member', personId, task: 'Biểu diễn' }
  await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes: [{ at: 'members/x', to: member }] })
  return id
}

async function factsOf(who: 'officer' | 'examiner', id: string): Promise<Record<string, unknown>> {
  const { body } = await world.send(who, 'GET', `/api/delegations/${id}`)
  const facts = body.facts as { at: string; value: unknown }[]
  return Object.fromEntries(
    facts.filter(({ at }) => at.startsWith('members/x/')).map(({ at, value }) => [at.split('/')[2], value]),
  )
}

describe('people of other bodies', () => {
  it('are found by their names, in the own root alone, with name, post and body and nothing else', async () => {
    const id = await enter(world, { title: 'Đoàn thử' })
    const { status, body } = await look(id, 'do thi hanh')
    expect([status, body]).toEqual([
      200,
      [{ id: singer, name: 'Đỗ Thị Hạnh', postTitle: 'Trưởng phòng Nghệ thuật', bodyName: 'Sở Văn hóa' }],
    ])
    expect((await look(id, 'nghệ thuật')).body).toEqual([])
  })

  it('are not listed by fewer letters than three, nor by who does not write the dossier; each search is in the trail', async () => {
    const id = await enter(world, { title: 'Đoàn thử' })
    expect([(await look(id, 'đỗ')).status, (await look(id, '% _')).status]).toEqual([400, 400])
    expect([(await look(id, 'hạnh', 'otherOfficer')).status, (await look(id, 'hạnh', 'examiner')).status]).toEqual([
      404, 403,
    ])
    await look(id, 'hạnh')
    const rows = await inScope(database.pool, HOUSEKEEPING, (open) =>
      open.selectFrom('audit_entry').select('content').execute(),
    )
    const said = rows.map(({ content }) => JSON.stringify(content)).filter((one) => one.includes('people-looked-up'))
    expect(said.some((one) => one.includes(id) && one.includes('hạnh'))).toBe(true)
  })

  it('stand in the dossier with name, post and body; what else the register knows is for the examiners', async () => {
    const id = await withMember(singer)
    const { declaresNoSecrets: _, socialMediaUndertaking: __, ...known } = await factsOf('officer', id)
    expect(known).toEqual({ name: 'Đỗ Thị Hạnh', position: 'Trưởng phòng Nghệ thuật', unit: 'Sở Văn hóa' })
    await take(world, 'officer', 'submit', id)
    await take(world, 'head', 'sign', id)
    expect(await factsOf('examiner', id)).toMatchObject({ name: 'Đỗ Thị Hạnh', leader: true, tripsThisYear: [] })
    await take(world, 'examiner', 'receive', id)
    const { body } = await world.send('examiner', 'GET', `/api/delegations/${id}`)
    expect(body.opinions).toContainEqual(expect.objectContaining({ party: 'home-body', partyName: 'Sở Văn hóa' }))
  })

  it('of other roots are told of by nobody', async () => {
    expect(await factsOf('officer', await withMember(stranger))).toEqual({})
  })
})
