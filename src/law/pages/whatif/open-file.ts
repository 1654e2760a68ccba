import type { Fault } from '../../../kernel/errors.ts'
import { createCell } from '../../../ui/cell.ts'
import { readRequest } from '../../read.ts'
import { replace } from './draft.ts'

/** A file that was not opened, and every place in it that is wrong. */
export interface RefusedFile {
  name: string
  faults: Fault[]
}

export const refusedFile = createCell<RefusedFile | undefined>(undefined)

/** Opens a JSON file, a request or a bare dossier, as the draft. A file with a fault leaves the draft as it is. */
export async function openFile(file: File): Promise<void> {
  const reading = readText(await file.text())
  if (reading.faults) {
    refusedFile.set({ name: file.name, faults: reading.faults })
    return
  }
  refusedFile.set(undefined)
  replace(reading.request, { vi: `Đã mở “${file.name}”.`, en: `“${file.name}” is open.` })
}

function readText(text: string): ReturnType<typeof readRequest> {
  try {
    return readRequest(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const detail = error.message
    return { faults: [{ path: '', message: { vi: `không phải JSON (${detail})`, en: `not JSON (${detail})` } }] }
  }
}
