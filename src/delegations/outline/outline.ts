import type { Content } from '../content/content.ts'
import { isObject, type Json } from '../content/json.ts'

/** The parts of an outline that a dossier answers. */
export const OUTLINE_PARTS = ['leftOpen', 'questions'] as const
export type OutlinePart = (typeof OUTLINE_PARTS)[number]

/** The kinds of trip that the norms on the outline speak of (rule `research-outline`). */
const STUDY_KINDS: ReadonlySet<Json | undefined> = new Set(['study', 'survey', 'training'])

/** Whether an outline is asked for: study, survey and training, unless it is said that the trip follows no agreement. Pure. */
export function asksOutline({ purpose }: Content): boolean {
  return isObject(purpose) && STUDY_KINDS.has(purpose.kind) && purpose.underAgreement !== false
}

/** What the outline answers, as far as it is stated; '' where it is not. Pure. */
export function outlineOf({ outline }: Content): Record<OutlinePart, string> {
  const { leftOpen, questions } = isObject(outline) ? outline : {}
  return { leftOpen: textOf(leftOpen), questions: textOf(questions) }
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : ''
}
