import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Language } from '../src/kernel/text.ts'
import { LawRefused } from '../src/law/law-files.ts'
import { lawReport } from '../src/law/law-report.ts'
import { LAW_FOLDER, loadLaw } from '../src/law/load.ts'
import { loadCases } from '../src/law/load-cases.ts'

/**
 * `npm run -s law:check -- [FOLDER …] [--lang en]`: whether the files of the law are sound, and what its keeper should
 * look at. Exit 0 when they are (texts that disagree are reported, which is no fault of a file), 1 with every fault by
 * file and line, 2 for a wrong use.
 */
const USAGE = 'npm run -s law:check -- [FOLDER …] [--lang vi|en]'

const { folders, language } = readArguments()
try {
  const law = loadLaw(folders)
  const cases = caseFolders(folders).flatMap((folder) => loadCases(folder))
  console.log(lawReport(law, cases, language).join('\n'))
} catch (error) {
  if (!(error instanceof LawRefused)) throw error
  console.error(error.text[language])
  process.exitCode = 1
}

/** Of the project with its designs, and of each further folder that brings cases. */
function caseFolders(further: string[]): string[] {
  const own = join(LAW_FOLDER, 'cases')
  const designs = join(own, 'designs')
  return [own, ...readdirSync(designs).map((name) => join(designs, name, 'cases'))].concat(
    further.map((folder) => join(folder, 'cases')).filter((folder) => existsSync(folder)),
  )
}

function readArguments(): { folders: string[]; language: Language } {
  try {
    const { values, positionals } = parseArgs({
      options: { lang: { type: 'string', default: 'vi' } },
      allowPositionals: true,
    })
    if (values.lang === 'vi' || values.lang === 'en') return { folders: positionals, language: values.lang }
    console.error(`--lang ${values.lang}: chỉ có vi hoặc en (only vi or en)\n${USAGE}`)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
  process.exit(2)
}
