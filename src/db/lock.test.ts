import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acquireLock } from './lock.ts'

let parent: string
let folder: string
beforeEach(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-lock-'))
  folder = path.join(parent, 'pglite')
})
afterEach(() => rm(parent, { recursive: true }))

/** What another process would have left. */
async function leave(holder: { pid: number; host: string; started: string } | string): Promise<string> {
  const file = `${folder}.left.lock`
  await writeFile(file, typeof holder === 'string' ? holder : JSON.stringify(holder))
  return file
}

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid ?? 0
}

it('is taken, and free again once released', async () => {
  for (let turn = 0; turn < 2; turn++) {
    const lock = await acquireLock(folder)
    const names = await readdir(parent)
    expect(names).toHaveLength(1)
    const holder = JSON.parse(await readFile(path.join(parent, names[0] ?? ''), 'utf8'))
    expect(holder).toMatchObject({ pid: process.pid, host: os.hostname() })
    await lock.release()
    expect(await readdir(parent)).toEqual([])
  }
})

it('is refused while another holds it, naming the process, the file and what to do', async () => {
  const lock = await acquireLock(folder)
  const [file = ''] = await readdir(parent)
  await expect(acquireLock(folder)).rejects.toMatchObject({
    status: 422,
    text: {
      vi: expect.stringMatching(new RegExp(`tiến trình ${process.pid} trên máy .*Hãy dừng tiến trình đó.*${file}`)),
      en: expect.stringMatching(new RegExp(`process ${process.pid} on .*Stop that process.*${file}`)),
    },
  })
  expect(await readdir(parent)).toEqual([file])
  await lock.release()
})

it('is held by one at most, however many come at once', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => acquireLock(folder)))
  const held = outcomes.filter((outcome) => outcome.status === 'fulfilled')
  expect(held.length).toBeLessThanOrEqual(1)
  expect(await readdir(parent)).toHaveLength(held.length)
})

describe('a lock that was left behind', () => {
  it('is taken over when its process is dead', async () => {
    await leave({ pid: await deadPid(), host: os.hostname(), started: 'some-boot/1' })
    await (await acquireLock(folder)).release()
    expect(await readdir(parent)).toEqual([])
  })

  it.runIf(process.platform === 'linux')('is taken over when its pid belongs to a later process', async () => {
    await leave({ pid: process.pid, host: os.hostname(), started: 'an-earlier-boot/1' })
    await (await acquireLock(folder)).release()
    expect(await readdir(parent)).toEqual([])
  })

  it('stays when its process was on another machine: nobody here can know whether it lives', async () => {
    await leave({ pid: 1, host: 'elsewhere', started: '' })
    await expect(acquireLock(folder)).rejects.toMatchObject({ text: { en: expect.stringContaining('1 on elsewhere') } })
  })

  it('stays when it cannot be read, and the refusal names the file to delete', async () => {
    const file = await leave('not json')
    await expect(acquireLock(folder)).rejects.toMatchObject({ text: { en: expect.stringContaining(`delete ${file}`) } })
  })
})
