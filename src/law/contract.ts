import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { AdministeredValue } from './administered.ts'
import { Case } from './cases.ts'
import { CheckRequest } from './dossier.ts'
import { Instrument } from './instrument.ts'
import { LAW_KINDS } from './law.ts'
import { CheckResult } from './result.ts'

/** The law as it is loaded: the browser judges with the same files as the server. */
export const getLaw = endpoint({
  method: 'GET',
  path: '/api/law',
  permission: 'law.read',
  summary: { vi: 'Văn bản, quy định và giá trị ấn định', en: 'Instruments, norms and administered values' },
  input: z.strictObject({}),
  output: z.object({ hash: z.string(), instruments: z.array(Instrument), administered: z.array(AdministeredValue) }),
})

/** A data file of the law as it was written, for whoever writes the next edition of it. */
export const getLawFile = endpoint({
  method: 'GET',
  path: '/api/law-files/:kind/:id',
  permission: 'law.read',
  summary: {
    vi: 'Tệp dữ liệu của một văn bản hay giá trị ấn định',
    en: 'The data file of a text or an administered value',
  },
  input: z.strictObject({ kind: z.enum(LAW_KINDS), id: z.string().min(1).max(100) }),
  output: z.object({ kind: z.enum(LAW_KINDS), id: z.string(), name: z.string(), text: z.string() }),
})

/** The cases by which the law is tested; those marked as examples are offered on the page that tries a delegation. */
export const getCases = endpoint({
  method: 'GET',
  path: '/api/law/cases',
  permission: 'law.read',
  summary: { vi: 'Các ca kiểm thử của văn bản', en: 'The cases of the law' },
  input: z.strictObject({}),
  output: z.array(Case),
})

/** The check as a service: a dossier in, the verdict with every finding out. Nothing is saved. */
export const checkDossier = endpoint({
  method: 'POST',
  path: '/api/checks',
  permission: 'law.check',
  summary: { vi: 'Thẩm tra một hồ sơ đoàn ra', en: 'Check a delegation dossier' },
  // Read by the use case itself: `null` is "not stated" here, and a bare dossier will do.
  input: z.unknown(),
  documentedInput: CheckRequest,
  output: CheckResult,
})
