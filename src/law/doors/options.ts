import { parseArgs } from 'node:util'
import { dayInVietnam, isDay } from '../../kernel/day.ts'
import type { Language } from '../../kernel/text.ts'

/** How the door is called. */
export const USAGE = `npm run -s check -- FILE.json [--as-of YYYY-MM-DD] [--law DIR] [--lang vi|en] [--json]
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
export class Misused extends Error {}

/** Reads the command line; throws `Misused` with a sentence for what cannot be understood. */
export function readArguments(): { options: Options; batch: boolean; folders: string[] } {
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
