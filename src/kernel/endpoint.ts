import type { z } from 'zod'
import type { Bilingual } from './text.ts'

/** Every permission there is. `public` is held by everybody. */
export const PERMISSIONS = ['public', 'law.read', 'law.check'] as const

/** What a caller must be allowed to do. Every endpoint names exactly one. */
export type Permission = (typeof PERMISSIONS)[number]

/**
 * One endpoint, declared once: the server binds it to a use case, the browser calls it by the same declaration,
 * and the OpenAPI description is drawn from it.
 */
export interface Endpoint<Input extends z.ZodType, Output extends z.ZodType> {
  method: 'GET' | 'POST'
  /** Begins with `/api/`. */
  path: string
  permission: Permission
  summary: Bilingual
  /** The body of a POST, the query of a GET. */
  input: Input
  output: Output
  /**
   * The schema of the input as the OpenAPI description shows it, where `input` is `z.unknown()` because the use case
   * reads its input itself and names the faults better than a schema can.
   */
  documentedInput?: z.ZodType
}

/** Declares an endpoint; the types of its input and output follow from its schemas. */
export function endpoint<Input extends z.ZodType, Output extends z.ZodType>(
  declaration: Endpoint<Input, Output>,
): Endpoint<Input, Output> {
  return declaration
}
