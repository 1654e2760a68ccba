import type { ComponentType } from 'react'
import type { Permission } from '../kernel/permissions.ts'
import type { Bilingual } from '../kernel/text.ts'

/** One page of a slice. Its code is fetched when somebody goes there. */
export interface Page {
  /** The address, with `$name` for a part that varies: `/van-ban/$instrument`. */
  path: string
  /** The title in the browser's tab. A page that knows better sets its own with `useTitle`. */
  title: Bilingual
  /** The word in the navigation; a page without one is reached from others. */
  navigation?: Bilingual
  /** What a reader must be allowed to do; a page without it is open to everybody. */
  permission?: Permission
  load: () => Promise<{ default: ComponentType }>
}
