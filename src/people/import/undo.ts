import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { NotFound, Refused } from '../../kernel/errors.ts'
import { recordOf } from '../audit.ts'
import { moveBelongings } from '../store.ts'
import { type KeepsPassports, keeps } from './passports.ts'
import {
  findBatch,
  findBatches,
  findWritten,
  isMoved,
  isUsed,
  markUndone,
  putBack,
  removePassport,
  removePerson,
  type Snapshot,
  takeSnapshot,
} from './store.ts'

/** The imports within the caller's scope. */
export async function list(transaction: Transaction) {
  const batches = await findBatches(transaction)
  return batches.map(({ added, changed, unchanged, rejected, ...batch }) => ({
    ...batch,
    counts: { added, changed, unchanged, rejected },
  }))
}

/** Takes an import back: who was added is removed, who was changed is as before. All of it, or with the reasons nothing. */
export async function undo(transaction: Transaction, actor: Actor, { id }: { id: string }, passports: KeepsPassports) {
  const batch = await findBatch(transaction, id)
  if (!batch) throw noSuchImport()
  if (batch.undone_at !== null) throw undoneAlready()
  const rows = await findWritten(transaction, id)
  if (rows.some((row) => row.after === null)) throw pastRetention()
  const obstacles: string[] = []
  for (const row of rows) {
    const after = row.after as Snapshot
    if (await isChanged(transaction, after)) obstacles.push(`${after.person.name} (dòng ${row.line})`)
    else if (!(await isPassportFree(transaction, after, passports))) {
      obstacles.push(
        `${after.person.name} (dòng ${row.line}: hộ chiếu đã có giao nhận, thị thực, hoặc không do bạn quản lý)`,
      )
    } else if (row.outcome === 'added' && (await isUsed(transaction, after))) {
      obstacles.push(`${after.person.name} (dòng ${row.line}: đã có hộ chiếu, chuyến đi hoặc thân nhân)`)
    }
  }
  if (obstacles.length > 0) throw changedSince(obstacles)
  for (const row of rows) {
    const after = row.after as Snapshot
    await recordOf(transaction, actor, after.person, {
      action: 'person.import-undone',
      ...(after.passportId ? { before: { passport: after.passportId } } : {}),
      ground: batch.file_name,
    })
    if (after.passportId) await removePassport(transaction, after.passportId)
    if (row.outcome === 'added') await removePerson(transaction, after.person.id)
    else await restore(transaction, row.before as Snapshot, after)
  }
  await markUndone(transaction, id)
  const added = rows.filter((row) => row.outcome === 'added').length
  return { id, removed: added, restored: rows.length - added }
}

async function restore(transaction: Transaction, before: Snapshot, after: Snapshot): Promise<void> {
  const { id, root_id, body_id } = before.person
  if (body_id !== after.person.body_id) await moveBelongings(transaction, id, { root_id, body_id })
  await putBack(transaction, before)
}

/** Whether a passport that the row brought can go: nothing was done with it, and the caller keeps passports there. */
async function isPassportFree(transaction: Transaction, { passportId, person }: Snapshot, passports: KeepsPassports) {
  if (passportId === undefined) return true
  const place = { rootId: person.root_id, bodyId: person.body_id }
  return keeps(passports, place) && !(await isMoved(transaction, passportId))
}

async function isChanged(transaction: Transaction, after: Snapshot): Promise<boolean> {
  const now = await takeSnapshot(transaction, after.person.id).catch(() => undefined)
  return now?.person.version !== after.person.version
}

function noSuchImport(): NotFound {
  return new NotFound({
    vi: 'Không có lần nhập này trong phạm vi của bạn. Hãy chọn lại từ danh sách.',
    en: 'There is no such import within your scope. Choose from the list again.',
  })
}

function undoneAlready(): Refused {
  return new Refused({
    vi: 'Lần nhập này đã được hoàn tác. Muốn nhập lại, hãy tải tệp lên lần nữa.',
    en: 'This import was undone already. To import again, upload the file once more.',
  })
}

function pastRetention(): Refused {
  return new Refused({
    vi: 'Không hoàn tác được: dữ liệu để hoàn tác đã xóa khi hết thời gian lưu. Hãy sửa từng người trong danh sách cán bộ.',
    en: 'It cannot be undone: what that needs was deleted past its retention. Correct the people one by one in the register.',
  })
}

function changedSince(obstacles: readonly string[]): Refused {
  const listed = `${obstacles.slice(0, 10).join('; ')}${obstacles.length > 10 ? ` … (${obstacles.length})` : ''}`
  return new Refused({
    vi: `Không hoàn tác được vì đã có thay đổi sau khi nhập: ${listed}. Hãy sửa riêng những người này.`,
    en: `It cannot be undone, for there were changes since: ${listed}. Correct these people one by one.`,
  })
}
