import { fileURLToPath } from 'node:url'
import { bodyRoutes } from '../../src/bodies/index.ts'
import { HOUSEKEEPING, inScope } from '../../src/db/scope.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Permission } from '../../src/kernel/permissions.ts'
import { loadLaw } from '../../src/law/index.ts'
import { noticeRoutes } from '../../src/notices/index.ts'
import { enterTrips, peopleRoutes } from '../../src/people/index.ts'
import { testApp } from './app.ts'
import { sessionOf } from './audit-server.ts'
import { openTestDatabase } from './database.ts'
import { addBody, addPerson } from './register.ts'
import { recogniseAs, testVisitor } from './visitor.ts'

/** A server with a few bodies and people and with the pages. */
export interface PeopleServer {
  address: string
  /** Ids of what was put there. */
  health: string
  culture: string
  director: string
  officer: string
  stop(): Promise<void>
}

/** Starts it for somebody signed in who holds these permissions over the whole root. */
export async function startPeopleServer(permissions: readonly Permission[]): Promise<PeopleServer> {
  const database = await openTestDatabase()
  const root = await addBody(database, 'Thành phố Thử Nghiệm', { level: 'province' })
  const health = await addBody(database, 'Sở Y tế', { root })
  const culture = await addBody(database, 'Sở Văn hóa và Thể thao', { root })
  const head = { title: 'Giám đốc', leader: true, collective: true, birthDate: '1968-04-05', code: 'NV001' }
  const director = await addPerson(database, 'Nguyễn Thị Ánh', { root, body: health }, head)
  const officer = await addPerson(database, 'Trần Văn Ân', { root, body: health }, { code: 'NV002' })
  await addPerson(database, 'Lê Đức Anh', { root, body: culture }, { code: 'NV003' })
  await inScope(database.pool, HOUSEKEEPING, async (transaction) => {
    const trip = { year: 2026, countries: ['JP', 'KR'], departsOn: '2026-05-04', returnsOn: '2026-05-10' }
    await enterTrips(transaction, { kind: 'plan', id: newId() }, [
      { ...trip, personId: director, state: 'approved', title: 'Dự hội nghị y tế công cộng' },
    ])
  })
  const visitor = testVisitor(permissions, { roots: [root], writes: true }, { name: 'Vũ Thị Sổ' })
  const law = await loadLaw()
  const app = await testApp(database, {
    routes: [
      ...bodyRoutes(),
      ...peopleRoutes(law.data),
      ...noticeRoutes({ publicUrl: undefined }, []),
      sessionOf(visitor.account, permissions),
    ],
    recognise: recogniseAs(visitor),
    webFolder: fileURLToPath(new URL('../../dist/web', import.meta.url)),
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    ...{ address, health, culture, director, officer },
    async stop() {
      await app.close()
      await database.close()
    },
  }
}
