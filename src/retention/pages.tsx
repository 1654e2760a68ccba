import type { Page } from '../ui/page.ts'

/** The page where data past its retention is looked at, and deleted. */
export const retentionPages: Page[] = [
  {
    path: '/luu-tru',
    title: { vi: 'Lưu trữ', en: 'Retention' },
    navigation: { vi: 'Lưu trữ', en: 'Retention' },
    permission: 'retention.write',
    load: () => import('./pages/page.tsx'),
  },
]
