import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AdministeredValue } from './administered.ts'
import { compileLaw } from './compile.ts'
import { crossFaults } from './cross-faults.ts'
import { Instrument } from './instrument.ts'
import type { Law, LawData, LawKind, LawSource } from './law.ts'
import { type FileFault, fileName, type LawFile, LawRefused, readFolder } from './law-files.ts'

/** The project's own law. */
export const LAW_FOLDER = fileURLToPath(new URL('../../law', import.meta.url))

/**
 * Loads the law of the project, and of further folders beside it: each holds instruments as `*.yaml`, or in
 * `instruments/`, and administered values in `administered/`. A folder that names an administered value of the project
 * replaces it. The texts of `draft`, a folder of the same form, take the place of those of the same id. Throws `LawRefused` with
 * every fault when a file is not as it should be.
 */
export function loadLaw(others: string[] = [], draft?: string): Law {
  const faults: FileFault[] = []
  const folders = draft === undefined ? others : [...others, draft]
  const all = [
    ...readFolder(join(LAW_FOLDER, 'instruments'), Instrument, faults),
    ...folders.flatMap((folder) => [
      ...readFolder(folder, Instrument, faults),
      ...readFolder(join(folder, 'instruments'), Instrument, faults),
    ]),
  ]
  const instruments = draft === undefined ? all : withoutReplaced(all, draft)
  const administered = [
    ...readFolder(join(LAW_FOLDER, 'administered'), AdministeredValue, faults),
    ...folders.flatMap((folder) => readFolder(join(folder, 'administered'), AdministeredValue, faults)),
  ]
  faults.push(...missingFolders(folders, [...instruments, ...administered], faults))
  return lawOfFiles(instruments, latestOfEach(administered), faults)
}

/** The law that these files make up together. Throws `LawRefused` with their own faults, or with those between them. */
export function lawOfFiles(
  instruments: LawFile<Instrument>[],
  administered: LawFile<AdministeredValue>[],
  ownFaults: FileFault[] = [],
): Law {
  const faults = ownFaults.length > 0 ? ownFaults : crossFaults(instruments, administered)
  if (faults.length > 0) throw new LawRefused(faults)
  const sources = [...sourcesOf('instruments', instruments), ...sourcesOf('administered', administered)]
  return compileLaw(hashed(instruments, administered), sources)
}

function hashed(instruments: LawFile<Instrument>[], administered: LawFile<AdministeredValue>[]): LawData {
  const content = {
    instruments: instruments.map((file) => file.content).sort((one, other) => (one.id < other.id ? -1 : 1)),
    administered: administered.map((file) => file.content).sort((one, other) => (one.id < other.id ? -1 : 1)),
  }
  return { hash: createHash('sha256').update(JSON.stringify(content)).digest('hex'), ...content }
}

function sourcesOf(kind: LawKind, files: LawFile<{ id: string }>[]): LawSource[] {
  return files.map(({ file, text, content }) => ({ kind, id: content.id, name: fileName(file), text }))
}

/** Without the texts of which the draft holds another edition. */
function withoutReplaced(files: LawFile<Instrument>[], draft: string): LawFile<Instrument>[] {
  const isDrafted = ({ file }: LawFile<Instrument>) => file.startsWith(join(draft, '/'))
  const drafted = new Set(files.filter(isDrafted).map(({ content }) => content.id))
  return files.filter((file) => isDrafted(file) || !drafted.has(file.content.id))
}

function latestOfEach(files: LawFile<AdministeredValue>[]): LawFile<AdministeredValue>[] {
  return [...new Map(files.map((file) => [file.content.id, file])).values()]
}

/** A folder without a single file of the law is a mistyped folder. */
function missingFolders(folders: string[], files: { file: string }[], faults: FileFault[]): FileFault[] {
  const known = [...files, ...faults].map(({ file }) => file)
  return folders
    .filter((folder) => !known.some((file) => file.startsWith(join(folder, '/'))))
    .map((folder) => ({
      file: folder,
      line: 1,
      message: 'không có tệp văn bản *.yaml nào trong thư mục này (no *.yaml instrument in this folder)',
    }))
}
