import { createConnection, type Socket } from 'node:net'
import { Refused } from '../kernel/errors.ts'

/** Looks for viruses; gives the name of the one it found. Throws `Refused` when it cannot look. */
export type Scan = (bytes: Uint8Array) => Promise<string | undefined>

/** Refused because a virus was found; the file is kept nowhere. */
export class VirusFound extends Refused {
  readonly signature: string

  constructor(signature: string) {
    super({
      vi: `Tệp có mã độc (${signature}) nên không được nhận và không được lưu. Hãy quét máy tính đã tạo tệp, rồi nộp một bản sạch. Sự việc đã được ghi lại.`,
      en: `The file holds a virus (${signature}): it was neither taken nor kept. Scan the computer it comes from, then send a clean one. The incident is recorded.`,
    })
    this.signature = signature
  }
}

const PIECE = 256 * 1024
const PATIENCE = 60_000

/** Scans by clamd at a socket: a path, or `host:port`. Speaks INSTREAM: the bytes with the length of each piece before it. */
export function clamdScan(socket: string): Scan {
  return async (bytes) => {
    const answer = await ask(socket, bytes).catch((error: Error) => {
      throw away(error.message)
    })
    if (answer === 'stream: OK') return undefined
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
    if (found === undefined) throw away(answer)
    return found
  }
}

function ask(address: string, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(placeOf(address))
    let answer = ''
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error(`no answer within ${PATIENCE / 1000} s`)))
    socket.on('data', (text) => {
      answer += text.toString('utf8')
    })
    socket.once('error', (error) => reject(error))
    socket.once('close', () => resolve(answer.replace(/\0$/, '').trim()))
    socket.once('connect', () => send(socket, bytes))
  })
}

function placeOf(address: string): { path: string } | { host: string; port: number } {
  const [, host, port] = /^([^/]+):(\d+)$/.exec(address) ?? []
  return host === undefined ? { path: address } : { host, port: Number(port) }
}

function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.byteLength; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE)
    socket.write(lengthOf(piece.byteLength))
    socket.write(piece)
  }
  socket.write(lengthOf(0))
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

function away(reason: string): Refused {
  return new Refused({
    vi: `Chưa quét được mã độc nên tệp chưa được nhận (${reason || 'máy quét không trả lời'}). Hãy thử lại sau ít phút; nếu vẫn vậy, báo người quản trị.`,
    en: `The file could not be scanned for viruses, so it was not taken (${reason || 'the scanner did not answer'}). Try again in a few minutes; if it persists, tell the administrator.`,
  })
}
