import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { ANSWER, useAnswer } from '../../../ui/list.tsx'
import { dayAt, linkedMembers } from '../../edit/projection.ts'
import { type MemberRemarks, memberRemarks } from '../../members/contract.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'
import type { DossierSession, SessionState } from './session.ts'

/** What registers remark of the members: asked for again once other people, or another day of return, are with the server. */
export function useMemberRemarks(id: string, session: DossierSession): MemberRemarks | undefined {
  const queries = useQueryClient()
  const { data } = useAnswer(memberRemarks, { id })
  useEffect(() => {
    let asked = askedAbout(session.state.get())
    return session.state.subscribe(() => {
      const state = session.state.get()
      const now = askedAbout(state)
      if (state.saving !== 'saved' || now === asked) return
      asked = now
      void queries.invalidateQueries({ queryKey: [ANSWER, memberRemarks.path, { id }] })
    })
  }, [session, queries, id])
  return data
}

function askedAbout({ desk: { mine } }: SessionState): string {
  return JSON.stringify([linkedMembers(mine), dayAt(mine, 'trip/return')])
}

/** What registers remark of one member; no finding of the law. */
export function RemarksBeside({ remarks }: { remarks: MemberRemarks[number]['remarks'] }) {
  const { members: m } = useDelegationWords()
  return (
    <ul className={css.remarks} aria-label={m.remarks}>
      {remarks.map(({ kind, day }) => (
        <li key={kind}>
          <Chip tone={kind === 'under-six-months' ? 'amber' : 'red'}>{m.passport}</Chip>{' '}
          {m.remark[kind](day === null ? '' : formatDay(day))}
        </li>
      ))}
    </ul>
  )
}
