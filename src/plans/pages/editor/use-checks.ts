import { useDeferredValue, useMemo } from 'react'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { CLASSES, classOf, type FindingClass } from '../../../law/pages/whatif/classes.ts'
import { useLaw } from '../../../law/pages/whatif/use-law.ts'
import { useAnswer } from '../../../ui/list.tsx'
import type { Plan, PlanPerson } from '../../answers.ts'
import { getPlanPeople } from '../../contract.ts'
import { checkItem, type ItemCheck } from '../../rules/check-item.ts'
import { useNeighbours } from '../board/use-plans.ts'
import { isBlank, type LocalRow } from './model/local-row.ts'

/** What the law says of the rows as they stand, by their keys; it follows the typing as fast as the browser can. */
export function useChecks(
  plan: Plan,
  rows: readonly LocalRow[],
  people: ReadonlyMap<string, PlanPerson>,
): ReadonlyMap<string, ItemCheck> {
  const { law } = useLaw()
  const neighbours = useNeighbours(plan.id)
  const today = useToday()
  const shown = useDeferredValue(rows)
  return useMemo(() => {
    if (law === undefined) return new Map()
    const { body, year, travelLine, collectiveSize } = plan
    const standing = shown.filter((row) => takesPlace(row) && !isBlank(row))
    const all = standing.map(({ fields }) => fields)
    return new Map(
      standing.map(({ key, fields }) => {
        const siblings = all.filter((other) => other !== fields)
        const around = { body, year, travelLine, people, collectiveSize, siblings }
        return [key, checkItem(law, fields, around, neighbours, today)]
      }),
    )
  }, [law, plan, shown, people, neighbours, today])
}

/** What is known of everybody whom the rows name: from the plan, and asked for where somebody was just picked. */
export function usePeopleOf(plan: Plan, rows: readonly LocalRow[]): ReadonlyMap<string, PlanPerson> {
  const known = useMemo(() => new Map(plan.people.map((person) => [person.id, person])), [plan.people])
  const named = rows.flatMap(({ fields }) => fields.people.flatMap(({ personId }) => personId ?? []))
  const asked = [...new Set(named.filter((id) => !known.has(id)))].sort().slice(0, 200).join(',')
  const { data } = useAnswer(getPlanPeople, { id: plan.id, people: asked }, { enabled: asked !== '' })
  return useMemo(
    () => new Map([...known, ...(data ?? []).map((person) => [person.id, person] as const)]),
    [known, data],
  )
}

/** Whether the line is to take place. */
export function takesPlace({ item }: LocalRow): boolean {
  return item === undefined || item.standing === 'planned'
}

/** How many findings a line has that are no pass, and the gravest. */
export function gravest(check: ItemCheck | undefined): { count: number; kind: FindingClass } | undefined {
  const kinds = (check?.findings ?? []).map(classOf).filter((kind) => kind !== 'pass')
  const [kind] = kinds.sort((one, other) => CLASSES.indexOf(one) - CLASSES.indexOf(other))
  return kind === undefined ? undefined : { count: kinds.length, kind }
}
