import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

/** A server that speaks the protocol of S3, with one empty bucket in a folder of its own. */
export interface S3Server {
  endpoint: string
  bucket: string
  /** Where it keeps its objects. */
  folder: string
  stop(): Promise<void>
}

interface S3rver {
  run(): Promise<{ address: string; port: number }>
  close(): Promise<void>
}

/** The keys that it knows. */
export const S3_KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

export async function startS3(): Promise<S3Server> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-s3-'))
  const Server: new (options: object) => S3rver = createRequire(import.meta.url)('s3rver')
  const bucket = 'doan-ra'
  const options = {
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: bucket }],
  }
  const server = new Server(options)
  const { port } = await server.run()
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    folder,
    async stop() {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
