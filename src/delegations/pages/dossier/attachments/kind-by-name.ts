import { fold } from '../../../../kernel/vietnamese.ts'
import type { AttachmentKind } from '../../../attachments/contract.ts'

const WORDS: readonly (readonly [AttachmentKind, RegExp])[] = [
  ['consent', /dong y|consent|chap thuan/],
  ['invitation', /thu moi|giay moi|invit/],
  ['programme', /chuong trinh|lich trinh|lich lam viec|program|agenda/],
  ['decision', /quyet dinh|\bqd\b|decision/],
  ['proposal', /de an|to trinh|ke hoach|\bttr\b|proposal/],
]

/** What a file probably is, by its name. */
export function kindByName(name: string): AttachmentKind {
  const folded = fold(name).replace(/[^a-z0-9]+/g, ' ')
  return WORDS.find(([, words]) => words.test(folded))?.[0] ?? 'other'
}
