import { beforeAll, describe, expect, it } from 'vitest'
import { caseRequest, delegationWorld, enter, onDay, TODAY, toExamination } from '../../../test/support/delegations.ts'
import { addPerson } from '../../../test/support/register.ts'
import { testVisitor } from '../../../test/support/visitor.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import { newId } from '../../kernel/ids.ts'

const { database, world } = delegationWorld()
let first: string
let second: string
let far: string

const HOME = 'Số 12 phố Thử, phường Mẫu, TP. Hà Nội'

beforeAll(async () => {
  const science = { root: world.city, body: world.science }
  first = await addPerson(database, 'Quách Đức Một', science)
  second = await addPerson(database, 'Quách Đức Hai', science)
  far = await addPerson(database, 'Quách Đức Xa', { root: world.city, body: world.culture })
  const sibling = await addPerson(database, 'Tạ Thị Em', science)
  for (const [id, home] of [[first, HOME] as const, [far, '12 Thử, Mẫu, Hà Nội'] as const]) {
    await database.pool.query('update person set home = $2 where id = $1', [id, home])
  }
  await declare(first, sibling)
})

async function declare(one: string, other: string) {
  const row = { root_id: world.city, body_id: world.science, relation: 'sibling', declared_on: '2025-01-01' }
  await inScope(database.pool, HOUSEKEEPING, (transaction) =>
    transaction
      .insertInto('kinship')
      .values([
        { id: newId(), person_id: one, relative_id: other, ...row },
        { id: newId(), person_id: other, relative_id: one, ...row },
      ])
      .execute(),
  )
}

type Added = readonly [key: string, personId: string | undefined, name?: string, role?: string]

async function dossierOf(...members: Added[]): Promise<string> {
  const id = await enter(world, (await caseRequest('01-compliant')).dossier)
  const changes = members.map(([key, personId, name = 'gõ', role = 'member']) => ({
    at: `members/${key}`,
    to: { key, name, role, task: 'Ghi biên bản', ...(personId === undefined ? {} : { personId }) },
  }))
  await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })
  return id
}

const hints = (who: Parameters<typeof world.send>[0], id: string) =>
  world.send(who, 'GET', `/api/delegations/${id}/kin-hints`)

const OF_NAMES = { one: 'x', other: 'y', kinds: ['same-family-and-middle-name'] }

describe('hints at kin', () => {
  it('tell of the own register alone, never where anybody lives; those who examine are told of all', async () => {
    const id = await dossierOf(['x', first], ['y', second], ['z', far])
    const own = await hints('officer', id)
    expect(own.body).toEqual([OF_NAMES])
    expect((await hints('otherOfficer', id)).status).toBe(404)
    await toExamination(world, id)
    const all = await hints('examiner', id)
    expect(all.body).toEqual([
      OF_NAMES,
      { one: 'x', other: 'z', kinds: ['same-home', 'same-family-and-middle-name'] },
      { one: 'y', other: 'z', kinds: ['same-family-and-middle-name'] },
    ])
    expect(JSON.stringify(all.body)).not.toContain('Mẫu')
    expect((await hints('mission', id)).body).toEqual([])
  })

  it('know the name of a declared relative in somebody typed by hand, not in the relative, nor without reach', async () => {
    const id = await dossierOf(['x', first], ['y', undefined, 'TẠ THỊ EM'])
    expect((await hints('officer', id)).body).toEqual([{ one: 'x', other: 'y', kinds: ['bears-name-of-relative'] }])
    const reader = testVisitor(['dossiers.read', 'people.read'], { bodies: [world.science] })
    const blind = { ...reader, reach: (one: string) => (one === 'people.read' ? {} : { bodies: [world.science] }) }
    expect((await hints(blind, id)).body).toEqual([])
  })

  it('end where the two have declared it, or travel as what they are', async () => {
    expect((await hints('officer', await dossierOf(['x', first], ['y', second, 'gõ', 'relative']))).body).toEqual([])
    const id = await dossierOf(['x', first], ['y', second])
    expect((await hints('officer', id)).body).toEqual([OF_NAMES])
    await declare(first, second)
    expect((await hints('officer', id)).body).toEqual([])
  })

  it('are not told to who reads dossiers but not the register of people, nor once the trip is over', async () => {
    const id = await dossierOf(['x', undefined, 'Lưu Ngọc Một'], ['y', undefined, 'Lưu Ngọc Hai'])
    expect((await hints('officer', id)).body).toEqual([OF_NAMES])
    expect((await hints(testVisitor(['dossiers.read'], { bodies: [world.science] }), id)).body).toEqual([])
    onDay('2026-05-15')
    expect((await hints('officer', id)).body).toEqual([])
    onDay(TODAY)
  })
})
