import { useMemo } from 'react'
import { isDay } from '../../../../kernel/day.ts'
import { type Basis, NO_BASIS } from '../../../../law/costs/basis.ts'
import { draft } from '../../../../law/pages/whatif/draft.ts'
import { useCell } from '../../../../ui/cell.ts'
import { useAnswer } from '../../../../ui/list.tsx'
import { readAtKeys } from '../../../content/changes.ts'
import type { Content } from '../../../content/content.ts'
import { getEstimate } from '../../../costs/contract.ts'
import { type Estimate, estimate } from '../../../costs/estimate.ts'

/** The estimate of the dossier that is open, reckoned anew with every change, by norms and rates that the server gives. */
export function useCosts(id: string) {
  const content = useCell(draft, ({ dossier }) => dossier) as Content
  const departure = readAtKeys(content, 'trip/departure')
  const day = typeof departure === 'string' && isDay(departure) ? { departure } : {}
  const { data, failed, retry } = useAnswer(getEstimate, { id, ...day })
  const basis: Basis = data?.basis ?? NO_BASIS
  const reckoned: Estimate = useMemo(() => estimate(basis, content), [basis, content])
  return { content, basis, reckoned, answer: data, failed, retry }
}

/** Puts another content in the place of the one that is open: it is saved like whatever else is typed. */
export function writeContent(content: Content): void {
  draft.set({ ...draft.get(), dossier: content })
}

/** The content as it is at this moment. */
export function contentNow(): Content {
  return draft.get().dossier as Content
}
