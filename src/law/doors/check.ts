import { Refusal } from '../../kernel/errors.ts'
import { loadLaw } from '../load.ts'
import { Misused, readArguments, USAGE } from './options.ts'

/**
 * The check at the command line: one dossier, or a stream of them. Exit 0 when everything is compliant, 1 at any other
 * verdict, 2 when an input cannot be used: then the reason stands on standard error and nothing on standard output.
 */

/** What a shell reports of a program whose reader went away (128 + SIGPIPE), as after `| head`. */
const READER_GONE = 141

async function main(): Promise<number> {
  const { options, batch, folders } = readArguments()
  const law = loadLaw(folders)
  if (batch) return (await import('./batch.ts')).checkBatch(law, options)
  return (await import('./single.ts')).checkFile(law, options)
}

/** What to tell a person of an error that is no bug; `undefined` for a bug. */
function refusalText(error: unknown): string | undefined {
  if (error instanceof Misused) return `${error.message}\n${USAGE}`
  if (error instanceof Refusal) return `${error.text.vi}\n${error.text.en}`
  return undefined
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(READER_GONE)
  throw error
})

try {
  process.exitCode = await main()
} catch (error) {
  const text = refusalText(error)
  if (text === undefined) throw error
  console.error(text)
  process.exitCode = 2
}
