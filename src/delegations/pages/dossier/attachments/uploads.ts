import { type Cell, createCell } from '../../../../ui/cell.ts'
import { call } from '../../../../ui/fetch.ts'
import {
  type AttachmentKind,
  addAttachment,
  addPaper,
  beginAttachment,
  beginPaper,
} from '../../../attachments/contract.ts'
import { Cancelled, type Doors, type Progress, sendFile } from './send-file.ts'
import { dropUpload, seeUpload, sendPart } from './upload-doors.ts'

/** A file on its way. */
export interface Sent {
  key: number
  file: File
  kind: AttachmentKind
  progress: Progress
  /** Why it stopped. */
  failed: Error | undefined
}

/** The files of a dossier on their way; they go on while the reader looks at another part of the page. */
export interface Uploads {
  state: Cell<readonly Sent[]>
  add(files: readonly { file: File; kind: AttachmentKind }[], onDone: () => void): void
  retry(key: number): void
  cancel(key: number): void
}

const desks = new Map<string, Uploads>()

/** The uploads of a dossier in this window; papers of those who examine and decide go by doors of their own. */
export function uploadsOf(dossier: string, fromAbove: boolean): Uploads {
  const desk = `${dossier} ${fromAbove}`
  const found = desks.get(desk) ?? createUploads(doorsOf(dossier, fromAbove))
  desks.set(desk, found)
  return found
}

/** Files go one after the other: together they would only share the line. */
function createUploads(doors: Doors): Uploads {
  const state = createCell<readonly Sent[]>([])
  let line: Promise<unknown> = Promise.resolve()
  let last = 0
  let told: () => void = () => undefined
  const find = (key: number) => state.get().find((one) => one.key === key)
  const change = (key: number, to: Partial<Sent>) =>
    state.set(state.get().map((one) => (one.key === key ? { ...one, ...to } : one)))
  const leave = (key: number) => state.set(state.get().filter((one) => one.key !== key))

  async function run(key: number): Promise<void> {
    const sent = find(key)
    if (sent === undefined) return
    const isCancelled = () => find(key) === undefined
    try {
      await sendFile(doors, { ...sent, isCancelled, onProgress: (progress) => change(key, { progress }) })
      leave(key)
    } catch (error) {
      if (!(error instanceof Cancelled))
        change(key, { failed: error instanceof Error ? error : new Error(String(error)) })
    }
    told()
  }
  const enqueue = (key: number) => {
    line = line.then(() => run(key))
  }

  return {
    state,
    add(files, onDone) {
      told = onDone
      const added = files.map((one) => ({ ...one, key: ++last, progress: PREPARING, failed: undefined }))
      state.set([...state.get(), ...added])
      for (const { key } of added) enqueue(key)
    },
    retry(key) {
      change(key, { failed: undefined, progress: PREPARING })
      enqueue(key)
    },
    cancel(key) {
      const progress = find(key)?.progress
      leave(key)
      // Gone already is as good.
      if (progress && 'uploadId' in progress) {
        call(dropUpload, { id: progress.uploadId })
          .catch(() => undefined)
          .finally(() => told())
      }
    },
  }
}

const PREPARING: Progress = { phase: 'preparing' }

function doorsOf(id: string, fromAbove: boolean): Doors {
  return {
    begin: (file) => call(fromAbove ? beginPaper : beginAttachment, { id, ...file }),
    part: (part) => call(sendPart, part),
    see: (upload) => call(seeUpload, { id: upload }),
    add: ({ uploadId, kind }) =>
      fromAbove ? call(addPaper, { id, uploadId }) : call(addAttachment, { id, uploadId, kind }),
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  }
}
