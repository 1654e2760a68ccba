import { Refused } from '../kernel/errors.ts'
import type { Json } from './content/json.ts'

/**
 * Markings of secrecy (mật, tối mật, tuyệt mật: Law on protection of state secrets 2018, article 8) as documents bear them:
 * in capitals, standing alone. «bảo mật», «bí mật» and names in lower case are no markings.
 */
const MARKING = /(?<![\p{L}\p{N}])(?:TUYỆT MẬT|TỐI MẬT|MẬT)(?![\p{L}\p{N}])/u
/** Capital words that hold the syllable and mark nothing: BÍ MẬT, BẢO MẬT, CƠ MẬT, MẬT ONG, MẬT ĐỘ, MẬT KHẨU. */
const HARMLESS = /(?:BÍ|BẢO|CƠ|THÂN|CẨN) MẬT|MẬT (?:ONG|ĐỘ|KHẨU|THIẾT|MÃ|VỤ)/gu

/** Refused because a text bears a marking of secrecy; the text itself is kept nowhere. */
export class MarkingFound extends Refused {
  readonly marking: string

  constructor(marking: string) {
    super({
      vi: `Nội dung có dấu chỉ độ mật «${marking}». Hệ thống không tiếp nhận tài liệu mật: hãy bỏ phần đó khỏi hồ sơ và gửi theo đường văn thư mật (Luật Bảo vệ bí mật nhà nước 2018). Sự việc đã được ghi lại, không kèm nội dung.`,
      en: `The text bears the marking of secrecy “${marking}”. Classified matter never enters this system: take it out and send it by the classified mail. The incident is recorded without the content.`,
    })
    this.marking = marking
  }
}

/** The marking of secrecy that a text bears; undefined where it bears none. */
export function markingIn(text: string): string | undefined {
  return MARKING.exec(text.normalize('NFC').replace(/\s+/g, ' ').replace(HARMLESS, ' '))?.[0]
}

/** Throws `MarkingFound` where any text within the values bears a marking. */
export function refuseMarkings(values: readonly Json[]): void {
  for (const value of values) {
    if (typeof value === 'string') {
      const marking = markingIn(value)
      if (marking !== undefined) throw new MarkingFound(marking)
    } else if (typeof value === 'object' && value !== null) refuseMarkings(Object.values(value))
  }
}
