import type { DelegationView } from '../answers.ts'
import type { Side } from '../disclosure.ts'
import type { Lane } from './lane-of.ts'

/**
 * The lane as a side may read it: what examiners doubt and what was drawn is for those above, nothing of it for those outside.
 * Pure.
 */
export function disclosedLane(side: Side, { bounds, read, draw }: Lane): DelegationView['lane'] {
  const { source, audit } = bounds
  if (side === 'outside') return null
  if (side === 'unit') return { source, audit, read: read.filter(({ condition }) => condition !== 'doubts') }
  return { source, audit, read, draw: draw ?? null }
}
