import type { z } from 'zod'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { formatDay } from '../../kernel/day.ts'
import { Forbidden, Refused } from '../../kernel/errors.ts'
import { openBody, recordOf } from '../administer.ts'
import type { setMissionCountries, setReporting } from '../contract.ts'
import { administers, findBody } from '../store.ts'
import { versionOn } from '../versions.ts'
import { assign } from './store.ts'

/** From a day on a mission covers exactly these countries and territories. */
export async function setCountries(
  transaction: Transaction,
  actor: Actor,
  { id, countries, from }: z.output<typeof setMissionCountries.input>,
) {
  await refuseForOneRoot(transaction)
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
  await refuseForOneRoot(transaction)
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

/** Countries and receivers open what other roots have: they are given over the whole installation, not by one root. */
async function refuseForOneRoot(transaction: Transaction): Promise<void> {
  if (await administers(transaction, undefined)) return
  throw new Forbidden({
    vi: 'Địa bàn của cơ quan đại diện và nơi nhận tổng hợp mở dữ liệu của nhiều tỉnh, bộ nên chỉ người quản trị toàn hệ thống đặt. Hãy gửi đề nghị kèm văn bản cho người ấy.',
    en: 'The countries of a mission and the receivers of accounts open what several provinces and ministries have, so that only an administrator of the whole installation sets them. Ask that person, with the document.',
  })
}
