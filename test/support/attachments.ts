import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { attachmentRoutes } from '../../src/delegations/index.ts'
import { type Files, fileRoutes } from '../../src/files/index.ts'
import { testApp } from './app.ts'
import type { TestDatabase } from './database.ts'
import type { DelegationPlayer, DelegationWorld } from './delegations.ts'
import { recognisePlayers } from './players.ts'

/** What a door answered. */
export interface Said {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came
  body: any
  headers: Record<string, unknown>
}

/** The doors of attached files beside those of a world's dossiers. */
export interface AttachmentDoors {
  app: FastifyInstance
  ask(who: DelegationPlayer, method: 'GET' | 'POST', url: string, payload?: object): Promise<Said>
  /** Sends bytes to an upload at a place. */
  part(who: DelegationPlayer, id: string, offset: number, bytes: Uint8Array): Promise<Said>
  /** Attaches a file in one part: what came of the last request. */
  attach(
    who: DelegationPlayer,
    dossier: string,
    file: { name: string; bytes: Uint8Array; kind?: string },
  ): Promise<Said>
}

export async function openAttachmentDoors(
  database: TestDatabase,
  world: DelegationWorld,
  files: Files,
): Promise<AttachmentDoors> {
  const app = await testApp(database, {
    routes: [...fileRoutes(), ...attachmentRoutes(files)],
    recognise: recognisePlayers(Object.values(world.people)).recognise,
  })
  const inject = async (who: DelegationPlayer, method: 'GET' | 'POST', url: string, rest: object): Promise<Said> => {
    const headers = {
      'x-account': world.people[who].account?.id ?? '',
      ...('headers' in rest ? Object(rest.headers) : {}),
    }
    const answer = await app.inject({ method, url, ...rest, headers })
    const isJson = String(answer.headers['content-type']).startsWith('application/json')
    return { status: answer.statusCode, body: isJson ? answer.json() : answer.rawPayload, headers: answer.headers }
  }
  const doors: AttachmentDoors = {
    app,
    ask: (who, method, url, payload) => inject(who, method, url, payload === undefined ? {} : { payload }),
    part: (who, id, offset, bytes) =>
      inject(who, 'POST', `/api/uploads/${id}/parts/${offset}`, {
        payload: Buffer.from(bytes),
        headers: { 'content-type': 'application/octet-stream' },
      }),
    async attach(who, dossier, { name, bytes, kind = 'other' }) {
      const begun = await doors.ask(who, 'POST', `/api/delegations/${dossier}/attachments/begin`, {
        name,
        size: bytes.byteLength,
        hash: sha256(bytes),
      })
      if (begun.status !== 200) return begun
      const { uploadId } = begun.body
      const sent = await doors.part(who, uploadId, 0, bytes)
      if (sent.status !== 200) return sent
      return doors.ask(who, 'POST', `/api/delegations/${dossier}/attachments`, { uploadId, kind })
    },
  }
  return doors
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
