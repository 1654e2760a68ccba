import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refused, RefusedAt } from '../kernel/errors.ts'
import { draftLaw, sourceOf } from './draft.ts'
import { LAW_FOLDER, loadLaw } from './load.ts'

const law = loadLaw()
const BOARD = textOf('4060-CV-BTCTU-2019')

function textOf(id: string): string {
  return sourceOf(law, 'instruments', id)?.text ?? sourceOf(law, 'administered', id)?.text ?? ''
}

/** What a draft is refused for, as `path: message`. */
function faultsOf(text: string): string[] {
  try {
    draftLaw(law, text)
    return []
  } catch (error) {
    if (!(error instanceof RefusedAt)) throw error
    return error.faults.map(({ path, message }) => `${path}: ${message.vi}`)
  }
}

it('the law keeps its files as they were written', () => {
  const file = join(LAW_FOLDER, 'instruments', '4060-CV-BTCTU-2019.yaml')
  expect(sourceOf(law, 'instruments', '4060-CV-BTCTU-2019')).toMatchObject({
    name: '4060-CV-BTCTU-2019.yaml',
    text: readFileSync(file, 'utf8'),
  })
  expect(law.sources).toHaveLength(law.data.instruments.length + law.data.administered.length)
})

describe('a draft', () => {
  it('takes the place of the file of its id, and leaves the published law as it is', () => {
    const hash = law.hash
    const { kind, replaces, law: candidate } = draftLaw(law, BOARD.replace('max: 7', 'max: 2'))
    const size = candidate.norms.find(({ id, rule }) => id === '4060-CV-BTCTU-2019#1' && rule.id === 'delegation-size')
    expect([kind, replaces, size?.parameters]).toEqual(['instruments', true, { max: 2 }])
    expect([candidate.norms.length, law.hash]).toEqual([law.norms.length, hash])
  })

  it('comes beside the files in use where its id is new', () => {
    const { replaces, law: candidate } = draftLaw(law, BOARD.replace('id: 4060-CV-BTCTU-2019', 'id: 1-QD-2027'))
    expect([replaces, candidate.data.instruments.length]).toEqual([false, law.data.instruments.length + 1])
  })

  it('may be an administered value', () => {
    const { kind, law: candidate } = draftLaw(law, textOf('near-retirement-months').replace('value: 12', 'value: 18'))
    expect(kind).toBe('administered')
    expect(candidate.data.administered.find(({ id }) => id === 'near-retirement-months')?.entries[0]?.value).toBe(18)
  })

  it('that says what is in use is told so: a remark changes nothing', () => {
    expect(() => draftLaw(law, `# bản thảo\n${BOARD}`)).toThrow(Refused)
  })
})

describe('a fault is told with its line:', () => {
  it.each([
    ['what is no YAML', BOARD.replace('number: 4060', 'number: "4060'), /^text:\d+: YAML: /],
    ['an unknown rule', BOARD.replace('rule: delegation-size', 'rule: size'), /^text:21: không có quy tắc "size"/],
    ['a figure that is none', BOARD.replace('max: 7', 'max: bảy'), /^text:23: parameters.max: cần một số/],
    ['a field that is missing', BOARD.replace('issued: 2019-05-31\n', ''), /^text:\d+: issued: còn thiếu/],
    [
      'a text that is not there',
      BOARD.replace('provisions:', 'repeals: [{ instrument: khong-co }]\nprovisions:'),
      /^text:15: không có văn bản "khong-co"/,
    ],
    [
      'a value that another file can no longer use',
      textOf('near-retirement-months').replace('value: 12', 'value: nhiều'),
      /^38-CT-TW-2014.yaml:96: parameters.months/,
    ],
    [
      'a value that could not be used on earlier days',
      textOf('near-retirement-months').replace(/entries:\n([\s\S]*)/, (_, entry: string) => {
        const earlier = entry
          .replace('value: 12', 'value: nhiều')
          .replace('1900-01-01', '1900-01-01\n    to: 2020-12-31')
        return `entries:\n${earlier}${entry.replace('1900-01-01', '2021-01-01')}`
      }),
      /^38-CT-TW-2014.yaml:96: parameters.months/,
    ],
    ['days that would be counted for ever', BOARD.replace('days: 10', 'days: 9007199254740991'), /không lớn hơn 3660/],
    [
      'a value left empty',
      textOf('city-leader-levels').replace(/value:[\s\S]*?\n {4}from/, 'value:\n    from'),
      /cần một giá trị/,
    ],
    ['no mapping at all', '- 1', /^text:1: /],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(text)[0]).toMatch(fault)
  })
})

describe('a text that would keep the server busy is not read:', () => {
  const doubling = Array.from(
    { length: 9 },
    (_, at) =>
      `a${at}: &a${at} [${Array(9)
        .fill(`*a${at - 1}`)
        .join(', ')}]`,
  )
  it.each([
    ['aliases that multiply', `a: &a-1 [x]\n${doubling.join('\n')}`, /bí danh/],
    ['an alias of itself', 'id: &a [*a]', /bí danh/],
    ['an alias of nothing', 'id: *b', /bí danh/],
    ['what is nested without end', '['.repeat(30_000), /lồng quá sâu/],
    ['lists in lists', '- '.repeat(16_000), /lồng quá sâu/],
    ['a mapping of thousands', Array.from({ length: 5000 }, (_, at) => `a${at}: 1`).join('\n'), /quá 1000 mục/],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([expect.stringMatching(fault)])
  })

  it('of very many faults the first are told', () => {
    expect(faultsOf(']'.repeat(2000)).length).toBeLessThanOrEqual(50)
  })
})
