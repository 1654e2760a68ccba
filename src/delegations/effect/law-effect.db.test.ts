import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseRequest, delegationWorld, enter, TODAY, take } from '../../../test/support/delegations.ts'
import { type Law, loadLaw } from '../../law/index.ts'
import { LAW_FOLDER } from '../../law/load.ts'
import { effectTable, lawEffect } from './law-effect.ts'

const { database, world } = delegationWorld()
let draft = ''

beforeAll(async () => {
  // The text of the board as it is, with one number changed: at most two people where seven may go.
  draft = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-draft-'))
  const text = await readFile(path.join(LAW_FOLDER, 'instruments', FILE), 'utf8')
  await writeFile(path.join(draft, FILE), text.replace('parameters: { max: 7 }', 'parameters: { max: 2 }'))
})
afterAll(async () => {
  await rm(draft, { recursive: true, force: true })
})

const FILE = '4060-CV-BTCTU-2019.yaml'
const NORM = '4060-CV-BTCTU-2019#1'
const SINCE = { since: 2026, today: TODAY }

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
  const effect = await lawEffect(database.pool, laws, SINCE)
  expect([effect.replayed, effect.turned.map(({ code }) => code)]).toEqual([2, [clean.code]])
  expect(effect.turned[0]).toMatchObject({
    asOf: '2026-04-02',
    before: 'compliant',
    after: 'needs-exception',
    norms: [
      {
        rule: 'delegation-size',
        norm: NORM,
        subject: null,
        before: { outcome: 'pass' },
        after: { outcome: 'violated' },
      },
    ],
  })
  expect(effect.norms).toEqual([{ rule: 'delegation-size', norm: NORM, newly: 1, noMore: 0, weighed: 0 }])
  const table = effectTable(effect)
  expect(table).toContain('1 hồ sơ có điều xét khác, 1 hồ sơ đổi kết luận')
  expect(table).toMatch(new RegExp(`${clean.code} +02/04/2026 +compliant → needs-exception`))
  expect(table).not.toContain(large.code)
  const after = await database.pool.query('select count(*)::int as count, max(changed_at) as latest from delegation')
  expect(after.rows).toEqual(before.rows)
})

it('the law held against itself turns nothing, and no year to come has dossiers', async () => {
  const published = loadLaw()
  expect(await lawEffect(database.pool, { published, candidate: published }, SINCE)).toMatchObject({
    replayed: 2,
    turned: [],
  })
  expect(
    await lawEffect(database.pool, { published, candidate: loadLaw([], draft) }, { ...SINCE, since: 2030 }),
  ).toMatchObject({
    replayed: 0,
    turned: [],
  })
})

describe('a draft that binds from a day to come', () => {
  const LATER = '2027-01-01'

  /** The text of the board gives way to another on that day. */
  async function replaced(change: (text: string) => string): Promise<Law> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-draft-'))
    const text = await readFile(path.join(LAW_FOLDER, 'instruments', FILE), 'utf8')
    const repeals = `inForce: { from: ${LATER} }\nrepeals:\n  - { instrument: 4060-CV-BTCTU-2019 }\n`
    const later = change(text)
      .replace('        to: 2025-06-30\n', '')
      .replace('id: 4060-CV-BTCTU-2019', 'id: 1-CV-BTCTU-2027')
      .replace('issued: 2019-05-31\n', `issued: 2019-05-31\n${repeals}`)
    await writeFile(path.join(folder, '1-CV-BTCTU-2027.yaml'), later)
    const law = loadLaw([], folder)
    await rm(folder, { recursive: true })
    return law
  }
  const effectOf = async (candidate: Law) => lawEffect(database.pool, { published: loadLaw(), candidate }, SINCE)

  it('tells on the dossiers as if they were decided on that day', async () => {
    const effect = await effectOf(await replaced((text) => text.replace('max: 7 }', 'max: 2 }')))
    expect(effect.turned.map(({ asOf, after }) => [asOf, after])).toEqual([
      [LATER, 'needs-exception'],
      [LATER, 'needs-exception'],
    ])
    expect(effect.norms).toContainEqual({
      rule: 'delegation-size',
      norm: '1-CV-BTCTU-2027#1',
      newly: 2,
      noMore: 0,
      weighed: 0,
    })
  })

  it('and breaks a norm with another weight is told by that norm, though it was broken before', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-draft-'))
    const text = await readFile(path.join(LAW_FOLDER, 'instruments', FILE), 'utf8')
    const graver = text.replace(
      'rule: delegation-size\n        severity: needs-exception',
      'rule: delegation-size\n        severity: prohibited',
    )
    await writeFile(path.join(folder, FILE), graver)
    const effect = await effectOf(loadLaw([], folder))
    await rm(folder, { recursive: true })
    expect(effect.turned.map(({ after }) => after)).toEqual(['prohibited'])
    expect(effect.norms).toEqual([{ rule: 'delegation-size', norm: NORM, newly: 0, noMore: 0, weighed: 1 }])
  })
})
