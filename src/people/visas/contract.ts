import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { isCountry } from '../../law/codes/countries.ts'
import { ContractDay } from '../../law/dossier.ts'
import { Visa } from '../contract.ts'

const Entered = z.object({ id: z.string() })

/** A visa as it stands in the passport. One that was entered wrongly is taken out and entered anew. */
export const enterVisa = endpoint({
  method: 'POST',
  path: '/api/passports/:id/visas',
  permission: 'passports.write',
  summary: { vi: 'Ghi thị thực vào hộ chiếu', en: 'Enter a visa of a passport' },
  input: z.strictObject({
    id: z.uuid(),
    country: z.string().refine(isCountry, { error: 'country' }),
    validFrom: ContractDay,
    validUntil: ContractDay,
    entries: Visa.shape.entries,
  }),
  output: Entered,
})

/** Used up, cancelled or entered wrongly: the register no longer goes by it; the trail keeps what it was and why. */
export const takeVisaOut = endpoint({
  method: 'POST',
  path: '/api/passports/:id/visas/:visaId/take-out',
  permission: 'passports.write',
  summary: { vi: 'Bỏ thị thực khỏi sổ', en: 'Take a visa out of the register' },
  input: z.strictObject({ id: z.uuid(), visaId: z.uuid(), reason: z.string().trim().min(5).max(500) }),
  output: Entered,
})
