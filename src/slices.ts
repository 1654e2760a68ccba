import { auditRetention, auditRoutes, type RetentionClass } from './audit/index.ts'
import { bodyRoutes } from './bodies/index.ts'
import { costNormRoutes } from './cost-norms/index.ts'
import type { MigrationSource } from './db/migrate.ts'
import { attachmentRoutes, delegationAgenda, delegationRoutes } from './delegations/index.ts'
import { type Files, fileRoutes } from './files/index.ts'
import type { Route } from './http/route.ts'
import { type IdentityConfig, identityRetention, identityRoutes } from './identity/index.ts'
import type { Case } from './law/cases.ts'
import { type Law, lawRoutes } from './law/index.ts'
import { type Agenda, type NoticeConfig, noticeRetention, noticeRoutes } from './notices/index.ts'
import { peopleRetention, peopleRoutes } from './people/index.ts'
import { planRoutes } from './plans/index.ts'
import { retentionRoutes } from './retention/index.ts'

/** What the slices are built upon. */
export interface Ground {
  law: Law
  cases: Case[]
  files: Files
  config: IdentityConfig & NoticeConfig
}

/** A part of the system with its own folder under `src/`: its name, the migrations of its tables, its routes. */
export interface Slice extends MigrationSource {
  routes(ground: Ground): Route[]
  /** The classes of personal data in its tables that are kept for a time only. */
  retention?: readonly RetentionClass[]
  /** What waits for somebody in it, and the days of what they work on: for digests and calendars. */
  agenda?(law: Law): Agenda
}

/**
 * The slices in order of dependency: each may import those before it, through their `index.ts`, and none after it.
 * Their migrations run in this order.
 */
export const slices: readonly Slice[] = [
  {
    name: 'law',
    migrations: new URL('./law/migrations/', import.meta.url),
    routes: ({ law, cases }) => lawRoutes(law, cases),
  },
  {
    name: 'audit',
    migrations: new URL('./audit/migrations/', import.meta.url),
    routes: auditRoutes,
    retention: auditRetention,
  },
  { name: 'bodies', migrations: new URL('./bodies/migrations/', import.meta.url), routes: bodyRoutes },
  {
    name: 'people',
    migrations: new URL('./people/migrations/', import.meta.url),
    routes: ({ law }) => peopleRoutes(law.data),
    retention: peopleRetention,
  },
  {
    name: 'identity',
    migrations: new URL('./identity/migrations/', import.meta.url),
    routes: ({ config }) => identityRoutes(config),
    retention: identityRetention,
  },
  { name: 'cost-norms', migrations: new URL('./cost-norms/migrations/', import.meta.url), routes: costNormRoutes },
  {
    name: 'notices',
    migrations: new URL('./notices/migrations/', import.meta.url),
    routes: ({ law, config }) => noticeRoutes(config, agendasOf(law)),
    retention: noticeRetention,
  },
  { name: 'files', migrations: new URL('./files/migrations/', import.meta.url), routes: fileRoutes },
  {
    name: 'plans',
    migrations: new URL('./plans/migrations/', import.meta.url),
    routes: ({ law }) => planRoutes(law),
  },
  {
    name: 'delegations',
    agenda: delegationAgenda,
    migrations: new URL('./delegations/migrations/', import.meta.url),
    routes: ({ law, files }) => [...delegationRoutes(law), ...attachmentRoutes(files)],
  },
  {
    name: 'retention',
    migrations: new URL('./retention/migrations/', import.meta.url),
    routes: ({ law }) => retentionRoutes(law, retentionClasses()),
  },
  { name: 'sample', migrations: new URL('./sample/migrations/', import.meta.url), routes: () => [] },
]

/** Where the tables come from, in the order in which they are made: the ground of the database, then each slice. */
export const migrationSources: readonly MigrationSource[] = [
  { name: 'db', migrations: new URL('./db/migrations/', import.meta.url) },
  ...slices,
]

/** The agendas of all slices. */
export function agendasOf(law: Law): Agenda[] {
  return slices.flatMap((slice) => slice.agenda?.(law) ?? [])
}

function retentionClasses(): RetentionClass[] {
  return slices.flatMap((slice) => slice.retention ?? [])
}
