import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { Broken } from './broken.tsx'
import { NotFound } from './not-found.tsx'
import { FIRST_PAGE, PAGES } from './pages.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const first = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: FIRST_PAGE, replace: true })
  },
})

const pages = PAGES.map((page) =>
  createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: lazyRouteComponent(page.load),
    staticData: { title: page.title },
  }),
)

/** Search parameters are plain text, so that an address can be read and typed: `?noi=3.4`. */
function stringifySearch(search: Record<string, unknown>): string {
  const stated = Object.entries(search).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))
  return stated.length === 0 ? '' : `?${new URLSearchParams(stated)}`
}

/** Every address of the browser's part, from the pages that the slices declare. */
export const router = createRouter({
  routeTree: root.addChildren([first, ...pages]),
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  scrollRestoration: true,
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch,
})

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    title?: { vi: string; en: string }
  }
}
