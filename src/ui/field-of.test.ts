import { expect, test } from 'vitest'
import { fieldOf } from './field-of.ts'

test('a fault belongs to the field of its path', () => {
  expect(fieldOf('name', ['code', 'name'])).toBe('name')
})

test('a fault deep in a value belongs to the nearest field that holds it', () => {
  expect(fieldOf('members[2].role', ['members', 'members[2]'])).toBe('members[2]')
  expect(fieldOf('scope.root', ['scope'])).toBe('scope')
})

test('a name that merely begins alike holds nothing', () => {
  expect(fieldOf('nameEn', ['name'])).toBeUndefined()
  expect(fieldOf('', ['name'])).toBeUndefined()
})
