import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { HOUSEKEEPING, inScope, setScope } from '../../src/db/scope.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { writeXlsx } from '../../src/documents/xlsx.ts'
import { type Program, runEndpoint } from '../../src/http/program.ts'
import type { Route } from '../../src/http/route.ts'
import { hashOf } from '../../src/identity/session/token.ts'
import type { Day } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/ids.ts'
import { PERMISSIONS } from '../../src/kernel/permissions.ts'
import { makeAccount } from '../support/identity.ts'
import { makeCosts } from './costs.ts'
import { DECISION, DOSSIER_STAGES, type DossierStage, type MadeDossier, makeDossier } from './delegations.ts'
import { type Holder, makeHolder } from './holder.ts'
import { type MadePlan, makePlan, STAGES, type Stage, YEARS } from './plans.ts'

/** A unit with one thing of every kind that a request can be about. */
export interface Place {
  name: string
  code: string
  root: string
  body: string
  /** Two bodies under it, to be merged, divided, ended. */
  divisions: [string, string]
  /** A mission abroad of its root, and the ministry to which roots report. */
  mission: string
  ministry: string
  person: { id: string; version: number; name: string; postId: string; code: string }
  /** Kinship with the person is declared. */
  relative: string
  /** Kinship is not declared yet. */
  colleague: string
  passport: string
  /** In the passport. */
  visa: string
  handedOver: string
  importId: string
  workbook: { fileName: string; content: string; hash: string }
  plans: Record<Stage, MadePlan>
  /** A dossier that has come to each stage. */
  dossiers: Record<DossierStage, MadeDossier>
  /** The signed plan of the department of foreign affairs of its root. */
  ownPlanOfConsolidator: MadePlan
  /** What its authority may waive. */
  authorityId: string
  /** A table of norms of its root, and an empty workbook to fill in. */
  costTable: string
  costForm: string
  auditEntry: string
  /** An officer of the unit, without a second factor. */
  account: { id: string; login: string; name: string; holdingId: string }
  disabledAccount: string
  linkToken: string
  /** The head of the unit, who has everything that an account can have. */
  holder: Holder
}

export interface World {
  today: Day
  city: string
  ministry: string
  /** Mission of the ministry that covers Japan, where the lines of the culture department go. */
  embassy: string
  offices: { foreign: string; board: string; committee: string; inspectorate: string }
  /** Two units of the same city, and one of another province. */
  culture: Place
  tourism: Place
  elsewhere: Place
}

/** Who enters the world: everything, everywhere. */
const EVERYWHERE = {
  account: { id: newId(), name: 'Người dựng', personId: undefined, sessionId: newId() },
  permissions: new Set(PERMISSIONS),
  reach: () => ({ housekeeping: true, installation: true }),
  standsIn: false,
  onBehalfOf: () => undefined,
}

/**
 * Builds two roots that report to a ministry (the second one does not), three units with everything in them, through the
 * doors of the server, and their accounts.
 */
export async function buildWorld(pool: Pool, routes: readonly Route[], today: Day): Promise<World> {
  const bare = await inTransaction(pool, async (transaction) => {
    const program: Program = {
      routes,
      today,
      name: 'test',
      visitor: EVERYWHERE,
      async transact(scope, work) {
        await setScope(transaction, scope)
        return work(transaction)
      },
    }
    return enter((address, input) => runEndpoint(program, address, input))
  })
  for (const root of [bare.city, bare.elsewhere.root]) await leaveOldTrail(pool, root)
  await leaveUnderFormerProcedure(
    pool,
    [bare.culture, bare.tourism, bare.elsewhere].map(({ dossiers }) => dossiers.overtaken.id),
  )
  const withAccounts = async (place: Unmanned): Promise<Place> => ({ ...place, ...(await man(pool, place)) })
  return {
    ...bare,
    today,
    culture: await withAccounts(bare.culture),
    tourism: await withAccounts(bare.tourism),
    elsewhere: await withAccounts(bare.elsewhere),
  }
}

/** The day on which the procedure of the world took the place of the former. */
export const NEW_PROCEDURE = '2000-01-01'

/** These dossiers were submitted when the former procedure was in use. */
async function leaveUnderFormerProcedure(pool: Pool, ids: readonly string[]): Promise<void> {
  await pool.query(`update delegation set procedure_day = '1999-12-31' where id = any ($1)`, [ids])
}

/** Takes a request through its door. */
export type Do = (address: string, input: unknown) => Promise<unknown>
type Manning = 'auditEntry' | 'account' | 'disabledAccount' | 'linkToken' | 'holder'
type Unmanned = Omit<Place, Manning>

async function enter(run: Do) {
  const body = async (code: string, name: string, parentId: string | null, more: object = {}) => {
    const input = { code, name, parentId, level: 'department', jurisdiction: 'VN-HN', from: '2020-01-01', ...more }
    return ((await run('POST /api/bodies', input)) as { id: string }).id
  }
  const ministry = await body('Z01', 'Bộ thử', null, { level: 'central', jurisdiction: 'VN' })
  const embassy = await body('Z01.1', 'Đại sứ quán thử', ministry, { isMission: true, jurisdiction: 'VN' })
  await run('POST /api/bodies/:id/countries', { id: embassy, countries: ['JP'], from: '2020-01-01' })
  const city = await body('Z02', 'Thành phố thử', null, { level: 'province' })
  await run('POST /api/bodies/:id/reporting', { id: city, to: [ministry], from: '2020-01-01' })
  const offices = {
    foreign: await body('Z02.1', 'Sở Ngoại vụ thử', city),
    board: await body('Z02.2', 'Ban Tổ chức thử', city, { bloc: 'party' }),
    committee: await body('Z02.3', 'Ủy ban thử', city),
    inspectorate: await body('Z02.4', 'Thanh tra thử', city),
  }
  const cityMission = await body('Z02.5', 'Văn phòng thành phố ở nước ngoài', city, { isMission: true })
  const province = await body('Z03', 'Tỉnh thử', null, { level: 'province', jurisdiction: 'VN-56' })
  const provinceForeign = await body('Z03.1', 'Sở Ngoại vụ tỉnh thử', province)
  const provinceMission = await body('Z03.5', 'Văn phòng tỉnh ở nước ngoài', province, { isMission: true })
  const inCity = {
    root: city,
    mission: cityMission,
    ministry,
    ownPlanOfConsolidator: await makePlan(run, { body: offices.foreign, name: 'Ngoại vụ', country: 'KR' }, 'signed'),
  }
  const consolidator = { body: provinceForeign, name: 'Ngoại vụ tỉnh', country: 'KR' }
  const inProvince = {
    root: province,
    mission: provinceMission,
    ministry,
    ownPlanOfConsolidator: await makePlan(run, consolidator, 'signed'),
  }
  const place = async (code: string, name: string, country: string, around: typeof inCity): Promise<Unmanned> => {
    const id = await body(code, name, around.root)
    const divisions: [string, string] = [
      await body(`${code}.1`, `Phòng Một ${name}`, id),
      await body(`${code}.2`, `Phòng Hai ${name}`, id),
    ]
    const people = await enterPeople(run, code, name, id)
    const plans: Partial<Record<Stage, MadePlan>> = {}
    for (const stage of STAGES) plans[stage] = await makePlan(run, { body: id, name, country }, stage)
    await run('POST /api/money', bookingOn(plans.approved?.items[0]?.id ?? ''))
    await run('POST /api/ceilings', { bodyId: id, ...CEILING, vnd: 9_000_000_000, document: '1/QĐ' })
    const dossiers: Partial<Record<DossierStage, MadeDossier>> = {}
    const line = plans.approved?.items[1]?.id ?? ''
    const lineAhead = plans.ahead?.items[1]?.id ?? ''
    const unit = { body: id, name, country, line, lineAhead, person: people.person.id }
    for (const stage of DOSSIER_STAGES) {
      dossiers[stage] = await makeDossier(run, unit, stage)
    }
    const granted = { bodyId: id, rules: ['delegation-size'], from: '2020-01-01', document: DECISION }
    const authority = (await run('POST /api/exception-authorities', granted)) as { id: string }
    const made = {
      authorityId: authority.id,
      ...(await makeCosts(run, around.root)),
      plans: plans as Record<Stage, MadePlan>,
      dossiers: dossiers as Record<DossierStage, MadeDossier>,
    }
    return { name, code, body: id, divisions, ...around, ...people, ...made }
  }
  return {
    city,
    ministry,
    embassy,
    offices,
    provinceForeign,
    culture: await place('Z02.6', 'Sở Văn hóa thử', 'JP', inCity),
    tourism: await place('Z02.7', 'Sở Du lịch thử', 'FR', inCity),
    elsewhere: await place('Z03.6', 'Sở Công Thương tỉnh thử', 'FR', inProvince),
  }
}

/** The ceiling that each unit has. */
export const CEILING = { year: YEARS.consolidating, source: null, half: null }

/** Money committed on a line. */
export function bookingOn(itemId: string) {
  const cost = { source: 'state-budget', amount: 1_000_000 }
  return { itemId, kind: 'committed', cost, half: 1, on: '2026-01-10', document: '7/QĐ' }
}

async function enterPeople(run: Do, code: string, unit: string, bodyId: string) {
  const enterOne = async (number: number, name: string) => {
    const post = { bodyId, title: 'Phó Giám đốc', leader: true, collective: true, from: '2021-01-01' }
    const personal = { birthDate: '1980-02-03', phone: '0900000001' }
    return ((await run('POST /api/people', { name, code: `${code}-${number}`, ...personal, post })) as { id: string })
      .id
  }
  const name = `Trần Văn Thử ${unit}`
  const [id, relative, colleague] = [
    await enterOne(1, name),
    await enterOne(2, `Lê Thị Thân ${unit}`),
    await enterOne(3, `Phạm Văn Bạn ${unit}`),
  ]
  const declared = { id, relativeId: relative, relation: 'spouse', declaredOn: '2024-01-01' }
  await run('POST /api/people/:id/kinship', declared)
  const second = { id, bodyId, title: 'Kiêm nhiệm', main: false, from: '2022-01-01' }
  const { version } = (await run('POST /api/people/:id/posts', second)) as { version: number }
  const { posts } = (await run('GET /api/people/:id', { id })) as { posts: { id: string; main: boolean }[] }
  const passport = await enterPassport(run, colleague, `A${code.replace(/\D/g, '')}001`)
  const handedOver = await enterPassport(run, colleague, `A${code.replace(/\D/g, '')}002`)
  const stay = { country: 'JP', validFrom: '2026-06-01', validUntil: '2026-09-01', entries: 'single' }
  const visa = (await run('POST /api/passports/:id/visas', { id: passport, ...stay })) as { id: string }
  const out = { on: '2026-01-05', receivedBy: 'Người đi', decision: '5/QĐ', returnsOn: '2026-02-01' }
  await run('POST /api/passports/:id/hand-over', { id: handedOver, ...out })
  const first = await workbookOf(`${code}-8`, `Người nhập ${unit}`)
  const imported = await run('POST /api/people/import', { ...first, ...IMPORT_AS, bodyId })
  return {
    person: { id, version, name, code: `${code}-1`, postId: posts.find(({ main }) => !main)?.id ?? '' },
    relative,
    colleague,
    passport,
    visa: visa.id,
    handedOver,
    importId: (imported as { id: string }).id,
    workbook: await workbookOf(`${code}-9`, `Người sắp nhập ${unit}`),
  }
}

async function enterPassport(run: Do, personId: string, number: string): Promise<string> {
  const days = { issuedOn: '2024-01-01', expiresOn: '2095-01-01', receivedOn: '2024-01-02' }
  return ((await run('POST /api/passports', { personId, kind: 'official', number, ...days })) as { id: string }).id
}

/** How the workbooks are to be read. */
export const IMPORT_AS = { headRow: 1, mapping: { code: 0, name: 1, title: 2 } }

async function workbookOf(code: string, name: string) {
  const columns = ['Mã cán bộ', 'Họ và tên', 'Chức vụ'].map((head) => ({ head, type: 'text' as const }))
  const bytes = await writeXlsx({ sheet: 'Cán bộ', columns, rows: [[code, name, 'Chuyên viên']] })
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { fileName: `${code}.xlsx`, content: Buffer.from(bytes).toString('base64'), hash }
}

/** An entry of long ago with personal data: past its retention. */
async function leaveOldTrail(pool: Pool, root: string): Promise<void> {
  const id = newId()
  const said = { at: '2010-01-01T00:00:00.000Z', action: 'person.changed', subject: { kind: 'person', id } }
  const content = JSON.stringify({ id, ...said, by: {}, from: 'test', request: 'test' })
  await pool.query('insert into audit_pending (id, root_id, content) values ($1, $2, $3)', [id, root, content])
  await pool.query("insert into audit_personal values ($1, 'after.phone', 'salt', '\"1\"')", [id])
}

/** The accounts of a unit, and its entry in the trail. */
async function man(pool: Pool, place: Unmanned): Promise<Pick<Place, Manning>> {
  const { body, root, name } = place
  const login = (word: string) => `${word}.${place.code.toLowerCase()}`
  const officer = { login: login('officer'), name: `Chuyên viên ${name}` }
  const made = await makeAccount(pool, { ...officer, root, roles: [{ role: 'officer', body, root }] })
  const disabled = await makeAccount(pool, { login: login('disabled'), root })
  await pool.query('update account set disabled_at = now() where id = $1', [disabled.id])
  const linkToken = randomBytes(32).toString('base64url')
  await inScope(pool, HOUSEKEEPING, (transaction) =>
    transaction
      .insertInto('one_time_link')
      .values({ id: newId(), account_id: made.id, token_hash: hashOf(linkToken), expires_at: '2999-01-01' })
      .execute(),
  )
  const { rows } = await pool.query<{ id: string }>(
    "select id from audit_entry where action = 'person.created' and body_id = $1 limit 1",
    [body],
  )
  return {
    auditEntry: rows[0]?.id ?? '',
    account: { ...officer, id: made.id, holdingId: made.holdings[0] ?? '' },
    disabledAccount: disabled.id,
    linkToken,
    holder: await makeHolder(pool, { login: login('head'), root, roles: [{ role: 'unit-head', body, root }] }),
  }
}
