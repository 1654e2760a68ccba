import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll } from 'vitest'
import { HOUSEKEEPING, inScope } from '../../src/db/scope.ts'
import type { Json, JsonObject } from '../../src/delegations/content/json.ts'
import { insertGrant } from '../../src/delegations/exceptions/store.ts'
import { delegationRoutes } from '../../src/delegations/index.ts'
import type { Visitor } from '../../src/http/who.ts'
import { type Law, loadLaw } from '../../src/law/index.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { addPlayer } from './plans.ts'
import { type Answer, appForPlayers, type PlayersApp } from './players.ts'
import { addBody, addPerson } from './register.ts'

/** A city with two departments, people in the roles that a dossier passes, and somebody who travels in its delegations. */
export interface DelegationWorld extends PlayersApp<DelegationPlayer> {
  city: string
  science: string
  culture: string
  /** A deputy director of the department of science. */
  traveller: string
  people: Record<DelegationPlayer, Visitor>
}

export type DelegationPlayer =
  | 'officer'
  | 'colleague'
  | 'head'
  | 'otherOfficer'
  | 'examiner'
  | 'authority'
  | 'travellingAuthority'
  | 'mission'
  | 'otherHead'
  | 'administrator'

/**
 * A world on a database of its own for the tests of one file: there when they begin, gone when they are done. With the law of the
 * files, unless another is given.
 */
export function delegationWorld(law?: Law): { database: TestDatabase; world: DelegationWorld } {
  const database = {} as TestDatabase
  const world = {} as DelegationWorld
  beforeAll(async () => {
    Object.assign(database, await openTestDatabase())
    Object.assign(world, await openDelegationWorld(database, law))
  })
  afterAll(async () => {
    await world.app?.close()
    await database.close?.()
  })
  return { database, world }
}

/** The day on which things happen in this world, unless a test goes on to another: six weeks before the acceptance cases travel. */
export const TODAY = '2026-04-02'

let day = TODAY

/** From now on it is this day for whoever asks the server. The clock of the database, by which rows are ordered, runs as ever. */
export function onDay(next: string): void {
  day = next
}

export const SENDER = 'Sở Khoa học và Công nghệ Hà Nội'

export async function openDelegationWorld(database: TestDatabase, law: Law = loadLaw()): Promise<DelegationWorld> {
  onDay(TODAY)
  const city = await addBody(database, 'Thành phố', { level: 'province' })
  const science = await addBody(database, SENDER, { root: city })
  const culture = await addBody(database, 'Sở Văn hóa', { root: city })
  const foreign = await addBody(database, 'Sở Ngoại vụ', { root: city })
  const office = await addBody(database, 'Văn phòng UBND', { root: city })
  const traveller = await addPerson(
    database,
    'Nguyễn Văn Thử',
    { root: city, body: office },
    { title: 'Phó Chủ tịch', leader: true },
  )
  const people: Record<DelegationPlayer, Visitor> = {
    officer: await addPlayer(database, 'Chuyên viên', 'officer', science, city, { bodies: [science] }),
    colleague: await addPlayer(database, 'Chuyên viên khác', 'officer', science, city, { bodies: [science] }),
    head: await addPlayer(database, 'Giám đốc', 'unit-head', science, city, { bodies: [science] }),
    otherOfficer: await addPlayer(database, 'Chuyên viên Văn hóa', 'officer', culture, city, { bodies: [culture] }),
    examiner: await addPlayer(database, 'Thẩm định viên', 'foreign-affairs', foreign, city, { roots: [city] }),
    authority: await addPlayer(database, 'Chủ tịch', 'authority', office, city, { roots: [city] }),
    travellingAuthority: await addPlayer(
      database,
      'Phó Chủ tịch',
      'authority',
      office,
      city,
      { roots: [city] },
      { personId: traveller },
    ),
    otherHead: await addPlayer(database, 'Giám đốc Văn hóa', 'unit-head', culture, city, { bodies: [culture] }),
    administrator: await addPlayer(database, 'Quản trị', 'administrator', office, city, { roots: [city] }),
    mission: await addPlayer(database, 'Đại sứ quán', 'mission', office, city, { countries: ['JP'] }),
  }
  await inScope(database.pool, HOUSEKEEPING, (transaction) =>
    insertGrant(transaction, {
      bodyId: office,
      rootId: city,
      rules: [],
      from: '2020-01-01',
      to: null,
      document: { number: '01/QC-UBND', on: '2020-01-01' },
      enteredBy: 'Quản trị',
    }),
  )
  const players = await appForPlayers(database, people, {
    routes: delegationRoutes(law),
    now: () => new Date(`${day}T03:00:00Z`),
  })
  return { ...players, city, science, culture, traveller, people }
}

/** The request of an acceptance case: `01-compliant`. */
export async function caseRequest(name: string): Promise<{ asOf: string; dossier: JsonObject }> {
  const text = await readFile(new URL(`../acceptance/${name}.json`, import.meta.url), 'utf8')
  return (JSON.parse(text) as { request: { asOf: string; dossier: JsonObject } }).request
}

/** What a unit has to weigh before it submits; the contract has no field for it. */
export const WEIGHED = {
  virtual: { able: false, reason: 'Phải ký trực tiếp' },
  mission: { able: false, reason: 'Vượt thẩm quyền của cơ quan đại diện' },
  offPlan: 'Lời mời đến sau khi kế hoạch được duyệt',
}

/** A dossier of the department of science with this content, whole enough to be submitted, entered by its officer; its id. */
export async function enter(world: DelegationWorld, dossier: JsonObject): Promise<string> {
  const { status, body } = await world.send('officer', 'POST', '/api/delegations/import', {
    bodyId: world.science,
    dossier: { weighed: WEIGHED, ...dossier },
  })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.id
}

/** An acceptance case as it would be in another year, for a system whose clock nobody sets. */
export function yearsLater<Part extends Json>(part: Part, years: number): Part {
  const moved = JSON.stringify(part)
    .replaceAll(/"(\d{4})(-\d\d-\d\d")/g, (_, year, rest) => `"${Number(year) + years}${rest}`)
    .replaceAll(/"year":(\d{4})/g, (_, year) => `"year":${Number(year) + years}`)
  return JSON.parse(moved) as Part
}

/** What is said with a step where nothing else is: cases may travel on days that have passed, and nobody was heard. */
const SAID: Record<string, object> = {
  submit: { lateReason: 'Hồ sơ của ca thử' },
  recommend: { reason: 'Đã trao đổi miệng với nơi được hỏi', recommendation: 'approve' },
}

/** Takes a step with a dossier as it stands now. */
export async function take(
  world: DelegationWorld,
  who: DelegationPlayer,
  action: string,
  id: string,
  more: object = {},
): Promise<Answer> {
  const reader = ['examiner', 'authority', 'travellingAuthority'].includes(who) ? 'examiner' : 'officer'
  const { body } = await world.send(reader, 'GET', `/api/delegations/${id}`)
  const said = { version: body.version ?? 1, ...SAID[action], ...more }
  return world.send(who, 'POST', `/api/delegations/${id}/${action}`, said)
}

/** The money of the state budget as a dossier states it: whoever cuts people, days or countries confirms it, or states less. */
export async function moneyAsStated(world: DelegationWorld, id: string): Promise<{ funds: object[] }> {
  const { body } = await world.send('examiner', 'GET', `/api/delegations/${id}`)
  const entries = (body.content.funding ?? []) as { key: string; source: string; amount?: { amount: number } }[]
  const funds = entries.flatMap(({ key, source, amount }) =>
    source === 'state-budget' && amount ? [{ key, amount: amount.amount }] : [],
  )
  return { funds }
}

/** Who takes which step, and what is said with it. */
export type Walked = readonly [who: DelegationPlayer, action: string, said?: object]

/** Takes one step after the other with a dossier. Throws where one is refused. */
export async function walk(world: DelegationWorld, id: string, steps: readonly Walked[]): Promise<void> {
  for (const [who, action, more] of steps) {
    const { status, body } = await take(world, who, action, id, more)
    if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`)
  }
}

/** Brings a dossier from its draft to its examination. */
export function toExamination(world: DelegationWorld, id: string): Promise<void> {
  return walk(world, id, [
    ['officer', 'submit'],
    ['head', 'sign'],
    ['examiner', 'receive'],
  ])
}

/** Brings a dossier from its draft to the desk of the authority; `heard`: everybody who was asked has agreed by letter. */
export async function toAuthority(world: DelegationWorld, id: string, { heard = false } = {}): Promise<void> {
  await toExamination(world, id)
  if (heard) await hear(world, id)
  await walk(world, id, [['examiner', 'recommend']])
}

/** Everybody who is asked about a dossier under examination agrees by letter. */
export async function hear(world: DelegationWorld, id: string): Promise<void> {
  const { body: view } = await world.send('examiner', 'GET', `/api/delegations/${id}`)
  for (const { id: opinion } of view.opinions) {
    const letter = { answer: 'agrees', number: '88/CV', on: TODAY }
    const { status, body } = await world.send('examiner', 'POST', `/api/delegation-opinions/${opinion}/enter`, letter)
    if (status !== 200) throw new Error(JSON.stringify(body))
  }
}
