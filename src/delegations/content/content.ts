import type { z } from 'zod'
import { type Fault, fault } from '../../kernel/errors.ts'
import { Dossier } from '../../law/dossier.ts'
import { Costs } from '../costs/typed.ts'
import { Outline } from '../outline/typed.ts'
import { Weighed } from '../weighed/typed.ts'
import { isItems, isObject, type Json, type JsonObject } from './json.ts'

/**
 * What is kept of a dossier while it is worked on: the dossier of the contract, whole or not, with six things more. Items
 * of lists carry a `key`; a member from the register carries `personId`; `contests` holds, by the place of a fact of the
 * register, why it is said to be wrong – there what was typed counts; `costs` holds what is typed of the estimate, `weighed`
 * what was weighed before anybody is sent, `outline` what the outline of a study trip answers.
 */
export type Content = JsonObject

/** A new dossier: what the contract asks for, and nothing stated in it. */
export function blankContent(title: string): Content {
  return { title, sender: {}, purpose: {}, trip: { stays: [] }, members: [] }
}

const LONGEST_TEXT = 20_000
const LONGEST_NOTE = 2000

/**
 * What keeps a content from being kept: unknown fields, lists in the place of words, items without a key. Whether a day is
 * a day and a code a code is left to the check, so that what is half typed is kept too. Paths as `members/k3/task`.
 */
export function contentFaults(content: Content): Fault[] {
  const { contests, costs, weighed, outline, ...dossier } = content
  return [
    ...faultsOf(Dossier, dossier, ''),
    ...contestFaults(contests),
    ...faultsOf(Costs, costs, 'costs'),
    ...faultsOf(Weighed, weighed, 'weighed'),
    ...faultsOf(Outline, outline, 'outline'),
  ]
}

/** The dossier of the contract as far as it is stated, ready to be read and checked. */
export function contractOf(content: Content): JsonObject {
  const { contests: _, costs: __, weighed: ___, outline: ____, ...dossier } = content
  return withoutExtras(dossier) as JsonObject
}

/** A content of what was sent, whole or not: with all that the contract asks for, and a key on each item of a list. */
export function readContent(sent: JsonObject): { content: Content; faults: Fault[] } {
  let count = 0
  const content = withKeys({ ...blankContent(''), ...sent }, () => `i${++count}`) as Content
  return { content, faults: contentFaults(content) }
}

/** The content with a key on each item that lacks one; the very same content where none does. */
export function withKeys(value: Json, newKey: () => string): Json {
  if (Array.isArray(value)) {
    const items = value.map((item) => keyed(withKeys(item, newKey), newKey))
    return items.some((item, at) => item !== value[at]) ? items : value
  }
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, withKeys(inner, newKey)] as const)
  return entries.some(([name, inner]) => inner !== value[name]) ? Object.fromEntries(entries) : value
}

function keyed(item: Json, newKey: () => string): Json {
  return isObject(item) && item.key === undefined ? { key: newKey(), ...item } : item
}

function withoutExtras(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutExtras)
  if (!isObject(value)) return value
  const { key: _, personId: __, ...fields } = value
  for (const [name, inner] of Object.entries(fields)) {
    if (typeof inner === 'object') fields[name] = withoutExtras(inner)
  }
  return fields
}

/** The kinds of value that a dossier is made of, as far as keeping one asks. */
function faultsOf(schema: z.core.$ZodType, value: Json | undefined, at: string): Fault[] {
  if (value === undefined) return []
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return value === null ? [] : faultsOf(def.innerType, value, at)
    case 'array':
      return listFaults(def.element, value, at)
    case 'object':
      return objectFaults(def.shape, value, at)
    default:
      return scalarFaults(value, at)
  }
}

function listFaults(element: z.core.$ZodType, value: Json, at: string): Fault[] {
  if (!Array.isArray(value)) return [fault(at, 'ở đây phải là một danh sách', 'a list belongs here')]
  if (value.length > 5000) return [fault(at, 'danh sách dài quá 5.000 mục', 'the list has more than 5,000 items')]
  if (!isItems(value) || (element as z.core.$ZodTypes)._zod.def.type !== 'object') {
    return value.flatMap((item, index) => faultsOf(element, item, `${at}/${index}`))
  }
  const keys = new Set<string>()
  return value.flatMap((item) => {
    const { key, ...fields } = item
    if (typeof key !== 'string' || !/^[A-Za-z0-9-]{1,40}$/.test(key) || keys.has(key)) {
      return [fault(at, 'mỗi mục cần một khóa riêng (chữ và số)', 'each item needs a key of its own (letters, digits)')]
    }
    keys.add(key)
    return faultsOf(element, at === 'members' ? withoutPerson(fields) : fields, `${at}/${key}`)
  })
}

function withoutPerson({ personId: _, ...fields }: JsonObject): JsonObject {
  return fields
}

function objectFaults(shape: z.core.$ZodShape, value: Json, at: string): Fault[] {
  if (!isObject(value)) return [fault(at, 'ở đây phải là một nhóm trường', 'an object belongs here')]
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined
    const path = at === '' ? name : `${at}/${name}`
    if (field === undefined) return [fault(path, 'hồ sơ không có trường này', 'a dossier has no such field')]
    return faultsOf(field, inner, path)
  })
}

function scalarFaults(value: Json, at: string): Fault[] {
  if (typeof value === 'object' && value !== null) {
    return [fault(at, 'ở đây phải là một giá trị, không phải danh sách', 'a single value belongs here')]
  }
  return isOverlong(value) ? [tooLong(at)] : []
}

/** The fields whose new value holds a text longer than any that is kept. Cheap, so it is asked before a text is looked at. */
export function overlongFields(changes: readonly { at: string; to?: Json | undefined }[]): Fault[] {
  return changes.filter(({ to }) => isOverlong(to)).map(({ at }) => tooLong(at))
}

function isOverlong(value: Json | undefined): boolean {
  if (typeof value === 'string') return value.length > LONGEST_TEXT
  return typeof value === 'object' && value !== null && Object.values(value).some(isOverlong)
}

function tooLong(at: string): Fault {
  return fault(
    at,
    'dài quá 20.000 ký tự; hãy để phần chi tiết vào tệp đính kèm',
    'longer than 20,000 characters; put the details into an attached file',
  )
}

function contestFaults(contests: Json | undefined): Fault[] {
  if (contests === undefined) return []
  if (!isObject(contests)) return [fault('contests', 'ở đây phải là một nhóm trường', 'an object belongs here')]
  return Object.entries(contests).flatMap(([at, note]) =>
    typeof note === 'string' && note.trim() !== '' && note.length <= LONGEST_NOTE
      ? []
      : [fault(`contests/${at}`, 'hãy nêu vì sao số liệu trong sổ chưa đúng', 'say why the register is wrong')],
  )
}
