import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { Id } from '../inputs.ts'

/** Fewer letters would list a register, not find somebody. */
export const FEWEST_LETTERS = 3

/**
 * Finds people of the other bodies of the root by name, to take them along: name, post and body, nothing else. Each search stands
 * in the trail.
 */
export const findElsewhere = endpoint({
  method: 'POST',
  path: '/api/delegations/:id/people-elsewhere',
  permission: 'dossiers.write',
  summary: { vi: 'Tìm người của cơ quan khác', en: 'Find people of other bodies by name' },
  input: z.strictObject({ id: Id, q: z.string().trim().max(100) }),
  output: z.array(
    z.object({ id: z.string(), name: z.string(), postTitle: z.string().nullable(), bodyName: z.string() }),
  ),
})
