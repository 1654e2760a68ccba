import { type Deed, record } from '../audit/index.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import { Forbidden, NotFound, Refused } from '../kernel/errors.ts'
import { administers, findBody, findByCode, findTree, insertVersion, updateVersion, type Version } from './store.ts'
import { refuseWrongPlace } from './tree.ts'
import type { Change } from './versions.ts'

/** A body whose history the caller may change, with every version of its tree; nobody else changes the tree meanwhile. */
export interface Administered {
  id: string
  rootId: string
  code: string
  history: Version[]
  tree: Version[]
}

/** Opens a body for a change. Throws `NotFound`, or `Forbidden` when it lies outside what the caller administers. */
export async function openBody(transaction: Transaction, id: string): Promise<Administered> {
  const body = await findBody(transaction, id)
  if (!body) throw noSuchBody()
  if (!(await administers(transaction, body.root_id))) throw notYours()
  await findBody(transaction, body.root_id, true)
  const tree = await findTree(transaction, body.root_id, '0001-01-01')
  const history = tree.filter((version) => version.id === id).sort((one, other) => (one.from < other.from ? -1 : 1))
  return { id, rootId: body.root_id, code: body.code, history, tree }
}

/**
 * Makes changes of versions, after having seen that every version of the tree still has its place: so what stands
 * under a changed body is looked at too.
 */
export async function apply(
  transaction: Transaction,
  tree: readonly Version[],
  changes: readonly Change[],
): Promise<void> {
  const update = changes.flatMap((change) => change.update)
  const insert = changes.flatMap((change) => change.insert)
  const after = [
    ...tree.map((version) => update.find((one) => one.versionId === version.versionId) ?? version),
    ...insert,
  ]
  const concerned = new Set([...update, ...insert].map((version) => version.id))
  for (const version of after) {
    if (concerned.has(version.id) || (version.parentId !== null && concerned.has(version.parentId))) {
      refuseWrongPlace(after, version)
    }
  }
  for (const version of update) await updateVersion(transaction, version)
  for (const version of insert) await insertVersion(transaction, version)
}

/** Refuses a code that another body has. */
export async function refuseTakenCode(transaction: Transaction, code: string): Promise<void> {
  if (!(await findByCode(transaction, code))) return
  throw new Refused({
    vi: `Mã định danh ${code} đã thuộc về một cơ quan khác. Hãy kiểm tra lại mã, hoặc mở cơ quan ấy.`,
    en: `The code ${code} belongs to another body. Check the code, or open that body.`,
  })
}

/** Writes a deed about a body to the audit trail. */
export async function recordOf(
  transaction: Transaction,
  actor: Actor,
  body: { id: string; rootId: string; name: string },
  deed: Pick<Deed, 'action' | 'before' | 'after' | 'ground'>,
): Promise<void> {
  const subject = { kind: 'body', id: body.id, name: body.name }
  await record(transaction, actor, { ...deed, subject, bodyId: body.id, rootId: body.rootId })
}

/** What a version says, for the audit trail. */
export function said(version: Version | undefined): Record<string, unknown> | undefined {
  if (!version) return undefined
  const { versionId: _, id: __, rootId: ___, ...fields } = version
  return fields
}

export function noSuchBody(): NotFound {
  return new NotFound({
    vi: 'Không có cơ quan này trong sổ. Hãy chọn lại từ danh sách.',
    en: 'There is no such body in the register. Choose it from the list again.',
  })
}

export function notYours(): Forbidden {
  return new Forbidden({
    vi: 'Cơ quan này nằm ngoài phạm vi bạn quản trị. Hãy đề nghị người quản trị của tỉnh, bộ ấy, hoặc của hệ thống.',
    en: 'This body lies outside what you administer. Ask the administrator of its province or ministry, or of the system.',
  })
}
