import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { Permission } from '../kernel/permissions.ts'
import type { Bilingual } from '../kernel/text.ts'
import { Broken } from './broken.tsx'
import { First } from './first.tsx'
import { NotFound } from './not-found.tsx'
import { PAGES } from './pages.ts'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const first = createRoute({ getParentRoute: () => root, path: '/', component: First })

const pages = PAGES.map((page) =>
  createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: lazyRouteComponent(page.load),
    staticData: { title: page.title, ...(page.permission ? { permission: page.permission } : {}) },
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
    title?: Bilingual
    permission?: Permission
  }
}
