import type { z } from 'zod'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import { Refused } from '../kernel/errors.ts'
import { apply, openBody, recordOf, said } from './administer.ts'
import type { changeBody } from './contract.ts'
import { changeFrom, versionOn } from './versions.ts'

/** From a day on the body has another name, place, order or level: a new version of it. */
export async function change(transaction: Transaction, actor: Actor, input: z.output<typeof changeBody.input>) {
  const { id, from, ...fields } = input
  const body = await openBody(transaction, id)
  refuseOtherKind(id === body.rootId, fields.parentId)
  const changed = changeFrom(body.history, from, fields)
  await apply(transaction, body.tree, [changed])
  await recordOf(
    transaction,
    actor,
    { ...body, name: fields.name },
    {
      action: 'body.changed',
      before: said(versionOn(body.history, from)),
      after: said(changed.insert[0] ?? changed.update[0]),
      ground: fields.document ?? undefined,
    },
  )
  return { id }
}

/** A root stays one, and what stands under another stays so. */
function refuseOtherKind(isRoot: boolean, parentId: string | null): void {
  if (isRoot === (parentId === null)) return
  throw isRoot
    ? new Refused({
        vi: 'Cơ quan đứng đầu một cây tổ chức không thể trực thuộc cơ quan khác. Khi sáp nhập tỉnh, bộ: dùng «Hợp nhất».',
        en: 'A body at the top of its tree cannot stand under another. For provinces or ministries that merge, use “Merge”.',
      })
    : new Refused({
        vi: 'Cơ quan này phải có cơ quan cấp trên. Hãy chọn cơ quan cấp trên.',
        en: 'This body needs one above it. Choose the body above.',
      })
}
