import { parentPort, workerData } from 'node:worker_threads'
import { markingIn } from '../../kernel/markings.ts'
import type { FileKind } from './kinds.ts'
import { officeText } from './office.ts'
import { PdfUnreadable, pdfText } from './pdf.ts'
import type { Read } from './read.ts'

/** The thread in which a file is read: whatever the file does to its reader, the server goes on. */

const { kind, bytes } = workerData as { kind: FileKind; bytes: Uint8Array }
parentPort?.postMessage(await read())

async function read(): Promise<Read | { unreadable: 'password' | 'damaged' }> {
  try {
    if (kind === 'application/pdf') return marked(await pdfText(bytes))
    const text = officeText(bytes)
    return text === undefined ? { unreadable: 'damaged' } : marked({ text, pages: null, unread: 0 })
  } catch (error) {
    return { unreadable: error instanceof PdfUnreadable ? error.reason : 'damaged' }
  }
}

function marked(read: Omit<Read, 'marking'>): Read {
  return { ...read, marking: markingIn(read.text) }
}
