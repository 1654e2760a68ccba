import { z } from 'zod'
import type { Permission } from './permissions.ts'
import type { Bilingual } from './text.ts'

/**
 * One endpoint, declared once: the server binds it to a use case, the browser calls it by the same declaration,
 * and the OpenAPI description is drawn from it.
 */
export interface Endpoint<Input extends z.ZodType, Output extends z.ZodType> {
  method: 'GET' | 'POST'
  /** Begins with `/api/`; `:name` stands for the field of that name of the input. */
  path: string
  permission: Permission
  summary: Bilingual
  /** The body of a POST, the query of a GET; the fields named in the path come from there. */
  input: Input
  output: Output
  /**
   * The schema of the input as the OpenAPI description shows it, where `input` is `z.unknown()` because the use case
   * reads its input itself and names the faults better than a schema can.
   */
  documentedInput?: z.ZodType
  /** What a POST brings: JSON unless said otherwise; bytes come as the field `bytes` of the input, the rest in the path. */
  takes?: 'json' | 'bytes'
  /** What comes back: JSON unless said otherwise; a file's output is `FileAnswer`, a redirect's `RedirectAnswer`. */
  answers?: 'json' | 'file' | 'redirect'
  /** The largest body in bytes, where 1 MiB is not enough. */
  bodyLimit?: number
  /** The path holds a secret: the log of requests names the endpoint instead. */
  secretPath?: true
  /** Requests a minute that one address may send here, where the limit of the whole server is too many. */
  limit?: number
}

/**
 * The header by which a page says for which account it was drawn: where another has signed in in the same browser meanwhile,
 * the request is not taken. Whoever sends none is whoever the cookie says.
 */
export const ACCOUNT_HEADER = 'doan-ra-account'

/** A file to save: its name, its media type, its content. */
export const FileAnswer = z.object({ name: z.string(), type: z.string(), bytes: z.instanceof(Uint8Array) })
export type FileAnswer = z.infer<typeof FileAnswer>

/** The body of an endpoint that takes bytes, as a field of its input. */
export const Bytes = z.instanceof(Uint8Array)

/** Where the browser is sent next. */
export const RedirectAnswer = z.object({ location: z.string() })

/** Declares an endpoint; the types of its input and output follow from its schemas. */
export function endpoint<Input extends z.ZodType, Output extends z.ZodType>(
  declaration: Endpoint<Input, Output>,
): Endpoint<Input, Output> {
  return declaration
}

/** The names that stand in a path for fields of the input: `['id']` for `/api/people/:id`. */
export function pathFields(path: string): string[] {
  return [...path.matchAll(/:([A-Za-z]+)/g)].flatMap(([, name]) => name ?? [])
}
