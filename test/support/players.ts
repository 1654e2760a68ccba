import type { FastifyInstance } from 'fastify'
import type { Parts } from '../../src/http/server.ts'
import type { Recognise, Visitor } from '../../src/http/who.ts'
import { testApp } from './app.ts'
import type { TestDatabase } from './database.ts'

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: what came over HTTP is looked at by the tests
  body: any
}

/** An app that takes who asks from the account they name, and a way to ask it in the name of a player, or of anybody else. */
export interface PlayersApp<Player extends string> {
  app: FastifyInstance
  send(who: Player | Visitor, method: 'GET' | 'POST', url: string, payload?: object): Promise<Answer>
}

export async function appForPlayers<Player extends string>(
  database: TestDatabase,
  people: Record<Player, Visitor>,
  parts: Pick<Parts, 'routes'> & Partial<Parts>,
): Promise<PlayersApp<Player>> {
  const { recognise, meet } = recognisePlayers(Object.values<Visitor>(people))
  const app = await testApp(database, { ...parts, recognise })
  return {
    app,
    async send(who, method, url, payload) {
      const visitor = typeof who === 'string' ? people[who] : who
      meet(visitor)
      const answer = await app.inject({
        method,
        url,
        headers: { 'x-account': visitor.account?.id ?? '' },
        ...(payload === undefined ? {} : { payload }),
      })
      const isJson = String(answer.headers['content-type']).startsWith('application/json')
      return { status: answer.statusCode, body: isJson ? answer.json() : answer.rawPayload }
    },
  }
}

/** Recognises visitors by the account that a request names; `meet` makes another one known. */
export function recognisePlayers(visitors: readonly Visitor[]): { recognise: Recognise; meet(visitor: Visitor): void } {
  const byAccount = new Map(visitors.map((visitor) => [visitor.account?.id, visitor]))
  return {
    meet: (visitor) => void byAccount.set(visitor.account?.id, visitor),
    async recognise(request) {
      const visitor = byAccount.get(String(request.headers['x-account']))
      if (visitor === undefined) throw new Error('nobody of this world')
      return visitor
    },
  }
}
