import path from 'node:path'
import ts from 'typescript'

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

/** Reads a file by the TypeScript compiler's own parser. `file` is its path in the project, with forward slashes. */
export function parseSource(file: string, text: string): Parsed {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const parsed: Parsed = { imports: [], clockReads: [] }
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
  const visit = (node: ts.Node): void => {
    const found = importOf(node)
    if (found) {
      parsed.imports.push({ target: resolve(file, found.name), line: lineOf(node), typeOnly: found.typeOnly })
    }
    if (readsClock(node)) parsed.clockReads.push({ line: lineOf(node), expression: node.getText(source) })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return parsed
}

function resolve(file: string, name: string): string {
  return name.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), name)) : name
}

function importOf(node: ts.Node): { name: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node)) return named(node.moduleSpecifier, erased(node.importClause))
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) return named(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return named(node.argument.literal, true)
  if (!ts.isCallExpression(node)) return undefined
  const { expression, arguments: given } = node
  const isImport = expression.kind === ts.SyntaxKind.ImportKeyword
  const isRequire = ts.isIdentifier(expression) && expression.text === 'require'
  return isImport || isRequire ? named(given[0], false) : undefined
}

function named(node: ts.Node | undefined, typeOnly: boolean): { name: string; typeOnly: boolean } | undefined {
  return node && ts.isStringLiteralLike(node) ? { name: node.text, typeOnly } : undefined
}

function erased(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const { name, namedBindings } = clause
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  )
}

/** `Date.now`, `new Date()`, `Date()`, `performance.now`, `Temporal.Now`. A date made of something given is none. */
function readsClock(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    return ['Date.now', 'performance.now', 'Temporal.Now'].includes(`${node.expression.text}.${node.name.text}`)
  }
  const isCall = ts.isNewExpression(node) || ts.isCallExpression(node)
  if (!isCall || !ts.isIdentifier(node.expression) || node.expression.text !== 'Date') return false
  return ts.isCallExpression(node) || (node.arguments ?? []).length === 0
}
