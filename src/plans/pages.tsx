import { lazy } from 'react'
import type { Page } from '../ui/page.ts'

/** What waits of the plans, for the page of one's work. */
export const PlanWork = lazy(() => import('./pages/work/plan-work.tsx'))

/** How the year of the plans stands, beside it. */
export const YearAside = lazy(() => import('./pages/work/year-aside.tsx'))

/** The pages of the plans, in the order of the navigation. */
export const planPages: Page[] = [
  {
    path: '/ke-hoach',
    title: { vi: 'Kế hoạch năm', en: 'Yearly plans' },
    navigation: { vi: 'Kế hoạch', en: 'Plans' },
    permission: 'plans.read',
    load: () => import('./pages/list-page.tsx'),
  },
  {
    path: '/ke-hoach/$id',
    title: { vi: 'Kế hoạch năm', en: 'Yearly plan' },
    permission: 'plans.read',
    load: () => import('./pages/editor/page.tsx'),
  },
  {
    path: '/ke-hoach/$id/in',
    title: { vi: 'Bản in kế hoạch năm', en: 'Print of the yearly plan' },
    permission: 'plans.read',
    load: () => import('./pages/editor/print-page.tsx'),
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
