import type { Bilingual } from '../../../kernel/text.ts'
import type { Content } from '../../content/content.ts'
import { pathOfKeys } from './paths.ts'
import type { Refused } from './refused.ts'

/** Why what was typed could not be saved, by the path of the field on the page. Pure. */
export function refusedFields(shown: Content, refused: readonly Refused[]): ReadonlyMap<string, Bilingual> {
  return new Map(
    refused.flatMap(({ at, why }): [string, Bilingual][] => {
      const path = pathOfKeys(shown, at)
      return path === undefined ? [] : [[path, why]]
    }),
  )
}
