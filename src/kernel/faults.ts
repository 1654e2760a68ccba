import type { z } from 'zod'
import type { Fault } from './errors.ts'
import type { Bilingual } from './text.ts'

/** What a custom check of the schema expects, by the word it leaves in the issue. */
const EXPECTED: Record<string, Bilingual> = {
  day: { vi: 'một ngày có thật, dạng YYYY-MM-DD (1900–2199)', en: 'a day that exists, as YYYY-MM-DD (1900–2199)' },
  country: { vi: 'mã nước hai chữ cái ISO 3166-1', en: 'a two-letter ISO 3166-1 country code' },
  currency: { vi: 'mã tiền tệ ISO 4217', en: 'an ISO 4217 currency code' },
  jurisdiction: { vi: 'VN hoặc một mã ISO 3166-2 của Việt Nam', en: 'VN or an ISO 3166-2 code of Việt Nam' },
  'body-code': {
    vi: 'mã định danh dạng H26.12.3: một chữ, hai số, các phần sau cách nhau bằng dấu chấm, không quá 13 ký tự',
    en: 'an identifier such as H26.12.3: a letter, two digits, further parts after points, at most 13 characters',
  },
  stated: { vi: 'một giá trị', en: 'a value' },
  comparison: { vi: 'atLeast hoặc atMost', en: 'atLeast or atMost' },
}

/** Fields whose value no answer and no log repeats. */
const SECRET = /password|secret|token|code$/i

/** What a value of a known form is, by the name of the form. */
const FORMATS: Record<string, Bilingual> = {
  uuid: { vi: 'một mục chọn từ danh sách', en: 'an entry chosen from the list' },
  email: { vi: 'một địa chỉ thư điện tử', en: 'an e-mail address' },
}

const TYPES: Record<string, Bilingual> = {
  string: { vi: 'một chuỗi ký tự', en: 'a text' },
  number: { vi: 'một số', en: 'a number' },
  int: { vi: 'một số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'một danh sách', en: 'a list' },
  object: { vi: 'một đối tượng', en: 'an object' },
}

/**
 * A fault of an input as its reader needs it: the path, what was expected there, what stands there instead. An unknown
 * field gives one fault for each such field.
 */
export function faultOf(issue: z.core.$ZodIssue, input: unknown): Fault[] {
  const path = pathText(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key.trim()]),
      message: {
        vi: 'trường này không có trong mẫu; hãy bỏ hoặc sửa tên',
        en: 'unknown field; remove it or correct its name',
      },
    }))
  }
  const expected = expectation(issue)
  const found = valueAt(input, issue.path)
  return [
    {
      path,
      message:
        found === undefined
          ? { vi: `còn thiếu, cần ${expected.vi}`, en: `missing, expected ${expected.en}` }
          : SECRET.test(String(issue.path.at(-1)))
            ? { vi: `cần ${expected.vi}`, en: `expected ${expected.en}` }
            : {
                vi: `cần ${expected.vi}; đang là ${shown(found)}`,
                en: `expected ${expected.en}; found ${shown(found)}`,
              },
    },
  ]
}

/** A path as the contract writes it: `dossier.members[2].role`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? String(part) : `${text}.${String(part)}`
  }, '')
}

function expectation(issue: z.core.$ZodIssue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? { vi: issue.expected, en: issue.expected }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ')
      return { vi: `một trong: ${values}`, en: `one of: ${values}` }
    }
    case 'invalid_format':
      return FORMATS[issue.format] ?? { vi: 'giá trị hợp lệ', en: 'a valid value' }
    case 'custom':
      return EXPECTED[issue.message] ?? { vi: issue.message, en: issue.message }
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1
          ? { vi: 'không để trống', en: 'not blank' }
          : { vi: `ít nhất ${issue.minimum} ký tự`, en: `at least ${issue.minimum} characters` }
      if (issue.origin === 'array')
        return { vi: `ít nhất ${issue.minimum} mục`, en: `at least ${issue.minimum} entries` }
      return { vi: `không nhỏ hơn ${issue.minimum}`, en: `no less than ${issue.minimum}` }
    case 'too_big':
      if (issue.origin === 'array')
        return { vi: `không quá ${issue.maximum} mục`, en: `at most ${issue.maximum} entries` }
      if (issue.origin === 'string')
        return { vi: `không quá ${issue.maximum} ký tự`, en: `at most ${issue.maximum} characters` }
      return { vi: `không lớn hơn ${issue.maximum}`, en: `no more than ${issue.maximum}` }
    default:
      return { vi: 'giá trị hợp lệ', en: 'a valid value' }
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    input,
  )
}

/** A value as it can stand in a sentence: short, and quoted when it is text. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]'
  if (typeof value === 'object' && value !== null) return '{…}'
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
