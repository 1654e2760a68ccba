import type { Day } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'

/** What a member declares. */
export const DECLARATIONS = ['secrets', 'relatives', 'social-media', 'host-law'] as const
export type DeclarationKind = (typeof DECLARATIONS)[number]

/** The text of a declaration, from a day on until a later one takes its place. A text that was signed is never changed. */
export interface DeclarationText {
  kind: DeclarationKind
  version: string
  from: Day
  title: Bilingual
  text: Bilingual
}

/** The texts in our own words, after 38-CT/TW (points 1 and 3.5) and 4060-CV/BTCTU (point 5). */
export const DECLARATION_TEXTS: readonly DeclarationText[] = [
  {
    kind: 'secrets',
    version: '2026-01',
    from: '2014-01-01',
    title: { vi: 'Không mang tài liệu, vật mang bí mật nhà nước', en: 'No state secrets' },
    text: {
      vi: 'Tôi cam kết không mang theo ra nước ngoài tài liệu, thiết bị chứa bí mật nhà nước khi chưa được cấp có thẩm quyền cho phép; không trao đổi, tiết lộ nội dung thuộc bí mật nhà nước trong suốt chuyến đi; nếu để mất, lộ thì báo ngay trưởng đoàn và cơ quan đại diện.',
      en: 'I undertake to carry no papers or devices holding state secrets abroad without leave of the competent authority, to disclose none during the trip, and to report any loss at once to the head of the delegation and the mission.',
    },
  },
  {
    kind: 'relatives',
    version: '2026-01',
    from: '2014-01-01',
    title: { vi: 'Không đưa người thân đi cùng đoàn', en: 'No relatives in the delegation' },
    text: {
      vi: 'Tôi cam kết không đưa vợ, chồng, con hoặc người thân khác đi cùng đoàn; nếu có người trong đoàn là người thân của tôi thì đã báo cơ quan cử đoàn trước khi ký cam kết này.',
      en: 'I undertake to bring no spouse, child or other relative along; should anybody in the delegation be a relative of mine, I have told the sending body before signing this.',
    },
  },
  {
    kind: 'social-media',
    version: '2026-01',
    from: '2014-01-01',
    title: { vi: 'Không đưa hoạt động của đoàn lên mạng xã hội', en: 'Nothing of the trip on social media' },
    text: {
      vi: 'Tôi cam kết không đăng, chia sẻ hình ảnh, nội dung làm việc của đoàn lên mạng xã hội hoặc phương tiện công cộng khác khi chưa được trưởng đoàn và cơ quan cử đoàn đồng ý.',
      en: 'I undertake to post or share no pictures or matters of the delegation on social media or other public means unless the head of the delegation and the sending body agree.',
    },
  },
  {
    kind: 'host-law',
    version: '2026-01',
    from: '2014-01-01',
    title: { vi: 'Chấp hành pháp luật nước đến', en: 'The law of the host country' },
    text: {
      vi: 'Tôi đã được phổ biến và cam kết chấp hành pháp luật, tôn trọng phong tục nước đến; thực hiện đúng chương trình, thời gian đã được duyệt; không tự ý tách đoàn.',
      en: 'I was briefed on, and undertake to obey, the law of the host country and to respect its customs; to keep to the programme and the days that were approved; and not to leave the delegation on my own.',
    },
  },
]

/** The text of a declaration that is in force on a day. Pure. */
export function textOn(kind: DeclarationKind, day: Day, texts = DECLARATION_TEXTS): DeclarationText {
  const found = texts
    .filter((one) => one.kind === kind && one.from <= day)
    .toSorted((one, other) => (one.from < other.from ? 1 : -1))[0]
  if (found === undefined) throw new Error(`no text of the declaration ${kind} on ${day}`)
  return found
}
