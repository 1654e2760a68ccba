import type { z } from 'zod'
import type { Transaction } from '../db/transaction.ts'
import type { Day } from '../kernel/day.ts'
import type { Endpoint } from '../kernel/endpoint.ts'
import { Invalid } from '../kernel/errors.ts'
import { faultOf } from '../kernel/faults.ts'
import { refuseUnkeepable } from './keepable.ts'
import type { Principal, Visitor } from './who.ts'

/** Who does something, for whom, and from where: what the audit trail records. */
export interface Actor {
  /** `undefined` where nobody is signed in, or the server acts for itself. */
  accountId: string | undefined
  name: string | undefined
  onBehalfOf: Principal | undefined
  /** The address of the network, or the name of a program. */
  from: string
  requestId: string
}

/** What the other side says of itself. */
export interface Client {
  address: string
  program: string
  cookies: Readonly<Record<string, string | undefined>>
  /** By what address it reached us: `https://doanra.example.vn`. */
  origin: string
}

/** What the server knows about a request besides its input. */
export interface Surroundings {
  /** The calendar day it is in Việt Nam when the request arrives. */
  today: Day
  who: Visitor
  /** Who is to be named in the audit trail. */
  actor: Actor
  client: Client
  /** Sets a cookie that scripts cannot read, for so many seconds (until the browser closes when absent); '' removes it. */
  setCookie(name: string, value: string, seconds?: number): void
  /**
   * Opens the transaction of this request, within the reach of the endpoint's permission, and runs `work` in it; all or
   * nothing. At most one is open at a time.
   */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>
}

/** What a use case is given: the validated input and its surroundings. */
export interface Context<Input> extends Surroundings {
  input: Input
}

/** An endpoint bound to its use case; the types of its input and output are checked where it is bound. */
export interface Route {
  endpoint: Endpoint<z.ZodType, z.ZodType>
  /** Parses the raw input, runs the use case, validates what it answers. Throws `Invalid` for a bad input. */
  run(raw: unknown, surroundings: Surroundings): Promise<unknown>
}

/** Binds an endpoint to the function that answers it. */
export function route<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  handler: (context: Context<z.output<Input>>) => z.input<Output> | Promise<z.input<Output>>,
): Route {
  return {
    endpoint,
    async run(raw, surroundings) {
      refuseUnkeepable(raw)
      const input = endpoint.input.safeParse(raw)
      if (!input.success) throw new Invalid(input.error.issues.flatMap((issue) => faultOf(issue, raw)))
      const answer = endpoint.output.safeParse(await handler({ ...surroundings, input: input.data }))
      if (answer.success) return answer.data
      throw new Error(`${endpoint.method} ${endpoint.path} answered what its contract does not allow`, {
        cause: answer.error,
      })
    },
  }
}
