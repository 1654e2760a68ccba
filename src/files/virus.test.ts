import { createServer, type Server } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Clamd, findClamd, HARMLESS_VIRUS, startClamd } from '../../test/support/clamd.ts'
import { Refused } from '../kernel/errors.ts'
import { clamdScan } from './virus.ts'

const program = findClamd()
if (program === undefined)
  console.log('no clamd here: its tests are skipped; install it (apt-get install clamav-daemon)')

describe.skipIf(program === undefined)('with clamd', () => {
  let clamd: Clamd
  beforeAll(async () => {
    clamd = await startClamd(program ?? '')
  }, 60_000)
  afterAll(() => clamd?.stop())

  it('finds what it knows, wherever it stands, and names it', async () => {
    const scan = clamdScan(clamd.socket)
    expect(await scan(Buffer.from('a letter of invitation'))).toBeUndefined()
    const infected = Buffer.concat([Buffer.alloc(700_000, 'x'), Buffer.from(HARMLESS_VIRUS)])
    expect(await scan(infected)).toContain('DoanRa.Harmless')
  })

  it('refuses what is larger than clamd takes: it was not looked at', async () => {
    await expect(clamdScan(clamd.socket)(Buffer.alloc(3 * 1024 * 1024))).rejects.toBeInstanceOf(Refused)
  })
})

describe('a scanner that cannot look', () => {
  let server: Server | undefined
  afterEach(() => server?.close())

  async function refusalBy(socket: string): Promise<string> {
    const error = await clamdScan(socket)(Buffer.from('x')).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    return error instanceof Refused ? error.text.vi : String(error)
  }

  it('that is not there lets nothing through', async () => {
    expect(await refusalBy('/nowhere/clamd.ctl')).toContain('Hãy thử lại sau ít phút')
    expect(await refusalBy('127.0.0.1:1')).toContain('Hãy thử lại sau ít phút')
  })

  it.each(['', 'stream: OK or so', 'INSTREAM size limit exceeded. ERROR'])(
    'that answers “%s” lets nothing through',
    async (answer) => {
      const socket = path.join(os.tmpdir(), `doan-ra-scanner-${process.pid}-${answer.length}.sock`)
      server = createServer((connection) => connection.once('data', () => connection.end(answer)))
      await new Promise<void>((resolve) => server?.listen(socket, resolve))
      expect(await refusalBy(socket)).toContain('Hãy thử lại sau ít phút')
    },
  )
})
