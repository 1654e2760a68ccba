import { z } from 'zod'
import { endpoint, FileAnswer } from '../../kernel/endpoint.ts'
import { ContractDay } from '../../law/dossier.ts'
import { Half, MoneyEntry, MoneyStanding } from '../answers.ts'
import { DocumentText, Id, listOf, PAGE, Reason, Year } from '../inputs.ts'
import { Cost } from '../plan-item.ts'

export const bookMoney = endpoint({
  method: 'POST',
  path: '/api/money',
  permission: 'money.write',
  summary: { vi: 'Ghi sổ: cam kết, giải phóng, chi, hoàn', en: 'Book money: committed, released, spent, refunded' },
  input: z.strictObject({
    /** The line of the plan in force. */
    itemId: Id,
    kind: z.enum(['committed', 'released', 'spent', 'refunded']),
    cost: Cost,
    half: Half,
    on: ContractDay,
    document: DocumentText.min(1),
    /** Needed where more is committed than planned, or more spent than committed. */
    reason: Reason.default(''),
  }),
  output: z.object({ id: z.string(), vnd: z.number() }),
})

const MoneyFilter = {
  year: Year,
  bodyId: Id.optional(),
  rootId: Id.optional(),
  planId: Id.optional(),
  originId: Id.optional(),
}

/** The standing by plan, line, source or half-year. */
export const getMoney = endpoint({
  method: 'GET',
  path: '/api/money',
  permission: 'plans.read',
  summary: { vi: 'Kinh phí: kế hoạch → cam kết → đã chi', en: 'Money: planned → committed → spent' },
  input: z.strictObject({ ...MoneyFilter, by: z.enum(['body', 'item', 'source', 'half']).default('item') }),
  output: z.object({
    rows: z.array(MoneyStanding.extend({ key: z.string(), name: z.string() })),
    total: MoneyStanding,
  }),
})

export const listMoneyEntries = endpoint({
  method: 'GET',
  path: '/api/money/entries',
  permission: 'plans.read',
  summary: { vi: 'Sổ kinh phí', en: 'The ledger' },
  input: z.strictObject({ ...MoneyFilter, ...PAGE }),
  output: listOf(MoneyEntry),
})

export const exportMoney = endpoint({
  method: 'GET',
  path: '/api/money/export',
  permission: 'plans.read',
  summary: { vi: 'Sổ kinh phí (XLSX)', en: 'The ledger (XLSX)' },
  input: z.strictObject(MoneyFilter),
  output: FileAnswer,
  answers: 'file',
})
