import { type Day, formatDay } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { Line } from '../kinds.ts'
import { en } from '../messages.en.ts'
import { vi } from '../messages.vi.ts'

/** A thing in a mail; in a digest with what its day means that morning. */
export interface MailLine extends Line {
  when?: 'overdue' | 'soon'
}

/** What a mail says, in plain text. */
export interface Composed {
  subject: string
  text: string
}

const HEADS: Record<'overdue' | 'soon' | 'waits', Bilingual> = {
  overdue: { vi: 'QUÁ HẠN', en: 'OVERDUE' },
  soon: { vi: 'ĐẾN HẠN TRONG HAI NGÀY LÀM VIỆC', en: 'DUE WITHIN TWO WORKING DAYS' },
  waits: { vi: 'ĐANG CHỜ', en: 'WAITING' },
}

/** The mail of one notice: Vietnamese, then English, and the link. `publicUrl` is the address that people open. */
export function composeNotice(line: MailLine, publicUrl: string): Composed {
  return {
    subject: `[Đoàn Ra] ${line.code}: ${vi.what[line.what]}`,
    text: [sentence(line, 'vi'), sentence(line, 'en'), `${publicUrl}${line.path}`, '', ...foot(publicUrl), ''].join(
      '\n',
    ),
  }
}

/** The mail of a morning: what is overdue, what is due soon, what else waits. */
export function composeDigest(lines: readonly MailLine[], day: Day, publicUrl: string): Composed {
  const groups = (['overdue', 'soon', 'waits'] as const).flatMap((group) => {
    const own = lines.filter(({ when = 'waits' }) => when === group)
    if (own.length === 0) return []
    const entries = own.flatMap((line) => ['', sentence(line, 'vi'), sentence(line, 'en'), `${publicUrl}${line.path}`])
    return [`${HEADS[group].vi} – ${HEADS[group].en} (${own.length})`, ...entries, '']
  })
  return {
    subject: `[Đoàn Ra] ${lines.length} việc đang chờ, ${formatDay(day)} – ${lines.length} waiting`,
    text: [...groups, ...foot(publicUrl), ''].join('\n'),
  }
}

function sentence({ code, what, due }: MailLine, language: 'vi' | 'en'): string {
  const words = (language === 'vi' ? vi : en).what[what]
  if (due === null) return `${code} – ${words}.`
  return `${code} – ${words}. ${language === 'vi' ? 'Hạn' : 'Due'}: ${formatDay(due)}.`
}

function foot(publicUrl: string): string[] {
  return [
    'Thư tự động, xin đừng trả lời. Đổi cách nhận thư ở trang Thông báo:',
    'Sent automatically, please do not answer. Choose how you are told on the page of notices:',
    `${publicUrl}/thong-bao`,
  ]
}
