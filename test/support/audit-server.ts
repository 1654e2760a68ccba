import { fileURLToPath } from 'node:url'
import { auditRetention, auditRoutes, type Deed, record } from '../../src/audit/index.ts'
import { HOUSEKEEPING, inScope } from '../../src/db/scope.ts'
import { type Actor, route } from '../../src/http/route.ts'
import type { Visitor } from '../../src/http/who.ts'
import { getSession } from '../../src/identity/sign-in/contract.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Permission } from '../../src/kernel/permissions.ts'
import { loadLaw } from '../../src/law/index.ts'
import { retentionRoutes } from '../../src/retention/index.ts'
import { testApp } from './app.ts'
import { openTestDatabase } from './database.ts'
import { recogniseAs, testVisitor } from './visitor.ts'

const ROOT = newId()
const PERSON = { kind: 'person', id: newId(), name: 'Trần Thị Mẫu' }
const PLAN = { kind: 'plan', id: newId(), name: 'Sở Thử Nghiệm 2026' }

const WRITER: Actor = {
  accountId: newId(),
  name: 'Lê Văn Thử',
  onBehalfOf: undefined,
  from: '10.1.2.3',
  requestId: 'thu-1',
}
const SUBSTITUTE: Actor = {
  accountId: newId(),
  name: 'Phạm Thu Ví',
  onBehalfOf: { accountId: newId(), name: 'Đỗ Quang Dụ', document: '12/UQ-STN' },
  from: '10.1.2.4',
  requestId: 'thu-2',
}

const DEEDS: readonly (readonly [Actor, Deed])[] = [
  [WRITER, { action: 'session.opened', subject: { kind: 'account', id: 'a1', name: 'thu.le' } }],
  [
    WRITER,
    {
      action: 'person.changed',
      subject: PERSON,
      before: { name: 'Trần Thị Mâu', birth_date: '1970-01-02', leader: false },
      after: { name: 'Trần Thị Mẫu', birth_date: '1970-02-01', leader: true },
      personal: ['birth_date'],
      ground: 'hồ sơ gốc',
    },
  ],
  [
    SUBSTITUTE,
    {
      action: 'plan.sign',
      subject: PLAN,
      before: { state: 'submitted' },
      after: { state: 'signed' },
      ground: '45/TTr-STN, 2026-03-02',
    },
  ],
  [
    { ...WRITER, accountId: undefined, name: undefined },
    { action: 'session.refused', subject: { kind: 'account', id: 'unknown' }, after: { means: 'password' } },
  ],
  [WRITER, { action: 'moon.landed', subject: PERSON }],
]

/** What a test of these pages can do with the server. */
export interface AuditServer {
  address: string
  /** What somebody with the rights of the database's owner could do: changes the text of an entry. */
  tamper(seq: number): Promise<void>
  stop(): Promise<void>
}

/**
 * A server with some deeds in its trail and with the pages, for somebody signed in who holds these permissions. Personal
 * data of the trail is from long ago: past its retention.
 */
export async function startAuditServer(
  permissions: readonly Permission[],
  webFolder = fileURLToPath(new URL('../../dist/web', import.meta.url)),
): Promise<AuditServer> {
  const database = await openTestDatabase()
  for (const [actor, deed] of DEEDS)
    await inScope(database.pool, HOUSEKEEPING, (open) => record(open, actor, { ...deed, rootId: ROOT }))
  const unguarded = async (statement: string) => {
    await database.pool.query('alter table audit_entry disable trigger all')
    await database.pool.query(statement)
    await database.pool.query('alter table audit_entry enable trigger all')
  }
  await unguarded("update audit_entry set at = '2001-01-01' where action = 'person.changed'")
  const visitor = testVisitor(permissions, { roots: [ROOT], writes: true }, { name: 'Vũ Thị Kiểm' })
  const app = await testApp(database, {
    routes: [...auditRoutes(), ...retentionRoutes(loadLaw(), auditRetention), sessionOf(visitor.account, permissions)],
    recognise: recogniseAs(visitor),
    webFolder,
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    address,
    tamper: (seq) => unguarded(`update audit_entry set content = replace(content, 'Thử', 'Khác') where seq = ${seq}`),
    async stop() {
      await app.close()
      await database.close()
    },
  }
}

/** Says who is signed in without a session in the database. */
export function sessionOf(account: Visitor['account'], permissions: readonly Permission[]) {
  return route(getSession, () => ({
    account: account
      ? {
          ...{ id: account.id, sessionId: account.sessionId, login: 'kiem', name: account.name, personId: null },
          ...{ means: 'password' as const, roles: [], permissions: [...permissions], onBehalfOf: [], factorDue: false },
        }
      : null,
    pending: null,
    singleSignOn: false,
    sample: null,
  }))
}
