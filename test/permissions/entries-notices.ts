import type { Entries } from './entry.ts'

/** Notices, mail and calendars: everybody's own, and for administrators what was not sent. */
export const noticeEntries: Entries = {
  'GET /api/own/notices': { once: true },
  'GET /api/own/notices/unread': { once: true },
  'POST /api/own/notices/read': { once: true },
  'GET /api/own/notices/settings': { once: true },
  'POST /api/own/notices/settings': { once: true, input: () => ({ mail: 'at-once' }) },
  'POST /api/own/calendar': { once: true },
  'POST /api/own/calendar/end': { once: true },
  'GET /api/calendar/:secret.ics': { input: ({ holder }) => ({ secret: holder.calendarSecret }) },
  'GET /api/mail': { shows: ({ holder }) => holder.stuckMail },
  'POST /api/mail/:id/retry': { input: ({ holder }) => ({ id: holder.stuckMail }) },
}
