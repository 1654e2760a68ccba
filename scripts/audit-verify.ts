import { parseArgs } from 'node:util'
import { verify } from '../src/audit/index.ts'
import { readConfig } from '../src/config.ts'
import { connect } from '../src/db/connect.ts'
import { HOUSEKEEPING, inScope } from '../src/db/scope.ts'
import { Refusal, Refused } from '../src/kernel/errors.ts'

/**
 * `npm run -s audit:verify -- [--expect SEQ:HASH]`: verifies the audit trail of the configured database. Exit 0 with the
 * last link, to be noted down outside; 1 with the first break. A link noted down earlier proves by `--expect` that
 * nothing was cut off the end or written anew since.
 */
const BREAKS = {
  missing: 'thiếu một mục – an entry is missing',
  'content-changed': 'nội dung đã bị sửa – the content was changed',
  'link-broken': 'mắt xích không nối với mục trước – the link does not stand on the entry before',
  'not-as-noted': 'không khớp mắt xích đã ghi – not the link that was noted down',
}

try {
  const noted = readNoted()
  const database = await connect(readConfig(process.env))
  const found = await inScope(database.pool, HOUSEKEEPING, (open) => verify(open, noted)).finally(database.close)
  if (found.firstBreak === undefined) console.log(`✓ ${found.entries}:${found.lastHash ?? ''}`)
  else console.error(`✕ ${found.firstBreak.seq}: ${BREAKS[found.firstBreak.kind]}`)
  process.exitCode = found.firstBreak === undefined ? 0 : 1
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(`${error.text.vi}\n${error.text.en}`)
  process.exitCode = 1
}

function readNoted() {
  const { expect } = parseArgs({ options: { expect: { type: 'string' } } }).values
  if (expect === undefined) return undefined
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(expect) ?? []
  if (seq !== undefined && hash !== undefined) return { seq: Number(seq), hash }
  throw new Refused({
    vi: '--expect phải có dạng SỐ:MÃ như lần kiểm tra trước đã in ra.',
    en: '--expect must be SEQ:HASH as an earlier verification printed it.',
  })
}
