import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginAttachment } from '../src/delegations/attachments/contract.ts'
import * as committees from '../src/delegations/committee/contract.ts'
import { blankContent } from '../src/delegations/content/content.ts'
import type { Json, JsonObject } from '../src/delegations/content/json.ts'
import { moves } from '../src/delegations/contract.ts'
import { enterDeclarations } from '../src/delegations/declarations/contract.ts'
import { assessDelegation } from '../src/delegations/examination/contract.ts'
import { askOpinion } from '../src/delegations/opinions/contract.ts'
import { linkPlanLine } from '../src/delegations/plan-line/contract.ts'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  TODAY,
  toExamination,
} from './support/delegations.ts'
import { saidAt } from './support/said.ts'

/** What a database, an index or a stack might not hold, at each door of a dossier: refused with words, or kept; never a failure. */

const { world } = delegationWorld()

const DEEP = nested(2000)
const STRANGE: Json[] = [
  ...['\u0000', 'An\u0000h', '\ud83d', 'x\ude00y', '\ud83d\ude00', 'Nguyễn'.normalize('NFD'), ' ', ''],
  ...['0000-01-01', '0000-02-29', '2026-02-30', '9999-12-31', '1899-12-31', '2199-12-31', '10000-01-01', 'infinity'],
  ...['x'.repeat(501), '😀'.repeat(400), 'ậ'.repeat(20_000), 'x'.repeat(20_001), manyWords(19_000)],
  ...["'; drop table delegation; --", '\\u0000', '%', '{}', 'null', '__proto__', '🇻🇳', '\u202e', 'Tối mật'],
  ...[0, -1, 1e308, -1e308, 2 ** 31, 2 ** 53, 0.1, 1e-308, true, false, null],
  ...([
    [],
    {},
    [[]],
    [null],
    DEEP,
    { key: 'x' },
    [{ key: 'x' }, { key: 'x' }],
    { amount: 1e308, currency: 'VND' },
  ] as Json[]),
  Array.from({ length: 1500 }, (_, at) => ({ key: `k${at}`, name: `Người ${at}`, role: 'member' })),
  Array.from({ length: 700 }, (_, at) => ({ key: `k${at}`, name: manyWords(700, at), country: country(at) })),
]
const PLACES = [
  ...[
    'title',
    'purpose/summary',
    'purpose/kind',
    'trip/departure',
    'trip/return',
    'trip/stays',
    'trip/stays/s1/arrive',
  ],
  ...[
    'members',
    'members/a',
    'members/a/name',
    'members/a/personId',
    'members/a/born',
    'hosts',
    'hosts/h1/name',
    'funding',
  ],
  ...[
    'funding/f1/amount',
    'costs',
    'costs/rate',
    'weighed/offPlan',
    'weighed/virtual',
    'contests',
    'contests/trip.stays',
  ],
  ...['plan', 'plan/itemId', 'sender', 'sender/jurisdiction', 'documents/proposal/on', 'after/report/on', 'leadership'],
  ...[
    '__proto__',
    'constructor/prototype',
    'x/\u0000',
    '/',
    'members//x',
    'exceptions',
    'overlaps',
    'programme',
    'asOf',
  ],
] as const

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...STRANGE) },
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
)
const change = fc.record({ at: fc.constantFrom(...PLACES), from: value, to: value }, { requiredKeys: ['at'] })

/** A dossier with something in it. */
const draft = () =>
  enter(world, {
    ...blankContent('Đoàn bị thử'),
    trip: { departure: '2026-05-11', return: '2026-05-14', stays: [{ key: 's1', country: 'JP' }] },
    members: [{ key: 'a', name: 'An', role: 'head' }],
  } as JsonObject)

async function stateOf(id: string) {
  const { body } = await world.send('officer', 'GET', `/api/delegations/${id}`)
  return { version: body.version, content: body.content, state: body.state }
}

/** What comes back is an answer, or a refusal in both languages; never a failure. */
async function ask(who: DelegationPlayer, method: 'GET' | 'POST', url: string, payload?: object): Promise<number> {
  const { status, body } = await world.send(who, method, url, payload)
  if (status >= 400) {
    const { message } = body.error
    expect([url, JSON.stringify(payload)?.slice(0, 2000), status < 500, message.vi !== '', message.en !== '']).toEqual([
      url,
      JSON.stringify(payload)?.slice(0, 2000),
      ...[true, true, true],
    ])
  }
  return status
}

describe('a hostile input', () => {
  test('of a save is refused and leaves the dossier as it was, or is kept and can be read', {
    timeout: 600_000,
  }, async () => {
    const id = await draft()
    const seen = new Set<number>()
    let before = await stateOf(id)
    const save = async (changes: unknown) => {
      const status = await ask('officer', 'POST', `/api/delegations/${id}/save`, { changes: changes as Json[] })
      seen.add(status)
      const after = await stateOf(id)
      if (status >= 400) expect(after).toEqual(before)
      before = after
    }
    for (const to of STRANGE) await save([{ at: 'title', from: before.content.title, to }])
    await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), save), { numRuns: 40 })
    expect([...seen].sort()).toEqual([200, 400, 422])
  })

  test('of a save with values that the field takes is kept whole, or named by its field', {
    timeout: 600_000,
  }, async () => {
    const id = await draft()
    for (const at of PLACES) {
      for (const to of ['0000-01-01', 'An\u0000h', 1e308] as Json[]) {
        await ask('officer', 'POST', `/api/delegations/${id}/save`, { changes: [{ at, to }] })
      }
    }
    const day = { at: 'trip/departure', from: '2026-05-11', to: '0000-01-01' }
    expect(await ask('officer', 'POST', `/api/delegations/${id}/save`, { changes: [day] })).toBe(200)
    const { body } = await world.send('officer', 'GET', `/api/delegations/${id}`)
    expect([body.content.trip.departure, body.departsOn]).toEqual(['0000-01-01', null])
    const { body: refused } = await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [{ at: 'purpose/summary', to: 'a\u0000' }],
    })
    expect(refused.error.faults[0].path).toBe('changes[0].to')
    expect(refused.error.faults[0].message.vi).toContain('hãy xóa')
  })

  test('of a beginning or an import is refused with words, or makes a dossier that can be read', {
    timeout: 600_000,
  }, async () => {
    const { dossier } = await caseRequest('01-compliant')
    const read = async (status: number) => {
      if (status === 200) expect(await ask('officer', 'GET', '/api/delegations?sort=title&size=200')).toBe(200)
    }
    for (const title of STRANGE) {
      await read(await ask('officer', 'POST', '/api/delegations', { bodyId: world.science, title }))
      await ask('officer', 'POST', '/api/delegations/import', { bodyId: world.science, dossier: title })
    }
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(dossier)), value, async (name, to) => {
        await ask('officer', 'POST', '/api/delegations/import', {
          bodyId: world.science,
          dossier: { ...dossier, [name]: to },
        })
      }),
      { numRuns: 30 },
    )
  })

  test('of a list is refused with words, or finds what there is', { timeout: 600_000 }, async () => {
    const texts = [
      '%00',
      '%ED%A0%80',
      '%',
      '%25',
      '0',
      '-1',
      '99999999999999999999',
      '1e400',
      '2147483648',
      'NaN',
      "'%27--",
    ]
    const long = encodeURIComponent('ậ'.repeat(201))
    for (const name of [
      'q',
      'year',
      'state',
      'bodyId',
      'country',
      'personId',
      'verdict',
      'sort',
      'page',
      'size',
      'x%00',
    ]) {
      for (const text of [...texts, long]) {
        await ask('officer', 'GET', `/api/delegations?${name}=${text}`)
        await ask('officer', 'GET', `/api/exceptions?${name}=${text}`)
      }
    }
    for (const query of [
      'page=1000000&size=200',
      'q=%26%7C%21%28%29%3A*',
      `q=${encodeURIComponent('a & b | !c <-> d')}`,
    ]) {
      expect(await ask('officer', 'GET', `/api/delegations?${query}`)).toBe(200)
    }
    for (const id of ['%00', 'x', '%ED%A0%80', '0'.repeat(3000)]) await ask('officer', 'GET', `/api/delegations/${id}`)
  })

  test('of a step, a note, an opinion, a committee is refused and leaves the dossier where it was, or is taken', {
    timeout: 600_000,
  }, async () => {
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    const heard = await enter(world, (await caseRequest('01-compliant')).dossier)
    await toExamination(world, heard)
    const { authority, travellingAuthority, examiner } = world.people
    const { body: committee } = await world.send('examiner', 'POST', '/api/committees', {
      ...{ dossiers: [heard], on: TODAY, at: '14:00', place: 'Phòng họp', secretary: examiner.account?.id },
      ...{ chair: authority.account?.id, members: [travellingAuthority.account?.id] },
      outside: [{ name: 'Người ngoài', organisation: 'Viện' }],
    })
    const { body: view } = await world.send('examiner', 'GET', `/api/committees/${committee.id}`)
    const seats = view.members.map((one: { id: string }) => one.id)
    const open = {
      ids: [heard, id, ...seats, authority.account?.id ?? '', '0190a000-0000-7000-8000-000000000000'],
      texts: [...STRANGE.filter((one) => typeof one === 'string'), TODAY, '2026-12-31', 'Lý do', 'i1', 'a.pdf'],
      numbers: [0, 1, 2, 3, 4, 5, 100, 2 ** 31, 2 ** 53 - 1, 0.1],
    }
    const doors = [
      ...Object.values(moves),
      ...[askOpinion, assessDelegation, enterDeclarations, linkPlanLine, beginAttachment],
      ...[committees.conveneCommittee, committees.declareConflicts, committees.castVote, committees.closeCommittee],
      committees.callOffCommittee,
    ].filter((door) => door !== moves.submit)
    const players = ['officer', 'head', 'examiner', 'authority', 'travellingAuthority'] as const
    /** Whoever may not come through a door learns nothing of what is behind it. */
    const anything = fc.constantFrom(...doors).chain((door) => {
      const able = players.filter((who) => world.people[who].permissions.has(door.permission))
      return fc.tuple(fc.constantFrom(...able), fc.constant(door), saidAt(door.input, open))
    })
    const seen = new Map<string, Set<number>>()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(id, heard),
        anything,
        async (
          dossier,
          [who, door, { id: _, ...said }]: [DelegationPlayer, (typeof doors)[number], { id?: string }],
        ) => {
          const about = door.path.startsWith('/api/committees') ? committee.id : dossier
          const before = await stateOf(dossier)
          const status = await ask(who, 'POST', door.path.replace(':id', about), said)
          if (status >= 400) expect(await stateOf(dossier)).toEqual(before)
          const kind = door.path.startsWith('/api/committees') ? 'committee' : 'dossier'
          seen.set(kind, (seen.get(kind) ?? new Set()).add(status))
        },
      ),
      { numRuns: 400 },
    )
    const behindTheSchema = (kind: string) => [...(seen.get(kind) ?? [])].some((one) => one === 409 || one === 422)
    expect([behindTheSchema('committee'), behindTheSchema('dossier')]).toEqual([true, true])
    const fresh = await draft()
    for (const version of [2 ** 31, 2 ** 53 - 1]) {
      expect(await ask('officer', 'POST', `/api/delegations/${fresh}/submit`, { version })).toBe(409)
    }
  })
})

function nested(levels: number): Json {
  let value: Json = 'x'
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { key: value }
  return value
}

/** A text of so many letters in which no word comes twice. */
function manyWords(length: number, from = 0): string {
  let text = ''
  for (let at = 0; text.length < length; at += 1) text += `w${(from * 997 + at).toString(36)} `
  return text.slice(0, length)
}

function country(at: number): string {
  return String.fromCharCode(65 + (at % 26), 65 + (Math.floor(at / 26) % 26))
}
