import type { z } from 'zod'
import { ACCOUNT_HEADER, type Endpoint, pathFields } from '../kernel/endpoint.ts'
import type { Fault } from '../kernel/errors.ts'
import { type Bilingual, keepable } from '../kernel/text.ts'

/** Dispatched on the window when the server says that nobody is signed in: the shell asks to sign in, the page stays. */
export const SIGNED_OUT = 'doan-ra:signed-out'

/** For whom the pages are drawn; `undefined` where nobody is signed in. */
let drawnFor: string | undefined

/** From now on the pages are drawn for this account, and every request says so: none is to be taken for another's. */
export function drawFor(accountId: string | undefined): void {
  drawnFor = accountId
}

interface FailureDetails {
  /** The server's word for the kind of refusal (`invalid`, `conflict`, `signed-out` …), or `unreachable`, `outdated`. */
  code?: string | undefined
  /** The status of the answer; absent where there was none. */
  status?: number | undefined
  faults?: Fault[] | undefined
  requestId?: string | undefined
}

/** What the server refused, or why it could not be reached, in words for the reader. */
export class CallFailed extends Error {
  readonly text: Bilingual
  readonly code: string
  readonly status: number | undefined
  readonly faults: Fault[]
  readonly requestId: string | undefined

  constructor(text: Bilingual, { code = 'failed', status, faults = [], requestId }: FailureDetails = {}) {
    super(text.vi)
    this.text = text
    this.code = code
    this.status = status
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

/** What is needed of an endpoint to call it. */
export type Called<Input extends z.ZodType, Output extends z.ZodType> = Pick<
  Endpoint<Input, Output>,
  'method' | 'path' | 'takes' | 'input' | 'output'
>

type Addressed = Pick<Endpoint<z.ZodType, z.ZodType>, 'method' | 'path' | 'takes'>

/**
 * Calls an endpoint by its declaration and gives its answer. Throws `CallFailed` with a sentence to show: a refusal of
 * the server with its faults, a server that cannot be reached, or an answer that is not of the declared form.
 */
export async function call<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Called<Input, Output>,
  input?: z.input<Input>,
): Promise<z.output<Output>> {
  const response = await responseOf(endpoint, input)
  const body: unknown = await response.json().catch(() => undefined)
  const answer = endpoint.output.safeParse(body)
  if (!answer.success) throw new CallFailed(OUTDATED, { code: 'outdated', status: response.status })
  return answer.data
}

/** The answer of the server where it is no refusal. Throws `CallFailed`; where nobody is signed in, the window is told. */
export async function responseOf(endpoint: Addressed, input: unknown) {
  const { url, ...request } = requestOf(endpoint, input)
  const headers = { ...request.headers, ...(drawnFor === undefined ? {} : { [ACCOUNT_HEADER]: drawnFor }) }
  const response = await fetch(url, { ...request, headers }).catch(() => {
    throw new CallFailed(UNREACHABLE, { code: 'unreachable' })
  })
  if (response.ok) return response
  const refusal = refusalOf(await response.json().catch(() => undefined), response.status)
  if (refusal.code === 'signed-out') window.dispatchEvent(new Event(SIGNED_OUT))
  throw refusal
}

/**
 * The request for an input: fields named in the path (`/api/people/:id`) stand there, the others in the query of a GET
 * or the body; bytes are the body as they are. Throws when a field of the path is missing: that is a mistake of the page.
 */
export function requestOf(
  { method, path, takes }: Addressed,
  input: unknown,
): { url: string; method: string; headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> } {
  const { url, rest } = placeInPath(path, input ?? {})
  if (method === 'GET') return { url: url + queryOf(rest), method }
  if (takes === 'bytes') {
    const { bytes } = rest as { bytes: Uint8Array<ArrayBuffer> }
    return { url, method, headers: { 'content-type': 'application/octet-stream' }, body: bytes }
  }
  return { url, method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(rest, withoutUnkeepable) }
}

/** What pasting has brought along unseen goes; the server refuses it. */
function withoutUnkeepable(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? keepable(value) : value
}

function placeInPath(path: string, input: unknown): { url: string; rest: unknown } {
  const names = pathFields(path)
  if (names.length === 0) return { url: path, rest: input }
  const rest: Record<string, unknown> = { ...(input as object) }
  const url = names.reduce((text, name) => {
    const value = rest[name]
    delete rest[name]
    if (value === undefined || value === null || value === '') throw new Error(`${path} needs the field ${name}`)
    return text.replace(`:${name}`, () => encodeURIComponent(String(value)))
  }, path)
  return { url, rest }
}

function queryOf(input: unknown): string {
  if (typeof input !== 'object' || input === null) return ''
  const stated = Object.entries(input).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return stated.length === 0
    ? ''
    : `?${new URLSearchParams(stated.map(([key, value]) => [key, keepable(String(value))]))}`
}

interface ErrorBody {
  error?: { code?: string; message?: Bilingual; faults?: Fault[]; requestId?: string }
}

function refusalOf(body: unknown, status: number): CallFailed {
  const error = (body as ErrorBody | undefined)?.error
  if (error?.message) return new CallFailed(error.message, { ...error, status })
  return new CallFailed(unexplained(status), { status })
}

function unexplained(status: number): Bilingual {
  return {
    vi: `Máy chủ trả lời lỗi ${status}. Hãy thử lại; nếu vẫn lỗi, báo cho người quản trị.`,
    en: `The server answered with error ${status}. Try again; if it persists, tell the administrator.`,
  }
}
