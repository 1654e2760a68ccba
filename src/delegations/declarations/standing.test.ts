import { expect, test } from 'vitest'
import { type Declared, declarationFacts, declarationsOf } from './standing.ts'
import { DECLARATION_TEXTS, textOn } from './texts.ts'

const DAY = '2026-05-01'
const ME = '11111111-1111-4111-8111-111111111111'
const CONTENT = {
  members: [
    { key: 'a', name: 'An', personId: ME, declaresNoSecrets: true },
    { key: 'b', name: 'Bình', declaresNoSecrets: true },
  ],
}
const signed = (more: Partial<Declared> = {}): Declared => ({
  memberKey: 'a',
  personId: ME,
  memberName: 'An',
  kind: 'secrets',
  textVersion: textOn('secrets', DAY).version,
  document: null,
  scanId: null,
  by: 'An',
  at: '2026-04-30T03:00:00.000Z',
  ...more,
})
const factOf = (one: readonly Declared[], at = 'members/a/declaresNoSecrets') =>
  declarationFacts(CONTENT, { signed: one, signers: [ME] }, DAY).find((fact) => fact.at === at)?.value

test('of a member with an account only the own signature counts, whatever the unit has ticked', () => {
  expect(factOf([])).toBeNull()
  expect(factOf([signed()])).toBe(true)
  expect(factOf([signed({ document: { number: '1', on: DAY } })])).toBeNull()
})

test('of a member without an account a paper counts, and what the unit states stands where there is none', () => {
  const paper = { memberKey: 'b', personId: null, memberName: 'Bình', document: { number: '12/CK', on: DAY } }
  expect(factOf([], 'members/b/declaresNoSecrets')).toBeUndefined()
  expect(factOf([signed(paper)], 'members/b/declaresNoSecrets')).toBe(true)
})

test('a changed text and a changed member ask anew', () => {
  expect(factOf([signed({ textVersion: '2014-01' })])).toBeNull()
  expect(factOf([signed({ personId: '22222222-2222-4222-8222-222222222222' })])).toBeNull()
  const later = { ...textOn('secrets', DAY), version: '2026-02', from: DAY }
  const [an] = declarationsOf(CONTENT, { signed: [signed()], signers: [ME] }, DAY, [...DECLARATION_TEXTS, later])
  expect(an?.declarations[0]).toMatchObject({ kind: 'secrets', signed: null, outdated: true })
})

test('no two texts of a declaration have one version or begin on one day', () => {
  const places = DECLARATION_TEXTS.flatMap(({ kind, version, from }) => [`${kind} ${version}`, `${kind} ${from}`])
  expect(new Set(places).size).toBe(places.length)
})
