import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { S3_KEYS, type S3Server, startS3 } from '../../../test/support/s3.ts'
import { Refused } from '../../kernel/errors.ts'
import { diskStorage } from './disk.ts'
import { s3Storage } from './s3.ts'
import { hashOf, type Storage } from './storage.ts'

let folder = ''
let server: S3Server
const storages: Record<string, { storage: Storage; place: string }> = {}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-storage-'))
  server = await startS3()
  const { endpoint, bucket } = server
  storages.disk = { storage: diskStorage(path.join(folder, 'files')), place: path.join(folder, 'files') }
  storages.S3 = { storage: s3Storage({ endpoint, bucket, region: 'us-east-1', ...S3_KEYS }), place: server.folder }
}, 60_000)
afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** The files in which a storage keeps this content. */
async function kept(place: string, bytes: Buffer): Promise<string[]> {
  const names = await readdir(place, { recursive: true, withFileTypes: true })
  const files = names.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name))
  const contents = await Promise.all(files.map(async (file) => [file, await readFile(file)] as const))
  return contents.filter(([, content]) => content.equals(bytes)).map(([file]) => file)
}

describe.each(['disk', 'S3'])('a storage on %s', (name) => {
  const of = () => {
    const found = storages[name]
    if (found === undefined) throw new Error(`no storage ${name}`)
    return found
  }

  it('gives back what was put, and keeps it once, however often it comes at the same time', async () => {
    const { storage, place } = of()
    const bytes = Buffer.from(`Thư mời ${'x'.repeat(300_000)}`)
    const hash = hashOf(bytes)
    await Promise.all([storage.put(hash, bytes), storage.put(hash, bytes), storage.put(hash, bytes)])
    await storage.put(hash, bytes)
    expect(Buffer.from(await storage.get(hash)).equals(bytes)).toBe(true)
    expect(await kept(place, bytes)).toHaveLength(1)
  })

  it('refuses what it does not hold, with what to do', async () => {
    const error = await of()
      .storage.get(hashOf(Buffer.from('never put')))
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Refused)
    expect((error as Refused).text.vi).toContain('bản sao lưu')
  })

  it('never hands out what was changed behind its back', async () => {
    const { storage, place } = of()
    const bytes = Buffer.from('Quyết định 15')
    const hash = hashOf(bytes)
    await storage.put(hash, bytes)
    const [file = ''] = await kept(place, bytes)
    await writeFile(file, 'Quyết định 16')
    await expect(storage.get(hash)).rejects.toThrow('đã bị hỏng')
  })
})

it('a bucket whose key is wrong is an error, not an absence', async () => {
  const { endpoint, bucket } = server
  const wrong = s3Storage({ endpoint, bucket, region: 'us-east-1', accessKeyId: 'nobody', secretAccessKey: 'x' })
  await expect(wrong.put(hashOf(Buffer.from('x')), Buffer.from('x'))).rejects.not.toBeInstanceOf(Refused)
})
