import type { Page } from '../ui/page.ts'

/** The pages of the plans, in the order of the navigation. */
export const planPages: Page[] = [
  {
    path: '/viec-cua-toi',
    title: { vi: 'Việc của tôi', en: 'My work' },
    navigation: { vi: 'Việc của tôi', en: 'My work' },
    permission: 'own.read',
    load: () => import('./pages/work/page.tsx'),
  },
  {
    path: '/tong-hop',
    title: { vi: 'Tổng hợp kế hoạch', en: 'Consolidation' },
    navigation: { vi: 'Tổng hợp', en: 'Consolidation' },
    permission: 'plans.read',
    load: () => import('./pages/board/page.tsx'),
  },
  {
    path: '/phe-duyet',
    title: { vi: 'Phê duyệt kế hoạch', en: 'Approval' },
    navigation: { vi: 'Phê duyệt', en: 'Approval' },
    permission: 'plans.approve',
    load: () => import('./pages/board/approve/page.tsx'),
  },
]
