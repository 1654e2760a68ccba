import type { Do } from './world.ts'

/** A table of norms as it is set. */
export const COST_TABLE = {
  kind: 'norms',
  title: 'Bảng thử',
  document: { number: '1/THỬ', on: '2026-01-01', by: 'Nơi thử' },
  validFrom: '2026-01-01',
  fictitious: true,
  lines: [
    {
      item: 'meals',
      countryGroup: null,
      rankGroup: null,
      unit: 'day',
      amount: '1',
      currency: 'USD',
      tapers: true,
      note: '',
    },
  ],
}

/** Sets a table of norms for a root, with the rate by which it is reckoned; and an empty workbook, base64. */
export async function makeCosts(run: Do, rootId: string): Promise<{ costTable: string; costForm: string }> {
  const { id } = (await run('POST /api/cost-norms', { ...COST_TABLE, rootId })) as { id: string }
  await run('POST /api/exchange-rates', { rootId, currency: 'USD', day: '2026-01-02', vnd: '25000', source: 'Nơi thử' })
  const { bytes } = (await run('GET /api/cost-norms-form', { kind: 'norms' })) as { bytes: Uint8Array }
  return { costTable: id, costForm: Buffer.from(bytes).toString('base64') }
}
