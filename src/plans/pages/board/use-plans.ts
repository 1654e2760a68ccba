import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { CallFailed, call } from '../../../ui/fetch.ts'
import { failureOf } from '../../../ui/list.tsx'
import type { Board, Neighbour, Plan } from '../../answers.ts'
import { getBoard } from '../../board/contract.ts'
import { getNeighbours, getPlan } from '../../contract.ts'

/** Something that was asked of the server: what came, or why not. */
export interface Asked<Value> {
  data: Value | undefined
  failed: CallFailed | undefined
  retry: () => void
}

/** The board of a year; `off` for somebody who may not read it. */
export function useBoard(year: number, rootId: string | undefined, { off = false } = {}): Asked<Board> {
  const query = useQuery({
    queryKey: [getBoard.path, year, rootId],
    queryFn: () => call(getBoard, { year, rootId }),
    enabled: !off,
    ...REFUSALS,
  })
  return asked(query)
}

/** A plan whole; none is asked for without an id. */
export function usePlan(id: string | undefined): Asked<Plan> {
  return asked(useQuery({ ...planQuery(id ?? ''), enabled: id !== undefined }))
}

/** Several plans at once, those that have come. */
export function usePlans(ids: readonly string[]): Plan[] {
  return useQueries({ queries: ids.map(planQuery) }).flatMap(({ data }) => data ?? [])
}

/** Delegations of other bodies to the countries of a plan. */
export function useNeighbours(planId: string | undefined): Neighbour[] {
  const { data } = useQuery({
    queryKey: [getNeighbours.path, planId],
    queryFn: () => call(getNeighbours, { id: planId ?? '' }),
    enabled: planId !== undefined,
    ...REFUSALS,
  })
  return data ?? []
}

/** Something that is done on the server: whether it is under way, and why it failed. */
export interface Act {
  busy: boolean
  failed: CallFailed | undefined
  /** Does it, then reads anew whatever plans are shown. Returns whether it went well. */
  run: (work: () => Promise<unknown>) => Promise<boolean>
  clear: () => void
}

/** Does one thing at a time on the server. */
export function useAct(): Act {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<CallFailed>()
  const run = useCallback(
    async (work: () => Promise<unknown>) => {
      setBusy(true)
      setFailed(undefined)
      try {
        await work()
        return true
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error
        setFailed(error)
        return false
      } finally {
        // Also after a refusal: what is shown may be older than what the server has.
        await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'law' })
        setBusy(false)
      }
    },
    [queries],
  )
  return { busy, failed, run, clear: () => setFailed(undefined) }
}

/** A refusal is an answer: asking again will not change it. */
const REFUSALS = {
  retry: (count: number, error: Error) => count === 0 && error instanceof CallFailed && error.code === 'unreachable',
  throwOnError: (error: Error) => !(error instanceof CallFailed),
}

function planQuery(id: string) {
  return { queryKey: [getPlan.path, id], queryFn: () => call(getPlan, { id }), ...REFUSALS }
}

function asked<Value>(query: { data: Value | undefined; error: Error | null; refetch: () => unknown }): Asked<Value> {
  const failed = failureOf(query)
  return {
    data: query.data,
    failed: failed instanceof CallFailed ? failed : undefined,
    retry: () => void query.refetch(),
  }
}
