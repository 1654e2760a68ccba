import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { Refusal } from '../kernel/errors.ts'
import { faultOf, pathText } from '../kernel/faults.ts'

/** One thing wrong in a file of the law: where, and what to write instead. */
export interface FileFault {
  file: string
  line: number
  message: string
}

/** The law cannot be used as its files stand; every fault with file, line and what to write. */
export class LawRefused extends Refusal {
  readonly status = 422
  readonly code = 'law-refused'
  readonly faults: FileFault[]

  constructor(faults: FileFault[]) {
    const lines = faults.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n')
    super({
      vi: `Tệp văn bản chưa dùng được, cần sửa:\n${lines}`,
      en: `The law's files cannot be used; mend them:\n${lines}`,
    })
    this.faults = faults
  }
}

/** A YAML file that was read, with a way from a path in it to its line. */
export interface LawFile<Content> {
  file: string
  content: Content
  /** The file as it was written. */
  text: string
  lineOf(path: readonly PropertyKey[]): number
}

/** Reads and validates every YAML file of a folder, in order of name; faults go into the list given. */
export function readFolder<Schema extends z.ZodType>(
  folder: string,
  schema: Schema,
  faults: FileFault[],
): LawFile<z.infer<Schema>>[] {
  return yamlFiles(folder).flatMap((file) => {
    const read = readYaml(file, faults)
    return (read && ofSchema(read, schema, faults)) ?? []
  })
}

/** A file that was read, if it is of the schema; each place where it is not goes into the faults. */
export function ofSchema<Schema extends z.ZodType>(
  read: LawFile<unknown>,
  schema: Schema,
  faults: FileFault[],
): LawFile<z.infer<Schema>> | undefined {
  const parsed = schema.safeParse(read.content)
  if (parsed.success) return { ...read, content: parsed.data }
  for (const issue of parsed.error.issues as z.core.$ZodIssue[]) {
    for (const fault of innermost(issue, read.content)) {
      faults.push({ file: read.file, line: read.lineOf(fault.at), message: fault.message })
    }
  }
}

/** The YAML files of a folder by full path; none when there is no such folder. */
export function yamlFiles(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name))
}

/** A YAML file as plain data; `undefined` when it is no YAML, which is put into the faults with its line. */
export function readYaml(file: string, faults: FileFault[]): LawFile<unknown> | undefined {
  return parseYaml(file, readFileSync(file, 'utf8'), faults)
}

/** The same of a text that goes by the name of a file. */
export function parseYaml(file: string, text: string, faults: FileFault[]): LawFile<unknown> | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  for (const error of document.errors) {
    faults.push({ file, line: lines.linePos(error.pos[0]).line, message: `YAML: ${error.message}` })
  }
  if (document.errors.length > 0) return undefined
  return {
    file,
    text,
    content: document.toJS(),
    lineOf: (path) => lines.linePos(offsetOf(document, path)).line,
  }
}

/** What a fault is called when it names its file: the file's name, without the folders of this machine. */
export function fileName(file: string): string {
  return basename(file)
}

/** The place of a path in the text: of its key where it has one, else of the nearest part above that is written. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true)
    const last = path[length - 1]
    if (isMap(parent)) {
      const key = parent.items.find((item) => String(item.key) === String(last))?.key
      if (isNode(key) && key.range) return key.range[0]
    }
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

/** For a union zod reports every branch: the one that came furthest says best what is wrong. */
function innermost(issue: z.core.$ZodIssue, input: unknown): { at: PropertyKey[]; message: string }[] {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const deepest = issue.errors.toSorted((one, other) => depth(other) - depth(one))[0] ?? []
    const inner = deepest.flatMap((one) => innermost({ ...one, path: [...issue.path, ...one.path] }, input))
    if (inner.length > 0) return inner
  }
  const extra = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
  return faultOf(issue, input).map((fault, index) => {
    const key = extra[index]
    return {
      at: key === undefined ? [...issue.path] : [...issue.path, key],
      message: `${fault.path || pathText(issue.path) || 'file'}: ${fault.message.vi} (${fault.message.en})`,
    }
  })
}

function depth(issues: z.core.$ZodIssue[]): number {
  return Math.max(...issues.map(({ path }) => path.length))
}
