import { beforeAll, describe, expect, it } from 'vitest'
import { caseRequest, delegationWorld, enter, toExamination, walk } from '../../../test/support/delegations.ts'
import { addPlayer } from '../../../test/support/plans.ts'
import { type Answer, appForPlayers } from '../../../test/support/players.ts'
import { addBody } from '../../../test/support/register.ts'
import type { Visitor } from '../../http/who.ts'
import { lawRoutes, loadLaw } from '../../law/index.ts'

const { database, world } = delegationWorld()
const law = loadLaw()
const NORM = '4060-CV-BTCTU-2019#1'

let examined: { id: string; code: string }
let elsewhere: Visitor

beforeAll(async () => {
  const { dossier } = await caseRequest('01-compliant')
  const id = await enter(world, dossier)
  await toExamination(world, id)
  const { code } = (await world.send('examiner', 'GET', `/api/delegations/${id}`)).body
  examined = { id, code }
  // It was judged, but has not left its unit.
  await walk(world, await enter(world, dossier), [['officer', 'submit']])
  const province = await addBody(database, 'Tỉnh khác', { level: 'province' })
  const scope = { roots: [province] }
  elsewhere = await addPlayer(database, 'Quản trị tỉnh khác', 'administrator', province, province, scope)
})

/** The file of the board with its limit of seven people changed. */
const board = (max: number | string) => textOf('4060-CV-BTCTU-2019').replace('max: 7', `max: ${max}`)
const textOf = (id: string) => law.sources.find((source) => source.id === id)?.text ?? ''

function attempt(who: Parameters<typeof world.send>[0], more: object): Promise<Answer> {
  return world.send(who, 'POST', '/api/law-drafts/effect', { since: 2026, text: board(2), ...more })
}

const rows = async () => {
  const { rows } = await database.pool.query(
    `select (select count(*)::int from delegation_step) as steps, (select count(*)::int from law_edition) as editions,
      (select count(*)::int from audit_entry) as entries, (select max(changed_at) from delegation) as latest`,
  )
  return rows
}

it('an administrator sees which dossiers of the city a changed figure turns, by which norm, and changes nothing', async () => {
  const before = await rows()
  const { status, body } = await attempt('administrator', {})
  expect(status).toBe(200)
  expect(body).toEqual({
    draft: { kind: 'instruments', id: '4060-CV-BTCTU-2019', replaces: true },
    total: 1,
    replayed: 1,
    turned: [
      {
        ...examined,
        body: 'Sở Khoa học và Công nghệ Hà Nội',
        asOf: '2026-04-02',
        before: 'incomplete',
        after: 'needs-exception',
        norms: [
          {
            rule: 'delegation-size',
            norm: NORM,
            before: { outcome: 'pass', severity: 'needs-exception' },
            after: { outcome: 'violated', severity: 'needs-exception' },
          },
        ],
      },
    ],
    next: null,
  })
  expect(await rows()).toEqual(before)
})

it('everybody sees the dossiers within their own reach alone', async () => {
  expect((await attempt('examiner', {})).body.total).toBe(1)
  expect((await attempt(elsewhere, {})).body).toMatchObject({ total: 0, turned: [] })
  expect((await attempt('officer', {})).status).toBe(403)
  expect((await attempt('authority', {})).status).toBe(403)
})

it('the years bound the work, and the next request goes on where the last one ended', async () => {
  expect((await attempt('administrator', { since: 2030 })).body).toMatchObject({ total: 0, replayed: 0 })
  const { body } = await attempt('administrator', { after: examined.id })
  expect(body).toMatchObject({ replayed: 0, turned: [], next: null })
  expect(body).not.toHaveProperty('total')
})

it('an administered value is tried like a text', async () => {
  const text = textOf('near-retirement-months').replace('value: 12', 'value: 240')
  const { status, body } = await attempt('administrator', { text })
  expect([status, body.draft]).toEqual([200, { kind: 'administered', id: 'near-retirement-months', replaces: true }])
})

describe('what cannot be tried is refused with what to do:', () => {
  it.each([
    ['broken YAML', { text: 'id: [' }, 422, /^text:\d+$/],
    ['a figure that is none', { text: board('bảy') }, 422, /^text:23$/],
    ['an unknown rule', { text: board(2).replace('rule: delegation-size', 'rule: size') }, 422, /^text:21$/],
    ['nesting without end', { text: '['.repeat(30_000) }, 422, /^text:1$/],
    ['a huge file', { text: board(2) + '#'.repeat(40_000) }, 400, /^text$/],
    ['no text', { text: '' }, 400, /^text$/],
    ['a year that is none', { since: 12 }, 400, /^since$/],
    ['a dossier that is none', { after: 'x' }, 400, /^after$/],
  ])('%s', async (_, more, expected, path) => {
    const { status, body } = await attempt('administrator', more)
    expect(status).toBe(expected)
    expect(body.error.faults[0].path).toMatch(path)
    expect(body.error.message.vi).not.toBe('')
  })

  it('a way of dossiers with which the server would not start', async () => {
    const text = textOf('dossier-workflow').replace('control: 5', 'control: 0')
    const { status, body } = await attempt('administrator', { text })
    expect([status, body.error.faults[0].path]).toEqual([422, expect.stringMatching(/^text:\d+$/)])
  })

  it('a draft that says what is in use', async () => {
    const { status, body } = await attempt('administrator', { text: textOf('4060-CV-BTCTU-2019') })
    expect([status, body.error.message.vi]).toEqual([422, expect.stringContaining('Hãy sửa một con số')])
  })
})

it('the files in use are there to begin from, as they were written', async () => {
  const { send, app } = await appForPlayers(database, world.people, { routes: lawRoutes(law, []) })
  const { body } = await send('administrator', 'GET', '/api/law-files/administered/near-retirement-months')
  expect(body).toEqual({
    kind: 'administered',
    id: 'near-retirement-months',
    name: 'near-retirement-months.yaml',
    text: textOf('near-retirement-months'),
  })
  expect((await send('administrator', 'GET', '/api/law-files/instruments/khong-co')).status).toBe(404)
  expect((await send('administrator', 'GET', '/api/law-files/cases/a01')).status).toBe(400)
  await app.close()
})
