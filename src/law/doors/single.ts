import { readFileSync } from 'node:fs'
import { Invalid } from '../../kernel/errors.ts'
import { check } from '../check.ts'
import type { Law } from '../law.ts'
import { readRequest } from '../read.ts'
import type { Options } from './options.ts'
import { printResult } from './print.ts'

/** Checks one file (or standard input) and prints the result. Returns the exit code; throws `Invalid` for a bad input. */
export function checkFile(law: Law, { file, asOf, today, json, language }: Options): number {
  const { request, faults } = readRequest(parse(read(file), file))
  if (faults) throw new Invalid(faults)
  const result = check(law, asOf === undefined ? request : { ...request, asOf }, today)
  process.stdout.write(
    json ? `${JSON.stringify(result, null, 2)}\n` : printResult(result, request.dossier, law, language),
  )
  return result.verdict === 'compliant' ? 0 : 1
}

function read(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Invalid([
      { path: '', message: { vi: `không đọc được tệp ${file}: ${reason}`, en: `cannot read ${file}: ${reason}` } },
    ])
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Invalid([
      { path: '', message: { vi: `${file} không phải JSON: ${reason}`, en: `${file} is not JSON: ${reason}` } },
    ])
  }
}
