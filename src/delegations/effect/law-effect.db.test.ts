import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import {
  caseRequest,
  type DelegationWorld,
  enter,
  openDelegationWorld,
  take,
} from '../../../test/support/delegations.ts'
import { loadLaw } from '../../law/index.ts'
import { LAW_FOLDER } from '../../law/load.ts'
import { effectTable, lawEffect } from './law-effect.ts'

let database: TestDatabase
let world: DelegationWorld
let draft = ''

beforeAll(async () => {
  database = await openTestDatabase()
  world = await openDelegationWorld(database)
  // The text of the board as it is, with one number changed: at most two people where seven may go.
  draft = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-draft-'))
  const text = await readFile(path.join(LAW_FOLDER, 'instruments', FILE), 'utf8')
  await writeFile(path.join(draft, FILE), text.replace('parameters: { max: 7 }', 'parameters: { max: 2 }'))
})
afterAll(async () => {
  await world?.app.close()
  await database?.close()
  await rm(draft, { recursive: true, force: true })
})

const FILE = '4060-CV-BTCTU-2019.yaml'
const NORM = '4060-CV-BTCTU-2019#1'

async function submitted(name: string): Promise<{ id: string; code: string }> {
  const id = await enter(world, (await caseRequest(name)).dossier)
  const { status, body } = await take(world, 'officer', 'submit', id)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return (await world.send('officer', 'GET', `/api/delegations/${id}`)).body
}

it('a draft that changes one number tells which dossiers on file it turns, by which norm, and changes nothing', async () => {
  const clean = await submitted('01-compliant')
  const large = await submitted('04-eight-people')
  // What was never judged is not judged again, and an edit since the last step does not count.
  await enter(world, (await caseRequest('01-compliant')).dossier)
  const { body } = await world.send('officer', 'GET', `/api/delegations/${clean.id}`)
  expect(body.content.members).toHaveLength(3)
  const before = await database.pool.query('select count(*)::int as count, max(changed_at) as latest from delegation')

  const laws = { published: loadLaw(), candidate: loadLaw([], draft) }
  const effect = await lawEffect(database.pool, laws, 2026)
  expect([effect.replayed, effect.turned.map(({ code }) => code)]).toEqual([2, [clean.code]])
  expect(effect.turned[0]).toMatchObject({
    asOf: '2026-04-02',
    before: 'compliant',
    after: 'needs-exception',
    norms: [{ rule: 'delegation-size', norm: NORM, subject: null, before: 'pass', after: 'violated' }],
  })
  expect(effect.norms).toEqual([{ rule: 'delegation-size', norm: NORM, newly: 1, noMore: 0 }])
  const table = effectTable(effect)
  expect(table).toContain('1 hồ sơ có điều xét khác, 1 hồ sơ đổi kết luận')
  expect(table).toMatch(new RegExp(`${clean.code} +02/04/2026 +compliant → needs-exception`))
  expect(table).not.toContain(large.code)
  const after = await database.pool.query('select count(*)::int as count, max(changed_at) as latest from delegation')
  expect(after.rows).toEqual(before.rows)
})

it('the law held against itself turns nothing, and no year to come has dossiers', async () => {
  const published = loadLaw()
  expect(await lawEffect(database.pool, { published, candidate: published }, 2026)).toMatchObject({
    replayed: 2,
    turned: [],
  })
  expect(await lawEffect(database.pool, { published, candidate: loadLaw([], draft) }, 2030)).toMatchObject({
    replayed: 0,
    turned: [],
  })
})
