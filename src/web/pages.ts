import { lawPages } from '../law/pages.tsx'
import type { Page } from '../ui/page.ts'

/** Every page of the product, in the order of the navigation. */
export const PAGES: Page[] = [...lawPages]

/** Where somebody lands who names no page. */
export const FIRST_PAGE = '/thu-doan'
