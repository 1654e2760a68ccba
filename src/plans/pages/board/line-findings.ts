import type { Day } from '../../../kernel/day.ts'
import type { Law } from '../../../law/law.ts'
import { CLASSES, classOf, type FindingClass } from '../../../law/pages/whatif/classes.ts'
import type { Finding } from '../../../law/result.ts'
import type { Neighbour, Plan, PlanItem } from '../../answers.ts'
import type { PlanItemFields } from '../../plan-item.ts'
import { checkItem } from '../../rules/check-item.ts'

/** Findings that are no pass, worst first. `fields` in place of those of the line where a decision would change them. */
export function lineFindings(
  law: Law,
  plan: Plan,
  item: PlanItem,
  neighbours: readonly Neighbour[],
  asOf: Day,
  fields: PlanItemFields = item.fields,
): Finding[] {
  const siblings = plan.items.filter(({ id, standing }) => id !== item.id && standing === 'planned')
  const around = {
    body: plan.body,
    year: plan.year,
    travelLine: plan.travelLine,
    people: new Map(plan.people.map((person) => [person.id, person])),
    collectiveSize: plan.collectiveSize,
    siblings: siblings.map((one) => one.fields),
  }
  return checkItem(law, fields, around, neighbours, asOf).findings.filter(({ outcome }) => outcome !== 'pass')
}

/** All that a plan leaves open before the law, by rule and gravity. */
export interface OpenPoint {
  kind: FindingClass
  rule: string
  lines: { item: PlanItem; finding: Finding }[]
}

/** The open points of the lines that are to take place, worst first. */
export function openPoints(law: Law, plan: Plan, neighbours: readonly Neighbour[], asOf: Day): OpenPoint[] {
  const points = new Map<string, OpenPoint>()
  for (const item of plan.items.filter(({ standing }) => standing === 'planned')) {
    for (const finding of lineFindings(law, plan, item, neighbours, asOf)) {
      const kind = classOf(finding)
      const key = `${kind} ${finding.rule}`
      const point = points.get(key) ?? { kind, rule: finding.rule, lines: [] }
      point.lines.push({ item, finding })
      points.set(key, point)
    }
  }
  return [...points.values()].sort((one, other) => CLASSES.indexOf(one.kind) - CLASSES.indexOf(other.kind))
}
