import type { Page } from '../ui/page.ts'

/** The pages of the register of people. */
export const peoplePages: Page[] = [
  {
    path: '/can-bo',
    title: { vi: 'Cán bộ', en: 'People' },
    navigation: { vi: 'Cán bộ', en: 'People' },
    permission: 'people.read',
    load: () => import('./pages/list-page.tsx'),
  },
  {
    path: '/can-bo/nhap',
    title: { vi: 'Nhập cán bộ từ Excel', en: 'Import people' },
    permission: 'people.write',
    load: () => import('./pages/import-page.tsx'),
  },
  {
    path: '/can-bo/$id',
    title: { vi: 'Cán bộ', en: 'Person' },
    permission: 'people.read',
    load: () => import('./pages/person-page.tsx'),
  },
  {
    path: '/ho-chieu',
    title: { vi: 'Hộ chiếu', en: 'Passports' },
    navigation: { vi: 'Hộ chiếu', en: 'Passports' },
    permission: 'people.read',
    load: () => import('./pages/passports-page.tsx'),
  },
]
