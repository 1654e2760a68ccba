import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * What many pages share comes in two files: left alone, it is cut by who shares what with whom into some sixty small ones, and
 * a page that asks for so many waits for them rather than for their bytes. What few pages share stays apart, so that no
 * page waits for much that is not its own.
 */
const SHARED = [
  { name: 'ui', test: /src[\\/](ui|kernel)[\\/]/, minShareCount: 6 },
  { name: 'shared', minShareCount: 12 },
]

/** Builds the browser's part. The server puts a fresh nonce in the place of `__CSP_NONCE__` with every page it sends. */
export default defineConfig({
  root: 'src/web',
  plugins: [react(), pdfFiles(), compressed()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: SHARED } } },
  },
})

/**
 * What pdf.js fetches by name where a file needs it: tables of Asian letters, the standard fonts, a decoder of pictures. They
 * stand under the version of pdf.js, since they are kept by browsers for ever.
 */
function pdfFiles(): Plugin {
  const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
  const home = path.dirname(manifest)
  const wanted = /^(cmaps\/.+\.bcmap|standard_fonts\/.+\.(pfb|ttf)|wasm\/openjpeg_nowasm_fallback\.js)$/
  const base = async () => `assets/pdfjs-${JSON.parse(await readFile(manifest, 'utf8')).version}`
  return {
    name: 'pdf-files',
    async generateBundle() {
      for (const name of (await readdir(home, { recursive: true })).map((one) => one.replaceAll('\\', '/'))) {
        if (!wanted.test(name)) continue
        this.emitFile({
          type: 'asset',
          fileName: `${await base()}/${name}`,
          source: await readFile(path.join(home, name)),
        })
      }
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const name = request.url?.replace(`/${await base()}/`, '') ?? ''
        if (!wanted.test(name) || name.includes('..')) return next()
        response.setHeader('content-type', name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream')
        response.end(await readFile(path.join(home, name)))
      })
    },
  }
}

/** Beside each script and style sheet the same, compressed: whoever takes it so waits for a fourth of the bytes. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    async writeBundle({ dir = '' }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name))
      await Promise.all(texts.map((name) => compress(path.join(dir, name))))
    },
  }
}

async function compress(file: string): Promise<void> {
  await writeFile(`${file}.gz`, await promisify(gzip)(await readFile(file), { level: 9 }))
}
