import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { type Program, runBundled, runServer } from './programs.ts'

/** A server in its own process, as `npm start` runs it, but for being bundled. */
export interface TestServer extends Program {
  /** `http://127.0.0.1:49152` */
  address: string
  dataDir: string
  /** Asks it to stop, waits for its end, and removes its data. */
  stop(): Promise<void>
}

/** Runs a program of the project, such as `scripts/account-link.ts`, in a process of its own. */
export function startProgram(file: string, environment: Record<string, string>, ...words: string[]): Program {
  return runBundled(inject('programs'), file, environment, words)
}

/**
 * Starts the real server on a free port: on the database at `environment.DATABASE_URL`, or else on an embedded one in
 * a folder of its own. Call `stop` when done.
 */
export async function startTestServer(environment: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = environment.DATA_DIR ?? (await mkdtemp(path.join(os.tmpdir(), 'doan-ra-server-')))
  const program = runServer(inject('programs'), { DATA_DIR: dataDir, ...environment })
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
