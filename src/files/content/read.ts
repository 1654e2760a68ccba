import { Worker } from 'node:worker_threads'
import { Refused } from '../../kernel/errors.ts'
import { atMost } from './at-most.ts'
import type { FileKind } from './kinds.ts'

/** What was read of a file. */
export interface Read {
  text: string
  /** The marking of secrecy that its text bears. */
  marking: string | undefined
  /** How many pages it has, where it says so. */
  pages: number | null
  /** Pages whose text cannot be read; a picture is one. */
  unread: number
}

/** How long reading may take, and how much memory. */
const PATIENCE = 30_000
const MEMORY_MB = 512
/** Reading is work for a whole core. */
const inTurn = atMost(2)

/** Reads a file and looks for a marking in its text, in a thread of its own: both may take long. Throws `Refused` where it cannot be read to its end: what nobody can check is not taken. */
export async function readFile(kind: FileKind, bytes: Uint8Array): Promise<Read> {
  if (kind === 'image/png' || kind === 'image/jpeg') return { text: '', marking: undefined, pages: null, unread: 1 }
  const answer = await inTurn(() => inThread(kind, bytes))
  if ('unreadable' in answer) throw unreadable(answer.unreadable)
  return answer
}

type Answer = Read | { unreadable: 'password' | 'damaged' | 'endless' }

function inThread(kind: FileKind, bytes: Uint8Array): Promise<Answer> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./reading.mjs', import.meta.url), {
      workerData: { kind, bytes },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const done = (answer: Answer) => {
      clearTimeout(deadline)
      resolve(answer)
      void thread.terminate()
    }
    const deadline = setTimeout(() => done({ unreadable: 'endless' }), PATIENCE)
    thread.once('message', done)
    thread.once('error', (error: { code?: string }) =>
      done({ unreadable: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'endless' : 'damaged' }),
    )
    thread.once('exit', () => done({ unreadable: 'damaged' }))
  })
}

const REASONS = {
  password: {
    vi: 'Tệp PDF này đặt mật khẩu nên không kiểm tra được. Hãy lưu lại không có mật khẩu rồi nộp lại.',
    en: 'This PDF has a password, so it cannot be checked. Save it without one, and send that.',
  },
  damaged: {
    vi: 'Tệp này bị hỏng hoặc ghi sai chuẩn nên không đọc được. Hãy mở lại ở chương trình đã tạo ra nó, xuất lại thành PDF rồi nộp lại.',
    en: 'This file is damaged, or not as its kind should be, and cannot be read. Open it where it was made, export it as PDF again, and send that.',
  },
  endless: {
    vi: `Tệp này quá dài để kiểm tra hết trong ${PATIENCE / 1000} giây. Hãy chia thành nhiều tệp ngắn hơn rồi nộp lại.`,
    en: `This file is too long to be checked within ${PATIENCE / 1000} seconds. Divide it into shorter files, and send those.`,
  },
}

function unreadable(reason: keyof typeof REASONS): Refused {
  return new Refused(REASONS[reason])
}
