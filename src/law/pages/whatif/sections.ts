import { stepsOf } from './path.ts'

/** The sections of the form, from the top. */
export const SECTIONS = [
  'sender',
  'purpose',
  'hosts',
  'trip',
  'programme',
  'members',
  'money',
  'papers',
  'overlaps',
  'exceptions',
  'after',
] as const
export type SectionName = (typeof SECTIONS)[number]

/** The sections of a form that asks for no more than a first look needs. */
export const SHORT_SECTIONS: readonly SectionName[] = ['purpose', 'trip', 'members', 'money']

/** What stands in those sections in the whole form alone. */
const LONG = /^purpose\.(?!kind$)|^gifts|^flights|^estimate\.(?!total)/

/** Whether the short form asks for a field. */
export function isAskedShortly(path: string): boolean {
  return SHORT_SECTIONS.includes(sectionOf(path)) && !LONG.test(path)
}

const OF_FIELD: Record<string, SectionName> = {
  id: 'sender',
  title: 'sender',
  sender: 'sender',
  purpose: 'purpose',
  hosts: 'hosts',
  organiser: 'hosts',
  invitations: 'hosts',
  trip: 'trip',
  programme: 'programme',
  members: 'members',
  leadership: 'members',
  funding: 'money',
  plan: 'money',
  estimate: 'money',
  gifts: 'money',
  flights: 'money',
  documents: 'papers',
  outline: 'papers',
  consultations: 'papers',
  overlaps: 'overlaps',
  exceptions: 'exceptions',
  explanations: 'exceptions',
  after: 'after',
}

const UNDERTAKINGS = /^members\[\d+\]\.(declaresNoSecrets|carriesSecrets|socialMediaUndertaking)$/

/** The section in which a field is typed. */
export function sectionOf(path: string): SectionName {
  if (UNDERTAKINGS.test(path)) return 'papers'
  return OF_FIELD[String(stepsOf(path)[0])] ?? 'sender'
}
