import { type Json as FormJson, genericPath } from '../../../law/pages/whatif/path.ts'
import { useWords } from '../../../law/pages/whatif/use-words.ts'
import { fieldName, fullName, itemName, valueWords } from '../../../law/pages/whatif/words.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { contractOf } from '../../content/content.ts'
import { isObject, type Json } from '../../content/json.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import { pathOfKeys } from './paths.ts'

/** How fields and values of a change are called: by the dossier where the field still is, else by its kind. */
export function useChangeWords(dossier: Json) {
  const { language } = useLanguage()
  const { items } = useWords()
  const { log: m, dossier: page, planLine } = useDelegationWords()
  const isList = (path: string) => Object.hasOwn(items, genericPath(path))
  const path = (at: string) => pathOfKeys(dossier, at) ?? anyPath(at, isList)
  const name = (at: string): string => {
    const [first, contest] = at.split('/')
    if (first === 'contests') {
      return contest === undefined ? m.contest : `${m.contest}: ${name(contest.replaceAll('.', '/'))}`
    }
    if (first === 'costs') return page.parts.costs
    if (first === 'planLine') return planLine.line
    const found = pathOfKeys(dossier, at)
    if (found !== undefined) return fullName(dossier as FormJson, found, language)
    const any = anyPath(at, isList)
    return itemName(any, language)?.replace(/ \d+$/, '') ?? fieldName(any, language)
  }
  return {
    name,
    value: (at: string, value: Json | undefined): string => {
      if (value === undefined) return m.nothing
      if (isObject(value) && Object.keys(value).length === 0) return m.nothing
      if (at === 'costs' || at.startsWith('costs/')) return plainWords(value)
      return valueWords(path(at), contractOf({ value }).value, language) || m.nothing
    },
  }
}

/** What is typed of costs has no words of the contract: its values, one after the other. */
function plainWords(value: Json): string {
  if (Array.isArray(value)) return value.map(plainWords).join('; ')
  return isObject(value) ? Object.values(value).map(plainWords).join(', ') : String(value)
}

/** The path by numbers of a field that is gone: what follows the name of a list is the key of an item. */
function anyPath(at: string, isList: (path: string) => boolean): string {
  return at.split('/').reduce((path, step) => {
    if (path !== '' && isList(path)) return `${path}[0]`
    return path === '' ? step : `${path}.${step}`
  }, '')
}
