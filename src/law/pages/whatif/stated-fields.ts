import type { Language } from '../../../kernel/text.ts'
import { type Json, readAt, writeAt } from './path.ts'
import { SECTIONS, type SectionName, sectionOf } from './sections.ts'
import { fieldName, holderName, valueWords } from './words.ts'

interface Line {
  path: string
  label: string
  value: string
}

/** What a dossier states, section by section, in words: a list item is one line. Sections that state nothing are left out. */
export function statedFields(dossier: Json, language: Language): { name: SectionName; lines: Line[] }[] {
  const lines = linesOf(dossier, '', dossier, language)
  return SECTIONS.flatMap((name) => {
    const own = lines.filter(({ path }) => sectionOf(path) === name)
    return own.length === 0 ? [] : [{ name, lines: own }]
  })
}

function linesOf(json: Json, path: string, dossier: Json, language: Language): Line[] {
  if (json === undefined || json === '') return []
  if (Array.isArray(json) && json.some((item) => typeof item === 'object')) {
    return json.map((item, index) => {
      const at = `${path}[${index}]`
      const label = holderName(dossier, at, language)
      return { path: at, label, value: valueWords(at, withoutName(item, label), language) }
    })
  }
  if (typeof json === 'object' && json !== null && !Array.isArray(json) && !('currency' in json) && !('on' in json)) {
    return Object.entries(json).flatMap(([key, part]) =>
      linesOf(part, path === '' ? key : `${path}.${key}`, dossier, language),
    )
  }
  return [{ path, label: fieldName(path, language), value: valueWords(path, json, language) }]
}

/** An item without the name by which its line is called already. */
function withoutName(item: Json, label: string): Json {
  return readAt(item, 'name') === label ? writeAt(item, 'name', undefined) : item
}
