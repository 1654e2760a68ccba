import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
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

/** A server in its own process, as `npm start` runs it. */
export interface TestServer extends Program {
  /** `http://127.0.0.1:49152` */
  address: string
  dataDir: string
  /** Asks it to stop, waits for its end, and removes its data. */
  stop(): Promise<void>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Runs a TypeScript file of the project in a process of its own. */
export function startProgram(file: string, environment: Record<string, string>, ...words: string[]): Program {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...words], {
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
        ended.then((code) => reject(new Error(`${file} ended (${code}) without saying ${pattern}:\n${output}`)))
      }),
  }
}

/**
 * Starts the real server on a free port: on the database at `environment.DATABASE_URL`, or else on an embedded one in
 * a folder of its own. Call `stop` when done.
 */
export async function startTestServer(environment: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = environment.DATA_DIR ?? (await mkdtemp(path.join(os.tmpdir(), 'doan-ra-server-')))
  const program = startServer({ DATA_DIR: dataDir, ...environment })
  const [, address = ''] = await program.says(/running at (http:\S+)/)
  return {
    ...program,
    address,
    dataDir,
    async stop() {
      program.process.kill('SIGTERM')
      await program.ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Starts the server, which fills and migrates its database, and stops it again; its data stays. */
export async function runServerOnce(environment: Record<string, string>): Promise<void> {
  const program = startServer(environment)
  await program.says(/running at/)
  program.process.kill('SIGTERM')
  await program.ended
}

function startServer(environment: Record<string, string>): Program {
  const settings = {
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: '',
    RATE_LIMIT: '0',
    SAMPLE_DATA: 'off',
  }
  return startProgram('src/main.ts', { ...settings, ...environment })
}
