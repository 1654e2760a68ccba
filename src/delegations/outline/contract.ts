import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { Id } from '../inputs.ts'

/** A delegation that was sent to some of the same countries before. */
const EarlierDelegation = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  body: z.object({ id: z.string(), name: z.string() }),
  /** The countries that both stay in. */
  countries: z.array(z.string()),
  departsOn: z.string().nullable(),
  returnsOn: z.string().nullable(),
  /** The day of its latest report; null while its dossier holds none. */
  reportedOn: z.string().nullable(),
})
export type EarlierDelegation = z.infer<typeof EarlierDelegation>

/** Delegations of the same root, within the reader's reach, that were decided and left before for some of the same countries. */
export const listEarlier = endpoint({
  method: 'GET',
  path: '/api/delegations/:id/earlier',
  permission: 'dossiers.read',
  summary: { vi: 'Các đoàn trước đến cùng nước', en: 'Earlier delegations to the same countries' },
  input: z.strictObject({ id: Id }),
  output: z.object({ items: z.array(EarlierDelegation) }),
})
