import type { Bilingual } from '../kernel/text.ts'
import type { Passport, PersonLine, Visa } from './contract.ts'
import type { SensitiveField } from './sensitivity.ts'
import type { TripState } from './trips/contract.ts'

/** What a reader sees in place of the codes of the contract. */

export const MANAGED_BY: Record<NonNullable<PersonLine['managedBy']>, Bilingual> = {
  politburo: { vi: 'Bộ Chính trị', en: 'Politburo' },
  secretariat: { vi: 'Ban Bí thư', en: 'Secretariat' },
  'standing-committee': { vi: 'Ban Thường vụ', en: 'Standing committee' },
  unit: { vi: 'Cơ quan, đơn vị', en: 'The unit' },
}

export const SEX_NAMES: Record<NonNullable<PersonLine['sex']>, Bilingual> = {
  female: { vi: 'Nữ', en: 'Female' },
  male: { vi: 'Nam', en: 'Male' },
}

export const PASSPORT_KINDS: Record<Passport['kind'], Bilingual> = {
  diplomatic: { vi: 'Ngoại giao', en: 'Diplomatic' },
  official: { vi: 'Công vụ', en: 'Official' },
  ordinary: { vi: 'Phổ thông', en: 'Ordinary' },
}

export const PASSPORT_STATES: Record<Passport['state'], Bilingual> = {
  kept: { vi: 'Đang quản lý', en: 'Kept' },
  'handed-over': { vi: 'Đã giao', en: 'Handed over' },
  lost: { vi: 'Báo mất', en: 'Lost' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
}

export const PASSPORT_WARNINGS: Record<NonNullable<Passport['warning']>, Bilingual> = {
  expired: { vi: 'Hết hạn', en: 'Expired' },
  'under-six-months': { vi: 'Còn dưới 6 tháng', en: 'Under 6 months left' },
}

export const VISA_ENTRIES: Record<Visa['entries'], Bilingual> = {
  single: { vi: 'một lần', en: 'one entry' },
  multiple: { vi: 'nhiều lần', en: 'many entries' },
}

export const TRIP_STATE_NAMES: Record<TripState, Bilingual> = {
  planned: { vi: 'Dự kiến', en: 'Planned' },
  approved: { vi: 'Đã duyệt', en: 'Approved' },
  done: { vi: 'Đã đi', en: 'Done' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
}

export const RELATIONS: Record<string, Bilingual> = {
  spouse: { vi: 'Vợ, chồng', en: 'Spouse' },
  parent: { vi: 'Cha, mẹ', en: 'Parent' },
  child: { vi: 'Con', en: 'Child' },
  sibling: { vi: 'Anh, chị, em', en: 'Sibling' },
  'in-law': { vi: 'Thông gia, dâu, rể', en: 'In-law' },
  other: { vi: 'Khác', en: 'Other' },
}

export const SENSITIVE_NAMES: Record<SensitiveField, Bilingual> = {
  birthDate: { vi: 'Ngày sinh', en: 'Day of birth' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  home: { vi: 'Nơi thường trú', en: 'Home' },
  passportNumber: { vi: 'Số hộ chiếu', en: 'Passport number' },
  kinship: { vi: 'Quan hệ thân nhân', en: 'Kinship' },
}
