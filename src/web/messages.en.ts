import type { ShellMessages } from './messages.vi.ts'

export const en: ShellMessages = {
  skip: 'Skip to the content',
  work: 'My work',
  workSub: 'What the procedure sets a day for comes first.',
  navigation: 'Pages',
  otherPages: 'More',
  language: 'Language',
  notFound: 'There is no such page',
  notFoundWhy: (address) => `No page stands at ${address}. The address may be mistyped, or the page has moved.`,
  broken: 'This page failed',
  brokenWhy:
    'The page met an unexpected error. What you typed is still in this browser. Reload the page; if it fails again, send the line below to the administrator.',
  reload: 'Reload the page',
  signIn: 'Sign in',
  account: 'My account',
  signInFirst: 'This page needs you to sign in',
  signInFirstWhy: 'After signing in you come back to this very page.',
  notYours: 'This page is not for your role',
  notYoursWhy:
    'The roles you hold do not open this page. If your work needs it, ask the administrator for the role, with the document that assigns it.',
  sessionOver: 'Your session has ended',
  sessionOverWhy: 'What is on the page stays as it is. Sign in again in a new tab, then come back and go on.',
  otherAccount: 'Another account has signed in in this browser',
  otherAccountWhy: (former, now) =>
    `This page is open for ${former}; in another tab ${now} has signed in. What is on the page stays as it is and is not recorded as ${now}. To go on as ${former}, sign in again in a new tab and come back. To use the account of ${now}, reload the page; what is typed in a dialog is lost then.`,
  reloadAs: (name) => `Reload the page as ${name}`,
  signInElsewhere: 'Sign in in a new tab',
  stayHere: 'Later',
  goFirst: 'Go to the first page',
  loading: 'Loading…',
}
