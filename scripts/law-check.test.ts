import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

describe('npm run law:check', () => {
  test('finds the project sound, and reports what disagrees, what is lacking and nothing else', async () => {
    const { code, output, errors } = await lawCheck()
    expect(errors).toBe('')
    expect(code).toBe(0)
    expect(output).toContain('58 quy định')
    expect(output).toMatch(/4060-CV\/BTCTU, điểm 1: tối đa 7 người/)
    expect(output).toMatch(/tối đa 10 người – cả đoàn – bị cấm/)
    expect(output).toMatch(/Khoảng trống.*\n {2}• Nơi học tập .* từ 01\/07\/2025 – Chấm dứt cùng cấp quận/)
    expect(output.split('Quy định còn thiếu ca kiểm thử\n')[1]?.trim().split('\n')).toHaveLength(1)
  })

  test('tries a folder beside the project, in English', async () => {
    const { code, output } = await lawCheck('law/cases/designs/repeal', '--lang', 'en')
    expect(code).toBe(0)
    expect(output).toContain('Relatives in the delegation · Trung ương · from 01/07/2027 – 38-CT/TW has ended')
  })

  test('names every fault by file and line, and ends with 1', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-law-'))
    const file = path.join(folder, 'faulty.yaml')
    await writeFile(file, 'id: FAULTY\nnumber: 9/GĐ\nissued: 2027-02-30\n')
    const { code, output, errors } = await lawCheck(folder)
    await rm(folder, { recursive: true })
    expect(code).toBe(1)
    expect(output).toBe('')
    expect(errors).toContain(`${file}:3: issued`)
  })

  test('refuses an option that it does not know, with its use, and ends with 2', async () => {
    const { code, errors } = await lawCheck('--colour')
    expect(code).toBe(2)
    expect(errors).toContain('npm run -s law:check')
  })
})

function lawCheck(...words: string[]): Promise<{ code: number; output: string; errors: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/law-check.ts', ...words],
      { cwd: ROOT },
      (error, output, errors) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, output, errors }),
    )
  })
}
