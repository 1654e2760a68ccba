import type { z } from 'zod'
import type { Fault } from '../kernel/errors.ts'
import type { Bilingual } from '../kernel/text.ts'

type Issue = z.core.$ZodIssue

/** What a schema found wrong, as faults: each with its path (`members[2].role`) and what was expected there. */
export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.flatMap(faultsOfIssue)
}

function faultsOfIssue(issue: Issue): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: UNKNOWN_FIELD }))
  }
  return [{ path: pathOf(issue.path), message: expectation(issue) }]
}

const UNKNOWN_FIELD: Bilingual = {
  vi: 'trường này không có trong hợp đồng dữ liệu; hãy bỏ đi hoặc sửa tên',
  en: 'this field is not part of the contract; remove it or correct its name',
}

function expectation(issue: Issue): Bilingual {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined
      ? { vi: `bắt buộc, kiểu ${issue.expected}`, en: `required, of type ${issue.expected}` }
      : { vi: `phải có kiểu ${issue.expected}`, en: `must be of type ${issue.expected}` }
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map((value) => JSON.stringify(value)).join(', ')
    return { vi: `phải là một trong: ${values}`, en: `must be one of: ${values}` }
  }
  if (issue.code === 'too_small') return bound('ít nhất', 'at least', issue.minimum)
  if (issue.code === 'too_big') return bound('nhiều nhất', 'at most', issue.maximum)
  return {
    vi: `giá trị không đúng dạng (${issue.message})`,
    en: `the value is not of the right form (${issue.message})`,
  }
}

function bound(vi: string, en: string, limit: number | bigint): Bilingual {
  return { vi: `phải ${vi} ${limit} (giá trị hoặc độ dài)`, en: `must be ${en} ${limit} (value or length)` }
}

function pathOf(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`
    return path === '' ? String(key) : `${path}.${String(key)}`
  }, '')
}
