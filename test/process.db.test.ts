import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../src/db/connect.ts'
import { loadLaw } from '../src/law/index.ts'
import { fillDataDir, onPostgres, openEmptyDatabase, type TestDatabase } from './support/database.ts'
import { runUnbundledServer } from './support/programs.ts'
import { startProgram, startTestServer } from './support/server.ts'

let dataDir: string
let database: TestDatabase | undefined
let environment: Record<string, string>
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-process-'))
  database = onPostgres ? await openEmptyDatabase() : undefined
  const address = { HOST: '127.0.0.1', PORT: '0' }
  environment = { DATA_DIR: dataDir, DATABASE_URL: database?.url ?? '', SAMPLE_DATA: 'off', ...address }
})
afterEach(async () => {
  await database?.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** Spares the embedded engine its slow first start, where the test is about something else. */
async function prepare(): Promise<void> {
  if (!onPostgres) await fillDataDir(dataDir)
}

/** Rows of the database that a process used, once that process is gone. */
async function rowsAfterwards<Row extends object>(statement: string): Promise<Row[]> {
  const opened = await connect({ databaseUrl: database?.url, dataDir })
  const { rows } = await opened.pool.query<Row>(statement)
  await opened.close()
  return rows
}

it('starts on an empty database, as `npm start` starts it, keeps the edition of its law, and is ready', {
  timeout: 180_000,
}, async () => {
  const server = runUnbundledServer(environment)
  const [, address] = await server.says(/running at (http:\S+)/)
  const answer = await fetch(`${address}/readyz`)
  const { hash } = loadLaw()
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { status: 'ready', database: true, migrations: true, law: true, lawHash: hash },
  ])
  expect(server.output()).toMatch(/^Đoàn Ra đang chạy tại (http:\S+) – Đoàn Ra is running at \1$/m)
  server.process.kill('SIGTERM')
  expect(await server.ended).toBe(0)
  expect(await rowsAfterwards('select hash from law_edition')).toEqual([{ hash }])
})

describe('told to stop', () => {
  beforeEach(prepare)

  it.each(['SIGTERM', 'SIGINT'] as const)('by %s, it finishes the running request and exits 0', async (signal) => {
    const server = await startTestServer(environment)
    const headers = { 'content-type': 'application/json', 'content-length': '2' }
    const request = http.request(`${server.address}/api/checks`, { method: 'POST', headers })
    const answered = once(request, 'response')
    request.write('{')
    await new Promise((resolve) => setTimeout(resolve, 200))
    server.process.kill(signal)
    await new Promise((resolve) => setTimeout(resolve, 500))
    request.end('}')
    const [response] = await answered
    expect(response.statusCode).toBe(400)
    response.resume()
    expect(await server.ended).toBe(0)
    expect((await readdir(dataDir)).filter((name) => name.endsWith('.lock'))).toEqual([])
  })

  it('twice, it exits at once, with a request still running', async () => {
    const server = await startTestServer(environment)
    const socket = net.connect(Number(new URL(server.address).port), '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write('POST /api/checks HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{')
    await new Promise((resolve) => setTimeout(resolve, 200))
    server.process.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(server.process.exitCode).toBeNull()
    server.process.kill('SIGTERM')
    expect(await server.ended).toBe(1)
  })
})

if (onPostgres) {
  describe('with several workers', () => {
    it('answers as one server, replaces a worker that breaks off, and stops them all', async () => {
      const server = await startTestServer({ ...environment, WORKERS: '2' })
      const ready = async () => (await fetch(`${server.address}/readyz`, { headers: { connection: 'close' } })).status
      const first = await childrenOf(server.process)
      expect(first).toHaveLength(2)
      expect(await Promise.all(Array.from({ length: 4 }, ready))).toEqual([200, 200, 200, 200])
      process.kill(Number(first[0]), 'SIGKILL')
      const replaced = () => childrenOf(server.process).then((now) => now.length === 2 && !now.includes(first[0] ?? ''))
      await expect.poll(replaced, { timeout: 30_000 }).toBe(true)
      await expect.poll(ready, { timeout: 30_000 }).toBe(200)
      const last = await childrenOf(server.process)
      await server.stop()
      expect(last.filter(isRunning)).toEqual([])
    })

    it('a worker does not outlive its leader', async () => {
      const server = await startTestServer({ ...environment, WORKERS: '2' })
      const workers = await childrenOf(server.process)
      server.process.kill('SIGKILL')
      await expect.poll(() => workers.filter(isRunning), { timeout: 10_000 }).toEqual([])
    })

    it('says once why none can start', async () => {
      const other = net.createServer().listen(0, '127.0.0.1')
      await once(other, 'listening')
      const { port } = other.address() as net.AddressInfo
      const program = startProgram('src/main.ts', { ...environment, PORT: String(port), WORKERS: '2' })
      expect(await program.ended).toBe(1)
      other.close()
      expect(program.output().match(/is in use by another program/g)).toHaveLength(1)
      expect(program.output()).toContain('A serving process has ended before it was ready')
    })
  })
}

/** The ids of the processes that a process has started and that still run. */
async function childrenOf({ pid }: { pid?: number | undefined }): Promise<string[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return children.split(' ').filter((id) => id !== '' && isRunning(id))
}

/** Whether a process is there, and not only waits for somebody to take note of its end. */
function isRunning(id: string): boolean {
  const stat = existsSync(`/proc/${id}/stat`) ? readFileSync(`/proc/${id}/stat`, 'utf8') : ''
  return stat !== '' && !/\) [ZX] /.test(stat)
}

describe('refuses to start, in both languages and with exit code 1,', () => {
  beforeEach(prepare)

  it('when a variable is wrong', async () => {
    const program = startProgram('src/main.ts', { ...environment, PORT: '70000' })
    expect(await program.ended).toBe(1)
    expect(program.output()).toMatch(/Biến môi trường PORT \("70000"\).*\nThe environment variable PORT \("70000"\)/)
  })

  it('when the port is taken, and lets go of its data', async () => {
    const other = net.createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as net.AddressInfo
    const program = startProgram('src/main.ts', { ...environment, PORT: String(port) })
    expect(await program.ended).toBe(1)
    other.close()
    expect(program.output()).toContain(`Cổng ${port} đang được chương trình khác dùng`)
    expect(program.output()).toContain(`Port ${port} is in use`)
    expect((await readdir(dataDir)).filter((name) => name.endsWith('.lock'))).toEqual([])
  })

  if (!onPostgres) {
    it('when another process holds the data, naming it; the first one goes on', async () => {
      const first = await startTestServer(environment)
      const second = startProgram('src/main.ts', environment)
      expect(await second.ended).toBe(1)
      expect(second.output()).toContain(`tiến trình ${first.process.pid} trên máy`)
      expect(second.output()).toContain(`process ${first.process.pid} on`)
      expect((await fetch(`${first.address}/readyz`)).status).toBe(200)
      await first.stop()
    })
  }

  if (onPostgres) {
    it('when PostgreSQL does not answer, without telling its password', async () => {
      const address = 'postgres://someone:s3cret@127.0.0.1:1/none'
      const program = startProgram('src/main.ts', { ...environment, DATABASE_URL: address })
      expect(await program.ended).toBe(1)
      expect(program.output()).toContain('Không kết nối được PostgreSQL')
      expect(program.output()).not.toContain('s3cret')
    })
  }

  it('when a folder of the law is not there', async () => {
    const program = startProgram('src/main.ts', { ...environment, LAW_DIRS: path.join(dataDir, 'no-law') })
    expect(await program.ended).toBe(1)
    expect(program.output()).toContain('no-law')
    expect(program.output()).not.toContain('    at ')
  })
})

it('killed at any moment, it loses nothing that it had acknowledged, and starts again', async () => {
  await prepare()
  let acknowledged = 0
  for (let round = 1; round <= 3; round++) {
    const program = startProgram('test/support/insert-until-killed.ts', environment)
    await program.says(new RegExp(`kept ${acknowledged + 40 * round}\\n`))
    program.process.kill('SIGKILL')
    await program.ended
    const numbers = [...program.output().matchAll(/kept (\d+)\n/g)].map((match) => Number(match[1]))
    acknowledged = numbers.at(-1) ?? 0
    const rows = await rowsAfterwards<{ number: number }>('select number from acknowledged order by number')
    const found = rows.map((row) => row.number)
    expect(found.slice(0, acknowledged)).toEqual(Array.from({ length: acknowledged }, (_, index) => index + 1))
    // At most the one insert that was on its way when the process died.
    expect(found.length - acknowledged).toBeLessThanOrEqual(1)
    acknowledged = found.length
  }
})
