import { useDeferredValue, useEffect } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { useCell } from '../../../ui/cell.ts'
import type { Law } from '../../law.ts'
import type { Registry } from '../../rules/rule.ts'
import { checkDraft, type DossierOf } from './check-draft.ts'
import { checked } from './checked.ts'
import { draft } from './draft.ts'

/** Checks the draft after every change, without holding up the typing. */
export function useCheck(law: Law, today: Day, dossierOf?: DossierOf, registry?: Registry): void {
  const now = useCell(draft, (one) => one)
  const settled = useDeferredValue(now)
  useEffect(() => {
    checked.set(checkDraft(law, settled, today, checked.get(), dossierOf, registry))
  }, [law, settled, today, dossierOf, registry])
}
