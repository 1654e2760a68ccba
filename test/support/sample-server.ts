import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { startTestServer, type TestServer } from './server.ts'

/** The engines on which journeys run: the embedded one, and PostgreSQL where this run has one. */
export const ENGINES = process.env.TEST_DATABASE_URL ? (['pglite', 'postgres'] as const) : (['pglite'] as const)

/** A server with the sample data, and the environment by which another program reaches its database once it is stopped. */
export interface SampleServer extends TestServer {
  environment: Record<string, string>
}

/** Starts the real server with the sample data on an engine, with a database of its own. */
export async function startSampleServer(engine: (typeof ENGINES)[number]): Promise<SampleServer> {
  const server = process.env.TEST_DATABASE_URL
  if (engine === 'pglite' || server === undefined) {
    const started = await startTestServer({ SAMPLE_DATA: 'on' })
    return { ...started, environment: { DATA_DIR: started.dataDir, DATABASE_URL: '' } }
  }
  const name = `doan_ra_${randomUUID().replaceAll('-', '')}`
  await administer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const started = await startTestServer({ SAMPLE_DATA: 'on', DATABASE_URL: url.href })
  return {
    ...started,
    environment: { DATABASE_URL: url.href },
    async stop() {
      await started.stop()
      await administer(server, `drop database ${name} with (force)`)
    },
  }
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}
