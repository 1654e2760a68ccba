import { z } from 'zod'
import { Bytes, endpoint } from '../kernel/endpoint.ts'

/** The size of a part; the last one is smaller. */
export const PART_BYTES = 1024 * 1024

const Id = z.uuid()
/** How many bytes of the file are here: from there it goes on. */
const Received = z.object({ id: z.string(), size: z.number(), received: z.number() })

/**
 * Adds bytes to an upload at the place up to which it has come. A part that is here already is answered as if it had just come:
 * its first answer may have been lost.
 */
export const sendPart = endpoint({
  method: 'POST',
  path: '/api/uploads/:id/parts/:offset',
  permission: 'own.write',
  summary: { vi: 'Gửi một phần của tệp', en: 'Send a part of a file' },
  takes: 'bytes',
  input: z.strictObject({ id: Id, offset: z.coerce.number().int().min(0), bytes: Bytes }),
  output: Received,
})

export const seeUpload = endpoint({
  method: 'GET',
  path: '/api/uploads/:id',
  permission: 'own.read',
  summary: { vi: 'Tệp đang tải lên đến đâu', en: 'How far an upload has come' },
  input: z.strictObject({ id: Id }),
  output: Received,
})

export const dropUpload = endpoint({
  method: 'POST',
  path: '/api/uploads/:id/drop',
  permission: 'own.write',
  summary: { vi: 'Bỏ tệp đang tải lên', en: 'Let an upload go' },
  input: z.strictObject({ id: Id }),
  output: z.object({ id: z.string() }),
})
