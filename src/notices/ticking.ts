import type { Pool } from 'pg'
import type { Law } from '../law/index.ts'
import type { Agenda } from './agenda.ts'
import { writeDueDigests } from './digest/write-due.ts'
import type { Post } from './mail/post.ts'
import { sendDue } from './mail/send-due.ts'

/** What is done by the clock. */
export interface Ticking {
  pool: Pool
  law: Law
  agendas: readonly Agenda[]
  post: Post
  publicUrl: string
  /** Told what failed; the next tick tries again. */
  onError(error: unknown): void
}

const EVERY = 10_000

/**
 * Every ten seconds writes the digests and sends the mail that are due; one tick at a time. The only place of the slice where
 * the clock is read. The function that comes back stops it, and resolves when the last tick is over.
 */
export function startTicking(ticking: Ticking, every = EVERY): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let tick = Promise.resolve()
  const next = () => {
    timer = setTimeout(() => {
      tick = once(ticking).then(() => {
        if (!stopped) next()
      })
    }, every)
  }
  next()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await tick
  }
}

async function once({ pool, law, agendas, post, publicUrl, onError }: Ticking): Promise<void> {
  const now = () => new Date()
  try {
    await writeDueDigests(pool, law, agendas, now)
    await sendDue(pool, post, publicUrl, now)
  } catch (error) {
    onError(error)
  }
}
