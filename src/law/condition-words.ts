import type { Language } from '../kernel/text.ts'
import { jurisdictionName } from './codes/jurisdictions.ts'
import type { Condition, ConditionFact, Test, Who } from './conditions.ts'
import { CONDITION_FACTS } from './conditions.ts'
import type { LawNorm } from './law.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

const MESSAGES = { vi, en }

const WORDS = {
  vi: {
    delegation: 'cả đoàn',
    everyone: 'mọi thành viên',
    leaders: 'lãnh đạo, lãnh đạo chủ chốt',
    atLeast: (number: number) => `từ ${number}`,
    atMost: (number: number) => `đến ${number}`,
    not: (inner: string) => `không phải (${inner})`,
    or: ' hoặc ',
    yes: 'có',
    no: 'không',
    unset: 'chưa ấn định',
    facts: {
      'head.rank': 'Chức vụ trưởng đoàn',
      'head.leader': 'Trưởng đoàn là lãnh đạo',
      'head.keyLeader': 'Trưởng đoàn là lãnh đạo chủ chốt',
      'head.managedBy': 'Diện quản lý trưởng đoàn',
      'sender.level': 'Cấp của cơ quan cử',
      countries: 'Số nước',
      tripLength: 'Số ngày',
      size: 'Số người',
      'funding.sources': 'Nguồn kinh phí',
    },
  },
  en: {
    delegation: 'the delegation',
    everyone: 'every member',
    leaders: 'leaders, key leaders',
    atLeast: (number: number) => `${number} or more`,
    atMost: (number: number) => `up to ${number}`,
    not: (inner: string) => `not (${inner})`,
    or: ' or ',
    yes: 'yes',
    no: 'no',
    unset: 'not set',
    facts: {
      'head.rank': 'Rank of the head',
      'head.leader': 'The head is a leader',
      'head.keyLeader': 'The head is a key leader',
      'head.managedBy': 'Who manages the head',
      'sender.level': 'Level of the sender',
      countries: 'Number of countries',
      tripLength: 'Number of days',
      size: 'Number of people',
      'funding.sources': 'Funding',
    },
  },
}

/** Where the words for the values of a fact stand among the codes of the contract. */
const CODES_OF: Record<string, string> = {
  'head.managedBy': 'members[].managedBy',
  'funding.sources': 'funding[].source',
}

/** Whom a norm binds, in words: the delegation as one, every member, leaders, or members with some property. */
export function whoWords({ rule, who }: Pick<LawNorm, 'rule' | 'who'>, language: Language): string {
  const words = WORDS[language]
  if (!rule.bindsMembers) return words.delegation
  if (who === undefined || who === 'everyone') return words.everyone
  if (who === 'leaders') return words.leaders
  return propertyWords(who, language)
}

/**
 * A norm's condition in words: "Cấp của cơ quan cử: Tỉnh, thành phố; Số nước: 2". Administered values in it should be
 * filled in for a day before; one that is not is shown as not set.
 */
export function conditionWords(condition: Condition, language: Language): string {
  const words = WORDS[language]
  const parts = CONDITION_FACTS.flatMap((fact) => {
    const test = condition[fact]
    return test === undefined
      ? []
      : [`${factName(fact, language)}: ${testWords(CODES_OF[fact] ?? fact, test, language)}`]
  })
  if (condition.not) parts.push(words.not(conditionWords(condition.not, language)))
  if (condition.any) parts.push(condition.any.map((one) => conditionWords(one, language)).join(words.or))
  return parts.join('; ')
}

function factName(fact: ConditionFact, language: Language): string {
  const own: Partial<Record<string, string>> = WORDS[language].facts
  const fields: Partial<Record<string, string>> = MESSAGES[language].fields
  return own[fact] ?? fields[fact] ?? fact
}

function propertyWords(who: Exclude<Who, string>, language: Language): string {
  const fields: Partial<Record<string, string>> = MESSAGES[language].fields
  return Object.entries(who)
    .flatMap(([property, test]) => {
      const path = `members[].${property}`
      return test === undefined ? [] : [`${fields[path] ?? property}: ${testWords(path, test, language)}`]
    })
    .join('; ')
}

function testWords(path: string, test: Test, language: Language): string {
  const words = WORDS[language]
  if (Array.isArray(test)) return test.map((one) => testWords(path, one, language)).join(', ')
  if (typeof test === 'boolean') return test ? words.yes : words.no
  if (typeof test === 'string') return codeWord(path, test, language)
  if (typeof test === 'number') return String(test)
  if ('administered' in test) return words.unset
  return [
    ...(test.atLeast === undefined ? [] : [words.atLeast(test.atLeast)]),
    ...(test.atMost === undefined ? [] : [words.atMost(test.atMost)]),
  ].join(' ')
}

function codeWord(path: string, code: string, language: Language): string {
  if (path === 'sender.jurisdiction') return jurisdictionName(code)
  const codes: Partial<Record<string, Partial<Record<string, string>>>> = MESSAGES[language].codes
  return codes[path]?.[code] ?? code
}
