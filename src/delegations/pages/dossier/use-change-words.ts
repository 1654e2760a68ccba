import { type Json as FormJson, genericPath } from '../../../law/pages/whatif/path.ts'
import { useWords } from '../../../law/pages/whatif/use-words.ts'
import { fieldName, fullName, itemName, valueWords } from '../../../law/pages/whatif/words.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { contractOf } from '../../content/content.ts'
import { isObject, type Json } from '../../content/json.ts'
import type { DelegationMessages } from '../../messages.vi.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import { pathOfKeys } from './paths.ts'

/** How fields and values of a change are called: by the dossier where the field still is, else by its kind. */
export function useChangeWords(dossier: Json) {
  const { language } = useLanguage()
  const { items } = useWords()
  const { log: m, dossier: page, planLine, weighed, outline } = useDelegationWords()
  const isList = (path: string) => Object.hasOwn(items, genericPath(path))
  const path = (at: string) => pathOfKeys(dossier, at) ?? anyPath(at, isList)
  const name = (at: string): string => {
    const [first, contest] = at.split('/')
    if (first === 'contests') {
      return contest === undefined ? m.contest : `${m.contest}: ${name(contest.replaceAll('.', '/'))}`
    }
    if (first === 'costs') return page.parts.costs
    if (first === 'planLine') return planLine.line
    if (first === 'weighed') return weighedName(at.split('/')[1], weighed)
    if (first === 'outline') return outlineName(at.split('/')[1], outline)
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
      if (/^(costs|weighed|outline)(\/|$)/.test(at)) return plainWords(value, weighed)
      return valueWords(path(at), contractOf({ value }).value, language) || m.nothing
    },
  }
}

/** What is typed of costs, weighed, or of an outline, has no words of the contract: its values, one after the other. */
function plainWords(value: Json, words: WeighedWords): string {
  if (typeof value === 'boolean') return value ? words.able : words.unable
  if (Array.isArray(value)) return value.map((one) => plainWords(one, words)).join('; ')
  return isObject(value)
    ? Object.values(value)
        .map((one) => plainWords(one, words))
        .join(', ')
    : String(value)
}

type WeighedWords = DelegationMessages['weighed']

function weighedName(part: string | undefined, words: WeighedWords): string {
  return part === 'virtual' || part === 'mission' || part === 'offPlan' ? words[part] : words.title
}

function outlineName(part: string | undefined, words: DelegationMessages['outline']): string {
  return part === 'leftOpen' || part === 'questions' ? words.parts[part] : words.title
}

/** The path by numbers of a field that is gone: what follows the name of a list is the key of an item. */
function anyPath(at: string, isList: (path: string) => boolean): string {
  return at.split('/').reduce((path, step) => {
    if (path !== '' && isList(path)) return `${path}[0]`
    return path === '' ? step : `${path}.${step}`
  }, '')
}
