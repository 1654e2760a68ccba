import { z } from 'zod'

/** Doors of other slices, as much of each as these pages read. */

/** A person picked from the register, with what whoever picks should see at that moment. */
export const pickPeople = {
  method: 'GET',
  path: '/api/people/pick',
  input: z.object({ q: z.string(), year: z.number(), returns: z.string().optional() }),
  output: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      postTitle: z.string().nullable(),
      bodyName: z.string(),
      leader: z.boolean(),
      trips: z.object({ planned: z.number(), approved: z.number(), done: z.number() }),
      passport: z.enum(['none', 'expired', 'under-six-months']).nullable(),
      passportOverdue: z.string().nullable(),
      history: z.array(
        z.object({
          departsOn: z.string().nullable(),
          countries: z.array(z.string()),
          role: z.string().nullable(),
        }),
      ),
      retiresSoon: z.boolean(),
    }),
  ),
} as const

/** The bodies for which the reader writes. */
export const listOwnBodies = {
  method: 'GET',
  path: '/api/plan-bodies',
  input: z.object({ year: z.number() }),
  output: z.array(z.object({ id: z.string(), name: z.string() })),
} as const

/** Bodies of a day. */
export const listBodies = {
  method: 'GET',
  path: '/api/bodies',
  input: z.object({ day: z.string(), size: z.number() }),
  output: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }),
} as const

/** Lines of approved plans that are to take place. */
export const listPlanLines = {
  method: 'GET',
  path: '/api/plan-items',
  input: z.object({
    state: z.literal('approved'),
    standing: z.literal('planned'),
    direction: z.literal('outgoing'),
    bodyId: z.string(),
    year: z.number().optional(),
    size: z.number(),
  }),
  output: z.object({
    items: z.array(z.object({ id: z.string(), title: z.string(), year: z.number(), countries: z.array(z.string()) })),
  }),
} as const
