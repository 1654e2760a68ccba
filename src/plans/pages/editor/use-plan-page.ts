import { useAnswer } from '../../../ui/list.tsx'
import { useSession } from '../../../ui/session.tsx'
import type { Plan } from '../../answers.ts'
import { getPlan, listPlanBodies } from '../../contract.ts'

/** A plan by its id: what came, or why not. The plan shown before is not kept when another is asked for. */
export function usePlanAnswer(id: string): { plan: Plan | undefined; failed: Error | undefined; retry: () => void } {
  const { data, failed, retry } = useAnswer(getPlan, { id })
  return { plan: data?.id === id ? data : undefined, failed, retry }
}

/** Whether the reader writes plans for this body. What counts is decided by the server. */
export function useWritesFor(plan: Plan | undefined): boolean {
  const { may } = useSession()
  const writes = may('plans.write')
  const { data } = useAnswer(listPlanBodies, { year: plan?.year ?? 2000 }, { enabled: writes && plan !== undefined })
  return writes && plan !== undefined && (data?.some(({ id }) => id === plan.body.id) ?? false)
}
