import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { Refused } from '../kernel/errors.ts'

/** Copies of this program that answer requests. */
export interface Workers {
  /** The port that they share. */
  port: number
  /** Tells them to stop, as a signal does; resolves when all have. */
  stop(): Promise<void>
}

/**
 * Starts so many copies of this program, which share a port and are given connections in turn: one process computes on one
 * core only. Resolves when all listen; one that breaks off later is replaced. Throws `Refused` when one ends before it
 * listens, and tells `onLost` so where that is a replacement.
 */
export async function startWorkers(count: number, onLost: (reason: unknown) => void): Promise<Workers> {
  // The first one alone: what keeps it from listening would keep them all, and be told as many times.
  const port = await listening(cluster.fork())
  await Promise.all(Array.from({ length: count - 1 }, () => listening(cluster.fork())))
  const replace = () => void listening(cluster.fork()).catch(onLost)
  cluster.on('exit', replace)
  return {
    port,
    async stop() {
      cluster.off('exit', replace)
      const workers = Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? [])
      await Promise.all(workers.map(stopped))
    },
  }
}

/** In a worker: a leader that is gone is told nothing more. Its end is the worker's as well. */
export function outliveNoLeader(): void {
  cluster.worker?.on('error', () => process.exit(1))
}

async function stopped(worker: Worker): Promise<void> {
  const ended = once(worker, 'exit')
  worker.process.kill('SIGTERM')
  await ended
}

function listening(worker: Worker): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.once('listening', ({ port }) => resolve(port))
    worker.once('exit', () => reject(endedEarly()))
  })
}

function endedEarly(): Refused {
  return new Refused({
    vi: 'Một tiến trình phục vụ đã dừng trước khi sẵn sàng; lý do ở ngay trên. Hãy sửa rồi chạy lại.',
    en: 'A serving process has ended before it was ready; the reason stands above. Correct it and start again.',
  })
}
