import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Invalid } from '../../kernel/errors.ts'
import type { Law } from '../law.ts'
import type { Answer, Job, WorkerSetup } from './batch-worker.ts'
import { readChunks } from './chunks.ts'
import type { Options } from './options.ts'

/**
 * Checks a stream of requests, one a line, and writes one result a line in the same order. Lines travel to the workers
 * in chunks; a few chunks per worker are under way at once and no more are read before the first of them is written, so
 * memory stays flat for any length. A bad line gives `{ line, error }` in its place and exit code 2 at the end.
 */
export async function checkBatch(law: Law, options: Options): Promise<number> {
  const setup: WorkerSetup = { law: law.data, options }
  const count = Math.max(1, availableParallelism())
  const workers = Array.from({ length: count }, () => new BatchWorker(setup))
  const progress = new Progress()
  const tally = { lines: 0, bad: 0, compliant: 0 }
  const underWay: Promise<Answer>[] = []
  try {
    for await (const { bytes, firstLine, index } of readChunks(open(options.file))) {
      const worker = workers[index % count]
      if (worker === undefined) continue
      underWay.push(worker.answer({ bytes, firstLine }))
      if (underWay.length >= count * 2) await writeFirst()
    }
    while (underWay.length > 0) await writeFirst()
  } catch (error) {
    throw isFileError(error) ? unreadable(options.file, error) : error
  } finally {
    progress.end()
    await Promise.all(workers.map((worker) => worker.stop()))
  }
  if (tally.bad > 0) return 2
  return tally.compliant === tally.lines ? 0 : 1

  async function writeFirst(): Promise<void> {
    const answer = await underWay.shift()
    if (answer === undefined) return
    if (!process.stdout.write(answer.output)) await once(process.stdout, 'drain')
    tally.lines += answer.lines
    tally.bad += answer.bad
    tally.compliant += answer.compliant
    progress.show(tally.lines)
  }
}

/** A worker thread that answers its jobs in the order in which they were given. */
class BatchWorker {
  private readonly thread: Worker
  private readonly waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void }[] = []

  constructor(setup: WorkerSetup) {
    this.thread = new Worker(new URL('./batch-worker.js', import.meta.url), {
      // Beside this file in the bundle that `scripts/door.mjs` makes.
      workerData: setup,
      // A small young generation keeps a worker's memory near what it really holds.
      resourceLimits: { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 256 },
    })
    this.thread.on('message', (answer: Answer) => this.waiting.shift()?.resolve(answer))
    this.thread.on('error', (error: Error) => {
      for (const { reject } of this.waiting.splice(0)) reject(error)
    })
  }

  answer(job: Job): Promise<Answer> {
    const answered = new Promise<Answer>((resolve, reject) => this.waiting.push({ resolve, reject }))
    this.thread.postMessage(job, [job.bytes.buffer as ArrayBuffer])
    return answered
  }

  async stop(): Promise<void> {
    await this.thread.terminate()
  }
}

/** A line on the terminal that tells how far the run is; silent where standard error is no terminal. */
class Progress {
  private readonly started = performance.now()
  private shown = 0

  show(lines: number): void {
    if (!process.stderr.isTTY || performance.now() - this.shown < 200) return
    this.shown = performance.now()
    const seconds = (this.shown - this.started) / 1000
    process.stderr.write(`\r${lines} hồ sơ · ${Math.round(lines / seconds)}/giây `)
  }

  end(): void {
    if (this.shown > 0) process.stderr.write('\n')
  }
}

function open(file: string): AsyncIterable<Buffer> {
  return file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 16 })
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error
}

function unreadable(file: string, error: Error): Invalid {
  const message = { vi: `không đọc được tệp ${file}: ${error.message}`, en: `cannot read ${file}: ${error.message}` }
  return new Invalid([{ path: '', message }])
}
