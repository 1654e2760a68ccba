import type { z } from 'zod'
import type { getBody } from '../../contract.ts'

/** A body with its history and succession, and how it stands on a day. */
export type WholeBody = z.output<typeof getBody.output>
