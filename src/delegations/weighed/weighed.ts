import { Refused } from '../../kernel/errors.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { Content } from '../content/content.ts'
import { isObject, type Json, type JsonObject } from '../content/json.ts'

/** The ways in which a purpose may be served without a delegation (rows of the plan ask the same). */
export const ALTERNATIVES = ['virtual', 'mission'] as const
export type AlternativeName = (typeof ALTERNATIVES)[number]

/** What was weighed, as far as it is stated whole. */
export interface ReadWeighed {
  alternatives: Record<AlternativeName, { able: boolean; reason: string } | undefined>
  offPlan: string
}

/** Reads what stands under `weighed` of a content, whole or half typed. Pure. */
export function weighedOf({ weighed }: Content): ReadWeighed {
  const { virtual, mission, offPlan } = isObject(weighed) ? weighed : {}
  return {
    alternatives: { virtual: alternativeOf(virtual), mission: alternativeOf(mission) },
    offPlan: textOf(offPlan),
  }
}

/** What must still be weighed before the dossier is submitted; nothing where all is. Pure. */
export function unweighed(content: Content, planLine: string | null): Bilingual[] {
  const { alternatives, offPlan } = weighedOf(content)
  return [
    ...ALTERNATIVES.filter((one) => alternatives[one] === undefined).map((one) => ASKED[one]),
    ...(planLine === null && offPlan === '' ? [ASKED.offPlan] : []),
  ]
}

const ASKED: Record<AlternativeName | 'offPlan', Bilingual> = {
  virtual: {
    vi: 'họp trực tuyến có thay được chuyến đi không, vì sao',
    en: 'whether a video meeting could do it, and why',
  },
  mission: {
    vi: 'cơ quan đại diện có làm thay được không, vì sao',
    en: 'whether the mission abroad could do it, and why',
  },
  offPlan: {
    vi: 'vì sao đi ngoài kế hoạch năm (hoặc gắn hồ sơ với một dòng của kế hoạch)',
    en: 'why the trip is outside the yearly plan (or link a line of the plan)',
  },
}

/** Refuses to submit what was not weighed. */
export function refuseUnweighed({ content, planLine }: { content: Content; planLine: string | null }): void {
  const open = unweighed(content, planLine)
  if (open.length === 0) return
  const list = (language: 'vi' | 'en') => open.map((one) => one[language]).join('; ')
  throw new Refused({
    vi: `Chưa trình được, hồ sơ chưa nêu: ${list('vi')}. Hãy nêu rồi trình lại.`,
    en: `Not submitted yet, the dossier does not say: ${list('en')}. State it, then submit.`,
  })
}

/** What a line of the plan has weighed already, as the beginning of what its dossier says. Pure. */
export function weighedInPlan({
  virtual,
  mission,
}: Record<AlternativeName, { able: boolean; reason: string } | null>): JsonObject {
  const said = {
    ...(virtual === null ? {} : { virtual: { ...virtual } }),
    ...(mission === null ? {} : { mission: { ...mission } }),
  }
  return Object.keys(said).length === 0 ? {} : { weighed: said }
}

function alternativeOf(value: Json | undefined): { able: boolean; reason: string } | undefined {
  const { able, reason } = isObject(value) ? value : {}
  const why = textOf(reason)
  return typeof able !== 'boolean' || why === '' ? undefined : { able, reason: why }
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : ''
}
