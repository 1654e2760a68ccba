import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { caseRequest, delegationWorld, enter } from '../../../test/support/delegations.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import type { JsonObject } from '../content/json.ts'

const { database, world } = delegationWorld()

let study: string

/** A dossier to a country, decided or not, in the department of science unless another takes it over. */
async function sent(
  title: string,
  country: string,
  from: string,
  {
    state = 'approved',
    body,
    transit = false,
    after,
  }: { state?: string; body?: string; transit?: boolean; after?: JsonObject } = {},
): Promise<void> {
  const stays = [
    { country, arrive: `${from}-02`, leave: `${from}-04`, transit },
    { country: 'LA', arrive: `${from}-04`, leave: `${from}-05` },
  ]
  const trip = { departure: `${from}-02`, return: `${from}-05`, stays }
  const id = await enter(world, { title, trip, ...(after === undefined ? {} : { after }) })
  await inState(id, state, body)
}

/** The way of a dossier is not walked here: it is set down at its end. */
const inState = (id: string, state: string, body = world.science) =>
  inScope(database.pool, HOUSEKEEPING, (transaction) =>
    sql`update delegation set state = ${state}, body_id = ${body} where id = ${id}`.execute(transaction),
  )

const earlier = async (who: Parameters<typeof world.send>[0], id = study) => {
  const { status, body } = await world.send(who, 'GET', `/api/delegations/${id}/earlier`)
  return status === 200 ? (body.items as { title: string }[]).map(({ title }) => title) : status
}

beforeAll(async () => {
  const { dossier } = await caseRequest('11-study-trip-incomplete')
  study = await enter(world, {
    ...dossier,
    trip: {
      departure: '2026-05-11',
      return: '2026-05-14',
      stays: [{ country: 'JP', arrive: '2026-05-11', leave: '2026-05-13' }],
    },
    outline: { leftOpen: 'Chi phí vận hành', questions: 'Bao nhiêu một năm?' },
  })
  await sent('Năm kia', 'JP', '2024-03', {
    after: { reports: [{ key: 'r1', on: '2024-03-12', recipients: [], contents: [] }] },
  })
  await sent('Năm ngoái', 'JP', '2025-06')
  await sent('Đi sau', 'JP', '2026-06')
  await sent('Còn soạn', 'JP', '2025-07', { state: 'draft' })
  await sent('Đã hủy', 'JP', '2025-08', { state: 'cancelled' })
  await sent('Chỉ đổi máy bay', 'JP', '2025-09', { transit: true })
  await sent('Nước khác', 'KR', '2025-10')
  await sent('Cơ quan khác', 'JP', '2025-12', { body: world.culture })
})

describe('the earlier delegations of an outline', () => {
  it('are those that were decided, left before and stayed in the same country, the latest first', async () => {
    expect(await earlier('officer')).toEqual(['Năm ngoái', 'Năm kia'])
  })

  it('are of the whole root for whoever examines, and of nobody else', async () => {
    await inState(study, 'examining')
    expect(await earlier('examiner')).toEqual(['Cơ quan khác', 'Năm ngoái', 'Năm kia'])
    expect(await earlier('otherOfficer')).toBe(404)
    await inState(study, 'draft')
  })

  it('say where they went, and when they reported', async () => {
    const { body } = await world.send('officer', 'GET', `/api/delegations/${study}/earlier`)
    expect(body.items[0]).toMatchObject({ countries: ['JP'], departsOn: '2025-06-02', reportedOn: null })
    expect(body.items[1]).toMatchObject({ reportedOn: '2024-03-12', body: { id: world.science } })
    expect(body.items[1].code).toMatch(/^ĐR-\d{4}-\d{4}$/)
  })

  it('are none where no country is stated', async () => {
    const id = await enter(world, { title: 'Chưa rõ' })
    expect(await earlier('officer', id)).toEqual([])
  })
})

describe('what the outline answers', () => {
  it('is kept with the dossier, and stays out of the exchanged file', async () => {
    const { body } = await world.send('officer', 'GET', `/api/delegations/${study}`)
    expect(body.content.outline).toEqual({ leftOpen: 'Chi phí vận hành', questions: 'Bao nhiêu một năm?' })
    const file = await world.send('officer', 'GET', `/api/delegations/${study}/dossier`)
    expect(JSON.stringify(file.body)).not.toContain('Bao nhiêu một năm')
  })

  it('is saved field by field', async () => {
    const changes = [{ at: 'outline/questions', from: 'Bao nhiêu một năm?', to: 'Ai trả?' }]
    const { body } = await world.send('officer', 'POST', `/api/delegations/${study}/save`, { changes })
    expect(body.clashes ?? []).toEqual([])
    const { body: view } = await world.send('officer', 'GET', `/api/delegations/${study}`)
    expect(view.content.outline.questions).toBe('Ai trả?')
  })
})
