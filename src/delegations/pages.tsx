import { lazy } from 'react'
import type { Page } from '../ui/page.ts'

/** How much of the year goes outside the plan, for the page of one's work. */
export const OffPlanShare = lazy(() => import('./pages/work/off-plan-share.tsx'))
/** The dossiers that wait for the reader, for the same page. */
export const WaitingDelegations = lazy(() => import('./pages/work/waiting.tsx'))

/** The pages of delegations abroad. */
export const delegationPages: Page[] = [
  {
    path: '/doan-ra',
    title: { vi: 'Đoàn ra', en: 'Delegations abroad' },
    navigation: { vi: 'Đoàn ra', en: 'Delegations' },
    permission: 'dossiers.read',
    load: () => import('./pages/list/page.tsx'),
  },
  {
    path: '/doan-ra/thu',
    title: { vi: 'Thử trước khi lập hồ sơ', en: 'Try before drafting' },
    permission: 'dossiers.write',
    load: () => import('./pages/trial/page.tsx'),
  },
  {
    path: '/doan-ra/$id',
    title: { vi: 'Hồ sơ đoàn ra', en: 'Dossier of a delegation' },
    permission: 'dossiers.read',
    load: () => import('./pages/dossier/page.tsx'),
  },
  {
    path: '/cam-ket',
    title: { vi: 'Cam kết trước chuyến đi', en: 'Declarations before a trip' },
    permission: 'own.read',
    load: () => import('./pages/declarations/page.tsx'),
  },
  {
    path: '/hoi-dong',
    title: { vi: 'Hội đồng thẩm định', en: 'Appraisal committees' },
    navigation: { vi: 'Hội đồng', en: 'Committees' },
    permission: 'dossiers.deliberate',
    load: () => import('./pages/committee/list-page.tsx'),
  },
  {
    path: '/hoi-dong/$id',
    title: { vi: 'Phiên họp hội đồng', en: 'Meeting of a committee' },
    permission: 'dossiers.read',
    load: () => import('./pages/committee/page.tsx'),
  },
  {
    path: '/ngoai-le',
    title: { vi: 'Sổ ngoại lệ', en: 'Register of exceptions' },
    navigation: { vi: 'Ngoại lệ', en: 'Exceptions' },
    permission: 'dossiers.read',
    load: () => import('./pages/exceptions/page.tsx'),
  },
  {
    path: '/thong-ke-tham-dinh',
    title: { vi: 'Thống kê hồ sơ', en: 'Statistics of dossiers' },
    permission: 'dossiers.read',
    load: () => import('./pages/statistics/page.tsx'),
  },
  {
    path: '/tham-quyen',
    title: { vi: 'Sổ thẩm quyền', en: 'Register of authority' },
    permission: 'dossiers.read',
    load: () => import('./pages/exceptions/authority-page.tsx'),
  },
]

/** Of those who keep the law: they need not be those who read dossiers. */
export const tryLawPages: Page[] = [
  {
    path: '/quan-tri/thu-van-ban',
    title: { vi: 'Thử văn bản mới', en: 'Try a new text' },
    navigation: { vi: 'Thử văn bản', en: 'Try a text' },
    permission: 'law.try',
    load: () => import('./pages/try-law/page.tsx'),
  },
]

/** Of those who keep the accounts: they read no dossiers, and come to the register of authority by the navigation. */
export const authorityPages: Page[] = [
  {
    path: '/quan-tri/tham-quyen',
    title: { vi: 'Sổ thẩm quyền', en: 'Register of authority' },
    navigation: { vi: 'Thẩm quyền', en: 'Authority' },
    permission: 'accounts.read',
    load: () => import('./pages/exceptions/authority-page.tsx'),
  },
]
