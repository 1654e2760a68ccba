import type { FastifyInstance } from 'fastify'
import type { Database } from '../../src/db/connect.ts'
import type { Parts } from '../../src/http/server.ts'
import { createServer } from '../../src/http/server.ts'

/** A server on this database, not listening: for `inject`. Whatever is not given is quiet, unlimited and empty. */
export function testApp(database: Database, parts: Partial<Parts> = {}): Promise<FastifyInstance> {
  return createServer({
    config: { logLevel: 'silent', rateLimit: 0, trustProxy: undefined },
    pool: database.pool,
    migrations: [],
    lawHash: '',
    routes: [],
    version: '0.0.0',
    webFolder: '/nowhere',
    ...parts,
  })
}
