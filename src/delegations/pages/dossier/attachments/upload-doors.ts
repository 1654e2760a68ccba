import { z } from 'zod'
import { Bytes } from '../../../../kernel/endpoint.ts'

/** Doors of the slice that takes files, as much of each as this page needs. */

/** The most that one part may have: what the server takes in one request. */
export const PART_BYTES = 1024 * 1024

const Received = z.object({ received: z.number() })

export const sendPart = {
  method: 'POST',
  path: '/api/uploads/:id/parts/:offset',
  takes: 'bytes',
  input: z.object({ id: z.string(), offset: z.number(), bytes: Bytes }),
  output: Received,
} as const

export const seeUpload = {
  method: 'GET',
  path: '/api/uploads/:id',
  input: z.object({ id: z.string() }),
  output: Received,
} as const

export const dropUpload = {
  method: 'POST',
  path: '/api/uploads/:id/drop',
  input: z.object({ id: z.string() }),
  output: z.object({ id: z.string() }),
} as const
