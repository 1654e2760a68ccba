import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { LawRefused } from './law-files.ts'
import { loadLaw } from './load.ts'

const scratch = mkdtempSync(join(tmpdir(), 'doan-ra-law-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const HEAD = `id: THU-2026
number: 1/THU
title: { vi: Văn bản thử, en: A trial text }
issuer: { vi: Cơ quan thử, en: A trial issuer }
issued: 2026-01-01
jurisdiction: VN-HN
status: { vi: Thử, en: Trial }
provisions:
  - place: "1"
    summary: { vi: Thử, en: Trial }
    norms:
`

/** What is said of an instrument, as `line: message`, without the folder. */
function faultsOf(text: string): string[] {
  const folder = mkdtempSync(join(scratch, 'case-'))
  writeFileSync(join(folder, 'thu.yaml'), text)
  try {
    loadLaw([folder])
    return []
  } catch (error) {
    if (!(error instanceof LawRefused)) throw error
    return error.faults.map(({ file, line, message }) => `${file.split('/').at(-1)}:${line}: ${message}`)
  }
}

describe('the law', () => {
  test('loads with every norm of the shipped instruments and a hash of its content', () => {
    const law = loadLaw()
    expect(law.norms).toHaveLength(58)
    expect(law.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(loadLaw().hash).toBe(law.hash)
  })

  test('takes a sound file beside its own', () => {
    expect(
      faultsOf(`${HEAD}      - { rule: delegation-size, severity: prohibited, parameters: { max: 5 } }\n`),
    ).toEqual([])
  })

  test.each([
    ['an unknown rule', '      - { rule: size, severity: prohibited }', 12, /không có quy tắc "size".*delegation-size/],
    [
      'an unknown severity',
      '      - { rule: delegation-size, severity: bad, parameters: { max: 5 } }',
      12,
      /severity: cần một trong: prohibited/,
    ],
    [
      'a parameter that is missing',
      '      - { rule: delegation-size, severity: prohibited }',
      12,
      /parameters\.max: còn thiếu, cần một số/,
    ],
    [
      'a parameter that the rule has not',
      '      - { rule: trip-length, severity: advice, parameters: { max: 5, min: 1 } }',
      12,
      /parameters\.min: trường này không có/,
    ],
    [
      'an unknown field',
      '      - { rule: delegation-size, severity: prohibited, param: { max: 5 } }',
      12,
      /param: trường này không có/,
    ],
    [
      'a condition over an unknown fact',
      '      - { rule: trip-length, severity: advice, parameters: { max: 5 }, when: { head.age: 3 } }',
      12,
      /head\.age: trường này không có/,
    ],
    [
      'a reference to no value',
      '      - { rule: trip-length, severity: advice, parameters: { max: { administered: nothing } } }',
      12,
      /không có giá trị ấn định "nothing"/,
    ],
    [
      'members bound by a rule that binds none',
      '      - { rule: trip-length, severity: advice, who: leaders, parameters: { max: 5 } }',
      12,
      /hãy bỏ who/,
    ],
    [
      'a grade that the rule does not tell apart',
      '      - { rule: secrets, severity: prohibited, grades: { lost: missing } }',
      12,
      /không có mức "lost"; cần một trong: undeclared/,
    ],
    [
      'an end before the beginning',
      '      - { rule: trip-length, severity: advice, parameters: { max: 5 }, to: 2025-01-01 }',
      12,
      /hết hiệu lực 2025-01-01 trước ngày/,
    ],
    ['broken YAML', '      - { rule: trip-length', 13, /YAML/],
  ])('refuses %s with file, line and what to write', (_what, norm, line, message) => {
    const faults = faultsOf(`${HEAD}${norm}\n`)
    expect(faults[0]).toMatch(new RegExp(`^thu\\.yaml:${line}: `))
    expect(faults[0]).toMatch(message)
  })

  test('refuses an id that is taken, and a repeal of what does not exist', () => {
    expect(faultsOf(HEAD.replace('THU-2026', '38-CT-TW-2014').replace('norms:\n', ''))[0]).toMatch(
      /^thu\.yaml:1: .*đã có trong 38-CT-TW-2014\.yaml/,
    )
    expect(faultsOf(`${HEAD.replace('    norms:\n', '')}repeals:\n  - instrument: 99-XX\n`)[0]).toMatch(
      /^thu\.yaml:12: không có văn bản "99-XX"/,
    )
  })

  test('refuses a folder without a single instrument', () => {
    const empty = mkdtempSync(join(scratch, 'empty-'))
    expect(() => loadLaw([empty])).toThrow(/không có tệp văn bản/)
  })
})
