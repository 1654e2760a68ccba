/** Load over HTTP: clients that each ask again when they are answered, at once or after a rest. */
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** What is sent. */
export interface Sent {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  body?: unknown
}

/** The times of answers in milliseconds, and how many came in a second. */
export interface Times {
  median: number
  late: number
  rate: number
  count: number
}

export const CLIENTS = 16
const WARM_UP = 3000

/**
 * Lets 16 clients ask for so many milliseconds, after three seconds that are not counted. `next` gives what the client with this
 * number sends next; `undefined` when there is nothing left. Between an answer and the next question a client rests for half to
 * one and a half times `rest` milliseconds. Throws when an answer is not 200.
 */
export async function load(next: (client: number) => Sent | undefined, milliseconds: number, rest = 0): Promise<Times> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS })
  const times: number[] = []
  const counted = performance.now() + WARM_UP
  const end = counted + milliseconds
  async function ask(client: number): Promise<void> {
    while (performance.now() < end) {
      const sent = next(client)
      if (sent === undefined) return
      const started = performance.now()
      const { status, text } = await send(sent, agent)
      if (status !== 200) throw new Error(`${sent.method} ${sent.url} answered ${status}: ${text.slice(0, 500)}`)
      if (started >= counted) times.push(performance.now() - started)
      if (rest > 0) await pause(rest * (0.5 + Math.random()))
    }
  }
  try {
    await Promise.all(Array.from({ length: CLIENTS }, (_, client) => ask(client)))
  } finally {
    agent.destroy()
  }
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.ceil(times.length * share) - 1] ?? Number.NaN
  return { median: at(0.5), late: at(0.95), rate: times.length / (milliseconds / 1000), count: times.length }
}

/** Sends once and reads the answer to its end. */
export function send(
  { method, url, headers, body }: Sent,
  agent?: http.Agent,
): Promise<{ status: number; text: string }> {
  const payload = body === undefined ? undefined : JSON.stringify(body)
  const more =
    payload === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(payload)}` }
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers: { ...headers, ...more }, ...(agent ? { agent } : {}) })
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
    })
    request.end(payload)
  })
}
