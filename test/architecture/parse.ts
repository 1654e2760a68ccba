import path from 'node:path'
import { type ESTree, parseSync, Visitor } from 'vite'

/** One import, re-export, dynamic import or import type of a source file. */
export interface Import {
  /** A path of the project (`src/kernel/day.ts`), or the name of a package. */
  target: string
  line: number
  /** Erased when the program runs: it ties the types together, but brings nothing along. */
  typeOnly: boolean
}

/** What the architecture looks at in one file. */
export interface Parsed {
  imports: Import[]
  /** Where it reads the clock: line and expression. */
  clockReads: { line: number; expression: string }[]
}

/** Reads a file by the parser that builds the pages. `file` is its path in the project, with forward slashes. Throws where it is no TypeScript. */
export function parseSource(file: string, text: string): Parsed {
  const { program, errors } = parseSync(file, text)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  const parsed: Parsed = { imports: [], clockReads: [] }
  const lineOf = ({ start }: ESTree.Span) => text.slice(0, start).split('\n').length
  const imports = (node: ESTree.Span, source: ESTree.Node | null | undefined, typeOnly: boolean) => {
    const name = textOf(source)
    if (name !== undefined) parsed.imports.push({ target: resolve(file, name), line: lineOf(node), typeOnly })
  }
  const readsClock = (node: ESTree.Span) =>
    parsed.clockReads.push({ line: lineOf(node), expression: text.slice(node.start, node.end) })
  new Visitor({
    ImportDeclaration: (node) => imports(node, node.source, erased(node)),
    ExportNamedDeclaration: (node) => imports(node, node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => imports(node, node.source, node.exportKind === 'type'),
    TSImportType: (node) => imports(node, node.source, true),
    ImportExpression: (node) => imports(node, node.source, false),
    CallExpression(node) {
      if (nameOf(node.callee) === 'require') imports(node, node.arguments[0], false)
      if (nameOf(node.callee) === 'Date') readsClock(node)
    },
    // A date made of something given reads no clock.
    NewExpression(node) {
      if (nameOf(node.callee) === 'Date' && node.arguments.length === 0) readsClock(node)
    },
    MemberExpression(node) {
      if (CLOCKS.includes(`${nameOf(node.object)}.${nameOf(node.property)}`)) readsClock(node)
    },
  }).visit(program)
  return parsed
}

const CLOCKS = ['Date.now', 'performance.now', 'Temporal.Now']

function resolve(file: string, name: string): string {
  return name.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), name)) : name
}

function erased({ importKind, specifiers }: ESTree.ImportDeclaration): boolean {
  if (importKind === 'type') return true
  return specifiers.length > 0 && specifiers.every((one) => one.type === 'ImportSpecifier' && one.importKind === 'type')
}

function nameOf(node: ESTree.Node): string | undefined {
  return node.type === 'Identifier' ? node.name : undefined
}

/** What a string says that stands there as it is, also between back quotes. */
function textOf(node: ESTree.Node | null | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined
  return undefined
}
