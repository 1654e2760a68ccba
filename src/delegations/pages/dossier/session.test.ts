import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stubLocalStorage } from '../../../../test/support/browser-storage.ts'
import { CallFailed } from '../../../ui/fetch.ts'
import { applyChanges, type Change } from '../../content/changes.ts'
import type { Content } from '../../content/content.ts'
import { openSession } from './session.ts'

const FIRST: Content = { title: 'A', members: [], purpose: {} }
const VIEW = { version: 1, content: FIRST, facts: [], mayWrite: true, changedAt: '2026-04-02T00:00:00Z' }
const DOWN = new CallFailed({ vi: 'Máy chủ gặp lỗi', en: 'The server failed' }, { status: 500 })
const TOO_LONG = { path: 'title', message: { vi: 'dài quá', en: 'too long' } }

/** A session over a server that answers as it is told, and what was asked of it. */
function sessionWith(answer: (changes: Change[]) => void) {
  let served = { version: 1, content: FIRST }
  const asked: Change[][] = []
  const session = openSession({
    view: VIEW,
    place: 'test',
    pause: 10,
    save: async (changes) => {
      asked.push(changes)
      answer(changes)
      const { content, clashes } = applyChanges(served.content, changes)
      served = { version: served.version + 1, content }
      return { ...served, facts: [], clashes }
    },
  })
  const type = (fields: Content) => session.change({ ...session.state.get().desk.mine, ...fields })
  return { session, asked, type, served: () => served.content }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('two tabs with one dossier', () => {
  test('the one in which nothing is typed lets the other keep what is unsaved, until that is saved', async () => {
    const kept = stubLocalStorage()
    let down = true
    const clean = sessionWith(() => {})
    const { type, session } = sessionWith(() => {
      if (down) throw DOWN
    })
    type({ title: 'Chưa lưu' })
    await vi.advanceTimersByTimeAsync(10)
    clean.session.absorb(VIEW)
    expect([...kept.values()].join()).toContain('Chưa lưu')
    down = false
    await session.flush()
    expect(kept.size).toBe(0)
  })

  test('both closed before the server took anything, leave nothing behind that the next page does not take up', async () => {
    const kept = stubLocalStorage()
    const refuses = () => {
      throw DOWN
    }
    const [one, two] = [sessionWith(refuses), sessionWith(refuses)]
    one.type({ title: 'Một' })
    two.type({ title: 'Hai', purpose: { summary: 'Nội dung' } })
    await vi.advanceTimersByTimeAsync(10)
    expect(kept.size).toBe(2)
    const { session, served } = sessionWith(() => {})
    session.absorb(VIEW)
    await vi.advanceTimersByTimeAsync(1000)
    const { clashes } = session.state.get().desk
    expect(served().purpose).toEqual({ summary: 'Nội dung' })
    expect([served().title, ...clashes.map(({ at, to }) => `${at}: ${to}`)].sort()).toEqual(
      served().title === 'Một' ? ['Một', 'title: Hai'] : ['Hai', 'title: Một'],
    )
    session.settle('title', 'mine')
    await vi.advanceTimersByTimeAsync(1000)
    expect(kept.size).toBe(0)
  })

  test('in a dossier that cannot be written, what each has left is told, and let go one after the other', async () => {
    const kept = stubLocalStorage()
    const [one, two] = [sessionWith(() => {}), sessionWith(() => {})]
    one.type({ title: 'Một' })
    two.type({ title: 'Hai' })
    const { session } = sessionWith(() => {})
    session.absorb({ ...VIEW, mayWrite: false })
    const told = () => session.state.get().left.map(({ to }) => to)
    const first = told()
    session.drop()
    expect([...first, ...told()].sort()).toEqual(['Hai', 'Một'])
    session.drop()
    expect([told(), kept.size]).toEqual([[], 0])
  })
})

describe('a session whose save is refused', () => {
  test('saves what is good at once, without being asked again for what is not', async () => {
    const { session, asked, type, served } = sessionWith((changes) => {
      if (changes.some(({ to }) => to === '!'))
        throw new CallFailed(TOO_LONG.message, { status: 400, faults: [TOO_LONG] })
    })
    type({ title: '!', purpose: { summary: 'x' } })
    await vi.advanceTimersByTimeAsync(10)
    expect(served()).toEqual({ ...FIRST, purpose: { summary: 'x' } })
    expect(session.state.get()).toMatchObject({ saving: 'saved', desk: { refused: [{ at: 'title' }] } })
    await vi.advanceTimersByTimeAsync(600_000)
    expect(asked).toHaveLength(2)
    type({ title: 'B' })
    await vi.advanceTimersByTimeAsync(10)
    expect([served().title, session.state.get().desk.refused]).toEqual(['B', []])
  })

  test('never sends what is longer than a field may be, and saves what is typed beside it', async () => {
    const { session, asked, type, served } = sessionWith((changes) => {
      if (JSON.stringify(changes).length > 4_000_000) throw new CallFailed(TOO_LONG.message, { status: 413 })
    })
    const long = 'x'.repeat(5_000_000)
    type({ purpose: { summary: long } })
    await vi.advanceTimersByTimeAsync(10)
    type({ title: 'Gõ sau' })
    await vi.advanceTimersByTimeAsync(10)
    expect([served().title, asked.length]).toEqual(['Gõ sau', 1])
    const { saving, desk } = session.state.get()
    expect([saving, desk.mine.purpose]).toEqual(['saved', { summary: long }])
    expect(desk.refused).toMatchObject([
      { at: 'purpose/summary', why: { vi: expect.stringContaining('20.000 ký tự') } },
    ])
  })

  test('says so where the refusal names no field', async () => {
    const { session, type } = sessionWith(() => {
      throw new CallFailed({ vi: 'Hồ sơ đã gửi', en: 'It was sent' }, { status: 422 })
    })
    type({ title: 'B' })
    await vi.advanceTimersByTimeAsync(10)
    expect(session.state.get()).toMatchObject({ saving: 'failed', failures: 0, desk: { mine: { title: 'B' } } })
  })
})

describe('a session whose server fails', () => {
  test('asks ever more rarely, not with each key, and has everything saved once it is back', async () => {
    let down = true
    const { session, asked, type, served } = sessionWith(() => {
      if (down) throw DOWN
    })
    type({ title: 'B' })
    await vi.advanceTimersByTimeAsync(10)
    for (let key = 0; key < 20; key += 1) {
      type({ title: `B${key}` })
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(asked).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(3600_000)
    expect(asked.length).toBeGreaterThan(8)
    expect(asked.length).toBeLessThan(24)
    expect(session.state.get()).toMatchObject({ saving: 'failed', desk: { mine: { title: 'B19' } } })
    expect(session.state.get().failures).toBe(asked.length)
    down = false
    await session.flush()
    expect([served().title, session.state.get().saving, session.state.get().failures]).toEqual(['B19', 'saved', 0])
  })
})
