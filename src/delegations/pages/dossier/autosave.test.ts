import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChanges, readAtKeys, writeAtKeys } from '../../content/changes.ts'
import type { Content } from '../../content/content.ts'
import { isObject, type Json } from '../../content/json.ts'
import { markedFields } from '../../marked-fields.ts'
import {
  answered,
  type Desk,
  hasChanges,
  isUnsaved,
  openDesk,
  type Served,
  seen,
  sending,
  settled,
  typed,
  unanswered,
} from './autosave.ts'
import { letGo, refusedAt, withoutMarked } from './refused.ts'

const FIRST: Content = { title: 'A', members: [{ key: 'a', name: 'An' }], purpose: {} }

/** A server as far as saving goes: it merges changes and counts versions. */
function serverWith(content: Content) {
  let served: Served = { version: 1, content }
  return {
    get: () => served,
    save: (changes: ReturnType<typeof sending>['changes']) => {
      const { content: next, clashes } = applyChanges(served.content, changes)
      served = { version: next === served.content ? served.version : served.version + 1, content: next }
      return { ...served, clashes }
    },
  }
}

type Server = ReturnType<typeof serverWith>

/** The whole way of one save. */
function save(desk: Desk, server: Server): Desk {
  const { desk: waiting, changes } = sending(desk)
  return answered(waiting, server.save(changes))
}

function write(desk: Desk, at: string, value: Json | undefined): Desk {
  return typed(desk, writeAtKeys(desk.mine, at, value))
}

describe('one who types', () => {
  test('has everything with the server once it answers', () => {
    const server = serverWith(FIRST)
    const desk = save(write(openDesk(server.get()), 'title', 'B'), server)
    expect(server.get().content.title).toBe('B')
    expect(isUnsaved(desk)).toBe(false)
  })

  test('keeps what was typed while the answer was awaited', () => {
    const server = serverWith(FIRST)
    const { desk: waiting, changes } = sending(write(openDesk(server.get()), 'title', 'B'))
    const further = write(write(waiting, 'title', 'BC'), 'purpose/summary', 'x')
    const desk = answered(further, server.save(changes))
    expect(desk.mine).toMatchObject({ title: 'BC', purpose: { summary: 'x' } })
    expect(desk.clashes).toEqual([])
    expect(hasChanges(desk)).toBe(true)
  })

  test('is not at odds with themselves where the answer to an earlier save never came', () => {
    const server = serverWith(FIRST)
    const { desk: waiting, changes } = sending(write(openDesk(server.get()), 'title', 'B'))
    server.save(changes)
    const again = write(unanswered(waiting, true), 'title', 'BC')
    const desk = save(save(again, server), server)
    expect(desk.clashes).toEqual([])
    expect(server.get().content.title).toBe('BC')
  })

  test('finds after a reload what was unsaved, laid over what others wrote meanwhile', () => {
    const server = serverWith(FIRST)
    const kept = write(openDesk(server.get()), 'members/a/task', 'phiên dịch')
    save(write(openDesk(server.get()), 'title', 'C'), server)
    const desk = openDesk(server.get(), kept)
    expect(desk.mine).toEqual({
      title: 'C',
      purpose: {},
      members: [{ key: 'a', name: 'An', task: 'phiên dịch' }],
    })
    expect(desk.clashes).toEqual([])
  })
})

describe('two who write into the same field', () => {
  test('see both texts, and nothing is dropped until one is chosen', () => {
    const server = serverWith(FIRST)
    const mine = write(openDesk(server.get()), 'title', 'mine')
    save(write(openDesk(server.get()), 'title', 'theirs'), server)
    const desk = seen(save(mine, server), server.get())
    expect(desk.mine.title).toBe('theirs')
    expect(desk.clashes).toEqual([{ at: 'title', to: 'mine', now: 'theirs' }])
    expect(isUnsaved(desk)).toBe(true)
    expect(hasChanges(desk)).toBe(false)
    expect(save(settled(desk, 'title', 'theirs'), server).mine.title).toBe('theirs')
    save(settled(desk, 'title', 'mine'), server)
    expect(server.get().content.title).toBe('mine')
  })

  test('are asked for the whole member where one of them has removed it', () => {
    const server = serverWith(FIRST)
    const mine = write(openDesk(server.get()), 'members/a/task', 'phiên dịch')
    save(write(openDesk(server.get()), 'members/a', undefined), server)
    const desk = save(mine, server)
    const whole = { key: 'a', name: 'An', task: 'phiên dịch' }
    expect(desk.clashes).toEqual([{ at: 'members/a', to: whole }])
    save(settled(desk, 'members/a', 'mine'), server)
    expect(server.get().content.members).toEqual([whole])
  })

  test('both begin the same group of fields, and lose nothing by it', () => {
    const server = serverWith(FIRST)
    const mine = write(openDesk(server.get()), 'documents/proposal', { number: '1' })
    save(write(openDesk(server.get()), 'documents/invitation', { number: '2' }), server)
    const desk = save(mine, server)
    expect(desk.clashes).toEqual([])
    expect(server.get().content.documents).toEqual({ proposal: { number: '1' }, invitation: { number: '2' } })
  })
})

const WHY = { vi: 'dài quá', en: 'too long' }

/** The whole way of saves with a server that refuses texts with «!», each with its place. */
function saveRefusing(desk: Desk, server: Server): Desk {
  const { desk: waiting, changes } = sending(desk)
  const told = changes.flatMap(({ at, to }) => badFields(at, to)).map((path) => ({ path, message: WHY }))
  if (told.length === 0) return answered(waiting, server.save(changes))
  const held = refusedAt(waiting, changes, told)
  if (held === undefined) throw new Error('a refusal that names fields holds them')
  return saveRefusing(held, server)
}

function badFields(at: string, to: Json | undefined): string[] {
  if (typeof to === 'string') return to.includes('!') ? [at] : []
  return isObject(to) ? Object.entries(to).flatMap(([name, inner]) => badFields(`${at}/${name}`, inner)) : []
}

describe('a refused save', () => {
  test('holds the field that is named and saves all the rest', () => {
    const server = serverWith(FIRST)
    const desk = saveRefusing(
      write(write(openDesk(server.get()), 'title', 'B!'), 'members/a/task', 'phiên dịch'),
      server,
    )
    expect(server.get().content).toMatchObject({ title: 'A', members: [{ task: 'phiên dịch' }] })
    expect([desk.mine.title, desk.refused]).toEqual(['B!', [{ at: 'title', to: 'B!', why: WHY }]])
    expect([hasChanges(desk), isUnsaved(desk)]).toEqual([false, true])
  })

  test('keeps nothing later from being saved, and is sent again once it is mended', () => {
    const server = serverWith(FIRST)
    const held = saveRefusing(write(openDesk(server.get()), 'title', 'B!'), server)
    const further = saveRefusing(write(held, 'purpose/summary', 'x'), server)
    expect(server.get().content).toMatchObject({ title: 'A', purpose: { summary: 'x' } })
    const mended = saveRefusing(write(further, 'title', 'B'), server)
    expect([server.get().content.title, mended.refused, isUnsaved(mended)]).toEqual(['B', [], false])
  })

  test('of a new member holds the one field, and keeps the member', () => {
    const server = serverWith(FIRST)
    const desk = saveRefusing(write(openDesk(server.get()), 'members/b', { key: 'b', name: 'Bình', task: '!' }), server)
    expect(readAtKeys(server.get().content, 'members/b')).toEqual({ key: 'b', name: 'Bình' })
    expect(readAtKeys(desk.mine, 'members/b')).toEqual({ key: 'b', name: 'Bình', task: '!' })
    expect(desk.refused.map(({ at }) => at)).toEqual(['members/b/task'])
  })

  test('is let go where somebody takes what the server has', () => {
    const server = serverWith(FIRST)
    const desk = letGo(saveRefusing(write(openDesk(server.get()), 'title', 'B!'), server), 'title')
    expect([desk.mine, isUnsaved(desk)]).toEqual([FIRST, false])
  })

  test('shows both texts where somebody else writes into the field meanwhile', () => {
    const server = serverWith(FIRST)
    const held = saveRefusing(write(openDesk(server.get()), 'title', 'B!'), server)
    save(write(openDesk(server.get()), 'title', 'C'), server)
    const desk = seen(held, server.get())
    expect(desk.clashes).toEqual([{ at: 'title', to: 'B!', now: 'C' }])
    expect(desk.refused).toEqual([])
  })

  test('that names no field, or a change by its number only, is known as such', () => {
    const { desk: waiting, changes } = sending(write(openDesk({ version: 1, content: FIRST }), 'title', 'B'))
    expect(refusedAt(waiting, changes, [{ path: 'dossier', message: WHY }])).toBeUndefined()
    expect(refusedAt(waiting, changes, [{ path: 'changes[0].to', message: WHY }])?.refused[0]?.at).toBe('title')
    expect(hasChanges(unanswered(waiting, false))).toBe(true)
  })

  test('is found after a reload, at its field', () => {
    const server = serverWith(FIRST)
    const held = saveRefusing(write(openDesk(server.get()), 'title', 'B!'), server)
    const desk = openDesk(server.get(), JSON.parse(JSON.stringify(withoutMarked(held))))
    expect([desk.mine.title, desk.refused.map(({ at }) => at)]).toEqual(['B!', ['title']])
  })

  test('of a marking of secrecy leaves nothing of the text in what a browser keeps, but says that and why', () => {
    const server = serverWith(FIRST)
    const typing = write(write(openDesk(server.get()), 'title', 'Tối mật X'), 'members/b', {
      ...{ key: 'b', name: 'Bình', task: 'mang TUYỆT MẬT' },
    })
    for (const desk of [typing, unanswered(sending(typing).desk, true)]) {
      const kept = JSON.stringify(withoutMarked(desk))
      expect(kept).toContain('Bình')
      expect(kept).not.toMatch(/Tối mật X|mang TUYỆT/)
      const again = openDesk(server.get(), JSON.parse(kept))
      expect(again.refused.map(({ at }) => at)).toEqual(['title', 'members/b/task'])
      expect(saveRefusing(again, server).refused.map(({ at }) => at)).toContain('title')
    }
    expect(markedFields('members/b', { key: 'b', task: 'tối mật' })[0]?.message.vi).toContain('TỐI MẬT')
  })
})

/** What two editors do, one after the other, over a connection that may lose an answer. */
const FIELDS = ['title', 'purpose/summary', 'members/a/task', 'members/a/name', 'members/b'] as const
const act = fc.record({
  who: fc.constantFrom(0, 1),
  what: fc.oneof(
    fc.record({ kind: fc.constant('type' as const), field: fc.constantFrom(...FIELDS) }),
    fc.record({ kind: fc.constantFrom('save' as const, 'lose' as const, 'see' as const, 'reload' as const) }),
  ),
})

test('of two editors nobody loses a text unseen: it is with the server, or waits for a choice, or the other saw it first', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const server = serverWith(FIRST)
      const desks = [openDesk(server.get()), openDesk(server.get())]
      const desk = (who: number) => desks[who] as Desk
      /** The texts that somebody has written over knowingly, having had them before their eyes. */
      const overwritten = new Set<string>()
      const last = new Map<string, Json>()
      let count = 0
      const type = (who: number, field: string) => {
        overwritten.add(JSON.stringify(readAtKeys(desk(who).mine, field)))
        count += 1
        const value = field === 'members/b' ? { key: 'b', name: `${who}-${count}` } : `${who}-${count}`
        desks[who] = write(desk(who), field, value)
        last.set(`${who} ${field}`, value)
      }
      for (const { who, what } of acts) {
        if (what.kind === 'type') type(who, what.field)
        if (what.kind === 'save') desks[who] = save(desk(who), server)
        if (what.kind === 'see') desks[who] = seen(desk(who), server.get())
        if (what.kind === 'reload') desks[who] = openDesk(server.get(), desk(who))
        if (what.kind === 'lose') {
          const { desk: waiting, changes } = sending(desk(who))
          server.save(changes)
          desks[who] = unanswered(waiting, true)
        }
      }
      for (let round = 0; round < 3; round += 1) {
        desks[0] = save(desk(0), server)
        desks[1] = save(desk(1), server)
      }
      for (const [key, value] of last) {
        const [who, field] = [Number(key[0]), key.slice(2)]
        const text = JSON.stringify(value)
        // Where both have the member, the clash is about the name in it alone.
        const word = JSON.stringify(isObject(value) ? value.name : value)
        const waits = desk(who).clashes.some(({ to }) => JSON.stringify(to)?.includes(word))
        const stands = JSON.stringify(readAtKeys(server.get().content, field)) === text
        expect([field, text, stands || waits || overwritten.has(text)]).toEqual([field, text, true])
      }
      // Whatever waited for a choice is chosen: then both have the same, and it is what the server has.
      for (const who of [0, 1]) {
        for (const { at } of desk(who).clashes) desks[who] = settled(desk(who), at, 'mine')
        desks[who] = save(desk(who), server)
      }
      for (const who of [0, 1]) {
        for (const { at } of desk(who).clashes) desks[who] = settled(desk(who), at, 'theirs')
        desks[who] = seen(desk(who), server.get())
        expect(desk(who).mine).toEqual(server.get().content)
        expect(isUnsaved(desk(who))).toBe(false)
      }
    }),
    { numRuns: 1500 },
  )
})
