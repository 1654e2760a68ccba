import { randomUUID } from 'node:crypto'
import { cp, mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { fillDataDir } from './database.ts'
import { administer, databaseAt } from './prepare-sample.ts'
import { startTestServer, type TestServer } from './server.ts'

/** The engines on which journeys run: the embedded one, and PostgreSQL where this run has one. */
export const ENGINES = process.env.TEST_DATABASE_URL ? (['pglite', 'postgres'] as const) : (['pglite'] as const)

/** The engine of pages that do the same on both: PostgreSQL where there is one, which leaves the machine to the browser. */
const ONE_ENGINE = ENGINES.at(-1) ?? 'pglite'

/** Starts the real server on an embedded database without data. */
export async function startEmptyServer(): Promise<TestServer> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-server-'))
  await fillDataDir(dataDir)
  return startTestServer({ DATA_DIR: dataDir })
}

/** A server with the sample data, and the environment by which another program reaches its database once it is stopped. */
export interface SampleServer extends TestServer {
  environment: Record<string, string>
}

/** Starts the real server on a copy of the sample data, on one engine or the one named, with whatever else is to be set. */
export async function startSampleServer(
  engine: (typeof ENGINES)[number] = ONE_ENGINE,
  more: Record<string, string> = {},
): Promise<SampleServer> {
  const server = process.env.TEST_DATABASE_URL
  const environment = { ...more, SAMPLE_DATA: 'on' }
  if (engine === 'pglite' || server === undefined) {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-server-'))
    await cp(inject('sampleFolder'), dataDir, { recursive: true })
    const started = await startTestServer({ ...environment, DATA_DIR: dataDir })
    return { ...started, environment: { DATA_DIR: started.dataDir, DATABASE_URL: '' } }
  }
  const name = `doan_ra_${randomUUID().replaceAll('-', '')}`
  await administer(server, `create database ${name} template ${inject('sampleDatabase')}`)
  const url = databaseAt(server, name)
  const started = await startTestServer({ ...environment, DATABASE_URL: url })
  return {
    ...started,
    environment: { DATABASE_URL: url },
    async stop() {
      await started.stop()
      await administer(server, `drop database ${name} with (force)`)
    },
  }
}
