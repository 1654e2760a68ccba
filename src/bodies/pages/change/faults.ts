import type { Fault } from '../../../kernel/errors.ts'
import { faultOf } from '../../../kernel/faults.ts'
import { BodyCode, BodyFields } from '../../contract.ts'
import { en } from '../../messages.en.ts'
import { vi } from '../../messages.vi.ts'
import { type Draft, fieldsOf, type SuccessorDraft } from './draft.ts'

type Word = keyof typeof vi.faults

/** A fault that can be told before the server is asked. */
export function fault(path: string, word: Word): Fault {
  return { path, message: { vi: vi.faults[word], en: en.faults[word] } }
}

/** A fault for each value that is not stated. */
export function missing(asked: readonly (readonly [path: string, word: Word, value: string | undefined])[]): Fault[] {
  return asked.flatMap(([path, word, value]) => (value?.trim() ? [] : [fault(path, word)]))
}

/** What a body needs and does not have yet. `path` stands before the names of its fields: `into.`. */
export function missingOf(draft: Draft, path = ''): Fault[] {
  return missing([
    [`${path}name`, 'text', draft.name],
    [`${path}level`, 'choice', draft.level],
    [`${path}jurisdiction`, 'choice', draft.jurisdiction],
  ])
}

/**
 * What is wrong with a body that takes over, at its fields: the server, which takes one of the register or a new one,
 * could only say that it is neither.
 */
export function successorFaults({ kind, id, draft }: SuccessorDraft, path: string): Fault[] {
  if (kind === 'existing') return missing([[`${path}.id`, 'choice', id]])
  const absent = [...missingOf(draft, `${path}.`), ...missing([[`${path}.code`, 'text', draft.code]])]
  const input = { ...fieldsOf(draft), code: draft.code ?? '' }
  const issues = BodyFields.extend({ code: BodyCode }).safeParse(input).error?.issues ?? []
  const wrong = issues.flatMap((issue) => faultOf(issue, input)).map((one) => ({ ...one, path: `${path}.${one.path}` }))
  return [...absent, ...wrong.filter((one) => absent.every((other) => other.path !== one.path))]
}
