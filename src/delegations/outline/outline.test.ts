import { expect, test } from 'vitest'
import { contentFaults, contractOf } from '../content/content.ts'
import { withoutPeopleAndDates } from '../edit/copy.ts'
import { asksOutline, outlineOf } from './outline.ts'

const OUTLINE = { leftOpen: 'Đoàn 2025 chưa nêu chi phí vận hành', questions: 'Chi phí vận hành một năm?' }

test('study, survey and training are asked for an outline, unless they follow no agreement', () => {
  const asked = (purpose: Record<string, string | boolean>) => asksOutline({ purpose })
  expect(['study', 'survey', 'training'].every((kind) => asked({ kind }))).toBe(true)
  expect(asked({ kind: 'study', underAgreement: true })).toBe(true)
  expect(asked({ kind: 'study', underAgreement: false })).toBe(false)
  expect(asked({ kind: 'working' })).toBe(false)
  expect(asksOutline({})).toBe(false)
})

test('what the outline answers is kept with the dossier and is no part of the contract', () => {
  expect(contentFaults({ outline: OUTLINE })).toEqual([])
  expect(contentFaults({ outline: { answers: 'x' } }).map(({ path }) => path)).toEqual(['outline/answers'])
  expect(contentFaults({ outline: { leftOpen: ['x'] } }).map(({ path }) => path)).toEqual(['outline/leftOpen'])
  expect(contractOf({ title: 'A', outline: OUTLINE })).toEqual({ title: 'A' })
})

test('what is blank is not stated, whatever stands there', () => {
  expect(outlineOf({ outline: { leftOpen: '  ', questions: 'Vì sao?\n' } })).toEqual({
    leftOpen: '',
    questions: 'Vì sao?',
  })
  expect(outlineOf({ outline: 'x' })).toEqual({ leftOpen: '', questions: '' })
  expect(outlineOf({})).toEqual({ leftOpen: '', questions: '' })
})

test('a copy of a dossier answers anew', () => {
  expect(withoutPeopleAndDates({ title: 'A', outline: OUTLINE })).not.toHaveProperty('outline')
})
