import type { Page } from '../ui/page.ts'

/** The pages of the register of bodies. */
export const bodyPages: Page[] = [
  {
    path: '/co-quan',
    title: { vi: 'Cơ quan', en: 'Bodies' },
    navigation: { vi: 'Cơ quan', en: 'Bodies' },
    permission: 'bodies.read',
    load: () => import('./pages/list-page.tsx'),
  },
  {
    path: '/co-quan/$id',
    title: { vi: 'Cơ quan', en: 'Body' },
    permission: 'bodies.read',
    load: () => import('./pages/body-page.tsx'),
  },
]
