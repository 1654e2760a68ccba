import type { Page } from '../ui/page.ts'

/** The page of the audit trail. */
export const auditPages: Page[] = [
  {
    path: '/nhat-ky',
    title: { vi: 'Nhật ký', en: 'Audit trail' },
    navigation: { vi: 'Nhật ký', en: 'Audit trail' },
    permission: 'audit.read',
    load: () => import('./pages/page.tsx'),
  },
]
