import { z } from 'zod'
import { endpoint, FileAnswer } from '../../kernel/endpoint.ts'
import { ContractDay } from '../../law/dossier.ts'
import { Passport } from '../contract.ts'

const Day = ContractDay
const Note = z.string().trim().max(500).nullable().default(null)

/** What the pages look at: those that end soon, that are out, that are out for too long. */
export const PASSPORT_VIEWS = ['all', 'expiring', 'handed-over', 'overdue', 'lost'] as const

const Filter = {
  view: z.enum(PASSPORT_VIEWS).default('all'),
  q: z.string().trim().max(100).optional(),
  body: z.uuid().optional(),
}

export const PassportLine = Passport.extend({ personName: z.string(), bodyName: z.string() })
export type PassportLine = z.infer<typeof PassportLine>

export const listPassports = endpoint({
  method: 'GET',
  path: '/api/passports',
  permission: 'people.read',
  summary: { vi: 'Sổ theo dõi hộ chiếu', en: 'Passports' },
  input: z.strictObject({
    ...Filter,
    page: z.coerce.number().int().min(1).max(1000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ items: z.array(PassportLine), total: z.number(), page: z.number(), size: z.number() }),
})

export const exportPassports = endpoint({
  method: 'GET',
  path: '/api/passports/export',
  permission: 'people.read',
  summary: { vi: 'Xuất sổ hộ chiếu ra Excel', en: 'Export the passports to Excel' },
  input: z.strictObject(Filter),
  output: FileAnswer,
  answers: 'file',
})

const Movement = z.object({
  id: z.string(),
  kind: z.enum(['received', 'handed-over', 'returned', 'transferred', 'lost', 'cancelled']),
  on: z.string(),
  dueBack: z.string().nullable(),
  receivedBy: z.string().nullable(),
  document: z.string().nullable(),
  note: z.string().nullable(),
})

/** A passport with its entries in the hand-over register. */
export const getPassport = endpoint({
  method: 'GET',
  path: '/api/passports/:id',
  permission: 'people.read',
  summary: { vi: 'Một hộ chiếu và sổ giao nhận', en: 'A passport and its hand-over register' },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ passport: PassportLine, movements: z.array(Movement) }),
})

const Moved = z.object({ id: z.string(), warning: Passport.shape.warning, dueBack: z.string().nullable() })

export const registerPassport = endpoint({
  method: 'POST',
  path: '/api/passports',
  permission: 'passports.write',
  summary: { vi: 'Tiếp nhận hộ chiếu vào sổ', en: 'Take a passport into the register' },
  input: z.strictObject({
    personId: z.uuid(),
    kind: Passport.shape.kind,
    number: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{5,15}$/),
    issuedOn: Day,
    expiresOn: Day,
    /** Who keeps it; the body of the person when absent. */
    custodianId: z.uuid().nullable().default(null),
    receivedOn: Day,
  }),
  output: Moved,
})

/** Handed over for a trip: only where a decision to send the person exists. */
export const handOver = endpoint({
  method: 'POST',
  path: '/api/passports/:id/hand-over',
  permission: 'passports.write',
  summary: { vi: 'Giao hộ chiếu', en: 'Hand a passport over' },
  input: z.strictObject({
    id: z.uuid(),
    on: Day,
    receivedBy: z.string().trim().min(1).max(200),
    /** Number of the decision to send the person. */
    decision: z.string().trim().min(1).max(100),
    /** The day of entry back into Việt Nam as planned: the passport is due from then. */
    returnsOn: Day,
    note: Note,
  }),
  output: Moved,
})

export const returnPassport = endpoint({
  method: 'POST',
  path: '/api/passports/:id/return',
  permission: 'passports.write',
  summary: { vi: 'Nhận lại hộ chiếu', en: 'Take a passport back' },
  input: z.strictObject({ id: z.uuid(), on: Day, note: Note }),
  output: Moved,
})

export const losePassport = endpoint({
  method: 'POST',
  path: '/api/passports/:id/lost',
  permission: 'passports.write',
  summary: { vi: 'Ghi nhận mất hộ chiếu', en: 'Record a lost passport' },
  input: z.strictObject({
    id: z.uuid(),
    on: Day,
    /** The report to the issuer and the immigration department. */
    document: z.string().trim().min(1).max(200),
    note: Note,
  }),
  output: Moved,
})

export const cancelPassport = endpoint({
  method: 'POST',
  path: '/api/passports/:id/cancel',
  permission: 'passports.write',
  summary: { vi: 'Ghi nhận hộ chiếu bị hủy, hết dùng', en: 'Record a cancelled passport' },
  input: z.strictObject({
    id: z.uuid(),
    on: Day,
    document: z.string().trim().max(200).nullable().default(null),
    note: Note,
  }),
  output: Moved,
})

/** Another body keeps it from now on. */
export const transferPassport = endpoint({
  method: 'POST',
  path: '/api/passports/:id/transfer',
  permission: 'passports.write',
  summary: { vi: 'Chuyển cơ quan quản lý hộ chiếu', en: 'Transfer a passport to another custodian' },
  input: z.strictObject({
    id: z.uuid(),
    on: Day,
    custodianId: z.uuid(),
    document: z.string().trim().min(1).max(200),
    note: Note,
  }),
  output: Moved,
})
