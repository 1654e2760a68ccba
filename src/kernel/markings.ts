import { type Fault, RefusedAt } from './errors.ts'

/**
 * Markings of secrecy: mật, tối mật, tuyệt mật (Law on protection of state secrets 2018, article 8). «tối mật» and «tuyệt mật» are
 * words of that law alone, and are found however they are written. «mật» is a word like any other – honey, density, somebody's
 * name –: it marks in capitals, after a heading that asks for it, or in brackets.
 */
const LETTER = '[\\p{L}\\p{N}]'
/** Stamps set letters apart, and PDFs give them so: M Ậ T. */
const set = (word: string) => [...word].join('[\\s._·-]{0,3}')
const whole = (pattern: string) => `(?<!${LETTER})(?:${pattern})(?!${LETTER})`

const STRONG = new RegExp(whole(`(?:(${set('TUYỆT')})|${set('TỐI')})[\\s_·–-]{0,4}${set('MẬT')}`), 'iu')
/** Without it there is nothing to look for. */
const SYLLABLE = new RegExp(set('MẬT'), 'iu')
const CAPITALS = new RegExp(whole(set('MẬT')), 'u')
/** Whatever the lines above and below say: «MẬT» over «ĐỘC LẬP – TỰ DO» is no density. */
const ALONE = new RegExp(`^(?:(?!${LETTER}).){0,40}${set('MẬT')}(?:(?!${LETTER}).){0,40}$`, 'mu')
/** Độ mật: Mật · Mức độ: mật · a cell «Độ mật» beside a cell «Mật» · (Mật). */
const HEADED = /(?<!\p{L})(?:độ\smật\s*[:=–-]?|(?:độ|mức|cấp|dấu)\s*[:=])[\s([«"“]{0,4}mật(?![\p{L}\p{N}])/iu
const BRACKETED = /[([]\s*Mật\s*[)\]]/u

/** The syllable within words that mark nothing: bảo mật, mật ong. What follows «TỐI» or «TUYỆT» is no such word. */
const BEFORE = ['bí', 'bảo', 'cơ', 'thân', 'cẩn', 'gan', 'túi', 'ống', 'sỏi', 'trăng', 'rỉ']
const AFTER = ['ong', 'độ', 'khẩu', 'thiết', 'mã', 'vụ', 'mía', 'gấu', 'tông', 'rỉ', 'ước']
/** Two marks in one line: MẬT, độ khẩn · MẬT, mã số · MẬT, vụ việc · MẬT, ước tính. */
const NOT_AFTER = '(?!\\s(?:độ\\s(?:khẩn|mật)|mã\\ssố|vụ\\s(?:việc|kiện)|ước\\s(?:tính|lượng|thực|chi)))'
const FAMILIES =
  'NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|ĐẶNG|BÙI|NGÔ|DƯƠNG|ĐINH|LƯƠNG|TRỊNH|TRƯƠNG|PHÙNG|QUÁCH|GIÀNG|NÔNG|TRIỆU|NGHIÊM'
const FAMILIES_LIKE_WORDS =
  'PHAN|VŨ|VÕ|ĐỖ|HỒ|LÝ|ĐÀO|ĐOÀN|LÂM|MAI|TÔ|TẠ|HÀ|CAO|CHU|LÒ|SÙNG|VÀNG|MA|THÀO|LẦU|VI|KIỀU|THẠCH|TỐNG|THÁI|VƯƠNG|LẠI|ĐỒNG|ĐÀM|HỨA'
const MIDDLE_NAMES =
  'VĂN|THỊ|ĐỨC|HỮU|NGỌC|XUÂN|MINH|QUANG|ĐÌNH|A|HỒNG|THANH|KIM|THU|BÁ|DUY|HOÀI|LAN|DIỆU|THÚY|BÍCH|PHƯƠNG|QUỐC|TUẤN|KHẮC|SỸ'
const capitals = (words: readonly string[]) => words.map((word) => set(word.toLocaleUpperCase('vi'))).join('|')
const HARMLESS = [
  new RegExp(whole(`(?:${capitals(BEFORE)})\\s?${set('MẬT')}`), 'gu'),
  new RegExp(`(?<!(?:TỐI|TUYỆT)\\s?)${whole(`${set('MẬT')}${upper(NOT_AFTER)}\\s?(?:${capitals(AFTER)})`)}`, 'gu'),
  new RegExp(whole(`(?:${BEFORE.join('|')})\\smật`), 'gu'),
  new RegExp(`(?<!(?:tối|tuyệt) ?)${whole(`[Mm]ật${NOT_AFTER}\\s(?:${AFTER.join('|')})`)}`, 'gu'),
  /** The evening, and what is eaten in it. */
  new RegExp(whole('(?:buổi|bữa|ăn|hôm|chiều|đêm|mỗi) tối'), 'giu'),
  /** The liver and the gall: a ward of a hospital. */
  new RegExp(whole(`(?:GAN|gan|Gan)\\s?[-–]\\s?(?:MẬT|mật|Mật)`), 'gu'),
  /** People whose given name it is, in a list in capitals; «HỒ SƠ MẬT», «CÔNG VĂN MẬT» and «LÝ DO MẬT» are none. */
  new RegExp(whole(`(?:${FAMILIES}|${FAMILIES_LIKE_WORDS}) (?:(?:${MIDDLE_NAMES}) ){1,3}MẬT`), 'gu'),
  new RegExp(whole(`(?:${FAMILIES}) MẬT`), 'gu'),
]

/** The list of what is secret, as the law names it. */
const LIST_OF_SECRETS =
  /danh\smục\sbí\smật\snhà\snước(?:\sthuộc)?\sđộ\s(?:(?:tuyệt|tối)\s)?mật(?:(?:\s?,|\svà)\s(?:(?:tuyệt|tối)\s)?mật){0,2}(?!\p{L})/giu
const DEGREE = '(?:độ\\s)?(?:(?:[Tt]uyệt|[Tt]ối)\\s)?[Mm]ật'
/** The degrees of the law one after the other: tuyệt mật, tối mật và mật. */
const DEGREES = new RegExp(
  `(?<!\\p{L}|[Bb]í\\s)${DEGREE}(?:(?:\\s?[,;/]\\s?(?:và\\s|hoặc\\s)?|\\s(?:và|hoặc)\\s)${DEGREE}){1,5}(?!\\p{L})`,
  'gu',
)
const FORBIDS = /(?<!\p{L})(?:không|cấm|luật|bí\smật\snhà\snước)(?!\p{L})/iu
const SENTENCE_ENDS = /[.!?]\s+(?=\p{Lu})/u

/** The name of a heading whose answer is something else. */
const HEADING = /(?<!\p{L})ĐỘ\sMẬT(?=\s*:)/gu

/** «Toi mat ho chieu» is a passport that was lost. */
const LOST = '(?! (?:ho chieu|passport|visa|giay to|hanh ly|dien thoai|vi tien|tien)(?!\\p{L}))'
const UNACCENTED = new RegExp(`(?<!\\p{L})(?:(tuy[eệ]t)|t[oố]i) *m[aậ]t(?!\\p{L})${LOST}`, 'iu')
const NAME_BEGINS = /^\s*Mật\s*[-–_.,]/u

/** Refused because a text bears a marking of secrecy; the text itself is kept nowhere. */
export class MarkingFound extends RefusedAt {
  readonly marking: string

  constructor(marking: string, faults: Fault[] = []) {
    const text = {
      vi: `Nội dung có dấu chỉ độ mật «${marking}». Hệ thống không tiếp nhận tài liệu mật: hãy bỏ phần đó và gửi theo đường văn thư mật (Luật Bảo vệ bí mật nhà nước 2018). Sự việc đã được ghi lại, không kèm nội dung.`,
      en: `The text bears the marking of secrecy “${marking}”. Classified matter never enters this system: take it out and send it by the classified mail. The incident is recorded without the content.`,
    }
    super(text, faults)
    this.marking = marking
  }
}

/** The marking of secrecy that a text bears, as the law writes it; undefined where it bears none. */
export function markingIn(text: string): string | undefined {
  for (const reading of readings(text)) {
    const marking = markingOf(reading)
    if (marking !== undefined) return marking
  }
  return undefined
}

/** The marking that the name of a file bears, also without accents and joined: `tai-lieu_toi-mat.docx`, `TuyetMat.pdf`. */
export function markingInName(name: string): string | undefined {
  const [plain = ''] = readings(name)
  const words = plain.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[-–_.+\s]+/g, ' ')
  const unaccented = UNACCENTED.exec(words)
  if (unaccented) return strong(unaccented)
  return markingIn(plain) ?? markingIn(words) ?? (NAME_BEGINS.test(plain) ? 'MẬT' : undefined)
}

/** Throws `MarkingFound` where any text within the values bears a marking; so do the names of fields, which anybody may send. */
export function refuseMarkings(values: readonly unknown[]): void {
  for (const value of values) {
    if (typeof value === 'string') refuse(markingIn(value))
    else if (Array.isArray(value)) refuseMarkings(value)
    else if (typeof value === 'object' && value !== null) refuseMarkings(Object.entries(value).flat())
  }
}

/** Throws `MarkingFound` with the path of each text of an input that bears a marking: `rows[3].fields.title`. */
export function refuseMarkedInput(input: unknown): void {
  const marked = markedTexts('', input)
  const [first] = marked
  if (first === undefined) return
  throw new MarkingFound(
    first.marking,
    marked.map(({ path, marking }) => ({
      path,
      message: {
        vi: `có dấu chỉ độ mật «${marking}»; hãy bỏ phần đó và gửi theo đường văn thư mật`,
        en: `bears the marking of secrecy “${marking}”; take that out and send it by the classified mail`,
      },
    })),
  )
}

function markedTexts(path: string, value: unknown): { path: string; marking: string }[] {
  if (typeof value === 'string') {
    const marking = markingIn(value)
    return marking === undefined ? [] : [{ path, marking }]
  }
  if (Array.isArray(value)) return value.flatMap((one, at) => markedTexts(`${path}[${at}]`, one))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => markedTexts(path === '' ? name : `${path}.${name}`, one))
}

/** Throws `MarkingFound` where the name of a file bears a marking. */
export function refuseMarkedName(name: string): void {
  refuse(markingInName(name))
}

function refuse(marking: string | undefined): void {
  if (marking !== undefined) throw new MarkingFound(marking)
}

/** What the eye does not see; it may stand within a word or between two. */
const UNSEEN = /(?:[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?!\s)\p{Cc}){1,999}/gu
/** Letters in parts, or of another width than ours: few texts have them, and to take them apart takes long. */
const IN_PARTS = /[\p{M}\u2100-\u{10ffff}]/u

/** No Latin letter comes of them, and one may become eighteen letters. */
const ARABIC_FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]/g

/** A text as it is read: with what is not seen left out, and with a space in its place. */
function readings(text: string): string[] {
  const without = text.replace(UNSEEN, '')
  return without === text ? [plainly(text)] : [plainly(without), plainly(text.replace(UNSEEN, ' '))]
}

/** Letters with their own marks and no others, of one width; one space or one line break between words. */
function plainly(text: string): string {
  const spaced = text
    .replace(/[\r\v\f\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]{2,}|[^\S\n ]/g, ' ')
    .replace(/\n\s+/g, '\n')
  if (!IN_PARTS.test(spaced)) return spaced
  return spaced
    .replace(ARABIC_FORMS, 'ا')
    .replace(/\s(?=\p{M})/gu, '')
    .normalize('NFKD')
    .replace(/(?!\u0300|\u0301|\u0302|\u0303|\u0306|\u0309|\u031b|\u0323)\p{M}/gu, '')
    .normalize('NFC')
}

function markingOf(text: string): string | undefined {
  if (!SYLLABLE.test(text)) return undefined
  const rest = HARMLESS.reduce((left, words) => left.replace(words, ' | '), withoutDegrees(text))
  const found = STRONG.exec(rest)
  if (found) return strong(found)
  const marks =
    ALONE.test(text) || HEADED.test(rest) || BRACKETED.test(rest) || CAPITALS.test(rest.replace(HEADING, ' '))
  return marks ? 'MẬT' : undefined
}

/**
 * A text without what only speaks of the degrees of secrecy: all three of them, or two in a sentence that forbids or names the law.
 * A marking is one of them.
 */
function withoutDegrees(text: string): string {
  return text.replace(LIST_OF_SECRETS, ' | ').replace(DEGREES, (found, at: number) => {
    const named = new Set(
      found.match(/(?:(?:tuyệt|tối)\s)?mật/giu)?.map((one) => one.toLocaleLowerCase('vi').replace(/\s/g, ' ')),
    )
    const before =
      text
        .slice(Math.max(0, at - 300), at)
        .split(SENTENCE_ENDS)
        .at(-1) ?? ''
    return named.size === 3 || (named.size === 2 && FORBIDS.test(before)) ? ' | ' : found
  })
}

function strong([, most]: RegExpExecArray): string {
  return most === undefined ? 'TỐI MẬT' : 'TUYỆT MẬT'
}

/** A pattern in capitals, its escapes left as they are. */
function upper(pattern: string): string {
  return pattern.replace(/\\s|\p{L}+/gu, (part) => (part === '\\s' ? part : part.toLocaleUpperCase('vi')))
}
