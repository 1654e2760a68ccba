import { type RetentionClass, record } from '../audit/index.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import type { Day } from '../kernel/day.ts'
import { Conflict, Invalid } from '../kernel/errors.ts'
import type { Law } from '../law/index.ts'
import { termOf } from './due.ts'

interface Wanted {
  class: string
  before: string
  due: number
  reason: string
}

/**
 * Deletes what is past its time in one class, exactly as the dry run showed it: the same instant and the same number of
 * rows. The deed is recorded with its reason; what was deleted is not.
 */
export async function purge(
  transaction: Transaction,
  actor: Actor,
  wanted: Wanted,
  classes: readonly RetentionClass[],
  law: Law,
  today: Day,
): Promise<{ deleted: number }> {
  const one = classes.find(({ id }) => id === wanted.class)
  const term = termOf(law, wanted.class, today)
  if (one === undefined || term === undefined) throw unknownClass(wanted.class, classes)
  if (term.before !== wanted.before || (await one.count(transaction, term.before)) !== wanted.due) throw changedSince()
  const deleted = await one.purge(transaction, term.before)
  await record(transaction, actor, {
    action: 'retention.purged',
    subject: { kind: 'retention', id: one.id, name: one.name.vi },
    after: { deleted, before: term.before, months: term.months },
    ground: wanted.reason,
  })
  return { deleted }
}

function unknownClass(id: string, classes: readonly RetentionClass[]): Invalid {
  const known = classes.map((one) => one.id).join(', ')
  return new Invalid([
    {
      path: 'class',
      message: {
        vi: `không có lớp «${id}» hoặc chưa ai ấn định thời gian lưu của nó; các lớp: ${known}`,
        en: `there is no class “${id}”, or nobody has set how long it is kept; the classes: ${known}`,
      },
    },
  ])
}

function changedSince(): Conflict {
  return new Conflict({
    vi: 'Số dữ liệu hết thời gian lưu đã khác với lần chạy thử. Hãy chạy thử lại, xem số mới rồi xóa.',
    en: 'What is past its time is no longer what the dry run showed. Run it again, look at the new number, then delete.',
  })
}
