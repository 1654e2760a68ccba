import type { Transaction } from '../../db/transaction.ts'
import { hashOf, visitorOfAccount } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { FileAnswer } from '../../kernel/endpoint.ts'
import { NotFound } from '../../kernel/errors.ts'
import { type Agenda, agendaOf } from '../agenda.ts'
import { vi } from '../messages.vi.ts'
import { icalendar } from './icalendar.ts'
import { findByHash, touchAddress } from './store.ts'

/** What reading a calendar needs besides the secret. */
export interface Reading {
  secret: string
  agendas: readonly Agenda[]
  /** The address by which people reach us. */
  origin: string
  today: Day
  /** When it is read. */
  stamp: Date
}

/**
 * The calendar of the account to which a secret belongs: the last days of what waits for it, and the days of what it works
 * on, by code alone. Read as the account itself would read it today. Throws `NotFound` for any other secret.
 */
export async function readCalendarOf(
  transaction: Transaction,
  { secret, agendas, origin, today, stamp }: Reading,
): Promise<FileAnswer> {
  const accountId = await findByHash(transaction, hashOf(secret))
  const who = accountId === undefined ? undefined : await visitorOfAccount(transaction, accountId, today)
  if (accountId === undefined || who === undefined) throw noCalendar()
  await touchAddress(transaction, accountId)
  const events = (await agendaOf(transaction, agendas, who, today)).flatMap(({ key, code, what, due, path }) =>
    due === null
      ? []
      : [{ uid: `${key}@doan-ra`, day: due, summary: `${code}: ${vi.what[what]}`, url: `${origin}${path}` }],
  )
  return {
    name: 'doan-ra.ics',
    type: 'text/calendar; charset=utf-8',
    bytes: new TextEncoder().encode(icalendar('Đoàn Ra', events, stamp)),
  }
}

function noCalendar(): NotFound {
  return new NotFound({
    vi: 'Không có lịch ở địa chỉ này: địa chỉ sai hoặc đã bị thu hồi. Hãy lập địa chỉ mới ở trang Thông báo.',
    en: 'There is no calendar at this address: it is wrong or was revoked. Make a new one on the page of notices.',
  })
}
