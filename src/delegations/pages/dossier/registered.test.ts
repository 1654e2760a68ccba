import { describe, expect, test } from 'vitest'
import { readAtKeys, writeAtKeys } from '../../content/changes.ts'
import type { Content } from '../../content/content.ts'
import { contestOf, type Fact, withFacts } from '../../content/facts.ts'
import { accepted, contested, registeredFields, typedInto } from './registered.ts'

const source = { vi: 'Danh bạ', en: 'Register' }
const FACTS: Fact[] = [
  { at: 'members/a/position', value: 'Phó Giám đốc', source },
  { at: 'members/a/tripsThisYear', value: [{ key: 't', title: 'Tokyo' }], source },
  { at: 'plan/year', value: 2026, source },
  { at: 'leadership', value: [{ key: 'u', unit: 'Sở', size: 4 }], source },
]
const CONTENT: Content = { title: 'A', trip: { stays: [] }, members: [{ key: 'a', position: 'cũ' }] }

describe('what is typed on a page that shows the registers', () => {
  const shown = withFacts(CONTENT, FACTS)

  test('reaches the content without what the registers say', () => {
    const next = writeAtKeys(shown, 'members/a/task', 'phiên dịch')
    expect(typedInto(CONTENT, FACTS, next)).toEqual(writeAtKeys(CONTENT, 'members/a/task', 'phiên dịch'))
  })

  test('reaches a group of fields of which the content has none yet', () => {
    const next = writeAtKeys(shown, 'plan/itemId', 'KH-7')
    expect(typedInto(CONTENT, FACTS, next).plan).toEqual({ itemId: 'KH-7' })
  })

  test('leaves alone what a register says', () => {
    const next = writeAtKeys(shown, 'members/a/position', 'khác')
    expect(typedInto(CONTENT, FACTS, next)).toEqual(CONTENT)
  })

  test('removes a member, with all the registers know', () => {
    expect(typedInto(CONTENT, FACTS, writeAtKeys(shown, 'members/a', undefined)).members).toEqual([])
  })

  test('brings nobody back of whom the registers still know while the next thing is typed', () => {
    const removed = typedInto(CONTENT, FACTS, writeAtKeys(shown, 'members/a', undefined))
    const next = writeAtKeys(withFacts(removed, FACTS), 'title', 'B')
    expect(typedInto(removed, FACTS, next)).toEqual({ ...CONTENT, title: 'B', members: [] })
  })

  test('changes nothing where nothing was typed', () => {
    expect(typedInto(CONTENT, FACTS, shown)).toEqual(CONTENT)
  })
})

test('a contested value stays as the register has it until another is typed, and counts again when it is accepted', () => {
  const fact = FACTS[0] as Fact
  const mine = contested(CONTENT, fact, 'mới được bổ nhiệm')
  expect(contestOf(mine, fact)).toBe('mới được bổ nhiệm')
  expect(readAtKeys(mine, fact.at)).toBe('Phó Giám đốc')
  const typed = typedInto(mine, FACTS, writeAtKeys(withFacts(mine, FACTS), fact.at, 'Giám đốc'))
  expect(readAtKeys(withFacts(typed, FACTS), fact.at)).toBe('Giám đốc')
  expect(readAtKeys(withFacts(accepted(typed, fact), FACTS), fact.at)).toBe('Phó Giám đốc')
})

test('what examiners and parties say is contested by nobody', () => {
  const heard: Fact = { at: 'purpose/practicality/appraisal', value: null, source, heard: true }
  const mine = contested(writeAtKeys(CONTENT, heard.at, 'practical'), heard, 'chúng tôi thấy thiết thực')
  expect(contestOf(mine, heard)).toBeUndefined()
  expect(readAtKeys(withFacts(writeAtKeys(mine, heard.at, 'practical'), [heard]), heard.at)).toBeNull()
  expect(registeredFields(mine, [heard], new Map()).get('purpose.practicality.appraisal')?.final).toBe(true)
})

test('fields are told by their numbers, and an unchanged answer is the very same', () => {
  const shown = withFacts(CONTENT, FACTS)
  const fields = registeredFields(shown, FACTS, new Map())
  expect([...fields.keys()]).toEqual(['members[0].position', 'members[0].tripsThisYear', 'plan.year', 'leadership'])
  expect(registeredFields(writeAtKeys(shown, 'title', 'B'), FACTS, fields)).toBe(fields)
})

describe('a list of which the register knows one item', () => {
  const own: Fact = { at: 'leadership/u', value: { key: 'u', unit: 'Sở', size: 4 }, source }
  const other = { key: 'o', unit: 'Văn phòng', size: 9 }

  test('takes another that is typed, also where the content has no such list yet', () => {
    const shown = withFacts(CONTENT, [own])
    expect(shown.leadership).toEqual([own.value])
    const typed = typedInto(CONTENT, [own], writeAtKeys(shown, 'leadership/o', other))
    expect(typed.leadership).toEqual([other])
    expect(withFacts(typed, [own]).leadership).toEqual([other, own.value])
  })

  test('keeps its own item, which is told as a whole and by its fields', () => {
    const shown = withFacts(CONTENT, [own])
    expect(typedInto(CONTENT, [own], writeAtKeys(shown, 'leadership/u', undefined))).toEqual(CONTENT)
    const fields = registeredFields(shown, [own], new Map())
    expect([...fields.keys()]).toEqual(['leadership[0]', 'leadership[0].unit', 'leadership[0].size'])
  })
})
