import type { z } from 'zod'
import type { Endpoint } from '../kernel/endpoint.ts'
import type { Fault } from '../kernel/errors.ts'
import type { Bilingual } from '../kernel/text.ts'

/** What the server refused, or why it could not be reached, in words for the reader. */
export class CallFailed extends Error {
  readonly text: Bilingual
  readonly faults: Fault[]
  readonly requestId: string | undefined

  constructor(text: Bilingual, faults: Fault[] = [], requestId?: string) {
    super(text.vi)
    this.text = text
    this.faults = faults
    this.requestId = requestId
  }
}

const UNREACHABLE: Bilingual = {
  vi: 'Không liên lạc được với máy chủ. Kiểm tra kết nối mạng rồi thử lại.',
  en: 'The server cannot be reached. Check the network connection, then try again.',
}
const OUTDATED: Bilingual = {
  vi: 'Máy chủ trả lời theo mẫu khác với trang này: có thể trang đã cũ. Hãy tải lại trang.',
  en: 'The server answers in a form that this page does not know: the page may be outdated. Reload it.',
}

/**
 * Calls an endpoint by its declaration and gives its answer. Throws `CallFailed` with a sentence to show: a refusal of
 * the server with its faults, a server that cannot be reached, or an answer that is not of the declared form.
 */
export async function call<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  input?: z.input<Input>,
): Promise<z.output<Output>> {
  const response = await send(endpoint, input).catch(() => {
    throw new CallFailed(UNREACHABLE)
  })
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw refusalOf(body, response.status)
  const answer = endpoint.output.safeParse(body)
  if (!answer.success) throw new CallFailed(OUTDATED)
  return answer.data
}

function send(endpoint: Endpoint<z.ZodType, z.ZodType>, input: unknown): Promise<Response> {
  if (endpoint.method === 'GET') return fetch(endpoint.path + queryOf(input))
  return fetch(endpoint.path, {
    method: endpoint.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
}

function queryOf(input: unknown): string {
  if (typeof input !== 'object' || input === null) return ''
  const stated = Object.entries(input).filter(([, value]) => value !== undefined && value !== null)
  return stated.length === 0 ? '' : `?${new URLSearchParams(stated.map(([key, value]) => [key, String(value)]))}`
}

interface ErrorBody {
  error?: { message?: Bilingual; faults?: Fault[]; requestId?: string }
}

function refusalOf(body: unknown, status: number): CallFailed {
  const error = (body as ErrorBody | undefined)?.error
  if (error?.message) return new CallFailed(error.message, error.faults, error.requestId)
  return new CallFailed({
    vi: `Máy chủ trả lời lỗi ${status}. Hãy thử lại; nếu vẫn lỗi, báo cho người quản trị.`,
    en: `The server answered with error ${status}. Try again; if it persists, tell the administrator.`,
  })
}
