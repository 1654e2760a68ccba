import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Invalid } from '../kernel/errors.ts'
import { refuseUnkeepable } from './keepable.ts'

function faultsOf(input: unknown): string[] {
  try {
    refuseUnkeepable(input)
    return []
  } catch (error) {
    return error instanceof Invalid ? error.faults.map(({ path }) => path) : ['?']
  }
}

describe('an input that no database keeps', () => {
  it.each([
    ['U+0000 in a text', { a: { b: ['x', 'y\0'] } }, ['a.b[1]']],
    ['the first half of a letter', { a: 'x\ud83d' }, ['a']],
    ['the second half of a letter', { a: '\ude00x' }, ['a']],
    ['halves the wrong way round', 'x\ude00\ud83d', ['']],
    ['a name of a field', { a: { 'b\0': 1 } }, ['a']],
  ])('is refused with its place: %s', (_, input, paths) => {
    expect(faultsOf(input)).toEqual(paths)
  })

  it('is refused where it is nested without end, however deep', () => {
    let deep: unknown = 'x'
    for (let at = 0; at < 100_000; at += 1) deep = [deep]
    expect(faultsOf({ deep })).toEqual(['deep[0][0][0][0]'])
  })

  it('is no text of whole letters, no number, no bytes', () => {
    const kept = { text: 'Tōkyō 😀 ậ', bytes: new Uint8Array([0, 0]), none: null, number: 1e308, no: undefined }
    expect(faultsOf(kept)).toEqual([])
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => faultsOf(text.replaceAll('\0', '')).length === 0))
  })
})
