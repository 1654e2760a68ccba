import type { Bilingual } from '../../kernel/text.ts'

/** What money is spent on in a trip abroad, in the order in which estimates list it. */
export const COST_ITEMS = [
  'airfare',
  'airport-transfer',
  'airport-fee',
  'local-transport',
  'accommodation',
  'meals',
  'visa',
  'insurance',
  'conference-fee',
  'baggage',
  'phone',
  'reception',
  'gifts',
  'other',
] as const
export type CostItem = (typeof COST_ITEMS)[number]

export const ITEM_NAMES: Record<CostItem, Bilingual> = {
  airfare: { vi: 'Vé máy bay', en: 'Airfare' },
  'airport-transfer': { vi: 'Đưa đón sân bay', en: 'Airport transfers' },
  'airport-fee': { vi: 'Lệ phí sân bay', en: 'Airport fees' },
  'local-transport': { vi: 'Đi lại tại nơi công tác', en: 'Transport in the country' },
  accommodation: { vi: 'Tiền ở', en: 'Accommodation' },
  meals: { vi: 'Tiền ăn và tiêu vặt', en: 'Meals and incidentals' },
  visa: { vi: 'Thị thực, hộ chiếu', en: 'Visas and passports' },
  insurance: { vi: 'Bảo hiểm', en: 'Insurance' },
  'conference-fee': { vi: 'Hội nghị phí', en: 'Conference fees' },
  baggage: { vi: 'Hành lý, tài liệu', en: 'Baggage and papers' },
  phone: { vi: 'Điện thoại, mạng', en: 'Telephone and internet' },
  reception: { vi: 'Chiêu đãi', en: 'Receptions' },
  gifts: { vi: 'Tặng phẩm', en: 'Gifts' },
  other: { vi: 'Khoản khác', en: 'Other' },
}

/** What a norm is paid for. */
export const COST_UNITS = ['day', 'night', 'arrival', 'person', 'trip'] as const
export type CostUnit = (typeof COST_UNITS)[number]

export const UNIT_NAMES: Record<CostUnit, Bilingual> = {
  day: { vi: 'người/ngày', en: 'person and day' },
  night: { vi: 'người/đêm', en: 'person and night' },
  arrival: { vi: 'người/lần đến một nước', en: 'person and arrival in a country' },
  person: { vi: 'người/chuyến', en: 'person and trip' },
  trip: { vi: 'cả đoàn/chuyến', en: 'delegation and trip' },
}

/** Units of which there is one for each country; the others are once for the whole trip. */
export const IN_COUNTRY: ReadonlySet<CostUnit> = new Set(['day', 'night', 'arrival'])
