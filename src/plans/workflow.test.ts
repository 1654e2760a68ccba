import { describe, expect, it } from 'vitest'
import { ROLES } from '../identity/index.ts'
import {
  CLOSED,
  PLAN_STATES,
  type PlanState,
  stepsFor,
  stepsFrom,
  TRANSITIONS,
  type Transition,
  transition,
} from './workflow.ts'

/** Every way from a draft to an approval that takes no state twice, as lists of steps. */
function waysToApproval(
  state: PlanState = 'draft',
  taken: Transition[] = [],
  seen: PlanState[] = ['draft'],
): Transition[][] {
  if (state === 'approved') return [taken]
  return stepsFrom(state, 2)
    .filter(({ to }) => !seen.includes(to))
    .flatMap((step) => waysToApproval(step.to, [...taken, step], [...seen, step.to]))
}

describe('the way of a plan', () => {
  it('leads to an approval only over the head, an appraisal and the authority', () => {
    const ways = waysToApproval()
    expect(ways.length).toBeGreaterThan(0)
    for (const way of ways) {
      const actions = way.map(({ action }) => action)
      expect(actions).toContain('sign')
      expect(actions.includes('propose') || actions.includes('take-up')).toBe(true)
      expect(actions.at(-1)).toBe('approve')
    }
    expect(ways.map((way) => way.map(({ action }) => action).join(' '))).toContain(
      'submit sign receive propose approve',
    )
  })

  it('passes over consolidation only by the authority’s own appraisal, for which the reason is kept', () => {
    const short = waysToApproval().filter((way) => !way.some(({ action }) => action === 'propose'))
    expect(
      short.every((way) =>
        way.some(
          ({ action, permission, needsReason }) =>
            action === 'take-up' && permission === 'plans.approve' && needsReason,
        ),
      ),
    ).toBe(true)
  })

  it('asks the reason of every step back', () => {
    const order: PlanState[] = ['draft', 'returned', 'submitted', 'signed', 'consolidating', 'proposed', 'approved']
    const back = TRANSITIONS.filter((one: Transition) =>
      one.from.some((from) => order.includes(one.to) && order.indexOf(one.to) < order.indexOf(from)),
    )
    expect(back.map(({ action }) => action)).toEqual(['send-back', 'return', 'hand-back', 'turn-down'])
    expect(back.every((one: Transition) => one.needsReason)).toBe(true)
  })

  it('gives every step but superseding to somebody, and each judging step is barred for one’s own plan', () => {
    for (const one of TRANSITIONS as readonly Transition[]) {
      const holders = Object.values(ROLES).filter(({ permissions }) =>
        (permissions as readonly unknown[]).includes(one.permission),
      )
      expect(holders.length > 0, one.action).toBe(one.action !== 'supersede')
      const judges = one.permission === 'plans.consolidate' || one.permission === 'plans.approve'
      expect(one.decides === true, one.action).toBe(judges)
    }
  })

  it('ends where nothing follows but being superseded', () => {
    for (const state of PLAN_STATES) {
      const on = stepsFrom(state, 2).filter(({ action }) => action !== 'supersede')
      expect(on.length === 0, state).toBe(CLOSED.has(state))
    }
  })

  it('offers the buttons of one’s permissions only', () => {
    expect(stepsFor('submitted', 1, new Set(['plans.sign'])).map(({ action }) => action)).toEqual(['send-back', 'sign'])
    expect(stepsFor('submitted', 1, new Set(['plans.approve']))).toEqual([])
    expect(stepsFor('draft', 1, new Set(['plans.write'])).map(({ action }) => action)).toEqual(['submit'])
    expect(stepsFor('draft', 2, new Set(['plans.write'])).map(({ action }) => action)).toEqual(['submit', 'withdraw'])
    expect(transition('approve').needsDocument).toBe(true)
  })
})
