import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { type CheckResult, check, loadLaw, readRequest } from '../src/law/index.ts'

interface Expected {
  verdict: string
  passes: number
  findings: { rule: string; norm: string; outcome: string; severity: string; subject?: string }[]
  obligations: { rule: string; norm: string; due: string; state: string }[]
}

const FOLDER = new URL('./acceptance/', import.meta.url)
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const CASES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, ...(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Case) }))
interface Case {
  about: string
  request: unknown
  expect: Expected
}

const law = loadLaw()
const scratch = mkdtempSync(join(tmpdir(), 'doan-ra-acceptance-'))
afterAll(() => rmSync(scratch, { recursive: true }))

describe('the acceptance cases', () => {
  test.each(CASES)('$name through the function: $about', ({ request, expect: expected }) => {
    const reading = readRequest(request)
    expect(reading.faults).toBeUndefined()
    if (reading.request) expectAnswer(check(law, reading.request, '2026-11-22'), expected)
  })

  test('come out the same through the command line as one stream, in order', async () => {
    const file = join(scratch, 'all.ndjson')
    writeFileSync(file, CASES.map(({ request }) => JSON.stringify(request)).join('\n'))
    const { stdout, code } = await run(['--batch', file, '--json'])
    const results = stdout.trimEnd().split('\n')
    expect(code).toBe(1)
    expect(results).toHaveLength(CASES.length)
    for (const [index, { expect: expected }] of CASES.entries()) {
      expectAnswer(JSON.parse(results[index] ?? '') as CheckResult, expected)
    }
  })

  test('come out the same through the command line one by one, with the exit code of their verdict', async () => {
    for (const { name, request, expect: expected } of CASES.slice(0, 5)) {
      const file = join(scratch, name)
      writeFileSync(file, JSON.stringify(request))
      const { stdout, code } = await run([file, '--json'])
      expectAnswer(JSON.parse(stdout) as CheckResult, expected)
      expect(code).toBe(expected.verdict === 'compliant' ? 0 : 1)
    }
  })
})

function expectAnswer(result: CheckResult, expected: Expected): void {
  const open = result.findings.filter(({ outcome }) => outcome !== 'pass')
  expect(open.map(asExpected).sort()).toEqual(expected.findings.map(asExpected).sort())
  expect(result.findings.length - open.length).toBe(expected.passes)
  expect(result.verdict).toBe(expected.verdict)
  const reports = result.obligations
    .filter(({ rule, norm }) => rule === 'result-report' && norm !== '38-CT-TW-2014#4')
    .map(({ rule, norm, due, state }) => ({ rule, norm, due, state }))
  expect(reports.sort((one, other) => (one.norm < other.norm ? -1 : 1))).toEqual(expected.obligations)
}

function asExpected({
  rule,
  norm,
  outcome,
  severity,
  subject,
}: Omit<Expected['findings'][number], 'subject'> & { subject?: string | undefined }): string {
  const settled = outcome === 'violated' || outcome === 'waived'
  return [rule, norm, outcome, settled ? severity : '', subject ?? ''].join(' | ')
}

async function run(args: string[]): Promise<{ stdout: string; code: number }> {
  try {
    const { stdout } = await promisify(execFile)('npm', ['run', '-s', 'check', '--', ...args], {
      cwd: ROOT,
      maxBuffer: 64 << 20,
    })
    return { stdout, code: 0 }
  } catch (error) {
    const { stdout, code } = error as { stdout: string; code: number }
    return { stdout, code }
  }
}
