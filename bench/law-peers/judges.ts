import { Engine, type TopLevelCondition } from 'json-rules-engine'
import { VERDICTS, type Verdict } from '../../src/law/result.ts'
import type { Flat } from './flat.ts'
import { BARE_NORMS, type Condition, type Test } from './norms.ts'

/** The peer: json-rules-engine with the bare norms, an event with the verdict for each that fires. */
export function makeEngine(): (flat: Flat) => Promise<Verdict> {
  const engine = new Engine()
  for (const { test, verdict } of BARE_NORMS) {
    engine.addRule({ conditions: test as TopLevelCondition, event: { type: verdict } })
  }
  return async (flat) => {
    const { events } = await engine.run(flat)
    return worst(events.map(({ type }) => type as Verdict))
  }
}

/** The ceiling: the same bare norms as closures over the flat record, nothing but the verdict. */
export function makePredicates(): (flat: Flat) => Verdict {
  const norms = BARE_NORMS.map(({ test, verdict }) => ({ verdict, holds: compile(test) }))
  return (flat) => worst(norms.filter(({ holds }) => holds(flat)).map(({ verdict }) => verdict))
}

function compile(test: Test | Condition): (flat: Flat) => boolean {
  if ('fact' in test) return compileCondition(test)
  if ('all' in test) {
    const parts = test.all.map(compile)
    return (flat) => parts.every((part) => part(flat))
  }
  const parts = test.any.map(compile)
  return (flat) => parts.some((part) => part(flat))
}

function compileCondition({ fact, operator, value }: Condition): (flat: Flat) => boolean {
  switch (operator) {
    case 'equal':
      return (flat) => flat[fact] === value
    case 'notEqual':
      return (flat) => flat[fact] !== value
    case 'greaterThan':
      return (flat) => Number(flat[fact]) > Number(value)
    case 'in':
      return (flat) => (value as string[]).includes(String(flat[fact]))
  }
}

function worst(verdicts: Verdict[]): Verdict {
  return VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? 'compliant'
}
