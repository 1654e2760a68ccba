import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tallyOf, VOTES, type Vote, type VotingRule } from './votes.ts'

const RULE: VotingRule = { members: 3, quorum: { part: 2, of: 3 }, majority: { part: 1, of: 2 } }
const outcome = (votes: Vote[], seats: number, rule = RULE) => tallyOf(votes, seats, rule).outcome

it('an answer carries with more than half of those who took part, where two thirds of the seats did', () => {
  expect(outcome(['approve', 'approve', 'refuse'], 3)).toBe('approve')
  expect(outcome(['approve', 'refuse'], 3)).toBe('no-majority')
  expect(outcome(['approve', 'approve'], 3)).toBe('approve')
  expect(outcome(['approve', 'approve'], 4)).toBe('no-quorum')
  expect(outcome([], 3)).toBe('no-quorum')
})

it('who abstains takes part, and an abstention carries nothing', () => {
  expect(outcome(['postpone', 'abstain', 'abstain'], 3)).toBe('no-majority')
  expect(outcome(['postpone', 'postpone', 'abstain'], 3)).toBe('postpone')
  expect(outcome(['abstain', 'abstain', 'abstain'], 3)).toBe('no-majority')
})

it('never makes a quorum of fewer, and never carries two answers', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...VOTES), { maxLength: 12 }),
      fc.integer({ min: 1, max: 12 }),
      (votes, more) => {
        const seats = Math.max(votes.length, more)
        const { counts, took, outcome } = tallyOf(votes, seats, RULE)
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(took)
        if (took * 3 < seats * 2) expect(outcome).toBe('no-quorum')
        if (outcome in counts) expect(counts[outcome as Vote] * 2).toBeGreaterThan(took)
      },
    ),
  )
})
