import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import { countryName } from '../../../law/codes/countries.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { ANSWER, useAnswer } from '../../../ui/list.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { dayAt, itemsAt, staysOf } from '../../edit/projection.ts'
import { type KinHints, kinHints, type MemberRemarks, memberRemarks } from '../../members/contract.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'
import type { DossierSession, SessionState } from './session.ts'

/**
 * What registers remark of the members, and at whose kinship they hint: asked for again once other people, stays, or another day
 * of return, are with the server.
 */
export function useMemberRemarks(
  id: string,
  session: DossierSession,
): {
  remarks: MemberRemarks
  hints: KinHints
} {
  const queries = useQueryClient()
  const { data: remarks = NONE } = useAnswer(memberRemarks, { id })
  const { data: hints = NONE } = useAnswer(kinHints, { id })
  useEffect(() => {
    let asked = askedAbout(session.state.get())
    return session.state.subscribe(() => {
      const state = session.state.get()
      const now = askedAbout(state)
      if (state.saving !== 'saved' || now === asked) return
      asked = now
      for (const { path } of [memberRemarks, kinHints]) {
        void queries.invalidateQueries({ queryKey: [ANSWER, path, { id }] })
      }
    })
  }, [session, queries, id])
  return { remarks, hints }
}

/** The same list each time: what rests on it is not drawn again. */
const NONE: never[] = []

function askedAbout({ desk: { mine } }: SessionState): string {
  return JSON.stringify([
    itemsAt(mine, 'members').map(({ key, personId, name, role }) => [key, personId, name, role]),
    staysOf(mine),
    dayAt(mine, 'trip/return'),
  ])
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
