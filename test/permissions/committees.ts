import type { Pool } from 'pg'
import { makeAccount } from '../support/identity.ts'
import type { Caller } from './visitors.ts'
import type { Place } from './world.ts'

/** The committee on which an account sits as the chair: it and the seat have the id of the account, save for its last digit. */
export function committeeOf(account: string): string {
  return account.slice(0, -1) + (account.endsWith('4') ? '5' : '4')
}

const officers = new Map<string, { chair: string; secretary: string; finance: string }>()

/** Who can be the chair and the secretary of a committee of a root, and a third with a vote. */
export function officersOf(root: string) {
  const found = officers.get(root)
  if (found === undefined) throw new Error(`no officers were made for ${root}`)
  return found
}

/**
 * Every caller, and everybody whose things they ask for, chairs a committee about their dossier under examination and has declared
 * no conflict there. In each root there are accounts that can be seated on another.
 */
export async function makeCommittees(pool: Pool, callers: readonly Caller[], today: string): Promise<void> {
  const chairs = new Map<string, Place>()
  for (const { holder, own, other } of callers) {
    for (const place of [own, other]) {
      chairs.set(place.holder.id, place)
      if (!officers.has(place.root)) officers.set(place.root, await makeOfficers(pool, place.root))
    }
    if (holder) chairs.set(holder.id, own)
  }
  for (const [account, { root, dossiers }] of chairs) {
    const id = committeeOf(account)
    await pool.query(
      `insert into committee (id, root_id, meets_on, meets_at, place, online, convened_by)
       values ($1, $2, $3, '08:00', 'Phòng họp', false, 'Người dựng')`,
      [id, root, today],
    )
    await pool.query(
      `insert into committee_member (id, committee_id, root_id, part, account_id, name, organisation)
       values ($1, $1, $2, 'chair', $3, 'Chủ tịch', '')`,
      [id, root, account],
    )
    await pool.query(
      `insert into committee_dossier (committee_id, delegation_id, root_id, position, content_hash, voting_rule)
       select $1, id, root_id, 0, encode(sha256(convert_to(content::text, 'UTF8')), 'hex'), $3 from delegation where id = $2`,
      [id, dossiers.examining.id, RULE],
    )
    await pool.query(
      `insert into committee_declaration (id, committee_id, member_id, root_id, conflicts, by_name)
       values ($1, $1, $1, $2, '[]', 'Chủ tịch')`,
      [id, root],
    )
  }
}

/** Three members, two thirds of them present, more than half of those for it. */
const RULE = { members: 3, quorum: { part: 2, of: 3 }, majority: { part: 1, of: 2 } }

async function makeOfficers(pool: Pool, root: string) {
  const make = async (part: string, role: 'organisation-board' | 'finance') => {
    const made = await makeAccount(pool, { login: `${part}.${root}`, root, roles: [{ role, body: root, root }] })
    return made.id
  }
  return {
    chair: await make('chair', 'organisation-board'),
    secretary: await make('secretary', 'organisation-board'),
    finance: await make('seated', 'finance'),
  }
}
