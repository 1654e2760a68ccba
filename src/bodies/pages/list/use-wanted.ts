import type { z } from 'zod'
import { SENDER_LEVELS } from '../../../law/dossier.ts'
import { useAddress } from '../../../ui/use-address.ts'
import type { bodyTree } from '../../contract.ts'
import type { Wanted } from './filter.ts'

/** One body of the tree of a day. */
export type TreeRow = z.output<typeof bodyTree.output>['items'][number]

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What is looked for, as the address says; what it cannot mean is left out. */
export function useWanted(): Wanted & { root: string | undefined } {
  const { get } = useAddress()
  const root = get('goc')
  const kind = get('loai')
  return {
    q: get('q'),
    root: root !== undefined && UUID.test(root) ? root : undefined,
    level: SENDER_LEVELS.find((level) => level === get('cap')),
    missions: kind === 'dai-dien' ? true : kind === 'trong-nuoc' ? false : undefined,
  }
}
