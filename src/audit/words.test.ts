import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { TRANSITIONS as DOSSIER_STEPS } from '../delegations/transitions/transitions.ts'
import { TRANSITIONS } from '../plans/workflow.ts'
import { vi } from './messages.vi.ts'
import { deedWord } from './pages/use-words.ts'

/** Deeds whose code is put together from the kind of a step, a movement or a booking. */
const PUT_TOGETHER = [
  ...TRANSITIONS.map(({ action }) => `plan.${action}`),
  ...DOSSIER_STEPS.map(({ action }) => `delegation.${action}`),
  ...['received', 'handed-over', 'returned', 'transferred', 'lost', 'cancelled'].map((kind) => `passport.${kind}`),
  ...['committed', 'released', 'spent', 'refunded'].map((kind) => `money.${kind}`),
]

/** Every deed that the sources record under a name of their own: `action: 'person.changed'`. */
async function recordedActions(): Promise<Set<string>> {
  const folder = new URL('../', import.meta.url)
  const names = (await readdir(folder, { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name))
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => /\baction:/.test(line))
  return new Set(
    lines.flatMap((line) => [...line.matchAll(/'([a-z-]+\.[a-z-]+)'/g)].flatMap(([, action]) => action ?? [])),
  )
}

it('every deed that is recorded has a word', async () => {
  const recorded = [...(await recordedActions()), ...PUT_TOGETHER]
  expect(recorded.length).toBeGreaterThan(40)
  expect(recorded.filter((action) => !(action in vi.actions)).sort()).toEqual([])
})

it('no two deeds read alike, each with the kind of thing it is done to', () => {
  const words = Object.keys(vi.actions).map((action) => deedWord(vi, action))
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
})

it('a deed that has no word is shown by its code', () => {
  expect(deedWord(vi, 'moon.landed')).toBe('moon.landed')
  expect(deedWord(vi, 'role.granted')).toBe('trao vai trò cho tài khoản')
})
