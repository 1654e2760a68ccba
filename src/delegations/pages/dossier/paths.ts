import { parentPath, stepsOf } from '../../../law/pages/whatif/path.ts'
import { isObject, type Json } from '../../content/json.ts'

/** A field has two paths: by keys, as it is kept and told (`members/k3/task`), and by numbers, as the form has it (`members[2].task`). */

/** The path by numbers; `undefined` where an item of that key is not there. */
export function pathOfKeys(dossier: Json, at: string): string | undefined {
  let value: Json | undefined = dossier
  let path = ''
  for (const step of at.split('/')) {
    if (Array.isArray(value)) {
      const index = value.findIndex((item) => isObject(item) && item.key === step)
      if (index < 0) return undefined
      path += `[${index}]`
      value = value[index]
    } else {
      path += path === '' ? step : `.${step}`
      value = isObject(value) ? value[step] : undefined
    }
  }
  return path
}

/** The path by keys; up to the list, where an item has no key. */
export function keysOfPath(dossier: Json, path: string): string {
  let value: Json | undefined = dossier
  const keys: string[] = []
  for (const step of stepsOf(path)) {
    if (typeof step === 'number') {
      value = Array.isArray(value) ? value[step] : undefined
      const key = isObject(value) ? value.key : undefined
      if (typeof key !== 'string') break
      keys.push(key)
    } else {
      keys.push(step)
      value = isObject(value) ? value[step] : undefined
    }
  }
  return keys.join('/')
}

/** The path by numbers of the field, or of the nearest that holds it and is there. */
export function nearestPath(dossier: Json, at: string): string {
  for (let one = at; one !== ''; one = one.includes('/') ? one.slice(0, one.lastIndexOf('/')) : '') {
    const path = pathOfKeys(dossier, one)
    if (path !== undefined) return path
  }
  return parentPath(at)
}
