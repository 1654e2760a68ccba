import { CallFailed } from '../../../../ui/fetch.ts'
import type { Attachment, AttachmentKind } from '../../../attachments/contract.ts'
import { PART_BYTES } from './upload-doors.ts'

/** The doors by which a file goes in. */
export interface Doors {
  begin(file: { name: string; size: number; hash?: string }): Promise<{ uploadId: string; received: number }>
  part(part: { id: string; offset: number; bytes: Uint8Array<ArrayBuffer> }): Promise<{ received: number }>
  see(id: string): Promise<{ received: number }>
  add(upload: { uploadId: string; kind: AttachmentKind }): Promise<Attachment>
  /** Waits before another try. */
  pause(milliseconds: number): Promise<void>
}

/** How far it is. */
export type Progress =
  | { phase: 'preparing' | 'checking' }
  | { phase: 'sending' | 'waiting'; uploadId: string; sent: number }

/** Thrown where the person has let it go. */
export class Cancelled extends Error {}

/** How long it waits before it tries again what the network has lost. */
const WAITS = [1000, 2000, 4000, 8000, 15_000, 30_000]

interface Sending {
  file: File
  kind: AttachmentKind
  onProgress: (progress: Progress) => void
  /** Whether the person has let it go. */
  isCancelled: () => boolean
}

/**
 * Sends a file in parts and attaches it. What the network loses is tried again, from where the server says it is. Throws
 * `Cancelled`, or `CallFailed` with what the server refuses.
 */
export async function sendFile(doors: Doors, { file, kind, onProgress, isCancelled }: Sending): Promise<Attachment> {
  onProgress({ phase: 'preparing' })
  const hash = await hashOf(file)
  const begin = { name: file.name, size: file.size, ...(hash === undefined ? {} : { hash }) }
  const { uploadId, received } = await patiently(() => doors.begin(begin))
  let sent = received
  while (sent < file.size) {
    if (isCancelled()) throw new Cancelled()
    onProgress({ phase: 'sending', uploadId, sent })
    const bytes = new Uint8Array(await file.slice(sent, sent + PART_BYTES).arrayBuffer())
    sent = await sendPart({ id: uploadId, offset: sent, bytes })
  }
  onProgress({ phase: 'checking' })
  return patiently(() => doors.add({ uploadId, kind }))

  async function sendPart(part: { id: string; offset: number; bytes: Uint8Array<ArrayBuffer> }): Promise<number> {
    try {
      return (await patiently(() => doors.part(part), part.offset)).received
    } catch (error) {
      // Its answer was lost, or another window sends the same file.
      if (!(error instanceof CallFailed) || error.code !== 'conflict') throw error
      return (await patiently(() => doors.see(part.id))).received
    }
  }

  async function patiently<Answer>(ask: () => Promise<Answer>, at?: number): Promise<Answer> {
    for (const wait of WAITS) {
      if (isCancelled()) throw new Cancelled()
      try {
        return await ask()
      } catch (error) {
        if (!isPassing(error)) throw error
        if (at !== undefined) onProgress({ phase: 'waiting', uploadId, sent: at })
        await doors.pause(wait)
      }
    }
    return ask()
  }
}

/** Whether the same may succeed in a moment. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof CallFailed && (error.code === 'unreachable' || error.status === 429 || (error.status ?? 0) >= 500)
  )
}

/** The SHA-256 by which a broken upload is found again; a page over plain HTTP cannot reckon it. */
async function hashOf(file: File): Promise<string | undefined> {
  if (globalThis.crypto?.subtle === undefined) return undefined
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
