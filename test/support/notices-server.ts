import { fileURLToPath } from 'node:url'
import { HOUSEKEEPING, inScope } from '../../src/db/scope.ts'
import { newId } from '../../src/kernel/ids.ts'
import { noticeRoutes, settle, tell } from '../../src/notices/index.ts'
import { testApp } from './app.ts'
import { sessionOf } from './audit-server.ts'
import { openTestDatabase } from './database.ts'
import { addPlayer } from './plans.ts'
import { addBody } from './register.ts'
import { recogniseAs } from './visitor.ts'

const PERMISSIONS = ['own.read', 'own.write'] as const
const WEB = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** A server with the pages, for somebody who has been told of three dossiers: one to sign, one done, one approved. */
export async function startNoticesServer(): Promise<{ address: string; stop(): Promise<void> }> {
  const database = await openTestDatabase()
  const city = await addBody(database, 'Thành phố', { level: 'province' })
  const visitor = await addPlayer(database, 'Vũ Thị Thử', 'unit-head', city, city, { bodies: [city] })
  const recipients = [visitor.account?.id ?? '']
  const subject = (code: string) => ({ kind: 'delegation', id: newId(), code })
  const done = subject('ĐR-2026-0141')
  await inScope(database.pool, HOUSEKEEPING, async (open) => {
    const asks = { recipients, kind: 'asks', due: '2026-11-25', path: '/thong-bao' } as const
    await tell(open, { ...asks, subject: subject('ĐR-2026-0140'), what: 'dossier.sign' })
    await tell(open, { ...asks, subject: done, what: 'dossier.sign' })
    await settle(open, done)
    const told = { recipients, kind: 'tells', path: '/thong-bao' } as const
    await tell(open, { ...told, subject: subject('ĐR-2026-0142'), what: 'dossier.approved' })
  })
  const app = await testApp(database, {
    routes: [...noticeRoutes({ publicUrl: undefined }, []), sessionOf(visitor.account, PERMISSIONS)],
    recognise: recogniseAs(visitor),
    webFolder: WEB,
  })
  return {
    address: await app.listen({ port: 0, host: '127.0.0.1' }),
    async stop() {
      await app.close()
      await database.close()
    },
  }
}
