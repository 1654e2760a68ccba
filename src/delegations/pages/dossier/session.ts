import type { z } from 'zod'
import { type Cell, createCell } from '../../../ui/cell.ts'
import { CallFailed } from '../../../ui/fetch.ts'
import { KEEPS_NOTHING, type Keeper, keeperAt } from '../../../ui/keeper.ts'
import type { DelegationView, SaveAnswer } from '../../answers.ts'
import { type Change, changesBetween } from '../../content/changes.ts'
import { type Content, contentFaults, withKeys } from '../../content/content.ts'
import { type Fact, withFacts } from '../../content/facts.ts'
import { sameJson } from '../../content/json.ts'
import {
  answered,
  type Desk,
  hasChanges,
  isUnsaved,
  openDesk,
  seen,
  sending,
  settled,
  typed,
  unanswered,
} from './autosave.ts'
import { keptOf, readKept } from './keep.ts'
import { letGo, refusedAt } from './refused.ts'
import { accepted, contested, typedInto } from './registered.ts'

export interface SessionState {
  desk: Desk
  facts: readonly Fact[]
  /** Whether what is typed is taken: the dossier is with the unit, and the reader writes for it. */
  writes: boolean
  /** Whether everything is with the server, is on its way, or could not be sent. */
  saving: 'saved' | 'waiting' | 'saving' | 'failed'
  /** When the server last had everything. */
  savedAt: Date | undefined
  failure: CallFailed | undefined
  /** How often in a row the server has failed; it is asked ever more rarely. */
  failures: number
  /** What this browser still keeps while the dossier cannot be written. */
  left: readonly Change[]
}

export interface DossierSession {
  state: Cell<SessionState>
  /** The page was changed; gives what it then shows, which has keys on new items of lists. */
  change: (shown: Content) => Content
  /** Takes in what the server says of the dossier now. */
  absorb: (view: View) => void
  /** Says why a register's value is wrong. */
  contest: (fact: Fact, note: string) => void
  /** Takes a register's value again. */
  accept: (fact: Fact) => void
  settle: (at: string, choice: 'mine' | 'theirs') => void
  /** Lets go what the server has refused in a field. */
  letGo: (at: string) => void
  /** Sends what is unsaved at once. */
  flush: () => Promise<void>
  /** Lets go what is told of in `left`. */
  drop: () => void
}

type View = Pick<DelegationView, 'version' | 'content' | 'facts' | 'mayWrite' | 'changedAt'>
type Answer = z.infer<typeof SaveAnswer>

interface Beginning {
  view: View
  /** The name under which this browser keeps what is unsaved; absent: it keeps nothing. */
  place?: string
  /** Sends changes. Throws `CallFailed`. */
  save: (changes: Change[]) => Promise<Answer>
  /** Milliseconds after the last change. */
  pause?: number
}

const PAUSE = 800
const RETRY = 5000
const LONGEST_RETRY = 300_000
/** Somebody who never stops typing is saved after so many answers all the same; the rest follows after a pause. */
const MOST_ROUNDS = 5

/** What the page shows of a dossier: what is typed, with what the registers say laid over it. */
export function shownOf({ desk, facts }: Pick<SessionState, 'desk' | 'facts'>): Content {
  return withFacts(desk.mine, facts)
}

/** Holds one dossier while its page is open: takes in what is typed and what others write, and saves after a pause. */
export function openSession({ view, place, save, pause = PAUSE }: Beginning): DossierSession {
  const keeper = place === undefined ? KEEPS_NOTHING : keeperAt(place)
  const state = createCell<SessionState>(stateOf(view, keeper))
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  /** Not sent again before: a server that fails is not asked with each key that is struck. */
  let notBefore = 0

  const put = (change: Partial<SessionState>) => {
    state.set({ ...state.get(), ...change })
    if (state.get().writes) keeper.keep(keptOf(state.get().desk))
  }
  const later = (wait = pause) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), Math.max(wait, notBefore - Date.now()))
  }
  const touched = (desk: Desk) => {
    put(notBefore > Date.now() ? { desk } : { desk, saving: 'waiting' })
    later()
  }
  const write = (mine: Content) => touched(typed(state.get().desk, mine))

  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (running) {
      await running
      return flush()
    }
    running = send().finally(() => {
      running = undefined
    })
    await running
  }

  async function send(): Promise<void> {
    try {
      for (let round = 0; round < MOST_ROUNDS && state.get().writes && hasChanges(state.get().desk); round += 1) {
        const { desk, changes } = sending(state.get().desk)
        const good = withoutUnkeepable(desk, changes)
        if (good) {
          put({ desk: good })
          continue
        }
        put({ desk, saving: 'saving' })
        const answer = await save(changes).catch((error: unknown) => hold(error, changes))
        if (answer === undefined) continue
        const { facts, ...served } = answer
        put({ desk: answered(state.get().desk, { ...served, content: served.content as Content }), facts })
      }
      notBefore = 0
      const { savedAt, saving, desk } = state.get()
      if (hasChanges(desk)) later()
      const done = hasChanges(desk) ? 'waiting' : 'saved'
      put({ saving: done, failure: undefined, failures: 0, savedAt: saving === 'saved' ? savedAt : new Date() })
      goOn()
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error
      const unsure = error.status === undefined || error.status >= 500
      // Where no line is, nobody is troubled by a further try.
      const failures = (error.status ?? 0) >= 500 ? state.get().failures + 1 : 0
      const wait = Math.min(RETRY * 2 ** Math.max(0, failures - 1), LONGEST_RETRY)
      put({ desk: unanswered(state.get().desk, unsure), saving: 'failed', failure: error, failures })
      notBefore = failures > 0 ? Date.now() + wait : 0
      if (unsure) later(wait)
    }
  }

  /** Once nothing is unsaved here, takes up what a further tab has left. */
  function goOn(): void {
    const { desk, writes } = state.get()
    const found = isUnsaved(desk) || !writes ? undefined : readKept(keeper.kept())
    if (found) touched(openDesk({ version: desk.version, content: desk.base }, found))
  }

  /** Holds the fields that a refusal names, so that the rest can be saved. Throws what names none. */
  function hold(error: unknown, changes: readonly Change[]): undefined {
    const isRefusal = error instanceof CallFailed && (error.status === 400 || error.status === 422)
    const desk = isRefusal ? refusedAt(state.get().desk, changes, error.faults) : undefined
    if (desk === undefined) throw error
    put({ desk })
  }

  return {
    state,
    change: (changed) => {
      const { desk, facts, writes } = state.get()
      const shown = withKeys(changed, newKey) as Content
      if (!writes) return shownOf(state.get())
      const mine = typedInto(desk.mine, facts, shown)
      if (!sameJson(mine, desk.mine)) write(mine)
      return shown
    },
    absorb: (now) => {
      const { writes, desk } = state.get()
      if (now.mayWrite !== writes || !now.mayWrite) state.set({ ...stateOf(now, keeper), failure: state.get().failure })
      else put({ desk: seen(desk, { version: now.version, content: now.content as Content }), facts: now.facts })
      if (now.mayWrite && hasChanges(state.get().desk) && state.get().saving !== 'saving') {
        put({ saving: 'waiting' })
        later(0)
      }
      goOn()
    },
    contest: (fact, note) => write(contested(state.get().desk.mine, fact, note)),
    accept: (fact) => write(accepted(state.get().desk.mine, fact)),
    settle: (at, choice) => touched(settled(state.get().desk, at, choice)),
    letGo: (at) => touched(letGo(state.get().desk, at)),
    flush,
    drop: () => {
      keeper.keep(undefined)
      state.set({ ...state.get(), left: leftBy(keeper) })
    },
  }
}

/** The state as the server gives it, with what this browser kept; where nothing can be written, that only is told. */
function stateOf({ version, content, facts, mayWrite, changedAt }: View, keeper: Keeper): SessionState {
  const served = { version, content: content as Content }
  const desk = openDesk(served, mayWrite ? readKept(keeper.kept()) : undefined)
  return {
    desk,
    facts,
    writes: mayWrite,
    saving: isUnsaved(desk) ? 'waiting' : 'saved',
    savedAt: new Date(changedAt),
    failure: undefined,
    failures: 0,
    left: mayWrite ? [] : leftBy(keeper),
  }
}

/**
 * The desk with those fields held apart of which it is known here already that no dossier may hold what is typed: sent along, a text
 * longer than a request may be would keep all the others from being saved. `undefined` where none is.
 */
function withoutUnkeepable(desk: Desk, changes: readonly Change[]): Desk | undefined {
  return desk.sent === undefined ? undefined : refusedAt(desk, changes, contentFaults(desk.sent))
}

/** What this browser keeps of a dossier that cannot be written now; where several tabs have left something, that of one. */
function leftBy(keeper: Keeper): Change[] {
  const found = readKept(keeper.kept())
  if (found === undefined) return []
  return [...changesBetween(found.base, found.mine), ...found.clashes.map(({ now: _, ...change }) => change)]
}

function newKey(): string {
  return crypto.randomUUID().slice(0, 8)
}
