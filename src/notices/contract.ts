import { z } from 'zod'
import { endpoint, FileAnswer } from '../kernel/endpoint.ts'
import { MAIL_CHOICES } from './kinds.ts'
import { vi } from './messages.vi.ts'

const Id = z.uuid()
const Key = z.enum(Object.keys(vi.what) as [keyof typeof vi.what, ...(keyof typeof vi.what)[]])

export const Notice = z.object({
  id: z.string(),
  /** Whether something is asked of the reader, or told for information. */
  kind: z.enum(['asks', 'tells']),
  code: z.string(),
  what: Key,
  due: z.string().nullable(),
  path: z.string(),
  at: z.string(),
  readAt: z.string().nullable(),
  settledAt: z.string().nullable(),
})
export type Notice = z.infer<typeof Notice>

export const listNotices = endpoint({
  method: 'GET',
  path: '/api/own/notices',
  permission: 'own.read',
  summary: { vi: 'Thông báo của tôi', en: 'My notices' },
  input: z.strictObject({
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ items: z.array(Notice), total: z.number(), page: z.number(), size: z.number() }),
})

export const countUnread = endpoint({
  method: 'GET',
  path: '/api/own/notices/unread',
  permission: 'own.read',
  summary: { vi: 'Số thông báo chưa đọc (đếm đến 100)', en: 'How many notices are unread, counted up to 100' },
  input: z.strictObject({}),
  output: z.object({ unread: z.number() }),
})

export const readNotices = endpoint({
  method: 'POST',
  path: '/api/own/notices/read',
  permission: 'own.write',
  summary: { vi: 'Đánh dấu đã đọc; không nêu mã thì tất cả', en: 'Mark notices as read; all of them without ids' },
  input: z.strictObject({ ids: z.array(Id).min(1).max(200).optional() }),
  output: z.object({ read: z.number() }),
})

/** How one is told, and when one's calendar address was made. */
export const NoticeSettings = z.object({
  mail: z.enum(MAIL_CHOICES),
  hasAddress: z.boolean(),
  /** Whether mail is sent from here at all. */
  mailed: z.boolean(),
  calendar: z.object({ madeAt: z.string(), readAt: z.string().nullable() }).nullable(),
})
export type NoticeSettings = z.infer<typeof NoticeSettings>

export const getNoticeSettings = endpoint({
  method: 'GET',
  path: '/api/own/notices/settings',
  permission: 'own.read',
  summary: { vi: 'Cách nhận thông báo', en: 'How I am told' },
  input: z.strictObject({}),
  output: NoticeSettings,
})

export const chooseMail = endpoint({
  method: 'POST',
  path: '/api/own/notices/settings',
  permission: 'own.write',
  summary: { vi: 'Chọn cách nhận thư điện tử', en: 'Choose how mail is sent to me' },
  input: z.strictObject({ mail: z.enum(MAIL_CHOICES) }),
  output: z.object({ mail: z.enum(MAIL_CHOICES) }),
})

/** The address is answered once; what is kept is its hash. One that was made before serves no more. */
export const makeCalendarAddress = endpoint({
  method: 'POST',
  path: '/api/own/calendar',
  permission: 'own.write',
  summary: { vi: 'Lập địa chỉ lịch của tôi', en: 'Make the address of my calendar' },
  input: z.strictObject({}),
  output: z.object({ address: z.string() }),
})

export const endCalendarAddress = endpoint({
  method: 'POST',
  path: '/api/own/calendar/end',
  permission: 'own.write',
  summary: { vi: 'Thu hồi địa chỉ lịch của tôi', en: 'Revoke the address of my calendar' },
  input: z.strictObject({}),
  output: z.object({ ended: z.boolean() }),
})

/** Asked by calendar programmes, which cannot sign in: the secret says whose calendar it is. */
export const readCalendar = endpoint({
  method: 'GET',
  path: '/api/calendar/:secret.ics',
  permission: 'session.open',
  summary: { vi: 'Lịch theo địa chỉ riêng (iCalendar)', en: 'The calendar at a secret address (iCalendar)' },
  input: z.strictObject({ secret: z.string().max(200) }),
  output: FileAnswer,
  answers: 'file',
  limit: 60,
  secretPath: true,
})

/** Mail that does not get through, for those who administer the accounts. */
export const getMailState = endpoint({
  method: 'GET',
  path: '/api/mail',
  permission: 'accounts.read',
  summary: { vi: 'Thư chưa gửi được', en: 'Mail that was not sent' },
  input: z.strictObject({}),
  output: z.object({
    mailed: z.boolean(),
    waiting: z.number(),
    gaveUp: z.array(
      z.object({
        id: z.string(),
        accountName: z.string(),
        writtenAt: z.string(),
        attempts: z.number(),
        failure: z.string(),
      }),
    ),
  }),
})

export const retryMail = endpoint({
  method: 'POST',
  path: '/api/mail/:id/retry',
  permission: 'accounts.write',
  summary: { vi: 'Gửi lại một thư đã thôi gửi', en: 'Send a mail again that was given up' },
  input: z.strictObject({ id: Id }),
  output: z.object({ id: z.string() }),
})
