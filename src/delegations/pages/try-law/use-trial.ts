import { useEffect, useRef, useState } from 'react'
import { call } from '../../../ui/fetch.ts'
import { tryLawDraft } from '../../effect/contract.ts'
import { begun, extended, type Trial } from './trial.ts'

interface Running {
  /** The trial as far as it has come; absent before the first one. */
  trial: Trial | undefined
  going: boolean
  failed: Error | undefined
  /** Begins anew. */
  begin: (text: string, since: number) => void
  /** Goes on where it was stopped, or has failed. */
  goOn: () => void
  stop: () => void
}

/** Tries a draft batch after batch, until all dossiers were judged, somebody stops it or leaves the page. */
export function useTrial(): Running {
  const [trial, setTrial] = useState<Trial | undefined>(undefined)
  const [going, setGoing] = useState(false)
  const [failed, setFailed] = useState<Error | undefined>(undefined)
  const latest = useRef(0)
  useEffect(
    () => () => {
      latest.current += 1
    },
    [],
  )

  async function run(from: Trial) {
    latest.current += 1
    const own = latest.current
    setTrial(from)
    setFailed(undefined)
    setGoing(true)
    try {
      for (let now = from; now.next !== null && own === latest.current; ) {
        const answer = await call(tryLawDraft, { text: now.text, since: now.since, after: now.next })
        now = extended(now, answer)
        if (own === latest.current) setTrial(now)
      }
    } catch (error) {
      if (own === latest.current) setFailed(error instanceof Error ? error : new Error(String(error)))
    } finally {
      if (own === latest.current) setGoing(false)
    }
  }

  return {
    trial,
    going,
    failed,
    begin: (text, since) => void run(begun(text, since)),
    goOn: () => trial && void run(trial),
    stop: () => {
      latest.current += 1
      setGoing(false)
    },
  }
}
