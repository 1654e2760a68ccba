import { parseArgs } from 'node:util'
import { dayInVietnam, isDay } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Language } from '../../kernel/text.ts'

import { loadLaw } from '../load.ts'

/**
 * The check at the command line: one dossier, or a stream of them. Exit 0 when everything is compliant, 1 at any other
 * verdict, 2 when an input cannot be used: then the reason stands on standard error and nothing on standard output.
 */

const USAGE = `npm run -s check -- FILE.json [--as-of YYYY-MM-DD] [--law DIR] [--lang vi|en] [--json]
npm run -s check -- --batch FILE.ndjson [--json] [--trace] [--as-of YYYY-MM-DD] [--law DIR] [--lang vi|en]
  FILE   CheckRequest / Dossier (JSON); "-" = standard input
  --trace  with --batch: each finding with the values read, as without --batch`

/** What the command line asks for. */
export interface Options {
  file: string
  asOf: string | undefined
  today: string
  json: boolean
  trace: boolean
  language: Language
}

/** A command line that cannot be understood. */
class Misused extends Error {}

async function main(): Promise<number> {
  const { options, batch, folders } = readArguments()
  const law = loadLaw(folders)
  if (batch) return (await import('./batch.ts')).checkBatch(law, options)
  return (await import('./single.ts')).checkFile(law, options)
}

function readArguments(): { options: Options; batch: boolean; folders: string[] } {
  const { values, positionals } = parsed()
  const [file, ...more] = positionals
  if (file === undefined) throw new Misused('thiếu tên tệp (no FILE given)')
  if (more.length > 0) throw new Misused(`chỉ một tệp mỗi lần, thừa: ${more.join(' ')} (one FILE at a time)`)
  const asOf = values['as-of']
  if (asOf !== undefined && !isDay(asOf)) {
    throw new Misused(`--as-of: cần một ngày có thật, dạng YYYY-MM-DD; đang là "${asOf}" (expected a day)`)
  }
  const lang = values.lang ?? 'vi'
  if (lang !== 'vi' && lang !== 'en') throw new Misused(`--lang: cần vi hoặc en; đang là "${lang}" (expected vi or en)`)
  return {
    options: {
      file,
      asOf,
      today: dayInVietnam(new Date()),
      json: values.json ?? false,
      trace: values.trace ?? false,
      language: lang,
    },
    batch: values.batch ?? false,
    folders: values.law ?? [],
  }
}

function parsed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        batch: { type: 'boolean' },
        json: { type: 'boolean' },
        lang: { type: 'string' },
        law: { type: 'string', multiple: true },
        trace: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new Misused(error instanceof Error ? error.message : String(error))
  }
}

/** What to tell a person of an error that is no bug; `undefined` for a bug. */
function refusalText(error: unknown): string | undefined {
  if (error instanceof Misused) return `${error.message}\n${USAGE}`
  if (error instanceof Refusal) return `${error.text.vi}\n${error.text.en}`
  return undefined
}

try {
  process.exitCode = await main()
} catch (error) {
  const text = refusalText(error)
  if (text === undefined) throw error
  console.error(text)
  process.exitCode = 2
}
