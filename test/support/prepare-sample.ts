import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { unpack } from './prepare-database.ts'
import { runServerOnce } from './programs.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of an embedded database with the sample data. */
    sampleFolder: string
    /** The name of a PostgreSQL database with it; empty where this run has no PostgreSQL. */
    sampleDatabase: string
  }
}

/** Enters the sample data once for each engine, side by side; each journey then starts from a copy. */
export default async function prepareSample(project: TestProject): Promise<() => Promise<void>> {
  const { programs, migrated } = project.getProvidedContext()
  const folder = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-sample-'))
  const server = process.env.TEST_DATABASE_URL
  const name = server ? `doan_ra_sample_${randomUUID().replaceAll('-', '')}` : ''
  const embedded = async () => {
    await unpack(migrated, folder)
    await runServerOnce(programs, { SAMPLE_DATA: 'on', DATA_DIR: folder })
  }
  const onServer = async (address: string) => {
    await administer(address, `create database ${name}`)
    await runServerOnce(programs, { SAMPLE_DATA: 'on', DATABASE_URL: databaseAt(address, name) })
  }
  await Promise.all([embedded(), server ? onServer(server) : undefined])
  project.provide('sampleFolder', folder)
  project.provide('sampleDatabase', name)
  return async () => {
    await rm(folder, { recursive: true, force: true })
    if (server) await administer(server, `drop database ${name} with (force)`)
  }
}

/** The address of another database of the same server. */
export function databaseAt(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Has the server itself do something. */
export async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}
