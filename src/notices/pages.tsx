import { lazy } from 'react'
import type { Page } from '../ui/page.ts'

/** The bell in the shell, with how many notices are unread. */
export const Bell = lazy(() => import('./pages/bell.tsx'))

/** The page of notices. */
export const noticePages: Page[] = [
  {
    path: '/thong-bao',
    title: { vi: 'Thông báo', en: 'Notices' },
    permission: 'own.read',
    load: () => import('./pages/page.tsx'),
  },
]
