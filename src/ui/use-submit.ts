import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { Fault } from '../kernel/errors.ts'
import { type Called, CallFailed, call } from './fetch.ts'
import { fieldOf } from './field-of.ts'
import { useLanguage } from './language.tsx'
import { ANSWER } from './list.tsx'

/** Something that is sent to the server, and how that went. */
export interface Submission<Input> {
  /** Sends it; while it is on its way nothing is sent again. Never throws: what went wrong is in `failed`. */
  submit: (input: Input) => Promise<void>
  /** It is on its way. */
  busy: boolean
  /** Why the last attempt failed; absent before, and after one that did not. */
  failed: Error | undefined
  /** What is wrong with the value at a path of the input, or deeper in it, in the reader's language. */
  faultOf: (path: string) => string | undefined
  /** Refuses it here, for what can be said before the server is asked. */
  refuse: (faults: Fault[]) => void
}

/**
 * Sends an input to an endpoint. When it is done, `onDone` gets the answer, and whatever the pages show is asked for
 * again, since it may have changed.
 */
export function useSubmit<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Called<Input, Output>,
  { onDone }: { onDone?: (answer: z.output<Output>) => unknown } = {},
): Submission<z.input<Input>> {
  return useSending(async (input: z.input<Input>) => {
    const answer = await call(endpoint, input)
    await onDone?.(answer)
  })
}

/** The same for what is sent otherwise: several calls in a row, or a file fetched, which changes nothing. */
export function useSending<Input>(
  send: (input: Input) => Promise<unknown>,
  { changes = true }: { changes?: boolean } = {},
): Submission<Input> {
  const queries = useQueryClient()
  const { t } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Error | undefined>(undefined)
  const faults = failed instanceof CallFailed ? failed.faults : []
  return {
    busy,
    failed,
    submit: async (input) => {
      if (busy) return
      setBusy(true)
      try {
        await send(input)
        setFailed(undefined)
        if (changes) void queries.invalidateQueries({ queryKey: [ANSWER] })
      } catch (error) {
        setFailed(error instanceof Error ? error : new Error(String(error)))
      } finally {
        setBusy(false)
      }
    },
    faultOf: (path) => {
      const own = faults.filter((fault) => fieldOf(fault.path, [path]) !== undefined)
      return own.length === 0 ? undefined : own.map(({ message }) => t(message)).join('; ')
    },
    refuse: (found) => setFailed(new CallFailed(textOf(found), { code: 'invalid', faults: found })),
  }
}

function textOf(faults: readonly Fault[]) {
  const words = (language: 'vi' | 'en') => faults.map(({ message }) => message[language]).join('; ')
  return { vi: words('vi'), en: words('en') }
}
