import { getLawFile } from '../../../law/contract.ts'
import { LAW_KINDS, type LawKind } from '../../../law/law.ts'
import { createCell, useCell } from '../../../ui/cell.ts'
import { useAnswer } from '../../../ui/list.tsx'
import { useAddress } from '../../../ui/use-address.ts'

/** Texts that were edited or opened, by their keys. They last while the program is open in this window, and nowhere else. */
const texts = createCell<Readonly<Record<string, string>>>({})

/** What keys of opened files begin with: `mo/NAME`; those of files in use with their kind. */
const OPENED = 'mo/'

/** The file that the page shows: which one the address says. */
export interface Draft {
  /** `instruments/ID`, `administered/ID`, `mo/NAME`; absent before one is chosen. */
  key: string | undefined
  /** The name of the file. */
  name: string
  /** As it stands in the editor; absent while it is on its way, or where it cannot be had. */
  text: string | undefined
  /** Where it comes from, and whether it was changed since. */
  standing: 'asInUse' | 'edited' | 'opened'
  failed: Error | undefined
  retry: () => void
  choose: (key: string) => void
  open: (name: string, text: string) => void
  edit: (text: string) => void
  /** Lets go of what was edited. */
  reset: () => void
}

/** The draft on the page, kept apart for each file, so that whoever looks at another or follows a link comes back to it. */
export function useDraft(): Draft {
  const { get, set } = useAddress()
  const key = get('tep')
  const kept = useCell(texts, (all) => (key === undefined ? undefined : all[key]))
  const source = sourceOf(key)
  const { data, failed, retry } = useAnswer(getLawFile, source ?? NONE, { enabled: source !== undefined })
  const inUse = source !== undefined && data?.id === source.id ? data.text : undefined
  const keep = (of: string, text: string | undefined) => {
    const { [of]: _, ...others } = texts.get()
    texts.set(text === undefined ? others : { ...others, [of]: text })
  }
  return {
    key,
    name: source === undefined ? openedName(key) : `${source.id}.yaml`,
    text: kept ?? inUse,
    standing: source === undefined ? 'opened' : kept === undefined || kept === inUse ? 'asInUse' : 'edited',
    failed: source === undefined ? undefined : failed,
    retry,
    choose: (wanted) => set({ tep: wanted }, { replace: false }),
    open: (name, text) => {
      keep(`${OPENED}${name}`, text)
      set({ tep: `${OPENED}${name}` }, { replace: false })
    },
    edit: (text) => key !== undefined && keep(key, text),
    reset: () => key !== undefined && keep(key, undefined),
  }
}

const NONE = { kind: 'instruments', id: '-' } as const

function sourceOf(key: string | undefined): { kind: LawKind; id: string } | undefined {
  const kind = LAW_KINDS.find((one) => key?.startsWith(`${one}/`))
  return kind === undefined || key === undefined ? undefined : { kind, id: key.slice(kind.length + 1) }
}

/** The name of a file that was opened; empty for a key of another kind. */
export function openedName(key: string | undefined): string {
  return key?.startsWith(OPENED) ? key.slice(OPENED.length) : ''
}
