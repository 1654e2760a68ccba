import { execFile, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'

/** A PostgreSQL server of our own, for the length of a test run. */
export interface Cluster {
  /** Address of its database `postgres`, over a socket in its own folder: nobody else's port is touched. */
  url: string
  /** Stops it and removes everything it wrote. */
  stop(): Promise<void>
}

const DEBIAN = '/usr/lib/postgresql'
const PATIENCE = 30_000

/** The folder of PostgreSQL's programs: from PATH, or else the newest that Debian installed; `undefined` when absent. */
export async function findPostgres(): Promise<string | undefined> {
  const versions = existsSync(DEBIAN) ? await readdir(DEBIAN) : []
  const newestFirst = versions.sort((one, other) => Number(other) - Number(one))
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...newestFirst.map((version) => path.join(DEBIAN, version, 'bin')),
  ]
  return folders.find((folder) => existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres')))
}

/** Starts a throw-away server in a temporary folder. PostgreSQL refuses root: then it runs as the user `postgres`. `more`: settings as `name=value`. */
export async function startPostgres(programs: string, more: readonly string[] = []): Promise<Cluster> {
  const owner: { uid?: number; gid?: number } = process.getuid?.() === 0 ? postgresUser() : {}
  const folder = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-postgres-'))
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid)
  const data = path.join(folder, 'data')
  const setup = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  await promisify(execFile)(path.join(programs, 'initdb'), setup, { ...owner, cwd: folder })
  // A test's data may be lost with the machine, so nothing waits for the disk.
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'max_connections=100',
    ...more,
  ]
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let log = ''
  server.stderr.on('data', (text) => {
    log = (log + text).slice(-4000)
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  async function stop(): Promise<void> {
    server.kill('SIGQUIT')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`
  if (await answers(url, Date.now() + PATIENCE)) return { url, stop }
  await stop()
  throw new Error(`PostgreSQL did not start:\n${log}`)
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function answers(url: string, deadline: number): Promise<boolean> {
  while (Date.now() < deadline) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return true
    } catch {
      await pause(100)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  return false
}
