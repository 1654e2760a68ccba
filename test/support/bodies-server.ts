import { fileURLToPath } from 'node:url'
import { bodyRoutes } from '../../src/bodies/index.ts'
import { inScope } from '../../src/db/scope.ts'
import { type Program, runEndpoint } from '../../src/http/program.ts'
import { dayInVietnam } from '../../src/kernel/day.ts'
import type { Permission } from '../../src/kernel/permissions.ts'
import { testApp } from './app.ts'
import { sessionOf } from './audit-server.ts'
import { openTestDatabase } from './database.ts'
import { recogniseAs, testVisitor } from './visitor.ts'

/** What a test of these pages can do with the server. */
export interface BodiesServer {
  address: string
  /** The ids of a city and of its two departments, there since 2020. */
  city: string
  labour: string
  home: string
  /** A mission abroad, in a tree of its own. */
  mission: string
  stop(): Promise<void>
}

/** A server with a small register and with the pages, for somebody signed in who holds these permissions everywhere. */
export async function startBodiesServer(
  permissions: readonly Permission[],
  webFolder = fileURLToPath(new URL('../../dist/web', import.meta.url)),
): Promise<BodiesServer> {
  const database = await openTestDatabase()
  const routes = bodyRoutes()
  const program: Program = {
    routes,
    today: dayInVietnam(new Date()),
    name: 'seed',
    transact: (scope, work) => inScope(database.pool, scope, work),
  }
  const fields = {
    level: 'department',
    bloc: 'state',
    jurisdiction: 'VN-HN',
    from: '2020-01-01',
    document: '01/NQ-2020',
  }
  const add = async (name: string, code: string, parentId: string | null, more: object = {}) => {
    const input = { ...fields, name, code, parentId, ...more }
    return ((await runEndpoint(program, 'POST /api/bodies', input)) as { id: string }).id
  }
  const city = await add('Thành phố Thử', 'H90', null, { level: 'province' })
  const labour = await add('Sở Lao động Thử', 'H90.1', city, { officialOrder: 2 })
  const home = await add('Sở Nội vụ Thử', 'H90.2', city, { officialOrder: 1 })
  const mission = await add('Đại sứ quán tại nước Thử', 'G90', null, {
    isMission: true,
    jurisdiction: 'VN',
    officialOrder: 3,
  })
  const visitor = testVisitor(permissions, { installation: true, writes: true }, { name: 'Vũ Thị Quản' })
  const app = await testApp(database, {
    routes: [...routes, sessionOf(visitor.account, permissions)],
    recognise: recogniseAs(visitor),
    webFolder,
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    ...{ address, city, labour, home, mission },
    async stop() {
      await app.close()
      await database.close()
    },
  }
}
