import { compareDecimals } from '../../kernel/decimal.ts'
import { formatMoney } from '../../kernel/money.ts'
import type { Bilingual, Language } from '../../kernel/text.ts'
import { searchWords } from '../../kernel/vietnamese.ts'
import { countryName } from '../../law/codes/countries.ts'
import { type Basis, countryGroupOf } from '../../law/costs/basis.ts'
import { type CostItem, ITEM_NAMES } from '../../law/costs/items.ts'
import type { Content } from '../content/content.ts'
import { itemsAt } from '../edit/projection.ts'
import type { EstimateLine } from './estimate.ts'
import type { Payer, ReadCosts } from './read-costs.ts'
import { countryUnits } from './trip-units.ts'

/** Something about an estimate that somebody must look at; `settled` where a reason is stated for it. */
export interface Remark {
  code: 'no-rate' | 'above-norm' | 'beyond' | 'twice' | 'two-payers' | 'no-source' | 'no-group' | 'unreadable'
  /** Ids of the lines concerned. */
  lines: string[]
  settled: boolean
  message: Bilingual
}

/** How the free words of «chi cho» in the dossier's funding name an item, without diacritics. */
const COVERED_BY: Partial<Record<CostItem, RegExp>> = {
  airfare: /\b(ve may bay|ve khu hoi|hang khong|airfare|flights?)\b/,
  'airport-transfer': /\b(dua don( san bay)?|transfers?)\b/,
  'local-transport': /\b(di lai|phuong tien|xe|transport)\b/,
  accommodation: /\b(tien o|cho o|an o|luu tru|khach san|phong o|accommodation|hotel)\b/,
  meals: /\b(tien an|an o|an uong|bua an|sinh hoat phi|tieu vat|meals?)\b/,
  visa: /\b(thi thuc|visa)\b/,
  insurance: /\b(bao hiem|insurance)\b/,
  'conference-fee': /\b(hoi nghi phi|phi hoi nghi|phi tham du|conference fees?)\b/,
  reception: /\b(chieu dai|tiep khach|receptions?)\b/,
  gifts: /\b(tang pham|qua tang|gifts?)\b/,
}
/** Who pays out of public money. */
const PUBLIC: ReadonlySet<Payer> = new Set(['state-budget', 'unit-revenue'])

/** Everything that is to be looked at: what is missing, what is above its norm, what is paid twice. Pure. */
export function remarksOn(basis: Basis, content: Content, costs: ReadCosts, lines: readonly EstimateLine[]): Remark[] {
  const claimed = lines.filter(({ off }) => !off)
  return [
    ...claimed.flatMap((line) => [...missing(line), ...aboveNorm(line), ...beyond(line)]),
    ...costs.lines.filter(({ amount }) => amount === undefined).map(({ key }) => unreadable(key)),
    ...twice(claimed),
    ...twoPayers(content, claimed),
    ...groupless(basis, content),
  ]
}

function missing(line: EstimateLine): Remark[] {
  const { id, currency, vnd, kind, source, amount } = line
  const name = nameOf(line)
  return [
    ...(vnd === null
      ? [
          remark(
            'no-rate',
            [id],
            `${name.vi}: chưa có tỷ giá ${currency}. Đề nghị bộ phận tài chính ghi tỷ giá của ngày lập dự toán.`,
            `${name.en}: no rate of ${currency} is known. Ask the finance office to enter one.`,
          ),
        ]
      : []),
    ...(kind === 'typed' && source === '' && compareDecimals(amount, '0') > 0
      ? [
          remark(
            'no-source',
            [id],
            `${name.vi}: chưa nêu căn cứ của giá (báo giá, giấy mời…).`,
            `${name.en}: where the price comes from is not stated.`,
          ),
        ]
      : []),
  ]
}

function aboveNorm({ id, above, norm, unitAmount, currency, vnd, allowed, reason, ...line }: EstimateLine): Remark[] {
  if (!above) return []
  const name = nameOf(line)
  const [paid, limit] =
    norm === null
      ? [vnd ?? '0', allowed ?? '0'].map((amount) => formatMoney({ amount: Number(amount), currency: 'VND' }))
      : [unitAmount, norm.amount].map((amount) => formatMoney({ amount: Number(amount), currency }))
  return [
    remark(
      'above-norm',
      [id],
      `${name.vi}: ${paid} cao hơn định mức ${limit}. ${reason === '' ? 'Hãy nêu lý do hoặc đưa về định mức.' : `Lý do: ${reason}`}`,
      `${name.en}: ${paid} is above the norm of ${limit}. ${reason === '' ? 'Say why, or return to the norm.' : `Reason: ${reason}`}`,
      reason !== '',
    ),
  ]
}

function beyond({ id, units, ...line }: EstimateLine): Remark[] {
  if (units.beyond === 0) return []
  const name = nameOf(line)
  return [
    remark(
      'beyond',
      [id],
      `${name.vi}: ${units.beyond} đơn vị sau ngày 180 của chuyến đi không có định mức. Hãy nhập thành dòng riêng với căn cứ.`,
      `${name.en}: for ${units.beyond} units after day 180 there is no norm. Enter them as a line of their own.`,
    ),
  ]
}

/** The same item for the same place twice: a typed line beside a norm that is claimed, or two typed lines alike. */
function twice(lines: readonly EstimateLine[]): Remark[] {
  return lines.flatMap((line, at) => {
    if (line.kind !== 'typed' || line.item === 'other' || compareDecimals(line.amount, '0') === 0) return []
    const other = lines.find(
      (one, index) =>
        one.item === line.item &&
        compareDecimals(one.amount, '0') > 0 &&
        (one.country === line.country || one.country === null || line.country === null) &&
        (one.kind === 'norm' || (index < at && one.what === line.what)),
    )
    if (other === undefined) return []
    const name = nameOf(line)
    return [
      remark(
        'twice',
        [other.id, line.id],
        `${name.vi} được tính hai lần: ${other.kind === 'norm' ? 'theo định mức và ở dòng nhập thêm' : 'ở hai dòng nhập thêm như nhau'}. Hãy bỏ một dòng${line.reason === '' ? ', hoặc nêu lý do' : ` (lý do đã nêu: ${line.reason})`}.`,
        `${name.en} is reckoned twice: ${other.kind === 'norm' ? 'by the norm and in a typed line' : 'in two typed lines alike'}. Remove one${line.reason === '' ? ', or say why' : ` (reason stated: ${line.reason})`}.`,
        line.reason !== '',
      ),
    ]
  })
}

/** Public money pays for what the dossier says a host or sponsor pays for. */
function twoPayers(content: Content, lines: readonly EstimateLine[]): Remark[] {
  return itemsAt(content, 'funding').flatMap((fund) => {
    const doubled = lines.filter(
      ({ item, parts }) =>
        isPaidByOthers(fund, item) &&
        parts.some((part) => PUBLIC.has(part.source) && compareDecimals(part.amount, '0') > 0),
    )
    const { payer } = fund
    return doubled.map((line) => {
      const name = nameOf(line)
      const who = typeof payer === 'string' && payer.trim() !== '' ? payer.trim() : undefined
      return remark(
        'two-payers',
        [line.id],
        `${name.vi}: hồ sơ ghi ${who ?? 'bên khác'} chi, mà dự toán vẫn tính vào tiền công. Hãy đổi nguồn chi của dòng này, hoặc sửa mục nguồn kinh phí.`,
        `${name.en}: by the dossier ${who ?? 'somebody else'} pays, and the estimate takes public money for it. Change who pays the line, or the funding.`,
      )
    })
  })
}

/** Whether an entry of the funding says that a host or sponsor pays for an item. Pure. */
export function isPaidByOthers({ source, covers }: Content, item: CostItem): boolean {
  if (typeof source !== 'string' || PUBLIC.has(source as Payer) || !Array.isArray(covers)) return false
  return COVERED_BY[item]?.test(searchWords(covers.map(String).join(' ')).join(' ')) === true
}

/** Countries that no list puts into a group, where norms are by groups. */
function groupless(basis: Basis, content: Content): Remark[] {
  const grouped = basis.norms.some(({ lines }) => lines.some(({ countryGroup }) => countryGroup !== null))
  if (!grouped) return []
  return countryUnits(content)
    .filter(({ country }) => countryGroupOf(basis, country) === undefined)
    .map(({ country }) =>
      remark(
        'no-group',
        [],
        `${countryName(country, 'vi')} chưa thuộc nhóm nước nào trong danh mục, nên không có định mức theo nhóm. Đề nghị bộ phận tài chính bổ sung danh mục.`,
        `No list puts ${countryName(country, 'en')} into a group of countries, so no norm by groups applies. Ask the finance office to add it.`,
      ),
    )
}

function unreadable(key: string): Remark {
  return remark(
    'unreadable',
    [key],
    'Một dòng nhập thêm chưa có số tiền đọc được; dòng này đang tính là 0.',
    'A typed line has no amount that can be read; it counts as 0.',
  )
}

function remark(code: Remark['code'], lines: string[], vi: string, en: string, settled = false): Remark {
  return { code, lines, settled, message: { vi, en } }
}

function nameOf({ item, what, country, kind }: Pick<EstimateLine, 'item' | 'what' | 'country' | 'kind'>): Bilingual {
  const own = kind === 'typed' && what !== '' ? ` «${what}»` : ''
  const place = (language: Language) => (country === null ? '' : ` (${countryName(country, language)})`)
  return { vi: `${ITEM_NAMES[item].vi}${own}${place('vi')}`, en: `${ITEM_NAMES[item].en}${own}${place('en')}` }
}
