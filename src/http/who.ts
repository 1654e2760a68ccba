import type { FastifyRequest } from 'fastify'
import type { Permission } from '../kernel/endpoint.ts'
import type { Bilingual } from '../kernel/text.ts'

/** The person or programme that asks, and what it may do. */
export interface Visitor {
  name: Bilingual
  permissions: ReadonlySet<Permission>
}

const LOCAL_VISITOR: Visitor = {
  name: { vi: 'Người dùng tại máy này', en: 'The user of this machine' },
  permissions: new Set<Permission>(['law.read', 'law.check']),
}

/**
 * Who asks. There are no accounts yet: everybody who reaches the server is the built-in local visitor, who may read
 * the law and check a dossier against it. For that reason the server listens to its own machine only, unless told
 * otherwise. Accounts will be resolved here and nowhere else.
 */
export function whoIs(_request: FastifyRequest): Visitor {
  return LOCAL_VISITOR
}

/** Whether the visitor may do it; what is public needs no permission. */
export function may(who: Visitor, permission: Permission): boolean {
  return permission === 'public' || who.permissions.has(permission)
}
