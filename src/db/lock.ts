import { randomUUID } from 'node:crypto'
import { open, readdir, readFile, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Refused } from '../kernel/errors.ts'

/**
 * An exclusive lock on a folder, for one process at a time: two engines on one folder lose rows without a word.
 *
 * Each process that wants the folder puts its own file beside it (`<folder>.<id>.lock`: pid, host, start of the
 * process) and only then looks for others. Of two that come together, at least the later one sees the other and
 * withdraws; both can never hold it. Nobody's file but a dead process's is ever removed, so a take-over needs no race.
 */
export interface Lock {
  release(): Promise<void>
}

interface Holder {
  pid: number
  host: string
  /** When the process started, as the system counts it: tells a process from a later one with the same pid. */
  started: string
}

const TRIES = 3

/** Takes the lock on `folder`. Throws `Refused`, naming the process that holds it, when it is taken. */
export async function acquireLock(folder: string): Promise<Lock> {
  const own = `${folder}.${randomUUID()}.lock`
  for (let attempt = 1; ; attempt++) {
    await announce(own)
    const other = await liveHolder(folder, own)
    if (!other) return { release: () => rm(own, { force: true }) }
    await rm(own, { force: true })
    if (attempt === TRIES) throw taken(folder, other)
    await pause(20 + Math.random() * 180)
  }
}

/** Written beside and renamed, so that nobody reads half a file. */
async function announce(file: string): Promise<void> {
  const holder: Holder = { pid: process.pid, host: os.hostname(), started: (await startOf(process.pid)) ?? '' }
  const draft = await open(`${file}.draft`, 'w')
  await draft.writeFile(JSON.stringify(holder))
  await draft.sync()
  await draft.close()
  await rename(`${file}.draft`, file)
}

/** The first other process that holds the folder and may be alive; files of dead ones are removed on the way. */
async function liveHolder(folder: string, own: string): Promise<{ file: string; holder?: Holder } | undefined> {
  const names = await readdir(path.dirname(folder))
  const locks = names.filter((name) => name.startsWith(`${path.basename(folder)}.`) && name.endsWith('.lock'))
  for (const file of locks.map((name) => path.join(path.dirname(folder), name))) {
    if (file === own) continue
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text === undefined) continue
    const holder = readHolder(text)
    if (!holder) return { file }
    if (await mayLive(holder)) return { file, holder }
    await rm(file, { force: true })
  }
  return undefined
}

function readHolder(text: string): Holder | undefined {
  try {
    const { pid, host, started } = JSON.parse(text)
    return Number.isInteger(pid) && typeof host === 'string' && typeof started === 'string'
      ? { pid, host, started }
      : undefined
  } catch {
    return undefined
  }
}

/** Of a process on another machine nothing can be known: it counts as alive. */
async function mayLive(holder: Holder): Promise<boolean> {
  if (holder.host !== os.hostname()) return true
  if (!exists(holder.pid)) return false
  const started = await startOf(holder.pid)
  return started === undefined || holder.started === '' || started === holder.started
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Boot and clock ticks after it (proc(5), field 22 of stat); `undefined` where the system has no /proc. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The second field, the name in brackets, may itself hold spaces and brackets.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${boot.trim()}/${ticks}`
  } catch {
    return undefined
  }
}

function taken(folder: string, { file, holder }: { file: string; holder?: Holder }): Refused {
  const vi = holder ? `tiến trình ${holder.pid} trên máy ${holder.host}` : 'một tiến trình không rõ'
  const en = holder ? `process ${holder.pid} on ${holder.host}` : 'an unknown process'
  return new Refused({
    vi: `Dữ liệu ở ${folder} đang do ${vi} sử dụng. Hãy dừng tiến trình đó, hoặc đặt DATA_DIR khác; nếu chắc chắn nó không còn chạy, xóa ${file} rồi chạy lại.`,
    en: `The data in ${folder} is in use by ${en}. Stop that process, or set another DATA_DIR; if it certainly runs no more, delete ${file} and start again.`,
  })
}
