import { z } from 'zod'

export const TRIP_STATES = ['planned', 'approved', 'done', 'cancelled'] as const
export type TripState = (typeof TRIP_STATES)[number]

/** One trip in a person's ledger. */
export const Trip = z.object({
  id: z.string(),
  personId: z.string(),
  year: z.number(),
  state: z.enum(TRIP_STATES),
  source: z.object({ kind: z.enum(['plan', 'dossier', 'import']), id: z.string() }),
  title: z.string(),
  countries: z.array(z.string()),
  /** As what the person travels, by the words of the dossier; null where the source does not say. */
  role: z.string().nullable(),
  departsOn: z.string().nullable(),
  returnsOn: z.string().nullable(),
})
export type Trip = z.infer<typeof Trip>

/** The trips of a person in a year, counted by state. */
export const Trips = z.object({
  year: z.number(),
  planned: z.number(),
  approved: z.number(),
  done: z.number(),
  cancelled: z.number(),
  trips: z.array(Trip),
})
export type Trips = z.infer<typeof Trips>
