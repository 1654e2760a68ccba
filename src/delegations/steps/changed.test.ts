import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../content/json.ts'
import { changedContents } from './changed.ts'

const DECIDED: JsonObject = {
  title: 'A',
  purpose: { kind: 'working', summary: 'Ký' },
  members: [{ key: 'a', name: 'An', role: 'head', task: 'Chủ trì' }],
  costs: { lines: [{ key: 'l', item: 'air-ticket', amount: { amount: 10, currency: 'VND' } }] },
}

describe('what differs from a decision', () => {
  test.each([
    [
      'a line of the estimate that is raised',
      'money',
      { costs: { lines: [{ key: 'l', item: 'air-ticket', amount: { amount: 20, currency: 'VND' } }] } },
    ],
    [
      'a norm that is not claimed',
      'money',
      { costs: { ...(DECIDED.costs as JsonObject), norms: [{ key: 'meals-day-JP-A', off: true }] } },
    ],
    ['a flight in another class', 'money', { flights: [{ key: 'f', class: 'business' }] }],
    ['a gift', 'money', { gifts: [{ key: 'g', description: 'Tranh' }] }],
    [
      'an invitation by somebody else',
      'hosts',
      { invitations: [{ key: 'i', from: 'Công ty', kind: 'foreign-enterprise' }] },
    ],
    ['another task of a member', 'members', { members: [{ key: 'a', name: 'An', role: 'head', task: 'Phiên dịch' }] }],
    [
      'another post of a member',
      'members',
      { members: [{ key: 'a', name: 'An', role: 'head', task: 'Chủ trì', position: 'Phó Giám đốc' }] },
    ],
    ['a study without an agreement', 'purpose', { purpose: { kind: 'working', summary: 'Ký', underAgreement: false } }],
  ] as [string, string, JsonObject][])('%s is a change of one content', (_, content, change) => {
    expect(changedContents(DECIDED, { ...DECIDED, ...change })).toEqual([content])
  })

  test('is nothing where a list was begun and left empty, or an item has another key', () => {
    const [line] = (DECIDED.costs as { lines: JsonObject[] }).lines
    const now = {
      ...DECIDED,
      gifts: [],
      flights: [],
      costs: { norms: [{ key: 'n' }], lines: [{ ...line, key: 'other' }] },
    }
    expect(changedContents(DECIDED, now as JsonObject)).toEqual([])
  })
})
