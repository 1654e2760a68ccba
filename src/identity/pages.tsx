import type { Page } from '../ui/page.ts'

export { SESSION_QUERY, SessionProvider } from './session-provider.tsx'

/** The pages of accounts, in the order of the navigation. */
export const identityPages: Page[] = []
