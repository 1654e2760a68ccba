import { type Program, runEndpoint } from '../http/program.ts'

/** Said in every table and rate of the sample, so that nobody takes the figures for real ones. */
const MARK = 'SỐ LIỆU MẪU, KHÔNG PHẢI ĐỊNH MỨC THẬT'

const DOCUMENT = { number: '00/MẪU', on: '2025-12-01', by: MARK }

const ABROAD = { currency: 'USD', note: MARK }
const norm = (item: string, unit: string, countryGroup: string | null, rankGroup: string | null, amount: string) => ({
  item,
  unit,
  countryGroup,
  rankGroup,
  amount,
  tapers: unit === 'day' || unit === 'night',
  ...ABROAD,
})

/** Invented norms, all of like digits: they show how estimates are made, and nothing else. */
const NORMS = [
  norm('accommodation', 'night', 'I', 'A', '111'),
  norm('accommodation', 'night', 'I', 'B', '99'),
  norm('accommodation', 'night', 'II', 'A', '88'),
  norm('accommodation', 'night', 'II', 'B', '77'),
  norm('meals', 'day', 'I', 'A', '66'),
  norm('meals', 'day', 'I', 'B', '55'),
  norm('meals', 'day', 'II', 'A', '44'),
  norm('meals', 'day', 'II', 'B', '33'),
  norm('airport-transfer', 'arrival', null, null, '22'),
  norm('insurance', 'person', null, null, '11'),
  norm('phone', 'trip', null, null, '88'),
]

const GROUPS = [
  ...['JP', 'KR', 'SG', 'US', 'GB', 'FR', 'DE', 'AU'].map((code) => ({ of: 'country', code, group: 'I' })),
  { of: 'country', code: '*', group: 'II' },
  { of: 'rank', code: 'leader', group: 'A' },
  { of: 'rank', code: '*', group: 'B' },
]

/** Tables of norms and groups, and rates, plainly marked as invented. The installation itself comes without any. */
export async function loadCostNorms(program: Program): Promise<void> {
  const table = { rootId: null, document: DOCUMENT, validFrom: '2026-01-01', fictitious: true }
  const set = (kind: string, title: string, lines: object[]) =>
    runEndpoint(program, 'POST /api/cost-norms', { ...table, kind, title: `${title} – ${MARK}`, lines })
  await set('norms', 'Bảng định mức mẫu', NORMS)
  await set('groups', 'Nhóm nước, nhóm chức danh mẫu', GROUPS)
  for (const [currency, vnd] of [
    ['USD', '22222'],
    ['EUR', '33333'],
    ['JPY', '111'],
  ]) {
    await runEndpoint(program, 'POST /api/exchange-rates', {
      rootId: null,
      currency,
      day: '2026-01-05',
      vnd,
      source: MARK,
    })
  }
}
