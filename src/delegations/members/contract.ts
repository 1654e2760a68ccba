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

/**
 * What the register of passports remarks of members before their trip: kinds and days, no numbers. Of people whom the reader does
 * not reach in the register of people nothing is told.
 */
export const memberRemarks = endpoint({
  method: 'GET',
  path: '/api/delegations/:id/member-remarks',
  permission: 'dossiers.read',
  summary: { vi: 'Lưu ý về hộ chiếu của thành viên', en: 'What passports of members need' },
  input: z.strictObject({ id: Id }),
  output: z.array(
    z.object({
      member: z.string(),
      remarks: z.array(
        z.object({
          kind: z.enum(['none', 'ends-before-return', 'under-six-months', 'not-returned']),
          /** The day on which it ends, or by which it was to be back. */
          day: z.string().nullable(),
        }),
      ),
    }),
  ),
})
export type MemberRemarks = z.infer<typeof memberRemarks.output>
