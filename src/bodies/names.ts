import type { Bilingual } from '../kernel/text.ts'
import type { Body } from './contract.ts'

/** What a reader sees in place of the codes of the contract. */

export const LEVEL_NAMES: Record<Body['level'], Bilingual> = {
  central: { vi: 'Trung ương', en: 'Central' },
  province: { vi: 'Tỉnh, thành phố', en: 'Province or city' },
  department: { vi: 'Sở, ban, ngành', en: 'Department' },
  district: { vi: 'Quận, huyện', en: 'District' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  'public-unit': { vi: 'Đơn vị sự nghiệp', en: 'Public unit' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
}

export const BLOC_NAMES: Record<NonNullable<Body['bloc']>, Bilingual> = {
  party: { vi: 'Khối Đảng', en: 'Party' },
  state: { vi: 'Khối Nhà nước', en: 'State' },
  'front-and-mass': { vi: 'Mặt trận và đoàn thể', en: 'Front and mass organisations' },
}

export const LOCALITY_NAMES: Record<NonNullable<Body['locality']>, Bilingual> = {
  urban: { vi: 'Đô thị', en: 'Urban' },
  rural: { vi: 'Nông thôn', en: 'Rural' },
}
