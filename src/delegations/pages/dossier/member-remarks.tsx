import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import { countryName } from '../../../law/codes/countries.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { ANSWER, useAnswer } from '../../../ui/list.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { dayAt, linkedMembers, staysOf } from '../../edit/projection.ts'
import { type MemberRemarks, memberRemarks } from '../../members/contract.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'
import type { DossierSession, SessionState } from './session.ts'

/** What registers remark of the members: asked for again once other people, stays, or another day of return, are with the server. */
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
  return JSON.stringify([linkedMembers(mine), staysOf(mine), dayAt(mine, 'trip/return')])
}

/** What registers remark of one member; no finding of the law. */
export function RemarksBeside({ remarks }: { remarks: MemberRemarks[number]['remarks'] }) {
  const { members: m } = useDelegationWords()
  const { language } = useLanguage()
  const named = (countries: readonly string[]) => countries.map((code) => countryName(code, language)).join(', ')
  return (
    <ul className={css.remarks} aria-label={m.remarks}>
      {remarks.map(({ kind, day, countries }) => (
        <li key={`${kind} ${day}`}>
          <Chip tone={TONES[kind] ?? 'red'}>{kind.startsWith('visa-') ? m.visa : m.passport}</Chip>{' '}
          {m.remark[kind](day === null ? '' : formatDay(day), named(countries))}
        </li>
      ))}
    </ul>
  )
}

/** Without a colour of its own a remark tells what keeps somebody from the trip as it stands. */
const TONES: { [Kind in MemberRemarks[number]['remarks'][number]['kind']]?: Tone } = {
  'under-six-months': 'amber',
  'visa-not-recorded': 'grey',
}
