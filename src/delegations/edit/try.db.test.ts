import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  toExamination,
} from '../../../test/support/delegations.ts'
import { addPlanLine } from '../../../test/support/plan-line.ts'
import { addPerson } from '../../../test/support/register.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import { newId } from '../../kernel/ids.ts'
import { enterTrips, type TripEntry } from '../../people/index.ts'
import type { JsonObject } from '../content/json.ts'

const { database, world } = delegationWorld()

let leader: string
let stranger: string
let line: string
beforeAll(async () => {
  const science = { root: world.city, body: world.science }
  leader = await addPerson(database, 'Đặng Thị Dẫn', science, { title: 'Phó Giám đốc', leader: true })
  stranger = await addPerson(database, 'Vũ Thị Em', { root: world.city, body: world.culture })
  line = await addPlanLine(database, science, { planned: 300_000_000, travelLine: 900_000_000 })
  const trip = { personId: leader, year: 2026, title: 'Chuyến trước', countries: ['KR'], returnsOn: null }
  await wentOn({ ...trip, state: 'done', departsOn: '2026-01-10' })
  await wentOn({ ...trip, state: 'approved', departsOn: '2026-09-10' })
  await wentOn({ ...trip, state: 'planned', departsOn: null })
  await wentOn({ ...trip, state: 'planned', departsOn: null }, line)
})

const wentOn = (trip: TripEntry, id = newId()) =>
  inScope(database.pool, HOUSEKEEPING, (transaction) => enterTrips(transaction, { kind: 'plan', id }, [trip]))

/** A clean dossier, of which these people of the register are the members. */
async function contentWith(people: readonly string[], more: JsonObject = {}): Promise<JsonObject> {
  const { dossier } = await caseRequest('01-compliant')
  const members = people.map((personId, at) => ({ key: `m${at}`, personId, role: at === 0 ? 'head' : 'member' }))
  return { ...dossier, members, ...more }
}

const tried = (input: object, who: DelegationPlayer = 'officer') =>
  world.send(who, 'POST', '/api/delegations/try', { bodyId: world.science, ...input })

/** How many rows each table holds, and the latest transaction that has written one of them. */
async function allRows(): Promise<unknown> {
  return inScope(database.pool, HOUSEKEEPING, async (open) => {
    await sql`set local role none`.execute(open)
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(open)
    const states: unknown[] = []
    for (const { name } of rows) {
      const state = await sql`select count(*), max(xmin::text::bigint) from ${sql.table(name)}`.execute(open)
      states.push([name, state.rows[0]])
    }
    return states
  })
}

describe('a delegation that is tried', () => {
  it('is told what a draft with the same content is told: facts with their source, findings, faults', async () => {
    for (const content of [
      await contentWith([leader, stranger]),
      await contentWith([leader], { trip: { stays: [] } }),
    ]) {
      const { status, body: answer } = await tried({ content, planItemId: line })
      expect(status).toBe(200)
      const begun = { bodyId: world.science, title: content.title, planItemId: line, content }
      const { body: draft } = await world.send('officer', 'POST', '/api/delegations', begun)
      const { body: view } = await world.send('officer', 'GET', `/api/delegations/${draft.id}`)
      const { body: checked } = await world.send('officer', 'GET', `/api/delegations/${draft.id}/check`)
      expect([answer.content, answer.facts]).toEqual([view.content, view.facts])
      expect([answer.result, answer.faults, answer.lawHash]).toEqual([checked.result, checked.faults, checked.lawHash])
    }
  })

  it('says who leads, how many trips stand in the ledger, and what the budget still has', async () => {
    const { body } = await tried({ content: await contentWith([leader]), planItemId: line })
    const fact = (at: string) => body.facts.find((one: { at: string }) => one.at === at)
    expect(fact('members/m0/leader')).toMatchObject({ value: true, source: { vi: 'Danh bạ cán bộ, ngày 02/04/2026' } })
    const trips = fact('members/m0/tripsThisYear')
    expect(trips.value.map(({ status }: { status: string }) => status)).toEqual(['completed', 'approved'])
    expect(trips.source.vi).toBe('Sổ chuyến đi năm 2026, ngày 02/04/2026')
    expect(fact('plan/travelBudgetLeft').value).toEqual({ amount: 900_000_000, currency: 'VND' })
    // The line on which the trip itself rests is no other trip.
    expect(body.planned).toEqual([{ member: 'm0', trips: 1 }])
    const found = body.result.findings.find(({ rule }: { rule: string }) => rule === 'trips-per-year')
    expect(found).toMatchObject({ outcome: 'violated', subject: 'Đặng Thị Dẫn', actual: 3, limit: 2 })
    expect(found.norm).toMatch(/#/)
  })

  it('counts dossiers under way, by their code', async () => {
    const colleague = await addPerson(
      database,
      'Lê Đồng Sự',
      { root: world.city, body: world.science },
      { leader: true },
    )
    const id = await enter(world, await contentWith([colleague]))
    await toExamination(world, id)
    const { body } = await tried({ content: await contentWith([colleague]) })
    const trips = body.facts.find(({ at }: { at: string }) => at === 'members/m0/tripsThisYear')
    expect(trips.value).toMatchObject([{ key: id, status: 'pending' }])
  })

  it('begins with what the line of the plan says where nothing is typed yet', async () => {
    const { body } = await tried({ planItemId: line })
    expect(body.content.trip.stays).toEqual([{ key: 's1', country: 'JP' }])
  })

  it('is judged by the law of the day that is asked for', async () => {
    const { body } = await tried({ content: await contentWith([leader]), asOf: '2026-12-01' })
    expect(body.result.asOf).toBe('2026-12-01')
  })

  it('writes no row anywhere, whether it is answered or refused', async () => {
    const before = await allRows()
    expect((await tried({ content: await contentWith([leader, stranger]), planItemId: line })).status).toBe(200)
    expect((await tried({ content: { wishes: 'Đi đâu đó' } })).status).toBe(400)
    expect(await allRows()).toEqual(before)
  })

  it('tells of people of other bodies their name, post and body alone', async () => {
    const { body } = await tried({ content: await contentWith([stranger]) })
    const told = body.facts.filter(({ at }: { at: string }) => at.startsWith('members/'))
    expect(told.map(({ at }: { at: string }) => at)).toEqual([
      'members/m0/name',
      'members/m0/position',
      'members/m0/unit',
    ])
    expect(body.planned).toEqual([{ member: 'm0', trips: 0 }])
  })

  it('is for those who write dossiers of the body: others are refused, and so are lines of other plans', async () => {
    expect((await tried({}, 'otherOfficer')).status).toBe(403)
    expect((await tried({}, 'examiner')).status).toBe(403)
    const theirs = await addPlanLine(database, { root: world.city, body: world.culture })
    expect((await tried({ planItemId: theirs })).status).toBe(404)
    expect((await tried({ bodyId: newId() })).status).toBe(404)
  })

  it('is refused at the field for what no dossier has, and for a marking of secrecy', async () => {
    const { status, body } = await tried({ content: { purpose: { mood: 'x' } } })
    expect([status, body.error.faults[0].path]).toEqual([400, 'purpose/mood'])
    const marked = await tried({ content: { purpose: { summary: 'Tài liệu TỐI MẬT' } } })
    expect([marked.status, marked.body.error.faults[0].path]).toEqual([422, 'purpose/summary'])
  })
})
