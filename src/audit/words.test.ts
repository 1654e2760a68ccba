import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { TRANSITIONS } from '../plans/workflow.ts'
import { vi } from './messages.vi.ts'

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
  const recorded = [...(await recordedActions()), ...TRANSITIONS.map(({ action }) => `plan.${action}`)]
  expect(recorded.length).toBeGreaterThan(40)
  expect(recorded.filter((action) => !(action in vi.actions)).sort()).toEqual([])
})
