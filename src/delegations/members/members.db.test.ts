import { beforeAll, describe, expect, it } from 'vitest'
import {
  caseRequest,
  delegationWorld,
  enter,
  TODAY,
  take,
  toAuthority,
  toExamination,
  walk,
} from '../../../test/support/delegations.ts'
import { addBody, addPerson } from '../../../test/support/register.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import { loadLaw } from '../../law/index.ts'
import { holds, verifyVerdict } from '../verdict/verdict-file.ts'

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

const DECISION = { document: { number: '15/QĐ-UBND', on: TODAY }, accepts: 'Đã rõ' }

/** The member that is added comes last. */
const LAST = 'members[3]'

/** Somebody who has not travelled yet. */
const dancer = () => addPerson(database, 'Lý Thị Múa', { root: world.city, body: world.culture })

/** What the ledgers say of the trip of a dossier. */
function ledger(id: string): Promise<string[]> {
  return inScope(database.pool, HOUSEKEEPING, async (open) => {
    const rows = await open.selectFrom('trip_entry').select('state').where('source_id', '=', id).execute()
    return rows.map(({ state }) => state)
  })
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

  it('are no better known to the unit by what a step of the examiners froze, nor by its verdict as a file', async () => {
    const id = await withMember(singer)
    await toExamination(world, id)
    const { steps } = (await world.send('officer', 'GET', `/api/delegations/${id}`)).body
    const [signed, received] = steps.slice(-2)
    const told = async (who: 'officer' | 'examiner', step: string) => {
      const { body } = await world.send(who, 'GET', `/api/delegation-steps/${step}`)
      const facts = body.facts as { at: string }[]
      const reading = JSON.stringify(body.result.findings.map(({ trace }: { trace: unknown }) => trace))
      return [facts.some(({ at }) => at === 'members/x/tripsThisYear'), reading.includes(`${LAST}.tripsThisYear`)]
    }
    expect(await told('examiner', received.id)).toEqual([true, true])
    expect(await told('officer', received.id)).toEqual([false, false])
    const file = async (who: 'officer' | 'examiner', step: string) =>
      (await world.send(who, 'GET', `/api/delegation-steps/${step}/verdict`)).body
    expect((await file('examiner', received.id)).withheldFields).toEqual([])
    const given = await file('officer', received.id)
    expect(given.withheldFields).toContain(`${LAST}.tripsThisYear`)
    expect(given.request.dossier.members.at(-1)).not.toHaveProperty('tripsThisYear')
    expect(holds(verifyVerdict(loadLaw(), given), given)).toBe(true)
    expect((await file('officer', signed.id)).withheldFields).toEqual([])
  })

  it('have the trip in their ledger while it takes place, and as called off once the unit has called it off', async () => {
    const id = await withMember(await dancer())
    await toAuthority(world, id, { heard: true })
    await walk(world, id, [['authority', 'approve', DECISION]])
    expect(await ledger(id)).toContain('approved')
    expect(new Set(await ledger(id))).toEqual(new Set(['approved']))
    await walk(world, id, [['officer', 'cancel', { reason: 'Phía bạn hoãn' }]])
    expect(new Set(await ledger(id))).toEqual(new Set(['cancelled']))
  })

  it('keep the trip in their ledger as it was decided when the unit gives a change up', async () => {
    const id = await withMember(await dancer())
    await toAuthority(world, id, { heard: true })
    await walk(world, id, [
      ['authority', 'approve', DECISION],
      ['officer', 'amend', { reason: 'Đổi giờ bay' }],
      ['officer', 'keep', { reason: 'Thôi đổi' }],
    ])
    expect(new Set(await ledger(id))).toEqual(new Set(['approved']))
  })

  it('of other roots are told of by nobody', async () => {
    expect(await factsOf('officer', await withMember(stranger))).toEqual({})
  })
})
