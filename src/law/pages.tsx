import type { Page } from '../ui/page.ts'

/** The pages of the law, in the order of the navigation. */
export const lawPages: Page[] = [
  {
    path: '/thu-doan',
    title: { vi: 'Thử một đoàn', en: 'Try a delegation' },
    navigation: { vi: 'Thử một đoàn', en: 'Try a delegation' },
    load: () => import('./pages/whatif/page.tsx'),
  },
  {
    path: '/van-ban',
    title: { vi: 'Văn bản', en: 'The law' },
    navigation: { vi: 'Văn bản', en: 'The law' },
    load: () => import('./pages/texts/list-page.tsx'),
  },
  {
    path: '/van-ban/gioi-han',
    title: { vi: 'Giới hạn theo ngày', en: 'Limits on a day' },
    load: () => import('./pages/texts/limits-page.tsx'),
  },
  {
    path: '/van-ban/gia-tri',
    title: { vi: 'Giá trị ấn định', en: 'Administered values' },
    load: () => import('./pages/texts/values-page.tsx'),
  },
  {
    path: '/van-ban/$id',
    title: { vi: 'Văn bản', en: 'The law' },
    load: () => import('./pages/texts/instrument-page.tsx'),
  },
]
