import { type Fault, Invalid, Refusal, RefusedAt } from '../kernel/errors.ts'
import type { Bilingual } from '../kernel/text.ts'

const MIB = 1024 * 1024

/** The bytes that a request may bring where its endpoint says nothing else. */
export const BODY_LIMIT = MIB

/** What every answer that is not a success looks like. */
export interface ErrorBody {
  error: { code: string; message: Bilingual; faults?: Fault[]; requestId: string }
}

interface Kind {
  code: string
  message: Bilingual
}

/** Refusals of the web framework, before any use case is reached. By status: its own codes say no more to a caller. */
const KINDS: Record<number, Kind> = {
  400: {
    code: 'bad-request',
    message: {
      vi: 'Yêu cầu không đọc được: đường dẫn hoặc tiêu đề sai dạng. Hãy kiểm tra rồi gửi lại.',
      en: 'The request cannot be read: its address or headers are malformed. Check them and send it again.',
    },
  },
  404: {
    code: 'not-found',
    message: {
      vi: 'Không có địa chỉ này. Danh sách các địa chỉ ở /api/docs.',
      en: 'There is nothing at this address. The addresses are listed at /api/docs.',
    },
  },
  408: {
    code: 'timeout',
    message: {
      vi: 'Yêu cầu gửi đến quá chậm. Hãy gửi lại.',
      en: 'The request took too long to arrive. Send it again.',
    },
  },
  414: {
    code: 'address-too-long',
    message: { vi: 'Đường dẫn quá dài. Hãy rút ngắn.', en: 'The address is too long. Shorten it.' },
  },
  415: {
    code: 'unsupported-type',
    message: {
      vi: 'Nội dung gửi lên phải là JSON (content-type: application/json); riêng phần của tệp là application/octet-stream.',
      en: 'The body must be JSON (content-type: application/json); a part of a file is application/octet-stream.',
    },
  },
  429: {
    code: 'too-many-requests',
    message: {
      vi: 'Quá nhiều yêu cầu từ địa chỉ này. Hãy đợi số giây ghi ở tiêu đề retry-after rồi gửi lại.',
      en: 'Too many requests from this address. Wait the seconds given in the retry-after header, then send it again.',
    },
  },
  431: {
    code: 'headers-too-large',
    message: { vi: 'Tiêu đề của yêu cầu quá lớn. Hãy bớt đi.', en: 'The headers are too large. Send fewer.' },
  },
}

/** By how much an endpoint takes at once. */
function tooLarge(limit: number): Kind {
  const size = (language: 'vi' | 'en') => (limit / MIB).toLocaleString(language, { maximumFractionDigits: 1 })
  return {
    code: 'too-large',
    message: {
      vi: `Nội dung gửi lên lớn hơn ${size('vi')} MiB, mức nhiều nhất ở địa chỉ này. Hãy gửi ít hơn trong một lần.`,
      en: `The body is larger than ${size('en')} MiB, the most that is taken at this address. Send less at a time.`,
    },
  }
}

const BAD_JSON: Kind = {
  code: 'bad-json',
  message: {
    vi: 'Nội dung gửi lên không phải JSON hợp lệ (hoặc trống, hoặc có khóa __proto__ hay constructor). Hãy sửa rồi gửi lại.',
    en: 'The body is not valid JSON (or it is empty, or has a key __proto__ or constructor). Correct it and send it again.',
  },
}

const INTERNAL: Kind = {
  code: 'internal',
  message: {
    vi: 'Máy chủ gặp lỗi và đã ghi lại. Hãy thử lại; nếu vẫn lỗi, báo người quản trị kèm mã yêu cầu.',
    en: 'The server failed and has logged it. Try again; if it persists, give the administrator the request id.',
  },
}

/**
 * The status and body for anything that was thrown: a refusal as it says of itself, the framework's own refusals by
 * their status, everything else 500 without a word about the inside. `bodyLimit`: the bytes that the address takes at once.
 */
export function answerTo(
  error: unknown,
  requestId: string,
  bodyLimit = BODY_LIMIT,
): { status: number; body: ErrorBody } {
  if (error instanceof Refusal) {
    const faults = error instanceof Invalid || error instanceof RefusedAt ? { faults: error.faults } : {}
    return { status: error.status, body: { error: { code: error.code, message: error.text, ...faults, requestId } } }
  }
  const { status, kind } = kindOf(error, bodyLimit)
  return { status, body: { error: { ...kind, requestId } } }
}

function kindOf(error: unknown, bodyLimit: number): { status: number; kind: Kind } {
  const status = property(error, 'statusCode')
  if (typeof status !== 'number' || status < 400 || status > 499) return { status: 500, kind: INTERNAL }
  if (String(property(error, 'code')).endsWith('_JSON_BODY')) return { status, kind: BAD_JSON }
  const kind = status === 413 ? tooLarge(bodyLimit) : (KINDS[status] ?? KINDS[400])
  return kind ? { status, kind } : { status: 500, kind: INTERNAL }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
