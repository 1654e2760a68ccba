import { z } from 'zod'
import type { Content } from '../content/content.ts'
import { isObject, type Json, type JsonObject } from '../content/json.ts'
import { dayAt, itemsAt } from '../edit/projection.ts'
import type { Party } from '../workflow.ts'

/** What of a dossier a party is asked about: the days of the trip, and everything else that its answer rests on, one by one. */
export const About = z.object({ days: z.tuple([z.string(), z.string()]).nullable(), items: z.array(z.string()) })
export type About = z.infer<typeof About>

/** Whom of the dossier a question concerns: a country, or members by their keys. */
interface Concern {
  party: Party
  country: string | null
  members: readonly string[]
}

/** What a question to a party is about. Pure; `content` with the facts of the registers laid over it. */
export function aboutOf(content: Content, { party, country, members }: Concern): About {
  const departure = dayAt(content, 'trip/departure')
  const back = dayAt(content, 'trip/return')
  const days: About['days'] = departure === null || back === null ? null : [departure, back]
  switch (party) {
    case 'mission':
      return { days: staysIn(content, country) ?? days, items: [...purpose(content), ...doneIn(content, country)] }
    case 'cadre-authority':
      return {
        days,
        items: [
          ...people(content, ({ key }) => members.includes(String(key))),
          ...countries(content),
          ...purpose(content),
        ],
      }
    case 'home-body':
      return {
        days,
        items: [...people(content, ({ key }) => members.includes(String(key))), ...countries(content)],
      }
    case 'organisation-board':
      return {
        days,
        items: [
          ...people(content, ({ managedBy }) => managedBy !== undefined && managedBy !== 'unit'),
          ...countries(content),
          ...purpose(content),
        ],
      }
    case 'finance':
      return { days, items: [...said(content, 'funding'), ...said(content, 'costs/lines'), ...people(content)] }
    default:
      return { days, items: [...people(content), ...countries(content), ...purpose(content)] }
  }
}

/** What an examiner judges of a dossier: the explanation of a rule, else the trip as such, whoever travels. Pure. */
export function judgedOf(content: Content, subject: string): About {
  const explained = itemsAt(content, 'explanations').filter(({ rule }) => rule === subject)
  if (explained.length > 0) return { days: null, items: explained.map(({ text }) => `explanation ${words(text)}`) }
  const { days } = aboutOf(content, { party: 'other', country: null, members: [] })
  const hosts = itemsAt(content, 'hosts').map(({ name, country }) => `host ${words(name)} ${words(country)}`)
  return { days, items: [...purpose(content), ...countries(content), ...hosts, ...said(content, 'programme')] }
}

/** Whether a question speaks of this member; one from before that was kept speaks of all. Pure. */
export function namesMember(asked: About | null, member: JsonObject): boolean {
  return asked === null || asked.items.includes(itemOf(member))
}

/** Whether an answer about the one speaks of the other too: nothing has come in, and no day has been added. Pure. */
export function covers(asked: About, now: About): boolean {
  const known = new Set(asked.items)
  return now.items.every((item) => known.has(item)) && within(now.days, asked.days)
}

function within(now: About['days'], asked: About['days']): boolean {
  if (now === null || asked === null) return now === asked
  return asked[0] <= now[0] && now[1] <= asked[1]
}

/** The first and last day in a country. */
function staysIn(content: Content, country: string | null): About['days'] {
  const days = itemsAt(content, 'trip/stays').flatMap(({ country: where, arrive, leave }) =>
    where === country && typeof arrive === 'string' && typeof leave === 'string' ? [arrive, leave] : [],
  )
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)]
  return first === undefined || last === undefined ? null : [first, last]
}

/** Who is visited in a country and what is done there; an entry that names no country may be meant for it. */
function doneIn(content: Content, country: string | null): string[] {
  return [
    ...itemsAt(content, 'hosts').flatMap(({ name, country: where }) =>
      where === country ? [`host ${words(name)}`] : [],
    ),
    ...itemsAt(content, 'programme')
      .filter(({ country: where }) => where === undefined || where === country)
      .map(({ key: _, ...entry }) => `programme ${inOrder(entry)}`),
  ]
}

function people(content: Content, meant: (member: JsonObject) => boolean = () => true): string[] {
  return itemsAt(content, 'members').filter(meant).map(itemOf)
}

function itemOf({ personId, name }: JsonObject): string {
  return typeof personId === 'string' ? `person ${personId}` : `member ${words(name)}`
}

function countries(content: Content): string[] {
  return itemsAt(content, 'trip/stays').flatMap(({ country }) =>
    typeof country === 'string' ? [`country ${country}`] : [],
  )
}

function purpose({ purpose: stated }: Content): string[] {
  if (!isObject(stated)) return []
  const { kind = null, summary = null, requirements = null, content = null } = stated
  return [`purpose ${JSON.stringify([kind, ...[summary, requirements, content].map(words)])}`]
}

function said(content: Content, at: string): string[] {
  return itemsAt(content, at).map(({ key: _, ...entry }) => `${at} ${inOrder(entry)}`)
}

/** Words as they are compared: capitals and spaces change no meaning here. */
function words(value: Json | undefined): string {
  return typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase() : ''
}

/** A thing as text in which the order of its fields is always the same. */
function inOrder(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`
  if (!isObject(value)) return JSON.stringify(value)
  const names = Object.keys(value).toSorted()
  return `{${names.map((name) => `${name}:${inOrder(value[name] ?? null)}`).join()}}`
}
