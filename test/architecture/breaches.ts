import { builtinModules } from 'node:module'
import { type Parsed, parseSource } from './parse.ts'

/** The project as the architecture sees it: path → source text, and the names of the slices in order. */
export interface Project {
  files: ReadonlyMap<string, string>
  slices: readonly string[]
}

type Tree = ReadonlyMap<string, Parsed>

const GROUND = ['kernel', 'law', 'documents', 'http']
/** What stands at a slice's own door: it may reach up to `http` and `ui`, and nothing inside the slice reaches it. */
const DOORS = /^src\/[^/]+\/(index\.ts|server\.ts|pages\.tsx|pages\/.*|doors\/.*)$/
const NODE_PACKAGES = /^(node:|pg$|kysely$|fastify|@fastify\/|@electric-sql\/|pino|tsx|vite$|yaml$)/
/** Files that run in the browser; what they reach runs there too. */
const BROWSER_FILES = [
  /\.tsx$/,
  /\/contract\.ts$/,
  /\/workflow\.ts$/,
  /\/messages\.[a-z]+\.ts$/,
  /^src\/(kernel|ui|web)\//,
  /^src\/[^/]+\/(rules|pages)\//,
  /^src\/law\/(check|read|law)\.ts$/,
]
/** Files that judge: the day is given to them, and to everything they reach. */
const CLOCKLESS_FILES = [/\/workflow\.ts$/, /^src\/[^/]+\/rules\//, /^src\/law\/(check|read|law)\.ts$/]

/** Every breach of the architecture, as `file:line what is wrong`; none when the project is in order. */
export function findBreaches({ files, slices }: Project): string[] {
  const tree: Tree = new Map([...files].map(([file, text]) => [file, parseSource(file, text)]))
  return [
    ...wrongDirections(tree, slices),
    ...closedDoors(tree, slices),
    ...queryBuilders(tree),
    ...nodeInBrowser(tree),
    ...clockReads(tree),
  ].sort()
}

/** kernel → ui, db → law → documents → http → slices in order → web, main: nobody imports what stands after it. */
function wrongDirections(tree: Tree, slices: readonly string[]): string[] {
  return allImports(tree).flatMap(({ file, target, line }) => {
    if (!target.startsWith('src/')) {
      return /^(test|scripts|bench)\//.test(target)
        ? [`${file}:${line} imports ${target}, which is not part of the product`]
        : []
    }
    if (partOf(file) === partOf(target) && (DOORS.test(file) || !DOORS.test(target))) return []
    const [own, other] = [rankOf(file, slices), rankOf(target, slices)]
    if (own === undefined)
      return [`${file}:${line} belongs to no part of the house: add ${partOf(file)} to src/slices.ts`]
    if (other === undefined) return [`${file}:${line} imports ${target}, which belongs to no part of the house`]
    return other < own ? [] : [`${file}:${line} imports ${target}, which does not stand before it`]
  })
}

/** A slice is entered by its index.ts; the shell also collects the pages, and slices.ts the servers. */
function closedDoors(tree: Tree, slices: readonly string[]): string[] {
  const closed = slices.filter((slice) => !GROUND.includes(slice))
  return allImports(tree).flatMap(({ file, target, line }) => {
    const slice = partOf(target)
    if (!closed.includes(slice) || partOf(file) === slice || target === `src/${slice}/index.ts`) return []
    if (partOf(file) === 'web' && target === `src/${slice}/pages.tsx`) return []
    return [`${file}:${line} imports ${target} past the door of the slice: use src/${slice}/index.ts`]
  })
}

function queryBuilders(tree: Tree): string[] {
  return allImports(tree)
    .filter(({ file, target }) => target.startsWith('kysely') && partOf(file) !== 'db' && !file.endsWith('/store.ts'))
    .map(({ file, line }) => `${file}:${line} imports the query builder: only store.ts and db/ know it`)
}

function nodeInBrowser(tree: Tree): string[] {
  return reachedFrom(tree, BROWSER_FILES).flatMap(({ file, way }) =>
    (tree.get(file)?.imports ?? [])
      .filter(({ target, typeOnly }) => !typeOnly && isNodeOnly(target))
      .map(({ target, line }) => `${file}:${line} imports ${target}, which a browser does not have${shown(way)}`),
  )
}

function isNodeOnly(target: string): boolean {
  return NODE_PACKAGES.test(target) || builtinModules.includes(target) || /^src\/(db|http)\//.test(target)
}

function clockReads(tree: Tree): string[] {
  return reachedFrom(tree, CLOCKLESS_FILES).flatMap(({ file, way }) =>
    (tree.get(file)?.clockReads ?? []).map(
      ({ line, expression }) => `${file}:${line} reads the clock (${expression}): today is an argument${shown(way)}`,
    ),
  )
}

/** The files of these kinds and all that they bring along when they run, each with one way that leads to it. */
function reachedFrom(tree: Tree, kinds: readonly RegExp[]): { file: string; way: string[] }[] {
  const ways = new Map<string, string[]>()
  const queue = [...tree.keys()].filter((file) => kinds.some((kind) => kind.test(file))).map((file) => [file])
  for (let way = queue.shift(); way; way = queue.shift()) {
    const file = way.at(-1) ?? ''
    if (ways.has(file) || !tree.has(file)) continue
    ways.set(file, way)
    for (const { target, typeOnly } of tree.get(file)?.imports ?? []) {
      // What stands behind a forbidden door is not looked at: the door itself is the breach.
      if (!typeOnly && !isNodeOnly(target)) queue.push([...way, target])
    }
  }
  return [...ways].map(([file, way]) => ({ file, way }))
}

function allImports(tree: Tree): { file: string; target: string; line: number }[] {
  return [...tree].flatMap(([file, { imports }]) => imports.map(({ target, line }) => ({ file, target, line })))
}

/** The folder under `src/`, or the name of a file that stands there alone. */
function partOf(file: string): string {
  return /^src\/([^/.]+)/.exec(file)?.[1] ?? file
}

function rankOf(file: string, slices: readonly string[]): number | undefined {
  const part = partOf(file)
  const order = [['kernel'], ['ui', 'db', 'config'], ['law'], ['documents'], ['http'], ['doors of law']]
  const rank = [
    ...order,
    ...slices.filter((slice) => slice !== 'law').map((slice) => [slice]),
    ['slices'],
    ['web', 'main'],
  ]
  const place = part === 'law' && DOORS.test(file) ? 'doors of law' : part
  const found = rank.findIndex((parts) => parts.includes(place))
  return found === -1 ? undefined : found
}

function shown(way: string[]): string {
  return way.length > 1 ? ` (reached by ${way.join(' → ')})` : ''
}
