import { basename, join } from 'node:path'
import { z } from 'zod'
import { type Case, CaseFile } from './cases.ts'
import { type FileFault, LawRefused, readFolder } from './law-files.ts'
import { LAW_FOLDER } from './load.ts'

const Base = z.record(z.string(), z.unknown())

/** Reads the cases of a folder, each built out upon its base. Throws `LawRefused` with file and line of every fault. */
export function loadCases(folder: string = join(LAW_FOLDER, 'cases')): Case[] {
  const faults: FileFault[] = []
  const bases = new Map(
    readFolder(join(folder, 'bases'), Base, faults).map(({ file, content }) => [nameOf(file), content]),
  )
  const cases = readFolder(folder, CaseFile, faults).flatMap(({ file, content, lineOf }) => {
    const base = bases.get(content.base)
    if (base === undefined) {
      faults.push({ file, line: lineOf(['base']), message: `không có hồ sơ gốc "${content.base}" (no such base)` })
      return []
    }
    const { about, asOf, change = {}, example = false, expect } = content
    return [{ id: nameOf(file), about, example, request: { asOf, dossier: changed(base, change) }, expect }]
  })
  if (faults.length > 0) throw new LawRefused(faults)
  return cases
}

/** A copy of the base with each path set to its value. */
function changed(base: Record<string, unknown>, change: Record<string, unknown>): Record<string, unknown> {
  const dossier = structuredClone(base)
  for (const [path, value] of Object.entries(change)) setAt(dossier, path.match(/[^.[\]]+/g) ?? [], value)
  return dossier
}

function setAt(target: Record<string, unknown>, path: string[], value: unknown): void {
  const [first, ...rest] = path
  if (first === undefined) return
  if (rest.length === 0) {
    target[first] = value
    return
  }
  if (typeof target[first] !== 'object' || target[first] === null) target[first] = /^\d+$/.test(rest[0] ?? '') ? [] : {}
  setAt(target[first] as Record<string, unknown>, rest, value)
}

function nameOf(file: string): string {
  return basename(file).replace(/\.ya?ml$/, '')
}
