import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stubLocalStorage } from '../../../../../test/support/browser-storage.ts'
import { CallFailed } from '../../../../ui/fetch.ts'
import type { PlanItem } from '../../../answers.ts'
import { BLANK_ITEM, type PlanItemFields } from '../../../plan-item.ts'
import { cellOf, withCell } from './columns.ts'
import { type LocalRow, newRow, savedRow } from './local-row.ts'
import { merged, mergedRows, settled } from './merge.ts'
import { numbered } from './numbered.ts'
import type { Outgoing } from './patches.ts'
import { createPlanEditor, type PlanDoor } from './plan-editor.ts'
import { readAlternative, readPeople, writeAlternative, writePeople } from './texts.ts'

function item(id: string, fields: Partial<PlanItemFields>, version = 1): PlanItem {
  return {
    id,
    originId: id,
    planId: 'plan',
    version,
    standing: 'planned',
    fields: { ...BLANK_ITEM, title: id, ...fields },
    vnd: 0,
    adjustReason: '',
    asked: null,
    mergedIntoId: null,
    decisions: [],
    changedAt: '',
    changedBy: 'Trần Thị B',
  }
}

describe('people as text', () => {
  test.each([
    [
      'Giám đốc; Chuyên viên ×3',
      [
        ['Giám đốc', 1],
        ['Chuyên viên', 3],
      ],
    ],
    [
      '02 phó giám đốc\n3 chuyên viên',
      [
        ['phó giám đốc', 2],
        ['chuyên viên', 3],
      ],
    ],
    ['Trưởng phòng (2)', [['Trưởng phòng', 2]]],
  ])('%j is read', (text, people) => {
    expect(readPeople(text, []).map(({ post, count }) => [post, count])).toEqual(people)
  })

  test('is written as it is read, and who is named for a post stays named', () => {
    const people = [
      { post: 'Giám đốc', count: 1, personId: 'p1' },
      { post: 'Chuyên viên', count: 3, personId: null },
    ]
    expect(readPeople(writePeople(people), people)).toEqual(people)
    expect(readPeople('Giám đốc; Chuyên viên ×4', people)[0]?.personId).toBe('p1')
    expect(readPeople('Phó Giám đốc', people)[0]?.personId).toBeNull()
  })
})

test('whether it could be done otherwise needs yes or no and a reason', () => {
  expect(readAlternative('Không: cần xem hiện trường')).toEqual({ able: false, reason: 'cần xem hiện trường' })
  expect(readAlternative('có, một phần')).toEqual({ able: true, reason: 'một phần' })
  expect(readAlternative('Không')).toBeUndefined()
  expect(readAlternative(null)).toBeNull()
  expect(writeAlternative({ able: false, reason: 'cần ký trực tiếp' })).toBe('Không: cần ký trực tiếp')
})

describe('a cell', () => {
  test('of the sum makes a cost of the state budget, whose source can then be changed', () => {
    const row = withCell(withCell(newRow('a'), 'vnd', 5_000_000), 'source', 'host')
    expect(row.fields.costs).toMatchObject([{ source: 'host', amount: 5_000_000, currency: 'VND' }])
    expect(cellOf(row, 'vnd')).toBe(5_000_000)
    expect(withCell(row, 'vnd', null).fields.costs).toEqual([])
  })

  test('that cannot be read stays as typed, and the field as it was', () => {
    const row = withCell(newRow('a', { days: 5 }), 'days', { typed: 'một tuần' })
    expect(row.fields.days).toBe(5)
    expect(cellOf(row, 'days')).toEqual({ typed: 'một tuần' })
    expect(cellOf(withCell(row, 'days', 7), 'days')).toBe(7)
  })

  test('with half an answer stays as typed', () => {
    expect(cellOf(withCell(newRow('a'), 'virtual', 'Không'), 'virtual')).toEqual({ typed: 'Không' })
  })
})

describe('two people in one line', () => {
  const base = item('a', { days: 5, host: 'X' })
  const mine = withCell(savedRow(base), 'days', 7)

  test('who changed different fields lose nothing', () => {
    const row = merged(mine, item('a', { days: 5, host: 'Y' }, 2))
    expect(row.fields).toMatchObject({ days: 7, host: 'Y' })
    expect(row.clashes).toEqual([])
  })

  test('who changed the same field both see what the other wrote, and one of them chooses', () => {
    const row = merged(mine, item('a', { days: 6, host: 'X' }, 2))
    expect(row.fields.days).toBe(7)
    expect(row.clashes).toEqual([{ field: 'days', theirs: 6, by: 'Trần Thị B' }])
    expect(settled(row, 'days', 'theirs')).toMatchObject({ fields: { days: 6 }, clashes: [] })
    expect(settled(row, 'days', 'mine')).toMatchObject({ fields: { days: 7 }, clashes: [] })
  })

  test('a line that the other took out goes, unless something unsaved is in it', () => {
    expect(mergedRows([savedRow(base)], [], new Set())).toEqual([])
    expect(mergedRows([mine], [], new Set())[0]).toMatchObject({ item: undefined, fields: { days: 7 } })
  })
})

test('positions rise, and a row put between others takes a place between theirs', () => {
  const rows = numbered([newRow('a', { position: 10 }), newRow('b'), newRow('c', { position: 20 }), newRow('d')])
  expect(rows.map(({ fields }) => fields.position)).toEqual([10, 15, 20, 30])
})

describe('the editor', () => {
  let kept: Map<string, string>
  beforeEach(() => {
    vi.useFakeTimers()
    kept = stubLocalStorage()
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  /** A server that keeps lines in memory; `answer` may refuse what comes. */
  function serverOf(items: PlanItem[], refuse?: (rows: Outgoing[]) => CallFailed | undefined) {
    const saved: Outgoing[][] = []
    const door: PlanDoor = {
      save: async (rows) => {
        const refusal = refuse?.(rows)
        if (refusal) throw refusal
        saved.push(rows)
        return rows.map((row, index) => {
          const old = items.find(({ id }) => id === row.id)
          const now = item(
            row.id ?? `n${saved.length}${index}`,
            { ...old?.fields, ...row.fields },
            (old?.version ?? 0) + 1,
          )
          items.splice(0, items.length, ...items.filter(({ id }) => id !== now.id), now)
          return now
        })
      },
      remove: async (rows) => {
        const gone = new Set(rows.map(({ id }) => id))
        items.splice(0, items.length, ...items.filter(({ id }) => !gone.has(id)))
      },
      load: async () => [...items],
    }
    return { door, saved, items }
  }
  const viewOf = (shown: readonly LocalRow[]) => ({ shown, write: (row: LocalRow) => row, blank: {} })
  const plan = (items: PlanItem[]) => ({ id: 'plan', year: 2027, edition: 1, items: [...items] })
  const open = (server: ReturnType<typeof serverOf>) =>
    createPlanEditor({ plan: plan(server.items), place: 'k', door: server.door })

  test('saves what was typed after a pause, only the fields that changed, and forgets what it kept', async () => {
    const server = serverOf([item('a', { position: 10 })])
    const editor = open(server)
    editor.change('a', (row) => withCell(row, 'days', 5))
    expect(editor.state.get().saving).toBe('waiting')
    expect([...kept.values()].join()).toContain('"days":5')
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.saved).toEqual([[{ id: 'a', version: 1, fields: { days: 5 } }]])
    expect(editor.state.get().saving).toBe('saved')
    expect(kept.size).toBe(0)
  })

  test('keeps what could not be sent, and has it again after a reload', async () => {
    const server = serverOf(
      [item('a', { position: 10 })],
      () => new CallFailed({ vi: '', en: '' }, { code: 'unreachable' }),
    )
    const editor = open(server)
    editor.change('a', (row) => withCell(row, 'host', 'Bộ Ngoại giao Lào'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(editor.state.get().saving).toBe('failed')
    const again = open(serverOf([item('a', { position: 10, days: 9 }, 2)]))
    expect(again.state.get().rows[0]?.fields).toMatchObject({ host: 'Bộ Ngoại giao Lào', days: 9 })
  })

  test('takes up what two tabs have left, of one line both fields, the second once the first is saved', async () => {
    const items = [item('a', { position: 10 })]
    const down = serverOf(items, () => new CallFailed({ vi: '', en: '' }, { code: 'server', status: 500 }))
    const tabs = [open(down), open(down)]
    tabs[0]?.change('a', (row) => withCell(row, 'days', 5))
    tabs[1]?.change('a', (row) => withCell(row, 'host', 'Bộ Ngoại giao Lào'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(kept.size).toBe(2)
    const server = serverOf(items)
    const again = open(server)
    again.resume()
    await vi.advanceTimersByTimeAsync(3000)
    expect(server.items[0]?.fields).toMatchObject({ days: 5, host: 'Bộ Ngoại giao Lào' })
    expect([again.state.get().saving, kept.size]).toEqual(['saved', 0])
  })

  test('with nothing unsaved leaves what another tab keeps of the plan', async () => {
    const server = serverOf([item('a', { position: 10 })])
    const clean = open(server)
    const editor = open(server)
    editor.change('a', (row) => withCell(row, 'days', 5))
    clean.absorb(server.items)
    expect([...kept.values()].join()).toContain('"days":5')
  })

  test.each(['invalid', 'refused'])(
    'puts the faults of the server at their rows and still saves the others: %s',
    async (code) => {
      const server = serverOf([item('a', { position: 10 }), item('b', { position: 20 })], (rows) => {
        const index = rows.findIndex(({ fields }) => fields.host === 'sai')
        const fault = { path: `rows[${index}].fields.host`, message: { vi: 'sai', en: 'wrong' } }
        return index === -1 ? undefined : new CallFailed({ vi: '', en: '' }, { code, faults: [fault] })
      })
      const editor = open(server)
      editor.change('a', (row) => withCell(row, 'host', 'sai'))
      editor.change('b', (row) => withCell(row, 'host', 'đúng'))
      await vi.advanceTimersByTimeAsync(1000)
      expect(editor.state.get().refused.get('a')?.faults[0]?.path).toBe('host')
      expect(server.saved).toEqual([[{ id: 'b', version: 1, fields: { host: 'đúng' } }]])
    },
  )

  test('a removed line comes back by undo, before and after the server has taken it out', async () => {
    const server = serverOf([item('a', { position: 10 }), item('b', { position: 20, host: 'H' })])
    const editor = open(server)
    const remove = () =>
      editor.edit({ removed: [{ key: 'b', at: 1 }], added: [], cells: [] }, viewOf(editor.state.get().rows))
    remove()
    editor.undo()
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.items.map(({ id }) => id)).toEqual(['a', 'b'])
    remove()
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.items.map(({ id }) => id)).toEqual(['a'])
    editor.undo()
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.items).toHaveLength(2)
    expect(server.items[1]?.fields).toMatchObject({ title: 'b', host: 'H' })
  })

  test('a line without a name stays here, and goes once it has one', async () => {
    const server = serverOf([])
    const editor = open(server)
    editor.edit({ removed: [], added: [{ key: 'new', at: 0 }], cells: [] }, viewOf([]))
    editor.change('new', (row) => withCell(row, 'days', 3))
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.saved).toEqual([])
    editor.change('new', (row) => withCell(row, 'title', 'Đoàn đi Lào'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.saved).toHaveLength(1)
    expect(editor.state.get().saving).toBe('saved')
  })

  test('a conflict brings in what the other wrote, beside what was typed here', async () => {
    const items = [item('a', { position: 10, days: 5 })]
    const server = serverOf(items, (rows) =>
      rows[0]?.version === 1 ? new CallFailed({ vi: '', en: '' }, { code: 'conflict' }) : undefined,
    )
    const editor = open(server)
    items[0] = item('a', { position: 10, days: 6 }, 2)
    editor.change('a', (row) => withCell(row, 'days', 7))
    await vi.advanceTimersByTimeAsync(1000)
    expect(editor.state.get().rows[0]?.clashes).toMatchObject([{ field: 'days', theirs: 6 }])
    editor.settle('a', 'days', 'mine')
    await vi.advanceTimersByTimeAsync(1000)
    expect(server.saved.at(-1)).toEqual([{ id: 'a', version: 2, fields: { days: 7 } }])
  })

  test('a line that was dropped is taken in again by asking for it, never by being changed', async () => {
    const dropped = { ...item('b', { position: 20 }, 4), standing: 'dropped' as const }
    const items = [item('a', { position: 10 }), dropped]
    const server = serverOf(items)
    const editor = open(server)
    editor.change('b', (row) => withCell(row, 'days', 3))
    await editor.takeInAgain('b')
    expect(server.saved.map(([row]) => row)).toEqual([
      { id: 'b', version: 4, fields: { days: 3 } },
      expect.objectContaining({ id: 'b', fields: {}, again: true }),
    ])
  })

  test('a new line whose answer was lost is not sent twice, whether the page stays or is loaded again', async () => {
    const server = serverOf([])
    let lost = true
    const door: PlanDoor = {
      ...server.door,
      save: async (rows) => {
        const answer = await server.door.save(rows)
        if (lost) throw new CallFailed({ vi: '', en: '' }, { code: 'unreachable' })
        return answer
      },
    }
    const begin = () => createPlanEditor({ plan: plan(server.items), place: 'k', door })
    const editor = begin()
    editor.edit({ removed: [], added: [{ key: 'new', at: 0 }], cells: [] }, viewOf([]))
    editor.change('new', (row) => withCell(withCell(row, 'title', 'Đoàn đi Lào'), 'days', { typed: 'vài ngày' }))
    await vi.advanceTimersByTimeAsync(1000)
    expect(editor.state.get().saving).toBe('failed')
    const again = begin().state.get().rows
    expect(again).toHaveLength(1)
    expect(again[0]).toMatchObject({ item: { id: 'n10' }, unread: { days: 'vài ngày' } })
    lost = false
    await vi.advanceTimersByTimeAsync(6000)
    expect(server.items).toHaveLength(1)
    expect(editor.state.get().rows).toHaveLength(1)
  })
})
