import { expect, it } from 'vitest'
import { SAMPLE_BODIES, SAMPLE_SUCCESSIONS } from './bodies.ts'
import { samplePassports } from './passports.ts'
import { samplePeople } from './people.ts'

const keys = new Set(SAMPLE_BODIES.map(({ key }) => key))

it('there are two hundred people, each with a name and a code of their own, the same every time', () => {
  const people = samplePeople()
  expect(people).toHaveLength(200)
  expect(new Set(people.map(({ name }) => name)).size).toBe(200)
  expect(new Set(people.map(({ code }) => code)).size).toBe(200)
  expect(samplePeople()).toEqual(people)
})

it('every post is in a body that stood at the time', () => {
  for (const { name, posts } of samplePeople()) {
    for (const post of posts) {
      const body = SAMPLE_BODIES.find(({ key }) => key === post.body)
      const stood = body?.versions.some(({ from, to = '9999-12-31' }) => from <= post.from && post.from <= to)
      expect(stood, `${name}: ${post.title}, ${post.body} from ${post.from}`).toBe(true)
    }
  }
})

it('bodies have keys and codes of their own, and refer to bodies that there are', () => {
  expect(keys.size).toBe(SAMPLE_BODIES.length)
  expect(new Set(SAMPLE_BODIES.map(({ code }) => code)).size).toBe(SAMPLE_BODIES.length)
  const named = SAMPLE_BODIES.flatMap(({ versions, root }) => [root, ...versions.flatMap(({ parent }) => parent ?? [])])
  for (const key of [...named, ...SAMPLE_SUCCESSIONS.flatMap(({ from, to }) => [...from, ...to])]) {
    expect(keys, key).toContain(key)
  }
})

it('passports have numbers of their own and end after they were issued', () => {
  const passports = samplePassports(samplePeople())
  expect(passports.length).toBeGreaterThan(60)
  expect(new Set(passports.map(({ number }) => number)).size).toBe(passports.length)
  for (const { expiresOn, issuedOn } of passports) expect(expiresOn > issuedOn).toBe(true)
})
