import { expect, test } from 'vitest'
import { memory, remember } from './remember.ts'

test('an answer is made once, also when it is nothing, until too many questions were asked', () => {
  let made = 0
  const lengthOf = remember(2, (question) => {
    made += 1
    return question.length || undefined
  })
  expect([lengthOf('a'), lengthOf('a'), lengthOf(''), lengthOf('')]).toEqual([1, 1, undefined, undefined])
  expect(made).toBe(2)
  lengthOf('third')
  lengthOf('a')
  expect(made).toBe(4)
})

test('a memory keeps the answers about different things apart, and counts them together', () => {
  const recall = memory<string>(2)
  const [one, other] = [{}, {}]
  expect(recall(one, 'a', () => 'first')).toBe('first')
  expect(recall(other, 'a', () => 'second')).toBe('second')
  expect(recall(one, 'a', () => 'again')).toBe('first')
  recall(one, 'b', () => 'third')
  expect(recall(other, 'a', () => 'made anew')).toBe('made anew')
})
