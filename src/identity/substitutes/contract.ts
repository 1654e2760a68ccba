import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { ROLE_CODES } from '../roles.ts'

const DayText = z.string().refine(isDay, { error: 'day' })
const Role = z.enum(ROLE_CODES)
const Who = z.object({ id: z.string(), name: z.string() })

/** Somebody who acts in another's role for a time. */
export const Substitution = z.object({
  id: z.string(),
  role: Role,
  bodyName: z.string().nullable(),
  holder: Who,
  substitute: Who,
  document: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  state: z.enum(['coming', 'in-force', 'over', 'ended']),
})
export type Substitution = z.infer<typeof Substitution>

export const listSubstitutions = endpoint({
  method: 'GET',
  path: '/api/substitutions',
  permission: 'own.read',
  summary: { vi: 'Ủy quyền của tôi và ủy quyền cho tôi', en: 'My substitutes, and for whom I am one' },
  input: z.strictObject({}),
  output: z.object({
    /** Roles of one's own for which a substitute can be appointed. */
    holdings: z.array(
      z.object({
        id: z.string(),
        role: Role,
        bodyName: z.string().nullable(),
        validFrom: z.string(),
        validTo: z.string().nullable(),
      }),
    ),
    given: z.array(Substitution),
    received: z.array(Substitution),
  }),
})

export const findSubstitutes = endpoint({
  method: 'GET',
  path: '/api/substitutions/candidates',
  permission: 'substitutes.write',
  summary: { vi: 'Tìm người để ủy quyền', en: 'Find somebody to appoint' },
  input: z.strictObject({ holdingId: z.uuid(), q: z.string().trim().max(200).default('') }),
  output: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), login: z.string() })) }),
})

export const appointSubstitute = endpoint({
  method: 'POST',
  path: '/api/substitutions',
  permission: 'substitutes.write',
  summary: { vi: 'Ủy quyền', en: 'Appoint a substitute' },
  input: z.strictObject({
    holdingId: z.uuid(),
    accountId: z.uuid(),
    document: z.string().trim().min(1).max(200),
    validFrom: DayText,
    validTo: DayText,
  }),
  output: z.object({ id: z.string() }),
})

export const endSubstitution = endpoint({
  method: 'POST',
  path: '/api/substitutions/:id/end',
  permission: 'substitutes.write',
  summary: { vi: 'Chấm dứt ủy quyền', en: 'End a substitution' },
  input: z.strictObject({ id: z.uuid() }),
  output: z.undefined(),
})
