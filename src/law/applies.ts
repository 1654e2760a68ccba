import { and, not, or, type Truth } from '../kernel/kleene.ts'
import type { Condition, ConditionFact, MemberProperty, Test, Who } from './conditions.ts'
import { CONDITION_FACTS } from './conditions.ts'
import { conditionFact, conditionFactPath, type Facts, isLeader, type Person } from './facts.ts'

/** Whether something applies, and the facts to state where that is not known. */
export interface Applicability {
  truth: Truth
  needs: string[]
}

const YES: Applicability = { truth: true, needs: [] }
const NO: Applicability = { truth: false, needs: [] }

/** Whether the facts meet a norm's condition, three-valued. No condition is always met. */
export function meets(condition: Condition | undefined, facts: Facts): Applicability {
  if (condition === undefined) return YES
  const parts: Applicability[] = []
  for (const fact of CONDITION_FACTS) {
    const test = condition[fact]
    if (test !== undefined) parts.push(meetsTest(fact, test, facts))
  }
  if (condition.not) {
    const inner = meets(condition.not, facts)
    parts.push({ truth: not(inner.truth), needs: inner.needs })
  }
  if (condition.any) {
    const inner = condition.any.map((alternative) => meets(alternative, facts))
    parts.push(settled(or(...inner.map(({ truth }) => truth)), inner))
  }
  return settled(and(...parts.map(({ truth }) => truth)), parts)
}

/** Whether a norm binds a person. `leaders` follows the contract: leader or keyLeader true; both false is not bound. */
export function bindsPerson(who: Who | undefined, person: Person): Applicability {
  if (who === undefined || who === 'everyone') return YES
  if (who === 'leaders') {
    const truth = isLeader(person.member)
    return truth === undefined ? { truth, needs: unstated(person, ['leader', 'keyLeader']) } : truth ? YES : NO
  }
  const tests = Object.entries(who) as [MemberProperty, Test | undefined][]
  const parts = tests.map(([property, test]) =>
    test === undefined ? YES : tested(person.member[property], test, () => `${person.path}.${property}`),
  )
  return settled(and(...parts.map(({ truth }) => truth)), parts)
}

function meetsTest(fact: ConditionFact, test: Test, facts: Facts): Applicability {
  return tested(conditionFact(facts, fact), test, () => conditionFactPath(facts, fact))
}

function tested(value: unknown, test: Test, path: () => string): Applicability {
  if (value === undefined) return { truth: undefined, needs: [path()] }
  const values = Array.isArray(value) ? value : [value]
  return values.some((one) => matches(one, test)) ? YES : NO
}

function matches(value: unknown, test: Test): boolean {
  if (Array.isArray(test)) return test.some((one) => one === value)
  if (typeof test !== 'object') return test === value
  if ('administered' in test || typeof value !== 'number') return false
  return value >= (test.atLeast ?? Number.NEGATIVE_INFINITY) && value <= (test.atMost ?? Number.POSITIVE_INFINITY)
}

function settled(truth: Truth, parts: Applicability[]): Applicability {
  if (truth !== undefined) return truth ? YES : NO
  return { truth, needs: parts.filter((part) => part.truth === undefined).flatMap(({ needs }) => needs) }
}

/** The paths of the named properties that the person's entry does not state. */
export function unstated(person: Person, properties: MemberProperty[]): string[] {
  return properties.filter((property) => person.member[property] === undefined).map((name) => `${person.path}.${name}`)
}
