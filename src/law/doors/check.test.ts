import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CheckResult } from '../result.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const { request } = JSON.parse(readFileSync(join(ROOT, 'test/acceptance/04-eight-people.json'), 'utf8'))
const scratch = mkdtempSync(join(tmpdir(), 'doan-ra-check-'))
const file = join(scratch, 'request.json')
const bare = join(scratch, 'bare.json')

beforeAll(() => {
  writeFileSync(file, JSON.stringify(request))
  writeFileSync(bare, JSON.stringify(request.dossier))
})
afterAll(() => rmSync(scratch, { recursive: true }))

/** Runs the door; `input` goes to standard input. */
function door(args: string[], input = ''): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/door.mjs', 'src/law/doors/check.ts', ...args], { cwd: ROOT })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text
    })
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.end(input)
  })
}

describe('the check at the command line', () => {
  test('speaks Vietnamese to a person, English on request, and cites the place', async () => {
    const vi = await door([file])
    expect(vi.code).toBe(1)
    expect(vi.out).toContain('CẦN CẤP CÓ THẨM QUYỀN CHO PHÉP')
    expect(vi.out).toContain('[4060-CV/BTCTU, điểm 1]')
    expect(vi.out).toContain('Sửa: bớt 1 người')
    const en = await door([file, '--lang', 'en'])
    expect(en.out).toContain('NEEDS AN EXCEPTION')
    expect(en.out).toContain('take 1 fewer')
  })

  test('reads standard input, and applies the law of another day', async () => {
    const { code, out } = await door(['-', '--json', '--as-of', '2018-05-01'], JSON.stringify(request.dossier))
    const result = JSON.parse(out) as CheckResult
    expect(result.asOf).toBe('2018-05-01')
    expect(result.findings.some(({ norm }) => norm.startsWith('4060'))).toBe(false)
    expect(code).toBe(0)
  })

  test('tries a new instrument from a folder without touching the project', async () => {
    const folder = join(scratch, 'law')
    mkdirSync(folder)
    writeFileSync(
      join(folder, 'moi.yaml'),
      `id: THU-2026
number: 1/THU
title: { vi: Văn bản thử, en: A trial text }
issuer: { vi: Cơ quan thử, en: A trial issuer }
issued: 2026-01-01
jurisdiction: VN-HN
status: { vi: Thử, en: Trial }
provisions:
  - place: "1"
    summary: { vi: Không quá 5 người, en: At most 5 people }
    norms: [{ rule: delegation-size, severity: prohibited, parameters: { max: 5 } }]
`,
    )
    const { out } = await door([file, '--json', '--law', folder])
    const result = JSON.parse(out) as CheckResult
    expect(result.verdict).toBe('prohibited')
    expect(result.findings[0]).toMatchObject({ norm: 'THU-2026#1', outcome: 'violated', limit: 5, actual: 8 })
    expect(result.findings[0]?.message.vi).toContain('Ban hành sau cùng là 1/THU')
  })

  test.each([
    ['a file that is not there', ['missing.json'], /missing\.json/],
    ['no file at all', [], /FILE/],
    ['an option that does not exist', ['--speed'], /--speed/],
    ['a day that does not exist', ['x.json', '--as-of', '2026-02-30'], /--as-of/],
    ['a language that is not spoken', ['x.json', '--lang', 'fr'], /--lang/],
    ['a folder without law', ['x.json', '--law', '/nonexistent'], /nonexistent/],
  ])('refuses %s with exit 2 and a sentence on standard error only', async (_what, args, message) => {
    const { code, out, err } = await door(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(message)
    expect(err).not.toContain('    at ')
  })

  test('refuses unusable input with the path of the fault and nothing on standard output', async () => {
    const wrong = {
      ...request,
      dossier: { ...request.dossier, trip: { ...request.dossier.trip, return: '2026-05-01' } },
    }
    const { code, out, err } = await door(['-'], JSON.stringify(wrong))
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('dossier.trip.return')
    expect((await door(['-'], '{')).code).toBe(2)
  })

  test('answers a stream line by line in order, bad lines in their place, and exits 2 at the end', async () => {
    const lines = Array.from({ length: 1200 }, (_, index) => {
      if (index % 400 === 7) return index === 7 ? '{broken' : ''
      return JSON.stringify({
        ...request,
        dossier: { ...request.dossier, members: request.dossier.members.slice(0, 1 + (index % 8)) },
      })
    })
    const { code, out } = await door(['--batch', '-', '--json'], lines.join('\r\n'))
    const results = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(code).toBe(2)
    expect(results).toHaveLength(1200)
    for (const [index, result] of results.entries()) {
      if (index % 400 === 7) expect(result).toEqual({ line: index + 1, error: expect.any(String) })
      else
        expect(
          result.findings.find(
            ({ rule, norm }: { rule: string; norm: string }) => rule === 'delegation-size' && norm.startsWith('4060'),
          ).actual,
        ).toBe(1 + (index % 8))
    }
    expect(results[0].findings[0]).not.toHaveProperty('trace')
  })

  test('exits 0 when all of a stream is compliant, 1 when one is not', async () => {
    const compliant = JSON.parse(readFileSync(join(ROOT, 'test/acceptance/01-compliant.json'), 'utf8')).request
    expect((await door(['--batch', '-', '--json'], `${JSON.stringify(compliant)}\n`)).code).toBe(0)
    expect((await door(['--batch', '-'], `${JSON.stringify(compliant)}\n${JSON.stringify(request)}\n`)).code).toBe(1)
    expect((await door(['--batch', '-', '--json'], '')).out).toBe('')
  })

  test('stops without a word when its reader goes away, as after "| head"', async () => {
    writeFileSync(join(scratch, 'many.ndjson'), `${JSON.stringify(request)}\n`.repeat(2000))
    const args = ['scripts/door.mjs', 'src/law/doors/check.ts', '--batch', join(scratch, 'many.ndjson'), '--json']
    const child = spawn(process.execPath, args, { cwd: ROOT })
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(err).toBe('')
    expect(code).toBe(141)
  })

  test('drops what follows in an endless line instead of filling the memory', async () => {
    const endless = `{"dossier":"${'x'.repeat(9 << 20)}"}`
    const { code, out } = await door(['--batch', '-', '--json'], `${endless}\n${JSON.stringify(request)}\n`)
    const [first, second] = out.trimEnd().split('\n')
    expect(code).toBe(2)
    expect(JSON.parse(first ?? '').line).toBe(1)
    expect(JSON.parse(second ?? '').verdict).toBe('needs-exception')
  })
})
