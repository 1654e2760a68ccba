import type { Transaction } from '../db/transaction.ts'
import type { Actor, Context } from '../http/route.ts'
import { MarkingFound } from '../kernel/markings.ts'
import { type Deed, record } from './record.ts'

/** What an incident is about, and where it belongs. */
export type About = Required<Pick<Deed, 'subject' | 'bodyId' | 'rootId'>>

/**
 * Where classified matter is refused, by whichever door it came, the incident stays in the trail of what it was meant for, without
 * the content. What is not within the reach of whoever sent it has no trail to which they could add.
 */
export async function keepIncident<Input, Result>(
  context: Context<Input>,
  work: (context: Context<Input>) => Promise<Result>,
  aboutOf: (transaction: Transaction, input: Input) => Promise<About | undefined>,
): Promise<Result> {
  try {
    return await work(context)
  } catch (error) {
    if (error instanceof MarkingFound) {
      await context.transaction(async (open) => {
        const about = await aboutOf(open, context.input)
        if (about !== undefined) await recordMarking(open, context.actor, about, error)
      })
    }
    throw error
  }
}

/** The incident of a marking of secrecy: `delegation.marking-refused`, `plan.marking-refused`. */
export function recordMarking(
  transaction: Transaction,
  actor: Actor,
  about: About,
  { marking }: MarkingFound,
): Promise<void> {
  return record(transaction, actor, {
    action: `${about.subject.kind}.marking-refused`,
    ...about,
    after: { marking },
  })
}
