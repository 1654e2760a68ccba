import { auditPages } from '../audit/pages.tsx'
import { bodyPages } from '../bodies/pages.tsx'
import { costNormPages } from '../cost-norms/pages.tsx'
import { authorityPages, delegationPages, tryLawPages } from '../delegations/pages.tsx'
import { identityPages } from '../identity/pages.tsx'
import { lawPages } from '../law/pages.tsx'
import { noticePages } from '../notices/pages.tsx'
import { peoplePages } from '../people/pages.tsx'
import { planPages } from '../plans/pages.tsx'
import { retentionPages } from '../retention/pages.tsx'
import type { Page } from '../ui/page.ts'

/** Where somebody who is signed in lands. */
export const WORK_PAGE = '/viec-cua-toi'

const workPage: Page = {
  path: WORK_PAGE,
  title: { vi: 'Việc của tôi', en: 'My work' },
  navigation: { vi: 'Việc của tôi', en: 'My work' },
  permission: 'own.read',
  load: () => import('./work-page.tsx'),
}

/** Every page of the product, in the order of the navigation. */
export const PAGES: Page[] = [
  workPage,
  ...planPages,
  ...delegationPages,
  ...bodyPages,
  ...peoplePages,
  ...lawPages,
  ...tryLawPages,
  ...costNormPages,
  ...noticePages,
  ...identityPages,
  ...authorityPages,
  ...auditPages,
  ...retentionPages,
]

/** Where one looks after one's own account. */
export const ACCOUNT_PAGE = '/tai-khoan'
