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
 * What the register of passports and visas remarks of members before their trip: kinds, days and countries, no numbers. Of people whom the reader does
 * not reach in the register of people nothing is told.
 */
export const memberRemarks = endpoint({
  method: 'GET',
  path: '/api/delegations/:id/member-remarks',
  permission: 'dossiers.read',
  summary: { vi: 'Lưu ý về hộ chiếu, thị thực của thành viên', en: 'What passports and visas of members need' },
  input: z.strictObject({ id: Id }),
  output: z.array(
    z.object({
      member: z.string(),
      remarks: z.array(
        z.object({
          kind: z.enum([
            'none',
            'ends-before-return',
            'under-six-months',
            'not-returned',
            'visa-begins-after-arrival',
            'visa-ends-before-leaving',
            'visa-single-entry',
            'visa-not-recorded',
          ]),
          /** The day on which it ends or begins, by which it was to be back, or of the second entry. */
          day: z.string().nullable(),
          /** Those whose visa it is about. */
          countries: z.array(z.string()),
        }),
      ),
    }),
  ),
})
export type MemberRemarks = z.infer<typeof memberRemarks.output>

/**
 * Members who may be relatives though nothing is declared: which two, and by what – never where they live, nor who their relatives
 * are. Of people whom the reader does not reach in the register of people nothing is told.
 */
export const kinHints = endpoint({
  method: 'GET',
  path: '/api/delegations/:id/kin-hints',
  permission: 'dossiers.read',
  summary: { vi: 'Thành viên có thể là người thân', en: 'Members who may be relatives' },
  input: z.strictObject({ id: Id }),
  output: z.array(
    z.object({
      one: z.string(),
      other: z.string(),
      kinds: z.array(z.enum(['same-home', 'bears-name-of-relative', 'same-family-and-middle-name'])),
    }),
  ),
})
export type KinHints = z.infer<typeof kinHints.output>
