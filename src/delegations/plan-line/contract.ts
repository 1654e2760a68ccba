import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { Id, Version } from '../inputs.ts'

/** A line of the yearly plan as a dossier rests on it. */
const LinkedLine = z.object({
  originId: z.string(),
  title: z.string(),
  year: z.number(),
  headcount: z.number().nullable(),
  days: z.number().nullable(),
  countries: z.array(z.string()),
  /** The first and the last month in which it may take place. */
  monthFrom: z.number().nullable(),
  monthTo: z.number().nullable(),
  /** Whole VND of all sources; null where no cost is planned. */
  vnd: z.number().nullable(),
})
export type LinkedLine = z.infer<typeof LinkedLine>

/** The line of the plan on which a dossier rests; null where none is linked, or the reader does not see it. */
export const getPlanLine = endpoint({
  method: 'GET',
  path: '/api/delegations/:id/plan-line',
  permission: 'dossiers.read',
  summary: { vi: 'Dòng kế hoạch của một hồ sơ', en: 'The line of the plan on which a dossier rests' },
  input: z.strictObject({ id: Id }),
  output: z.object({ line: LinkedLine.nullable() }),
})

/** Links a dossier to a line of its unit's approved plan of the year, or to none. */
export const linkPlanLine = endpoint({
  method: 'POST',
  path: '/api/delegations/:id/link-line',
  permission: 'dossiers.write',
  summary: { vi: 'Gắn hồ sơ với dòng kế hoạch, hoặc bỏ gắn', en: 'Link a dossier to a line of the plan, or to none' },
  input: z.strictObject({ id: Id, version: Version, planItemId: Id.nullable() }),
  output: z.object({ version: z.number() }),
})
