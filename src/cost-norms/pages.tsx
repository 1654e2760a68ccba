import type { Page } from '../ui/page.ts'

/** The pages of cost norms and exchange rates. */
export const costNormPages: Page[] = [
  {
    path: '/dinh-muc',
    title: { vi: 'Định mức chi', en: 'Cost norms' },
    permission: 'norms.read',
    load: () => import('./pages/list-page.tsx'),
  },
  // Whoever reads norms comes by an estimate; whoever sets them, by the navigation.
  {
    path: '/tai-chinh/dinh-muc',
    title: { vi: 'Định mức chi', en: 'Cost norms' },
    navigation: { vi: 'Định mức chi', en: 'Cost norms' },
    permission: 'norms.write',
    load: () => import('./pages/list-page.tsx'),
  },
  {
    path: '/dinh-muc/$id',
    title: { vi: 'Bảng định mức', en: 'Table of norms' },
    permission: 'norms.read',
    load: () => import('./pages/table-page.tsx'),
  },
]
