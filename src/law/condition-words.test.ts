import { describe, expect, test } from 'vitest'
import { conditionWords, whoWords } from './condition-words.ts'
import { findRule } from './rules/index.ts'

describe('a condition in words', () => {
  test('names the fact and its codes as the forms do', () => {
    expect(conditionWords({ 'sender.level': ['province', 'central'] }, 'vi')).toBe(
      'Cấp của cơ quan cử: Tỉnh, thành phố, Trung ương',
    )
    expect(conditionWords({ 'funding.sources': 'state-budget', countries: { atLeast: 3 } }, 'vi')).toBe(
      'Số nước: từ 3; Nguồn kinh phí: Ngân sách nhà nước',
    )
    expect(conditionWords({ 'purpose.importantEvent': false }, 'en')).toMatch(/: no$/)
  })

  test('says what is excluded, and what may stand in its place', () => {
    expect(conditionWords({ not: { countries: 1 } }, 'en')).toBe('not (Number of countries: 1)')
    expect(conditionWords({ any: [{ countries: 1 }, { tripLength: { atMost: 5 } }] }, 'en')).toBe(
      'Number of countries: 1 or Number of days: up to 5',
    )
  })

  test('says that an administered value in it is not set', () => {
    expect(conditionWords({ 'sender.level': { administered: 'levels' } }, 'vi')).toContain('chưa ấn định')
  })
})

describe('whom a norm binds', () => {
  const words = (rule: string, who?: Parameters<typeof whoWords>[0]['who']) => {
    const found = findRule(rule)
    if (!found) throw new Error(rule)
    return whoWords({ rule: found, who }, 'vi')
  }

  test('is the delegation as one, every member, leaders, or members with a property', () => {
    expect(words('delegation-size')).toBe('cả đoàn')
    expect(words('trips-per-year')).toBe('mọi thành viên')
    expect(words('trips-per-year', 'leaders')).toBe('lãnh đạo, lãnh đạo chủ chốt')
    expect(words('trips-per-year', { managedBy: ['politburo'] })).toBe('Diện quản lý: Bộ Chính trị')
  })
})
