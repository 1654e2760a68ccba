import type { ReactNode } from 'react'
import { More } from '../../../../ui/more.tsx'
import type { PlanItem } from '../../../answers.ts'
import { headcountOf, type PlanItemFields, vndOf, vndOfItem } from '../../../plan-item.ts'
import { daysOf } from '../../../rules/plan-item-dossier.ts'
import { askedFields } from '../asked.ts'
import { useBoardWords, useLineWords, vndWords } from '../use-words.ts'
import css from './lines.module.css'

/** What the line says of why it is needed: the task it serves, and whether it could be done otherwise. */
export function LineNeed({ item: { fields } }: { item: PlanItem }) {
  const m = useBoardWords().line
  return (
    <More summary={m.need}>
      <dl className={css.facts}>
        <Fact name={m.task}>{fields.task}</Fact>
        <Fact name={m.virtual}>{alternativeWords(fields.virtual, m)}</Fact>
        <Fact name={m.mission}>{alternativeWords(fields.mission, m)}</Fact>
      </dl>
    </More>
  )
}

/** What the line says, short; where a decision changed it, also what the unit asked for. */
export function LineFacts({ item }: { item: PlanItem }) {
  const m = useBoardWords()
  const say = useLineWords()
  const { fields } = item
  const asked = askedFields(item)
  const facts: [name: string, say: (fields: PlanItemFields) => string][] = [
    [m.line.where, ({ countries }) => say.countries(countries)],
    [m.line.when, (one) => [say.when(one), daysWords(one, m.days)].filter((part) => part !== '').join(', ')],
    [m.line.who, (one) => peopleWords(one, m.people)],
    [m.line.money, (one) => (one.costs.length === 0 ? '' : vndWords(vndOfItem(one)))],
  ]
  return (
    <dl className={css.facts}>
      {facts.map(([name, words]) => (
        <Fact key={name} name={name} before={words(asked)}>
          {words(fields)}
        </Fact>
      ))}
      {fields.costs.length > 1 ? (
        <Fact name="">
          {fields.costs.map((cost) => `${say.source(cost.source)}: ${vndWords(vndOf(cost))}`).join(' · ')}
        </Fact>
      ) : null}
      <Fact name={m.line.host}>{fields.host}</Fact>
      <Fact name={m.line.purpose}>
        {[fields.purposeKind === null ? '' : say.purpose(fields.purposeKind), fields.purpose]
          .filter(Boolean)
          .join(': ')}
      </Fact>
      <Fact name={m.line.result}>{fields.result}</Fact>
      <Fact name={m.line.priority}>{priorityWords(fields.priority, m.priorities)}</Fact>
      {fields.offPlan ? <Fact name={m.line.justification}>{fields.justification}</Fact> : null}
    </dl>
  )
}

function Fact({ name, before, children }: { name: string; before?: string; children: ReactNode }) {
  const m = useBoardWords().line
  const changed = before !== undefined && before !== children
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children ? children : <span className="mute">{m.notStated}</span>}
        {changed ? <span className={css.asked}> ({m.asked(before)})</span> : null}
      </dd>
    </div>
  )
}

function daysWords(fields: PlanItemFields, say: (days: number) => string): string {
  const days = daysOf(fields)
  return days === undefined ? '' : say(days)
}

function peopleWords(fields: PlanItemFields, say: (people: number) => string): string {
  const count = headcountOf(fields)
  const posts = fields.people.map(({ post, count }) => (count > 1 ? `${count} ${post}` : post)).join(', ')
  return [count === undefined ? '' : say(count), posts].filter((part) => part !== '').join(': ')
}

function priorityWords(priority: number | null, words: Record<1 | 2 | 3, string>): string {
  return priority === 1 || priority === 2 || priority === 3 ? words[priority] : ''
}

function alternativeWords(alternative: PlanItemFields['virtual'], words: { able: string; unable: string }): string {
  if (alternative === null) return ''
  return `${alternative.able ? words.able : words.unable}: ${alternative.reason}`
}
