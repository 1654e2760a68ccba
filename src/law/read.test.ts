import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Dossier } from './dossier.ts'
import { faultLine, readRequest } from './read.ts'

const complete = JSON.parse(readFileSync(new URL('../../test/acceptance/01-compliant.json', import.meta.url), 'utf8'))
  .request.dossier as Dossier

/** The paths of the faults of the complete dossier after a change. */
function faultsAfter(change: (dossier: Record<string, never>) => void): string[] {
  const dossier = structuredClone(complete) as unknown as Record<string, never>
  change(dossier)
  return (readRequest({ dossier }).faults ?? []).map(({ path }) => path)
}

describe('reading a request', () => {
  test('takes a request or a bare dossier, and names paths as they stand in the file', () => {
    expect(readRequest(complete).request?.dossier.title).toBe(complete.title)
    expect(readRequest({ asOf: '2026-04-01', dossier: complete }).request?.asOf).toBe('2026-04-01')
    expect(readRequest({ ...complete, titel: 'x' }).faults?.[0]?.path).toBe('titel')
    expect(readRequest({ dossier: { ...complete, titel: 'x' } }).faults?.[0]?.path).toBe('dossier.titel')
  })

  test('takes null for "not stated", but keeps it where it says that there is none', () => {
    const { request } = readRequest({
      ...complete,
      id: null,
      hosts: null,
      estimate: { total: { amount: 1, currency: 'VND' }, gifts: null },
      plan: { year: 2026, approved: null, itemId: null },
    })
    expect(request?.dossier).not.toHaveProperty('hosts')
    expect(request?.dossier.estimate).toEqual({ total: { amount: 1, currency: 'VND' } })
    expect(request?.dossier.plan).toEqual({ year: 2026, itemId: null })
    expect(readRequest({ ...complete, plan: null }).request?.dossier.plan).toBeNull()
    expect(readRequest({ ...complete, sender: null }).faults?.[0]?.path).toBe('sender')
  })

  test('brings text to Unicode NFC, so that a name is the same however it was typed', () => {
    const decomposed = 'Nguyễn Văn An'.normalize('NFD')
    const { request } = readRequest({ ...complete, members: [{ name: decomposed, role: 'head' }] })
    expect(request?.dossier.members[0]?.name).toBe('Nguyễn Văn An'.normalize('NFC'))
  })

  test.each<[string, (dossier: Record<string, never>) => void, string]>([
    ['an unknown field deep inside', (d) => put(d, 'members.0.tasks', 'x'), 'dossier.members[0].tasks'],
    ['a wrong type', (d) => put(d, 'members.1.leader', 'yes'), 'dossier.members[1].leader'],
    ['an unknown role', (d) => put(d, 'members.1.role', 'boss'), 'dossier.members[1].role'],
    ['an unknown country', (d) => put(d, 'trip.stays.0.country', 'UK'), 'dossier.trip.stays[0].country'],
    ['an unknown jurisdiction', (d) => put(d, 'sender.jurisdiction', 'VN-XX'), 'dossier.sender.jurisdiction'],
    ['an unknown currency', (d) => put(d, 'estimate.total.currency', 'DONG'), 'dossier.estimate.total.currency'],
    ['a day that does not exist', (d) => put(d, 'trip.return', '2026-02-30'), 'dossier.trip.return'],
    ['a day in another notation', (d) => put(d, 'trip.return', '14/05/2026'), 'dossier.trip.return'],
    ['a return before the departure', (d) => put(d, 'trip.return', '2026-05-10'), 'dossier.trip.return'],
    [
      'a stay that begins before the trip',
      (d) => put(d, 'trip.stays.0.arrive', '2026-05-10'),
      'dossier.trip.stays[0].arrive',
    ],
    [
      'a stay that ends after the trip',
      (d) => put(d, 'trip.stays.0.leave', '2026-05-15'),
      'dossier.trip.stays[0].leave',
    ],
    [
      'a day of the programme outside the trip',
      (d) => put(d, 'programme.0.day', '2026-05-20'),
      'dossier.programme[0].day',
    ],
    ['two members of one name without id', (d) => put(d, 'members.1.name', 'Nguyễn Văn An'), 'dossier.members[1].name'],
    ['a trip of a hundred years', (d) => put(d, 'trip.return', '2126-05-14'), 'dossier.trip.return'],
    [
      'an exception for a rule that does not exist',
      (d) => put(d, 'exceptions', [{ ...EXCEPTION, rule: 'size' }]),
      'dossier.exceptions[0].rule',
    ],
    ['a list where one thing belongs', (d) => put(d, 'purpose', []), 'dossier.purpose'],
    ['money as text', (d) => put(d, 'estimate.total.amount', '280'), 'dossier.estimate.total.amount'],
    ['a member without a name', (d) => put(d, 'members.0.name', ' '), 'dossier.members[0].name'],
  ])('refuses %s, by its path', (_what, change, path) => {
    expect(faultsAfter(change)).toContain(path)
  })

  test('lets two members share a name where an id tells them apart, but no id serves two', () => {
    const twins = (first: string, second: string) =>
      readRequest({
        ...complete,
        members: ['id', 'id'].map((_, index) => ({ name: 'Lê An', role: 'member', id: [first, second][index] })),
      })
    expect(twins('A1', 'A2').faults).toBeUndefined()
    expect(twins('A1', 'A1').faults?.[0]?.path).toBe('members[1].id')
  })

  test('refuses a second size of the leadership of one unit', () => {
    const twice = [
      { unit: 'Sở Y tế', size: 4 },
      { unit: 'Sở Y tế ', size: 5 },
    ]
    expect(readRequest({ ...complete, leadership: twice }).faults?.[0]?.path).toBe('leadership[1].unit')
  })

  test('says what was expected and what stands there, in both languages', () => {
    const { faults = [] } = readRequest({ ...complete, organiser: 'ngo' })
    expect(faultLine(faults, 'vi')).toBe(
      'organiser: cần một trong: agency, host, domestic-enterprise, foreign-enterprise; đang là "ngo"',
    )
    expect(faultLine(faults, 'en')).toContain('organiser: expected one of: agency')
  })

  test.each([
    [null],
    [[]],
    ['text'],
    [42],
    [{}],
    [{ dossier: null }],
    [{ asOf: '2026-04-01' }],
    [JSON.parse('{"__proto__":{"title":"x"}}')],
  ])('refuses %j with a fault, not an exception', (json) => {
    expect(readRequest(json).faults?.length).toBeGreaterThan(0)
  })
})

const EXCEPTION = { decidedBy: 'UBND', number: '1/QĐ', on: '2026-04-01', reason: 'cần thiết' }

function put(dossier: Record<string, never>, path: string, value: unknown): void {
  const parts = path.split('.')
  const target = parts
    .slice(0, -1)
    .reduce<Record<string, unknown>>((inner, part) => inner[part] as Record<string, unknown>, dossier)
  target[parts.at(-1) ?? ''] = value
}
