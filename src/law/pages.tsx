import type { Page } from '../ui/page.ts'

/** The pages of the law, in the order of the navigation. */
export const lawPages: Page[] = [
  {
    path: '/thu-doan',
    title: { vi: 'Thử một đoàn', en: 'Try a delegation' },
    navigation: { vi: 'Thử một đoàn', en: 'Try a delegation' },
    load: () => import('./pages/whatif/page.tsx'),
  },
]
