import type { z } from 'zod'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { formatDay } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import { openBody, recordOf } from '../administer.ts'
import type { setMissionCountries, setReporting } from '../contract.ts'
import { findBody } from '../store.ts'
import { versionOn } from '../versions.ts'
import { assign } from './store.ts'

/** From a day on a mission covers exactly these countries and territories. */
export async function setCountries(
  transaction: Transaction,
  actor: Actor,
  { id, countries, from }: z.output<typeof setMissionCountries.input>,
) {
  const body = await openBody(transaction, id)
  const version = versionOn(body.history, from)
  if (!version?.isMission) {
    throw new Refused({
      vi: `«${version?.name ?? body.code}» không phải là cơ quan đại diện ở nước ngoài vào ngày ${formatDay(from)}. Hãy đánh dấu là cơ quan đại diện trước.`,
      en: `“${version?.name ?? body.code}” is no mission abroad on ${formatDay(from)}. Mark it as one first.`,
    })
  }
  await assign(transaction, 'mission_country', id, countries, from)
  await recordOf(
    transaction,
    actor,
    { ...body, name: version.name },
    {
      action: 'body.countries-set',
      after: { countries, from },
    },
  )
  return { id }
}

/** From a day on the accounts of a root go up to exactly these bodies. */
export async function setReceivers(
  transaction: Transaction,
  actor: Actor,
  { id, to, from }: z.output<typeof setReporting.input>,
) {
  const body = await openBody(transaction, id)
  if (id !== body.rootId) {
    throw new Refused({
      vi: 'Chỉ cơ quan đứng đầu (tỉnh, bộ) mới báo cáo lên trung ương. Hãy chọn cơ quan đứng đầu.',
      en: 'Only a body at the top (a province, a ministry) reports to the centre. Choose that one.',
    })
  }
  for (const receiver of to) {
    if (!(await findBody(transaction, receiver))) {
      throw new Refused({
        vi: 'Một cơ quan nhận không có trong sổ. Hãy chọn lại từ danh sách.',
        en: 'One of the receivers is not in the register. Choose it from the list again.',
      })
    }
  }
  await assign(transaction, 'body_reporting', id, to, from)
  const name = versionOn(body.history, from)?.name ?? body.code
  await recordOf(transaction, actor, { ...body, name }, { action: 'body.reporting-set', after: { to, from } })
  return { id }
}
