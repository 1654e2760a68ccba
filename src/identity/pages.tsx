import type { Page } from '../ui/page.ts'

export { SESSION_QUERY, SessionProvider } from './session-provider.tsx'

/** The pages of accounts, in the order of the navigation. */
export const identityPages: Page[] = [
  {
    path: '/uy-quyen',
    title: { vi: 'Ủy quyền', en: 'Substitutes' },
    navigation: { vi: 'Ủy quyền', en: 'Substitutes' },
    permission: 'substitutes.write',
    load: () => import('./pages/substitutes/page.tsx'),
  },
  {
    path: '/quan-tri/tai-khoan',
    title: { vi: 'Tài khoản', en: 'Accounts' },
    navigation: { vi: 'Tài khoản', en: 'Accounts' },
    permission: 'accounts.read',
    load: () => import('./pages/accounts/list-page.tsx'),
  },
  {
    path: '/quan-tri/tai-khoan/$account',
    title: { vi: 'Tài khoản', en: 'Account' },
    permission: 'accounts.read',
    load: () => import('./pages/accounts/detail-page.tsx'),
  },
  {
    path: '/tai-khoan',
    title: { vi: 'Tài khoản của tôi', en: 'My account' },
    permission: 'own.read',
    load: () => import('./pages/own/page.tsx'),
  },
  {
    path: '/dang-nhap',
    title: { vi: 'Đăng nhập', en: 'Sign in' },
    load: () => import('./pages/sign-in/page.tsx'),
  },
  {
    path: '/lien-ket',
    title: { vi: 'Đặt mật khẩu', en: 'Set the password' },
    load: () => import('./pages/link/page.tsx'),
  },
]
