/** Programs that a benchmark alone needs, in folders with a lock of their own. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The path of a file among the packages of a folder beside this one, which are installed where it is not there yet. */
export function installed(folder: string, file: string): string {
  const cwd = fileURLToPath(new URL(folder, import.meta.url))
  const program = path.join(cwd, 'node_modules', file)
  if (!existsSync(program)) {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd, stdio: 'ignore' })
  }
  return program
}
