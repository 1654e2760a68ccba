import type { FastifyRequest } from 'fastify'
import type { Scope } from '../db/scope.ts'
import { OPEN_TO_ALL, type Permission } from '../kernel/permissions.ts'

/** The account of somebody who is signed in. */
export interface Account {
  id: string
  /** How they are shown and recorded. */
  name: string
  /** The person of the register behind the account, if any. */
  personId: string | undefined
  /** The session by which they are signed in. */
  sessionId: string
}

/** The person or programme that asks, what it may do, and how far. */
export interface Visitor {
  /** `undefined` for somebody who is not signed in. */
  account: Account | undefined
  permissions: ReadonlySet<Permission>
  /** How far a permission reaches: the union over the roles that give it. */
  reach(permission: Permission): Scope
  /** Whether any of it comes from somebody for whom the visitor stands in. */
  standsIn: boolean
  /** For whom the visitor acts where the permission comes from a substitution only. */
  onBehalfOf(permission: Permission): Principal | undefined
}

/** Somebody who is represented by a substitute. */
export interface Principal {
  accountId: string
  name: string
  /** Number of the document that appoints the substitute. */
  document: string
}

/** Finds out who sends a request. */
export type Recognise = (request: FastifyRequest) => Promise<Visitor>

/** Somebody who is not signed in: may read the law, try a dossier against it, and sign in. */
export const ANYBODY: Visitor = {
  account: undefined,
  permissions: OPEN_TO_ALL,
  reach: () => ({}),
  standsIn: false,
  onBehalfOf: () => undefined,
}

/** Whether the visitor may do it. */
export function may(who: Visitor, permission: Permission): boolean {
  return OPEN_TO_ALL.has(permission) || who.permissions.has(permission)
}
