import type { Bilingual } from '../../kernel/text.ts'

/** What a simple dossier meets, in the order in which it is read. */
export const CONDITIONS = [
  'plan',
  'people',
  'days',
  'countries',
  'money',
  'cadres',
  'waivers',
  'findings',
  'heard',
  'doubts',
  'handed-back',
] as const
export type Condition = (typeof CONDITIONS)[number]

/** `waits`: it is open on the word of others, who may still give it. */
export const MET = ['met', 'unmet', 'waits'] as const
export type Met = (typeof MET)[number]

/** The conditions of the simple lane as they are called. */
export const CONDITION_NAMES: Record<Condition, Bilingual> = {
  plan: { vi: 'thuộc kế hoạch năm đã duyệt', en: 'rests on the approved plan of the year' },
  people: { vi: 'số người đi', en: 'people' },
  days: { vi: 'số ngày đi', en: 'days' },
  countries: { vi: 'số nước đến', en: 'countries' },
  money: { vi: 'dự toán', en: 'estimate' },
  cadres: { vi: 'mọi người đi đều do đơn vị quản lý', en: 'everybody is managed by the unit' },
  waivers: { vi: 'không có ngoại lệ', en: 'no exception' },
  findings: {
    vi: 'đúng mọi điều pháp luật nêu, kể cả ý kiến của Sở Ngoại vụ khi trình',
    en: 'the law is kept in all it says, with the word of the department of foreign affairs that passes it on',
  },
  heard: { vi: 'đã nghe đủ các nơi phải hỏi, không ai phản đối', en: 'whoever is asked has answered, nobody objects' },
  doubts: { vi: 'người thẩm định không hỏi lại điều gì', en: 'no examiner doubts anything' },
  'handed-back': { vi: 'không bị yêu cầu thẩm định lại', en: 'it was not handed back for examination' },
}
