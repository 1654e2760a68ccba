import { type Day, dayInVietnam, formatDay } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { Content } from '../content/content.ts'
import type { Fact } from '../content/facts.ts'
import { itemsAt } from '../edit/projection.ts'
import { DECLARATION_TEXTS, DECLARATIONS, type DeclarationKind, type DeclarationText, textOn } from './texts.ts'

/** A declaration as it was signed. */
export interface Declared {
  memberKey: string
  personId: string | null
  memberName: string
  kind: DeclarationKind
  textVersion: string
  /** The paper, where it was not signed here. */
  document: { number: string; on: Day } | null
  /** The file that is the scan of the paper. */
  scanId: string | null
  by: string
  at: string
}

/** What is known of a dossier's declarations: what was signed, and which people of the register sign for themselves. */
export interface Declarations {
  signed: readonly Declared[]
  /** People with an account. */
  signers: readonly string[]
}

/** One declaration of one member. */
export interface Standing {
  kind: DeclarationKind
  /** What counts; null where nothing does. */
  signed: Declared | null
  /** Something was signed for this place once, of another text or by another person. */
  outdated: boolean
}

/** A member with what was declared. */
export interface MemberStanding {
  key: string
  name: string
  personId: string | null
  /** Whether the member signs here; for the others their unit enters a paper. */
  signs: boolean
  declarations: Standing[]
}

/** What each member has declared, by the texts of a day. A changed text, and a changed member, ask anew. Pure. */
export function declarationsOf(
  content: Content,
  { signed, signers }: Declarations,
  day: Day,
  texts: readonly DeclarationText[] = DECLARATION_TEXTS,
): MemberStanding[] {
  return itemsAt(content, 'members').map(({ key, name, personId }) => {
    const who = { key: String(key), name: String(name ?? ''), personId: typeof personId === 'string' ? personId : null }
    const signs = who.personId !== null && signers.includes(who.personId)
    const declarations = DECLARATIONS.map((kind): Standing => {
      const here = signed.filter((one) => one.memberKey === who.key && one.kind === kind)
      const { version } = textOn(kind, day, texts)
      const counts = here.findLast((one) => one.textVersion === version && isOf(one, who) && (!signs || !one.document))
      return { kind, signed: counts ?? null, outdated: counts === undefined && here.length > 0 }
    })
    return { ...who, signs, declarations }
  })
}

function isOf(one: Declared, { personId, name }: { personId: string | null; name: string }): boolean {
  return personId === null ? one.personId === null && one.memberName === name : one.personId === personId
}

/** Which field of a member a declaration answers; of relatives and the host country's law the dossier has none for each. */
const FIELDS: Partial<Record<DeclarationKind, string>> = {
  secrets: 'declaresNoSecrets',
  'social-media': 'socialMediaUndertaking',
}

/**
 * What was signed, as facts for the law. Of whoever signs for themselves only that counts, whatever the unit has ticked; of the
 * others a paper that was entered, else what the unit states. Pure.
 */
export function declarationFacts(content: Content, known: Declarations, day: Day): Fact[] {
  return declarationsOf(content, known, day).flatMap(({ key, signs, declarations }) =>
    declarations.flatMap(({ kind, signed, outdated }): Fact[] => {
      const field = FIELDS[kind]
      if (field === undefined || (signed === null && !signs)) return []
      const at = `members/${key}/${field}`
      return [{ at, value: signed === null ? null : true, source: sourceOf(signed, outdated) }]
    }),
  )
}

function sourceOf(signed: Declared | null, outdated: boolean): Bilingual {
  if (signed === null) {
    return outdated
      ? { vi: 'Bản cam kết đã đổi, chờ người đi ký lại', en: 'The text has changed; awaits the member’s signature' }
      : { vi: 'Chờ người đi tự ký cam kết', en: 'Awaits the member’s own signature' }
  }
  const { document, textVersion, at } = signed
  if (document) {
    return {
      vi: `Cam kết giấy ${document.number}, ngày ${formatDay(document.on)}`,
      en: `Declaration on paper ${document.number}, ${document.on}`,
    }
  }
  const on = dayInVietnam(new Date(at))
  return { vi: `Đã ký ngày ${formatDay(on)}, bản ${textVersion}`, en: `Signed on ${on}, text ${textVersion}` }
}
