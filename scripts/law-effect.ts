import { parseArgs } from 'node:util'
import { readConfig } from '../src/config.ts'
import { connect } from '../src/db/connect.ts'
import { effectTable, lawEffect } from '../src/delegations/index.ts'
import { dayInVietnam } from '../src/kernel/day.ts'
import { Refusal, Refused } from '../src/kernel/errors.ts'
import { loadLaw } from '../src/law/index.ts'

/**
 * `npm run -s law:effect -- --law DIR [--since YEAR] [--json]`: what a draft of the law would have made of the dossiers on file.
 * Each is judged again as it was frozen when it was judged last, with the facts of its day: by the law in use and by the law with
 * the files of DIR, which take the place of those of the same id. Changes nothing. Each is judged on the day of its decision (today,
 * where it is still to be decided), or on the day on which the draft comes into force, where that is later.
 */
try {
  const { dir, since, json } = readOptions()
  const config = readConfig(process.env)
  const published = loadLaw(config.lawDirs)
  const candidate = loadLaw(config.lawDirs, dir)
  const database = await connect(config)
  const effect = await lawEffect(
    database.pool,
    { published, candidate },
    { since, today: dayInVietnam(new Date()) },
  ).finally(database.close)
  console.log(json ? JSON.stringify(effect, null, 2) : effectTable(effect))
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(`${error.text.vi}\n${error.text.en}`)
  process.exitCode = 1
}

function readOptions(): { dir: string; since: number; json: boolean } {
  const { law, since, json } = parseArgs({
    options: { law: { type: 'string' }, since: { type: 'string' }, json: { type: 'boolean', default: false } },
  }).values
  if (law !== undefined && (since === undefined || /^\d{4}$/.test(since))) {
    return { dir: law, since: Number(since ?? new Date().getFullYear() - 1), json }
  }
  throw new Refused({
    vi: 'Cần thư mục dự thảo, và năm bắt đầu nếu có: npm run -s law:effect -- --law THƯ_MỤC [--since NĂM] [--json]',
    en: 'A folder with the draft is needed, and the first year if any: npm run -s law:effect -- --law DIR [--since YEAR] [--json]',
  })
}
