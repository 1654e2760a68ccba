import type { Transaction } from '../../db/transaction.ts'
import type { Visitor } from '../../http/who.ts'
import type { Day } from '../../kernel/day.ts'
import type { Law } from '../../law/index.ts'
import type { Agenda, AgendaItem, NoticeKey } from '../../notices/index.ts'
import { delegationWork } from '../lists/work.ts'
import { codeOf } from '../store.ts'
import { tripsWorkedOn } from './store.ts'

/** What each kind of work is called; a kind that is not here is work all the same. */
const WHAT: Partial<Record<string, NoticeKey>> = {
  draft: 'dossier.draft',
  sign: 'dossier.sign',
  receive: 'dossier.receive',
  examine: 'dossier.examine',
  decide: 'dossier.decide',
  'await-decision': 'dossier.await-decision',
  change: 'dossier.change',
  'sign-change': 'dossier.sign-change',
  control: 'dossier.control',
  advise: 'dossier.advise',
}

/** The dossiers that wait for somebody with the last days of their stages, and the days of the trips they worked on. */
export function delegationAgenda(law: Law): Agenda {
  return {
    permission: 'dossiers.read',
    async items(transaction, who, today) {
      const waiting = await delegationWork(transaction, law, who, today)
      const work = waiting.map(
        ({ id, code, kind, due }): AgendaItem => ({
          key: `${id}-${kind}`,
          code,
          what: WHAT[kind] ?? 'dossier.work',
          due,
          path: `/doan-ra/${id}`,
          waits: true,
        }),
      )
      return [...work, ...(await travelDays(transaction, who, today))]
    },
  }
}

async function travelDays(transaction: Transaction, who: Visitor, today: Day): Promise<AgendaItem[]> {
  if (who.account === undefined) return []
  const trips = await tripsWorkedOn(transaction, who.account.id, today)
  return trips.flatMap((trip) => {
    const day = (what: NoticeKey, due: Day | null): AgendaItem => ({
      key: `${trip.id}-${what.replace('dossier.', '')}`,
      code: codeOf(trip),
      what,
      due,
      path: `/doan-ra/${trip.id}`,
      waits: false,
    })
    return [day('dossier.departs', trip.departsOn), day('dossier.returns', trip.returnsOn)]
  })
}
