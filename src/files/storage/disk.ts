import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { hashOf, type Storage, verified } from './storage.ts'

/** A folder: each content in a file named by its hash, under a folder of its first two letters. */
export function diskStorage(folder: string): Storage {
  const place = (hash: string) => path.join(path.resolve(folder), hash.slice(0, 2), hash)
  return {
    async put(hash, bytes) {
      const file = place(hash)
      const kept = await read(file)
      if (kept && hashOf(kept) === hash) return
      await mkdir(path.dirname(file), { recursive: true })
      await writeWhole(file, bytes)
    },
    get: async (hash) => verified(hash, await read(place(hash))),
  }
}

/** Written beside and then put in place, so that half a file is never found under a hash. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const beside = `${file}.${randomUUID()}`
  try {
    const handle = await open(beside, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await syncFolder(path.dirname(file))
}

/** The name too outlives a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function read(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
