import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { ContractDay } from '../../law/dossier.ts'
import { Id, Reason, SaidReason, Version } from '../inputs.ts'
import { PLAN_STATES, type PlanAction, transition } from '../workflow.ts'

const ApprovalDocument = z.strictObject({ number: z.string().trim().min(1).max(100), on: ContractDay })

/** The door of one step of the workflow: several plans at once, all or nothing. */
function moveEndpoint<Action extends PlanAction>(action: Action) {
  const { permission, name, needsReason, needsDocument } = transition(action)
  if (permission === undefined) throw new Error(`nobody takes the step ${action} by hand`)
  return endpoint({
    method: 'POST',
    path: `/api/plans/move/${action}`,
    permission,
    summary: name,
    input: z.strictObject({
      plans: z
        .array(z.strictObject({ id: Id, version: Version }))
        .min(1)
        .max(200),
      reason: needsReason ? SaidReason : Reason.default(''),
      document: needsDocument ? ApprovalDocument : ApprovalDocument.optional(),
    }),
    output: z.object({ plans: z.array(z.object({ id: z.string(), state: z.enum(PLAN_STATES), version: z.number() })) }),
  })
}

/** Every step that somebody takes, by its name; see `workflow.ts`. */
export const moves = {
  submit: moveEndpoint('submit'),
  'send-back': moveEndpoint('send-back'),
  sign: moveEndpoint('sign'),
  receive: moveEndpoint('receive'),
  return: moveEndpoint('return'),
  propose: moveEndpoint('propose'),
  'take-up': moveEndpoint('take-up'),
  'hand-back': moveEndpoint('hand-back'),
  'turn-down': moveEndpoint('turn-down'),
  approve: moveEndpoint('approve'),
  withdraw: moveEndpoint('withdraw'),
}
