import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { call } from '../../../ui/fetch.ts'
import { ANSWER } from '../../../ui/list.tsx'
import { useSession } from '../../../ui/session.tsx'
import type { Plan } from '../../answers.ts'
import { getPlan, removeItems, saveItems } from '../../contract.ts'
import { createPlanEditor, type PlanEditor } from './model/plan-editor.ts'

const REFRESH = 30_000

/**
 * The editor of the plan with which the component began, for as long as it is drawn: saves what is typed, takes in what
 * others wrote. `refresh` saves, then asks the server for the plan again.
 */
export function usePlanEditor(plan: Plan, writes: boolean): { editor: PlanEditor; refresh: () => Promise<void> } {
  const { account } = useSession()
  const queries = useQueryClient()
  const { id } = plan
  const [editor] = useState(() => editorOf(plan, account?.id ?? ''))
  const refresh = useCallback(async () => {
    await editor.flush()
    await queries.invalidateQueries({ queryKey: [ANSWER] })
  }, [editor, queries])
  useEffect(() => editor.absorb(plan.items), [editor, plan])
  useEffect(() => {
    if (!writes) return
    editor.resume()
    const ask = () => void queries.invalidateQueries({ queryKey: [ANSWER, getPlan.path, { id }] })
    const timer = setInterval(ask, REFRESH)
    const turn = () => void (document.visibilityState === 'hidden' ? editor.flush() : ask())
    document.addEventListener('visibilitychange', turn)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', turn)
      void editor.flush()
    }
  }, [editor, queries, id, writes])
  return { editor, refresh }
}

function editorOf(plan: Plan, accountId: string): PlanEditor {
  const { id } = plan
  return createPlanEditor({
    plan,
    place: `doan-ra.plan.${accountId}.${id}`,
    door: {
      save: async (rows) => (await call(saveItems, { id, rows })).items,
      remove: async (rows, reason) => {
        await call(removeItems, { id, rows, ...(reason === '' ? {} : { reason }) })
      },
      load: async () => (await call(getPlan, { id })).items,
    },
  })
}
