import { COST_TABLE } from './costs.ts'
import type { Entries, Target } from './entry.ts'

const table = ({ costTable }: Target) => ({ id: costTable })

/** Norms of cost, exchange rates, and the estimate of a dossier. */
export const costEntries: Entries = {
  'GET /api/cost-norms': { shows: ({ costTable }) => costTable },
  'GET /api/cost-norms-form': { once: true, input: () => ({ kind: 'norms' }) },
  'GET /api/cost-norms/:id': { input: table },
  'GET /api/cost-norms/:id/export': { input: table },
  'GET /api/cost-norms/:id/difference': { input: ({ costTable }) => ({ id: costTable, from: costTable }) },
  'GET /api/exchange-rates': { once: true },
  'POST /api/cost-norms': { input: ({ root }) => ({ ...COST_TABLE, rootId: root }) },
  'POST /api/cost-norms – for the whole installation': { once: true, input: () => ({ ...COST_TABLE, rootId: null }) },
  'POST /api/cost-norms/:id/end': {
    input: (target) => ({ ...table(target), validTo: '2026-12-31', reason: 'Có bảng khác' }),
  },
  'POST /api/cost-norms-form': { once: true, input: ({ costForm }) => ({ kind: 'norms', content: costForm }) },
  'POST /api/exchange-rates': {
    input: ({ root }) => ({ rootId: root, currency: 'USD', day: '2026-01-01', vnd: '1', source: 'Nơi thử' }),
  },
  'GET /api/delegations/:id/estimate': { input: ({ dossiers }) => ({ id: dossiers.examining.id }) },
  'GET /api/delegations/:id/estimate – a draft': { input: ({ dossiers }) => ({ id: dossiers.draft.id }) },
}
