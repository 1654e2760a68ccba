import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A clamd of our own whose only virus is a harmless sentence. */
export interface Clamd {
  /** The path of its socket. */
  socket: string
  stop(): Promise<void>
}

/** What it takes for a virus. */
export const HARMLESS_VIRUS = 'doan-ra: harmless sentence that the test takes for a virus'
const PATIENCE = 30_000

/** The program; `undefined` where ClamAV is not installed (apt-get install clamav-daemon). */
export function findClamd(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin']
  return folders.map((folder) => path.join(folder, 'clamd')).find((file) => existsSync(file))
}

export async function startClamd(program: string): Promise<Clamd> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-clamd-'))
  // Started as root it becomes somebody else, who has to get in.
  await chmod(folder, 0o777)
  const socket = path.join(folder, 'clamd.sock')
  const signature = Buffer.from(HARMLESS_VIRUS).toString('hex')
  await writeFile(path.join(folder, 'test.ndb'), `DoanRa.Harmless:0:*:${signature}\n`)
  const settings = [`LocalSocket ${socket}`, `DatabaseDirectory ${folder}`, 'Foreground yes', 'StreamMaxLength 2M']
  await writeFile(path.join(folder, 'clamd.conf'), `${settings.join('\n')}\n`)
  const child = spawn(program, ['-c', path.join(folder, 'clamd.conf')], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  for (const begun = Date.now(); !(await answers(socket)); await pause(100)) {
    if (Date.now() - begun < PATIENCE && child.exitCode === null) continue
    await stop()
    throw new Error(`clamd does not answer:\n${said}`)
  }
  return { socket, stop }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection({ path: socket }, () => connection.end('zPING\0'))
    connection.once('data', () => resolve(true))
    connection.once('error', () => resolve(false))
    connection.once('close', () => resolve(false))
  })
}
