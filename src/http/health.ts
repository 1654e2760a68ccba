import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { isMigrated, type Migration } from '../db/migrate.ts'

/** What must be in place before requests are welcome. */
export interface Readiness {
  pool: Pool
  migrations: readonly Migration[]
  /** The hash of the law that is loaded; empty when none is. */
  lawHash: string
}

const PATIENCE = 2000

/**
 * `/healthz` answers as long as the process lives. `/readyz` answers 200 when the database answers, is migrated, and
 * the law is loaded, else 503; it names each part.
 */
export function addHealth(app: FastifyInstance, { pool, migrations, lawHash }: Readiness): void {
  app.get('/healthz', async () => ({ status: 'alive' }))
  app.get('/readyz', async (_request, reply) => {
    const database = await soon(pool.query('select 1').then(() => true))
    const parts = {
      database,
      migrations: database && (await soon(isMigrated(pool, migrations))),
      law: lawHash !== '',
    }
    const ready = Object.values(parts).every(Boolean)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready', ...parts, lawHash })
  })
}

/** The answer when it comes within two seconds; no answer, and a failure, is a no. */
function soon(answer: Promise<boolean>): Promise<boolean> {
  return Promise.race([answer.catch(() => false), pause(PATIENCE, false, { ref: false })])
}
