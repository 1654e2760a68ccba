import type { Config } from '../config.ts'
import { type Route, route, type Surroundings } from '../http/route.ts'
import type { Agenda } from './agenda.ts'
import { endAddress, makeAddress } from './calendar/address.ts'
import { readCalendarOf } from './calendar/read.ts'
import * as contract from './contract.ts'
import { retry } from './mail/retry.ts'
import { findUnsent } from './mail/store.ts'
import { oneself } from './oneself.ts'
import { choose } from './preferences/choose.ts'
import { findSettings } from './preferences/store.ts'
import { countUnreadNotices, listOwnNotices, markRead } from './store.ts'

/** What of the configuration the doors of notices need. */
export type NoticeConfig = Pick<Config, 'publicUrl'> & Partial<Pick<Config, 'mail'>>

/** The doors of notices, mail and calendars over HTTP. */
export function noticeRoutes(config: NoticeConfig, agendas: readonly Agenda[]): Route[] {
  const originOf = ({ client }: Surroundings) => config.publicUrl ?? client.origin
  const mailed = config.mail !== undefined
  return [
    route(contract.listNotices, ({ input, transaction, ...door }) =>
      transaction(async (open) => ({ ...input, ...(await listOwnNotices(open, oneself(door).id, input)) })),
    ),
    route(contract.countUnread, ({ transaction, ...door }) =>
      transaction(async (open) => ({ unread: await countUnreadNotices(open, oneself(door).id) })),
    ),
    route(contract.readNotices, ({ input, transaction, ...door }) =>
      transaction(async (open) => ({ read: await markRead(open, oneself(door).id, input.ids) })),
    ),
    route(contract.getNoticeSettings, ({ transaction, ...door }) =>
      transaction(async (open) => ({ ...(await findSettings(open, oneself(door).id)), mailed })),
    ),
    route(contract.chooseMail, (door) => door.transaction((open) => choose(open, door, door.input))),
    route(contract.makeCalendarAddress, (door) => door.transaction((open) => makeAddress(open, door, originOf(door)))),
    route(contract.endCalendarAddress, (door) => door.transaction((open) => endAddress(open, door))),
    route(contract.readCalendar, (door) =>
      door.transaction((open) =>
        readCalendarOf(open, {
          secret: door.input.secret,
          agendas,
          origin: originOf(door),
          today: door.today,
          stamp: new Date(),
        }),
      ),
    ),
    route(contract.getMailState, ({ transaction }) =>
      transaction(async (open) => ({ mailed, ...(await findUnsent(open)) })),
    ),
    route(contract.retryMail, ({ input, actor, transaction }) => transaction((open) => retry(open, actor, input.id))),
  ]
}
