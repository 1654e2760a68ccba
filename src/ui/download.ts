import type { z } from 'zod'
import type { Endpoint, FileAnswer } from '../kernel/endpoint.ts'
import { responseOf } from './fetch.ts'

/** Hands a JSON document to the person as a file. */
export function downloadJson(name: string, content: unknown): void {
  save(name, new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' }))
}

/** Hands a text to the person as a file. */
export function downloadText(name: string, text: string): void {
  save(name, new Blob([text], { type: 'text/plain;charset=utf-8' }))
}

/**
 * Fetches the file that an endpoint answers and hands it to the person under the server's name for it, which is
 * returned. Throws `CallFailed` as `call` does.
 */
export async function downloadFile<Input extends z.ZodType>(
  endpoint: Pick<Endpoint<Input, typeof FileAnswer>, 'method' | 'path' | 'input' | 'output'>,
  input?: z.input<Input>,
): Promise<string> {
  const response = await responseOf(endpoint, input)
  const name = fileName(response.headers.get('content-disposition')) ?? 'doan-ra'
  save(name, await response.blob())
  return name
}

/** The name in a `content-disposition` header (RFC 6266); `undefined` where it states none that can be read. */
export function fileName(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition ?? '')?.[1]
  const plain = /filename="([^"]+)"/i.exec(disposition ?? '')?.[1]
  try {
    return encoded === undefined ? plain : decodeURIComponent(encoded)
  } catch {
    return plain
  }
}

function save(name: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
