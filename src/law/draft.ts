import { type Fault, Refused, RefusedAt } from '../kernel/errors.ts'
import { AdministeredValue } from './administered.ts'
import { boundFaults } from './draft-bounds.ts'
import { Instrument } from './instrument.ts'
import type { Law, LawKind, LawSource } from './law.ts'
import { type FileFault, type LawFile, LawRefused, ofSchema, parseYaml } from './law-files.ts'
import { lawOfFiles } from './load.ts'

/** A data file that is not published yet, and the law as it would be with it. */
export interface LawDraft {
  kind: LawKind
  id: string
  /** Whether it takes the place of a file in use; else it comes beside them. */
  replaces: boolean
  /** The line at which a part of the draft stands. */
  lineOf: LawFile<unknown>['lineOf']
  law: Law
}

/** The name by which faults speak of the draft: the field of the input that holds it. */
const DRAFT = 'text'
/** More faults than these help nobody, and are mended in the same go. */
const TOLD = 50

/**
 * Reads the text of one data file as a draft: the file of the same id in the published law gives way to it. What `law:check` would
 * say of the files is refused as faults at `text:LINE`, or at the file and line of whatever no longer fits the draft. Nothing is kept.
 */
export function draftLaw(published: Law, text: string): LawDraft {
  try {
    const file = readDraft(text)
    const { kind, content, lineOf } = file
    const files = (wanted: LawKind) => [
      ...publishedFiles(published, wanted).filter(({ content: { id } }) => wanted !== kind || id !== content.id),
      ...(wanted === kind ? [file] : []),
    ]
    const law = lawOfFiles(
      files('instruments') as LawFile<Instrument>[],
      files('administered') as LawFile<AdministeredValue>[],
    )
    if (law.hash === published.hash) throw new Refused(THE_SAME)
    return { kind, id: content.id, replaces: published.data[kind].some(({ id }) => id === content.id), lineOf, law }
  } catch (error) {
    if (!(error instanceof LawRefused)) throw error
    throw draftRefused(error.faults.map(({ file, line, message }) => faultAt(`${file}:${line}`, message)))
  }
}

/** Says that a draft cannot be tried before its faults are mended: each at `text:LINE`, or at a file and its line. */
export function draftRefused(faults: readonly Fault[]): RefusedAt {
  const count = faults.length
  return new RefusedAt(
    {
      vi: `Chưa thử được: ${count} chỗ trong bản thảo phải sửa, theo dòng dưới đây. Sửa rồi thử lại; chưa có gì được lưu hay áp dụng.`,
      en: `The draft cannot be tried: mend ${count} place(s) in it, line by line below, then try again. Nothing was stored or applied.`,
    },
    faults.slice(0, TOLD),
  )
}

const THE_SAME = {
  vi: 'Bản thảo nói đúng như tệp đang dùng nên không có gì để thử. Hãy sửa một con số, một ngày hay một điều kiện rồi thử lại.',
  en: 'The draft says what the file in use says: there is nothing to try. Change a figure, a day or a condition, then try again.',
}

/** What holds entries is an administered value, anything else is meant as a text of the law. */
function readDraft(text: string): LawFile<{ id: string }> & { kind: LawKind } {
  const faults: FileFault[] = boundFaults(DRAFT, text)
  const read = faults.length > 0 ? undefined : parseDraft(text, faults)
  const kind = isObject(read?.content) && 'entries' in read.content ? 'administered' : 'instruments'
  const file = read && ofSchema(read, kind === 'administered' ? AdministeredValue : Instrument, faults)
  if (file === undefined) throw new LawRefused(faults)
  return { ...file, kind }
}

/** Aliases that stand for more than is written, for themselves or for nothing are no data. */
function parseDraft(text: string, faults: FileFault[]): LawFile<unknown> | undefined {
  try {
    const read = parseYaml(DRAFT, text, faults)
    if (read !== undefined) JSON.stringify(read.content)
    return read
  } catch {
    faults.push({
      file: DRAFT,
      line: 1,
      message:
        'YAML: bí danh (*tên) dùng quá nhiều, tự trỏ về mình hoặc không có neo; hãy viết thẳng giá trị ra (aliases too many, circular or without an anchor; write the values out)',
    })
  }
}

/** The files of the published law as they were read; where one is wrong beside the draft, its text tells the line. */
function publishedFiles(law: Law, kind: LawKind): LawFile<{ id: string }>[] {
  return law.data[kind].map((content) => {
    const source = sourceOf(law, kind, content.id)
    const { name, text } = source ?? { name: content.id, text: '' }
    return { file: name, text, content, lineOf: (path) => parseYaml(name, text, [])?.lineOf(path) ?? 1 }
  })
}

/** The data file of a text or of an administered value in use; `undefined` where there is none. */
export function sourceOf(law: Law, kind: LawKind, id: string): LawSource | undefined {
  return law.sources.find((source) => source.kind === kind && source.id === id)
}

function faultAt(path: string, message: string): Fault {
  return { path, message: { vi: message, en: message } }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
