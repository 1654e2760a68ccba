import { useMemo } from 'react'
import { isDay, yearOf } from '../../../kernel/day.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { listAt } from '../../../law/pages/whatif/calendar.ts'
import { checked } from '../../../law/pages/whatif/checked.ts'
import { draft, useAt } from '../../../law/pages/whatif/draft.ts'
import { type Json, readAt } from '../../../law/pages/whatif/path.ts'
import { useLaw } from '../../../law/pages/whatif/use-law.ts'
import { type TripQuota, tripQuotas } from '../../../law/trip-quotas.ts'
import { type Cell, useCell } from '../../../ui/cell.ts'
import { Chip } from '../../../ui/chip.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { TrialMessages } from './messages.vi.ts'
import css from './trial.module.css'
import { useTrialWords } from './use-trial-words.ts'

/** In one line, the trips of somebody of the register in that year by their states, which this one would be, and how many may be made. */
export function TripsBeside({ member, planned }: { member: Json; planned: Cell<ReadonlyMap<string, number>> }) {
  const { trips: m } = useTrialWords()
  const key = String(readAt(member, 'key'))
  const inPlans = useCell(planned, (map) => map.get(key) ?? 0)
  const quota = useQuota(key)
  const year = useYear()
  const listed = listAt(member, 'tripsThisYear')
  if (readAt(member, 'personId') === undefined || readAt(member, 'tripsThisYear') === undefined) return null
  const count = (status: string) => listed.filter((trip) => readAt(trip, 'status') === status).length
  const [done, approved, pending] = [count('completed'), count('approved'), count('pending')]
  const states = [
    done > 0 ? m.done(done) : '',
    approved > 0 ? m.approved(approved) : '',
    pending > 0 ? m.pending(pending) : '',
    inPlans > 0 ? m.planned(inPlans) : '',
  ].filter(Boolean)
  const { words, tone } = whichTrip(m, quota, done + approved + pending + 1)
  return (
    <p className={css.trips}>
      <span>{m.ofYear(year, states.join(', ') || m.none)}</span>
      <Chip tone={tone}>{words}</Chip>
    </p>
  )
}

/** Which trip of the year this one is, and whether it is one too many; while nothing can be judged yet, no limit is known. */
function whichTrip(m: TrialMessages['trips'], { known, quota }: Quota, counted: number): { words: string; tone: Tone } {
  if (!known) return { words: m.next(counted), tone: 'grey' }
  if (quota === undefined) return { words: m.free(counted), tone: 'grey' }
  const nth = quota.count ?? counted
  return nth > quota.max
    ? { words: m.beyond(nth, quota.max), tone: 'red' }
    : { words: m.within(nth, quota.max), tone: 'green' }
}

interface Quota {
  /** Whether the law could be asked. */
  known: boolean
  /** Absent: no norm binds them. */
  quota?: TripQuota | undefined
}

/** The quota of a member by the law of the day that is asked about. */
function useQuota(key: string): Quota {
  const { law } = useLaw()
  const today = useToday()
  const at = useCell(draft, ({ dossier }) => listAt(dossier, 'members').findIndex((one) => readAt(one, 'key') === key))
  const request = useCell(checked, (one) => one.request)
  const quotas = useMemo(
    () => (law && request ? tripQuotas(law, request.dossier, request.asOf ?? today) : undefined),
    [law, request, today],
  )
  return { known: quotas !== undefined, quota: quotas?.get(at) }
}

/** The year in which the trip departs, as far as that is typed. */
function useYear(): number {
  const today = useToday()
  const departure = useAt('trip.departure')
  return yearOf(typeof departure === 'string' && isDay(departure) ? departure : today)
}
