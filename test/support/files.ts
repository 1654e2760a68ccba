import { randomUUID } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import { type Files, type FilesConfig, openFiles } from '../../src/files/index.ts'

/** Files in a folder of their own, which comes to be with the first one. */
export function testFiles(config: Partial<FilesConfig> = {}): Files {
  const filesDir = path.join(os.tmpdir(), `doan-ra-files-${randomUUID()}`)
  return openFiles({ filesDir, s3: undefined, clamav: undefined, largestFile: 25 * 1024 * 1024, ...config })
}
