/** The world in which the speed of dossiers is measured: a city of 40 departments with their people, plans and dossiers. */
import type { Pool } from 'pg'
import { HOUSEKEEPING, inScope } from '../src/db/scope.ts'
import type { Content } from '../src/delegations/content/content.ts'
import type { Fact } from '../src/delegations/content/facts.ts'
import { linkedMembers, projectionOf } from '../src/delegations/edit/projection.ts'
import { judge } from '../src/delegations/judge.ts'
import { hashOf, insertAccount, insertHolding, newToken, type Role } from '../src/identity/index.ts'
import { newId } from '../src/kernel/ids.ts'
import { searchKey, sortKey } from '../src/kernel/vietnamese.ts'
import { type CheckResult, loadLaw } from '../src/law/index.ts'
import { ALIKE, contentOfNumber, pick, type Sender, type Traveller, yearOfNumber } from './delegations-made.ts'
import { bodyVersion, insertRows } from './registers-server.ts'

export const DOSSIERS = 100_000
const UNITS = 40
const PEOPLE_A_UNIT = 50
const BATCH = 500
const TODAY = '2026-11-22'

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ']
const MIDDLES = ['Văn', 'Thị', 'Đức', 'Minh', 'Thu', 'Quang', 'Hữu', 'Ngọc']
const GIVEN = ['An', 'Anh', 'Bình', 'Chi', 'Cường', 'Dũng', 'Giang', 'Hà', 'Hải', 'Hoa', 'Hùng', 'Lan', 'Long', 'Mai']

/** The way to each state: the state after each step. */
const WAY = ['submit', 'sign', 'receive', 'recommend', 'approve'] as const
const STATES_ON_WAY = ['draft', 'submitted', 'signed', 'examining', 'proposed', 'approved'] as const
const PAST = [...Array<string>(17).fill('approved'), 'refused', 'withdrawn', 'cancelled']
const PRESENT = [
  'draft',
  'submitted',
  'draft',
  'signed',
  'draft',
  'examining',
  'draft',
  'proposed',
  'draft',
  'approved',
]
const law = loadLaw()

/** Makes everything, some minutes' work; nothing where it has been made before. */
export async function fill(pool: Pool): Promise<void> {
  if ((await pool.query('select from delegation limit 1')).rowCount) return
  const root = newId()
  const senders = await fillRegisters(pool, root)
  const judged = new Map<number, CheckResult | null>()
  for (let from = 0; from < DOSSIERS; from += BATCH) {
    const made = Array.from({ length: BATCH }, (_, at) => madeOf(from + at, root, senders, judged))
    await inScope(pool, HOUSEKEEPING, async (transaction) => {
      await insertRows(
        transaction,
        'delegation',
        made.map(({ row }) => row),
      )
      const steps = made.flatMap((one) => one.steps)
      if (steps.length > 0) await insertRows(transaction, 'delegation_step', steps)
    })
  }
  await pool.query(
    'insert into delegation_counter (root_id, year, last) select $1, year, $2 from generate_series(2023, 2028) year',
    [root, DOSSIERS],
  )
  await pool.query('vacuum analyze')
}

async function fillRegisters(pool: Pool, root: string): Promise<Sender[]> {
  const senders = Array.from({ length: UNITS }, (_, at) => senderOf(at))
  await inScope(pool, HOUSEKEEPING, async (transaction) => {
    const bodies = [{ id: root, name: 'Thành phố' }, ...senders]
    await insertRows(
      transaction,
      'body',
      bodies.map(({ id }, at) => ({ id, root_id: root, code: `H26.${at}`, created_at: '2020-01-01' })),
    )
    const versionOf = ({ id, name }: { id: string; name: string }, at: number) =>
      bodyVersion(id, root, id === root ? null : root, name, at)
    await insertRows(transaction, 'body_version', bodies.map(versionOf))
    for (const [at, sender] of senders.entries()) {
      await insertRows(
        transaction,
        'person',
        sender.people.map((one, seat) => personRow(one, root, sender, at * PEOPLE_A_UNIT + seat)),
      )
      await insertRows(
        transaction,
        'post',
        sender.people.map((one) => postRow(one, root, sender)),
      )
      await insertRows(
        transaction,
        'trip_entry',
        sender.people.map((one) => tripRow(one, root, sender)),
      )
      await insertRows(
        transaction,
        'plan',
        [2023, 2024, 2025, 2026, 2027].map((year) => planRow(sender, root, year)),
      )
    }
    for (const sender of senders) await addAccount(transaction, 'officer', sender.id, root)
    await addAccount(transaction, 'foreign-affairs', pick(senders, 0).id, root)
  })
  return senders
}

function senderOf(at: number): Sender {
  const people = Array.from({ length: PEOPLE_A_UNIT }, (_, seat): Traveller => {
    const number = at * PEOPLE_A_UNIT + seat
    const name = `${pick(FAMILIES, number)} ${pick(MIDDLES, Math.floor(number / 3))} ${pick(GIVEN, Math.floor(number / 7))}`
    return { id: newId(), name, title: seat < 4 ? 'Phó Giám đốc' : 'Chuyên viên', leader: seat < 4 }
  })
  return { id: newId(), name: `Sở số ${at + 1} thành phố`, people }
}

function personRow({ id, name, title, leader }: Traveller, root_id: string, { id: body_id }: Sender, number: number) {
  const code = `CB${String(number).padStart(6, '0')}`
  const keys = { sort_key: sortKey(name), search_key: searchKey(name, code, title) }
  return {
    id,
    root_id,
    body_id,
    code,
    name,
    ...keys,
    post_title: title,
    leader,
    managed_by: 'unit',
    version: 1,
    changed_at: TODAY,
  }
}

function postRow({ id: person_id, title, leader }: Traveller, root_id: string, { id: body_id }: Sender) {
  const what = { title, main: true, leader, collective: leader, managed_by: 'unit', valid_from: '2020-01-01' }
  return { id: newId(), person_id, root_id, body_id, ...what }
}

function tripRow({ id: person_id }: Traveller, root_id: string, { id: body_id }: Sender) {
  const trip = { year: 2027, state: 'approved', source_kind: 'import', source_id: newId(), title: 'Dự hội nghị' }
  return {
    id: newId(),
    person_id,
    root_id,
    body_id,
    ...trip,
    countries: ['LA'],
    departs_on: '2027-01-10',
    returns_on: '2027-01-13',
  }
}

function planRow({ id: body_id }: Sender, root_id: string, year: number) {
  const plan = { year, edition: 1, state: 'approved', travel_line: 9_000_000_000, note: '', version: 1 }
  return { id: newId(), root_id, body_id, ...plan, changed_at: TODAY, changed_by: 'An' }
}

async function addAccount(
  transaction: Parameters<typeof insertAccount>[0],
  role: Role,
  bodyId: string,
  rootId: string,
) {
  const id = newId()
  await insertAccount(transaction, {
    id,
    login: `${role}-${id}`,
    name: 'Người dùng',
    email: null,
    personId: null,
    rootId,
  })
  const held = { validFrom: '2020-01-01', validTo: null, document: null }
  await insertHolding(transaction, { id: newId(), accountId: id, role, bodyId, rootId, ...held })
}

function madeOf(number: number, root_id: string, senders: readonly Sender[], judged: Map<number, CheckResult | null>) {
  const sender = pick(senders, number)
  const content = contentOfNumber(number, sender)
  const facts = factsOf(content, sender)
  const shape = Math.floor(number / ALIKE)
  if (!judged.has(shape)) judged.set(shape, judge(law, content, facts, TODAY).result ?? null)
  const result = judged.get(shape) ?? null
  const { title, countries, departsOn, returnsOn, headcount, personIds, searchKey: key } = projectionOf(content, null)
  const year = yearOfNumber(number)
  const state = pick(year < 2026 ? PAST : PRESENT, number * 7 + shape)
  const id = newId()
  const row = {
    id,
    root_id,
    body_id: sender.id,
    year,
    number,
    state,
    state_since: '2026-11-01',
    decided_by: state === 'proposed' ? root_id : null,
    countries,
    departs_on: departsOn,
    returns_on: returnsOn,
    headcount,
    // What has only been begun cannot be judged yet.
    verdict: state === 'draft' && number % 3 === 0 ? null : (result?.verdict ?? null),
    person_ids: personIds,
    search_key: key,
    title,
    content,
    version: 1,
    urgent: false,
    paused_days: 0,
    asked_body_ids: [],
    created_at: TODAY,
    created_by: 'An',
    changed_at: TODAY,
    changed_by: 'An',
  }
  return { row, steps: shape % 10 === 0 ? stepsOf(row, facts, result) : [] }
}

/** The steps to the state of a dossier, each with all that it froze. */
function stepsOf(
  {
    id,
    root_id,
    body_id,
    state,
    content,
  }: { id: string; root_id: string; body_id: string; state: string; content: Content },
  facts: Fact[],
  result: CheckResult | null,
) {
  const taken = WAY.slice(0, Math.max(0, STATES_ON_WAY.indexOf(state as (typeof STATES_ON_WAY)[number])))
  return taken.map((action, at) => ({
    id: newId(),
    delegation_id: id,
    root_id,
    body_id,
    position: at + 1,
    action,
    from_state: pick(STATES_ON_WAY, at),
    to_state: pick(STATES_ON_WAY, at + 1),
    reason: '',
    said: {},
    content,
    facts,
    as_of: TODAY,
    result,
    verdict: result?.verdict ?? null,
    law_hash: law.hash,
    by_name: 'An',
    at: TODAY,
  }))
}

/** What the registers say of the dossier, as the server would read it from them. */
function factsOf(content: Content, { name: unit, people }: Sender): Fact[] {
  const source = { vi: 'Danh bạ cán bộ, ngày 22/11/2026', en: 'Register of people, 2026-11-22' }
  return linkedMembers(content).flatMap(({ key, personId }) => {
    const person = people.find(({ id }) => id === personId)
    if (person === undefined) return []
    const { name, title: position, leader } = person
    const values = {
      name,
      position,
      unit,
      leader,
      keyLeader: false,
      collective: leader,
      managedBy: 'unit',
      tripsThisYear: [],
    }
    return Object.entries(values).map(([field, value]) => ({ at: `members/${key}/${field}`, value, source }))
  })
}

/** Somebody signed in: the cookie that says so, and in which body. */
export interface SignedIn {
  cookie: string
  bodyId: string
}

/** Opens a session for each account that holds a role. */
export async function signIn(pool: Pool, role: Role): Promise<SignedIn[]> {
  const { rows } = await pool.query<{ account_id: string; body_id: string }>(
    'select account_id, body_id from role_holding where role = $1',
    [role],
  )
  return Promise.all(
    rows.map(async ({ account_id, body_id }) => {
      const token = newToken()
      await pool.query(
        `insert into session (id, account_id, token_hash, means, address, program, expires_at)
         values ($1, $2, $3, 'password', '127.0.0.1', 'bench', now() + interval '1 day')`,
        [newId(), account_id, hashOf(token)],
      )
      return { cookie: `doan_ra_session=${token}`, bodyId: body_id }
    }),
  )
}
