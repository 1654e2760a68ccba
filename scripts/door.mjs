import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * Runs a door of the command line: `node scripts/door.mjs src/law/doors/check.ts …`. It is bundled to `dist/doors/` on
 * first use and again when one of its sources has changed, because a bundle starts in a fraction of the time that
 * loading TypeScript file by file takes, and worker threads can load it.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const [, , entry, ...args] = process.argv
const name = basename(entry, '.ts')
const folder = join(root, 'dist', 'doors')
const bundle = join(folder, `${name}.js`)
const stamp = join(folder, `${name}.inputs.json`)
const DAY = 24 * 60 * 60 * 1000

if (isStale()) await build()
process.argv = [process.execPath, bundle, ...args]
await import(pathToFileURL(bundle).href)

/** Whether the bundle is missing, or older than one of the files that it was made of. */
function isStale() {
  if (!existsSync(bundle) || !existsSync(stamp)) return true
  const built = statSync(stamp).mtimeMs
  const { inputs } = JSON.parse(readFileSync(stamp, 'utf8'))
  return [...inputs, 'package-lock.json', 'scripts/door.mjs'].some((file) => {
    const found = statSync(join(root, file), { throwIfNoEntry: false })
    return found === undefined || found.mtimeMs > built
  })
}

/** Bundles the door and the workers beside it. Every file is put in place whole, so that doors may start at once. */
async function build() {
  const { build: bundleUp } = await import('esbuild')
  mkdirSync(folder, { recursive: true })
  const fresh = mkdtempSync(join(folder, '.building-'))
  const workers = readdirSync(join(root, dirname(entry))).filter((file) => file.endsWith('-worker.ts'))
  const result = await bundleUp({
    absWorkingDir: root,
    entryPoints: [entry, ...workers.map((file) => join(dirname(entry), file))],
    outdir: fresh,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    metafile: true,
    logLevel: 'warning',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  })
  const made = readdirSync(fresh)
  const isEntry = (file) => !file.startsWith('chunk-')
  for (const file of made.sort((one, other) => Number(isEntry(one)) - Number(isEntry(other)))) {
    renameSync(join(fresh, file), join(folder, file))
  }
  rmSync(fresh, { recursive: true })
  const inputs = Object.keys(result.metafile.inputs).filter((file) => !file.startsWith('node_modules/'))
  writeFileSync(stamp, JSON.stringify({ inputs, outputs: made }))
  removeOld()
}

/** Removes what no door is made of any more. A process may still run from what a build of today has replaced: it stays. */
function removeOld() {
  const found = readdirSync(folder)
  const stamps = found.filter((file) => file.endsWith('.inputs.json'))
  const needed = new Set(stamps.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).outputs ?? []))
  for (const file of found) {
    if (stamps.includes(file) || needed.has(file)) continue
    const made = statSync(join(folder, file), { throwIfNoEntry: false })
    if (made && Date.now() - made.mtimeMs > DAY) rmSync(join(folder, file), { recursive: true, force: true })
  }
}
