import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import type { Bilingual } from '../../../kernel/text.ts'
import { checked, NOTHING_CHECKED } from '../../../law/pages/whatif/checked.ts'
import { draft, notice, openDraft, writeAsOf } from '../../../law/pages/whatif/draft.ts'
import { type Cell, createCell } from '../../../ui/cell.ts'
import { call } from '../../../ui/fetch.ts'
import { ANSWER } from '../../../ui/list.tsx'
import { useSession } from '../../../ui/session.tsx'
import type { DelegationView } from '../../answers.ts'
import type { Content } from '../../content/content.ts'
import { sameJson } from '../../content/json.ts'
import { getDelegation, saveDelegation, seeDelegation } from '../../contract.ts'
import { refusedFields } from './refused-fields.ts'
import { type Registered, registeredFields } from './registered.ts'
import { type DossierSession, openSession, shownOf } from './session.ts'

const SEE = 15_000

interface OpenDossier {
  session: DossierSession
  /** What registers say, by the path of the field on the page. */
  stated: Cell<ReadonlyMap<string, Registered>>
  /** Why what was typed could not be saved, by the path of the field on the page. */
  refused: Cell<ReadonlyMap<string, Bilingual>>
  /** Whether the form already shows this dossier. */
  ready: boolean
  /** Who else has it open. */
  others: readonly string[]
  /** Saves, then asks the server for the dossier again. */
  refresh: () => Promise<void>
}

/** Opens a dossier in the form for as long as the page is there: saved as it is typed, brought up to date with others. */
export function useDossier(view: DelegationView): OpenDossier {
  const { account } = useSession()
  const queries = useQueryClient()
  const { id, mayWrite } = view
  const [session] = useState(() => sessionOf(view, account?.id ?? ''))
  const [stated] = useState(() => createCell<ReadonlyMap<string, Registered>>(new Map()))
  const [refused] = useState(() => createCell<ReadonlyMap<string, Bilingual>>(new Map()))
  const [ready, setReady] = useState(false)
  const [others, setOthers] = useState<readonly string[]>([])
  const ask = () => queries.invalidateQueries({ queryKey: [ANSWER, getDelegation.path, { id }] })

  useEffect(() => {
    const close = openForm(session, stated, refused)
    setReady(true)
    return () => {
      void session.flush()
      close()
      setReady(false)
    }
  }, [session, stated, refused])

  useEffect(() => session.absorb(view), [session, view])

  const decidedOn = judgedOn(view)
  useEffect(() => {
    if (ready) writeAsOf(decidedOn)
  }, [ready, decidedOn])

  useEffect(() => saveOnLeaving(session), [session])

  // What is compared on the server is asked for anew when something was saved.
  const compared = mayWrite && (view.difference !== null || view.change !== null)
  useEffect(() => {
    if (!compared) return
    let savedAt = session.state.get().savedAt
    return session.state.subscribe(() => {
      const now = session.state.get()
      if (now.saving !== 'saved' || now.savedAt === savedAt) return
      savedAt = now.savedAt
      void queries.invalidateQueries({ queryKey: [ANSWER, getDelegation.path, { id }] })
    })
  }, [session, queries, id, compared])

  useEffect(() => {
    const reload = () => void queries.invalidateQueries({ queryKey: [ANSWER, getDelegation.path, { id }] })
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      if (!mayWrite) return reload()
      const seen = await call(seeDelegation, { id }).catch(() => undefined)
      if (seen === undefined) return
      setOthers(seen.others)
      if (seen.version > session.state.get().desk.version) reload()
    }
    void look()
    const timer = setInterval(() => void look(), SEE)
    const turn = () => void look()
    document.addEventListener('visibilitychange', turn)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', turn)
      setOthers([])
    }
  }, [session, queries, id, mayWrite])

  const refresh = async () => {
    await session.flush()
    await ask()
  }
  return { session, stated, refused, ready, others, refresh }
}

/** The day of the decision, where it stands as it was taken: by its law the dossier is shown. Otherwise it is judged by today's. */
export function judgedOn({ state, document }: Pick<DelegationView, 'state' | 'document'>): Day | undefined {
  return DECIDED.has(state) ? document?.on : undefined
}

const DECIDED: ReadonlySet<DelegationView['state']> = new Set(['approved', 'refused', 'cancelled'])

function sessionOf(view: DelegationView, accountId: string): DossierSession {
  const { id } = view
  return openSession({
    view,
    place: `doan-ra.dossier.${accountId}.${id}`,
    save: (changes) => call(saveDelegation, { id, changes }),
  })
}

/** Shows the dossier of the session in the form, and tells the session what is typed there; gives the way to stop it. */
export function openForm(
  session: DossierSession,
  stated: OpenDossier['stated'],
  refused: OpenDossier['refused'],
): () => void {
  const close = openDraft({ dossier: shownOf(session.state.get()) })
  checked.set(NOTHING_CHECKED)
  let typing = false
  const show = (): boolean => {
    const shown = shownOf(session.state.get())
    const differs = !sameJson(shown, draft.get().dossier as Content)
    if (differs) draft.set({ ...draft.get(), dossier: shown })
    stated.set(registeredFields(shown, session.state.get().facts, stated.get()))
    refused.set(refusedFields(shown, session.state.get().desk.refused))
    return differs
  }
  /** The form and the session tell each other; what goes wrong with one change must not keep the next from being taken. */
  const alone = (work: () => void) => () => {
    if (typing) return
    typing = true
    try {
      work()
    } finally {
      typing = false
    }
  }
  show()
  const stopTyping = draft.subscribe(
    alone(() => {
      session.change(draft.get().dossier as Content)
      show()
    }),
  )
  const stopShowing = session.state.subscribe(
    // What could be undone was another page: others have written meanwhile.
    alone(() => {
      if (show()) notice.set(undefined)
    }),
  )
  return () => {
    stopTyping()
    stopShowing()
    close()
  }
}

/** Saves at once when the window is left, and tries again when somebody comes back to it. */
function saveOnLeaving(session: DossierSession): () => void {
  const leave = () => void session.flush()
  const back = () => {
    if (session.state.get().saving === 'failed') void session.flush()
  }
  window.addEventListener('blur', leave)
  window.addEventListener('pagehide', leave)
  window.addEventListener('focus', back)
  return () => {
    window.removeEventListener('blur', leave)
    window.removeEventListener('pagehide', leave)
    window.removeEventListener('focus', back)
  }
}
