import type { ShellMessages } from './messages.vi.ts'

export const en: ShellMessages = {
  skip: 'Skip to the content',
  navigation: 'Pages',
  language: 'Language',
  api: 'API',
  notFound: 'There is no such page',
  notFoundWhy: (address) => `No page stands at ${address}. The address may be mistyped, or the page has moved.`,
  goFirst: 'Go to “Try a delegation”',
  broken: 'This page failed',
  brokenWhy:
    'The page met an unexpected error. What you typed is still in this browser. Reload the page; if it fails again, send the line below to the administrator.',
  reload: 'Reload the page',
  loading: 'Loading…',
}
