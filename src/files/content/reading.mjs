import { workerData } from 'node:worker_threads'

// pdf.js is loaded as it is, before what understands TypeScript would look at its 100,000 lines.
if (workerData.kind === 'application/pdf') {
  // Text needs no drawing: the matrix that pdf.js asks for when it loads is never used.
  globalThis.DOMMatrix ??= class {}
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  await import('pdfjs-dist/legacy/build/pdf.mjs')
}
// A thread of Node 20 does not inherit what understands TypeScript.
const { register } = await import('tsx/esm/api')
register()
await import('./reading.ts')
