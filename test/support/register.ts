import type { Database } from '../../src/db/connect.ts'
import { HOUSEKEEPING, inScope } from '../../src/db/scope.ts'
import { newId } from '../../src/kernel/ids.ts'
import { searchKey, sortKey } from '../../src/kernel/vietnamese.ts'

/** A body for a test, there since 2020. Gives its id; without `root` it is a root itself. */
export async function addBody(
  database: Database,
  name: string,
  more: { root?: string; parent?: string; level?: string; jurisdiction?: string } = {},
): Promise<string> {
  const id = newId()
  const root = more.root ?? id
  await inScope(database.pool, HOUSEKEEPING, async (transaction) => {
    const code = `T${id.slice(-12).toUpperCase()}`
    await transaction.insertInto('body').values({ id, root_id: root, code }).execute()
    await transaction
      .insertInto('body_version')
      .values({
        id: newId(),
        body_id: id,
        root_id: root,
        valid_from: '2020-01-01',
        name,
        search_key: searchKey(name),
        parent_id: more.parent ?? (root === id ? null : root),
        level: more.level ?? 'department',
        jurisdiction: more.jurisdiction ?? 'VN-HN',
      })
      .execute()
  })
  return id
}

/** A person for a test with one main post since 2020. Gives the id. */
export async function addPerson(
  database: Database,
  name: string,
  place: { root: string; body: string },
  more: { title?: string; leader?: boolean; collective?: boolean; birthDate?: string; code?: string } = {},
): Promise<string> {
  const id = newId()
  const {
    title = 'Chuyên viên',
    leader = false,
    collective = false,
    birthDate = null,
    code = `M${id.slice(-8)}`,
  } = more
  await inScope(database.pool, HOUSEKEEPING, async (transaction) => {
    await transaction
      .insertInto('person')
      .values({
        id,
        root_id: place.root,
        body_id: place.body,
        code,
        name,
        sort_key: sortKey(name),
        search_key: searchKey(name, code, title),
        birth_date: birthDate,
        post_title: title,
        leader,
        managed_by: 'unit',
      })
      .execute()
    await transaction
      .insertInto('post')
      .values({
        id: newId(),
        person_id: id,
        root_id: place.root,
        body_id: place.body,
        title,
        leader,
        collective,
        managed_by: 'unit',
        valid_from: '2020-01-01',
      })
      .execute()
  })
  return id
}
