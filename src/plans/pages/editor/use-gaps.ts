import { useMemo } from 'react'
import type { Bilingual } from '../../../kernel/text.ts'
import { useAnswer } from '../../../ui/list.tsx'
import type { Plan } from '../../answers.ts'
import { getPlan } from '../../contract.ts'
import { FIELD_NAMES } from '../../rules/field-names.ts'
import { faultsBeforeSigning } from '../../rules/readiness.ts'
import { OPEN_TO_UNIT } from '../../workflow.ts'
import { isBlank, type LocalRow } from './model/local-row.ts'

/** Something that must be stated before the plan is submitted: at a line, by its number, or of the plan as a whole. */
export interface Gap {
  row: number | undefined
  title: string
  message: Bilingual
}

/** What the server would ask for, by the same rule, of the lines as they stand. */
export function useGaps(plan: Plan, rows: readonly LocalRow[]): Gap[] {
  const drafting = OPEN_TO_UNIT.has(plan.state)
  const { data: inForce } = useAnswer(
    getPlan,
    { id: plan.inForceId ?? plan.id },
    { enabled: drafting && plan.inForceId !== null },
  )
  return useMemo(() => {
    if (!drafting) return []
    const lines = rows.filter((row) => !isBlank(row))
    const items = lines.map(({ key, item, fields, adjustReason }) => ({
      originId: item?.originId ?? key,
      standing: item?.standing ?? ('planned' as const),
      fields,
      adjustReason,
    }))
    const before = inForce?.id === plan.inForceId ? inForce.items : []
    return faultsBeforeSigning({
      edition: plan.edition,
      travelLine: plan.travelLine,
      items,
      inForce: new Map(before.map(({ originId, fields }) => [originId, fields])),
    }).map(({ path, message }) => {
      const index = /^items\[(\d+)\]/.exec(path)?.[1]
      const line = index === undefined ? undefined : lines[Number(index)]
      return { ...placeOf(line, lines), message }
    })
  }, [plan, rows, drafting, inForce])
}

/** The number of a line among those of its direction, as the grid shows it. */
function placeOf(line: LocalRow | undefined, lines: readonly LocalRow[]): Pick<Gap, 'row' | 'title'> {
  if (line === undefined) return { row: undefined, title: '' }
  const same = lines.filter(({ fields }) => fields.direction === line.fields.direction)
  return { row: same.indexOf(line) + 1, title: line.fields.title || FIELD_NAMES.title.vi }
}
