import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** A program under test: the process, and what it has written so far. */
export interface Program {
  process: ChildProcess
  output(): string
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>
  /** Waits for a piece of output and returns its match; throws with the output when the program ends without it. */
  says(pattern: RegExp): Promise<RegExpExecArray>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SERVER = 'src/main.ts'
const SETTINGS = { HOST: '127.0.0.1', PORT: '0', DATABASE_URL: '', RATE_LIMIT: '0', SAMPLE_DATA: 'off' }

/** Runs a program of the project from the folder of the bundled ones, in a process of its own. */
export function runBundled(
  folder: string,
  file: string,
  environment: Record<string, string>,
  words: readonly string[] = [],
): Program {
  return runNode([path.join(folder, `${path.basename(file, '.ts')}.mjs`), ...words], environment)
}

/** Runs the server on a free port; what `environment` says counts before what is usual in tests. */
export function runServer(folder: string, environment: Record<string, string>): Program {
  return runBundled(folder, SERVER, { ...SETTINGS, ...environment })
}

/** Starts the server, which fills and migrates its database, and stops it again; its data stays. */
export async function runServerOnce(folder: string, environment: Record<string, string>): Promise<void> {
  const program = runServer(folder, environment)
  await program.says(/running at/)
  program.process.kill('SIGTERM')
  await program.ended
}

/** Runs the server as `npm start` does, TypeScript file by file, which takes longer. */
export function runUnbundledServer(environment: Record<string, string>): Program {
  return runNode(['--import', 'tsx', SERVER], { ...SETTINGS, ...environment })
}

function runNode(words: readonly string[], environment: Record<string, string>): Program {
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  let output = ''
  const keep = (text: Buffer) => {
    output += text
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return {
    process: child,
    output: () => output,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output)
          if (match) resolve(match)
        }
        child.stdout.on('data', look)
        child.stderr.on('data', look)
        look()
        ended.then((code) => reject(new Error(`${words.join(' ')} ended (${code}) without ${pattern}:\n${output}`)))
      }),
  }
}
