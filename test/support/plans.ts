import type { Scope } from '../../src/db/scope.ts'
import { HOUSEKEEPING, inScope } from '../../src/db/scope.ts'
import type { Principal, Visitor } from '../../src/http/who.ts'
import { insertAccount, insertHolding, ROLES, type Role } from '../../src/identity/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import { loadLaw } from '../../src/law/index.ts'
import { planRoutes } from '../../src/plans/index.ts'
import type { TestDatabase } from './database.ts'
import { type Answer, appForPlayers, type PlayersApp } from './players.ts'
import { addBody } from './register.ts'
import { testVisitor } from './visitor.ts'

export const YEAR = 2027

/** A city with two units and its department of foreign affairs, and people in every role that has to do with plans. */
export interface PlanWorld extends PlayersApp<Player> {
  city: string
  health: string
  culture: string
  foreign: string
  people: Record<Player, Visitor>
}

const PLAYERS = [
  'officer',
  'head',
  'cultureOfficer',
  'cultureHead',
  'foreignAffairs',
  'foreignOfficer',
  'foreignHead',
  'authority',
  'mission',
  'ministry',
] as const
export type Player = (typeof PLAYERS)[number]

export async function openPlanWorld(database: TestDatabase): Promise<PlanWorld> {
  const city = await addBody(database, 'Thành phố', { level: 'province' })
  const health = await addBody(database, 'Sở Y tế', { root: city })
  const culture = await addBody(database, 'Sở Văn hóa', { root: city })
  const foreign = await addBody(database, 'Sở Ngoại vụ', { root: city })
  const office = await addBody(database, 'Văn phòng UBND', { root: city })
  const player = (name: string, role: Role, body: string, scope: Scope) =>
    addPlayer(database, name, role, body, city, scope)
  const people: Record<Player, Visitor> = {
    officer: await player('Chuyên viên Y tế', 'officer', health, { bodies: [health] }),
    head: await player('Giám đốc Y tế', 'unit-head', health, { bodies: [health] }),
    cultureOfficer: await player('Chuyên viên Văn hóa', 'officer', culture, { bodies: [culture] }),
    cultureHead: await player('Giám đốc Văn hóa', 'unit-head', culture, { bodies: [culture] }),
    foreignAffairs: await player('Trưởng phòng Ngoại vụ', 'foreign-affairs', foreign, { roots: [city] }),
    foreignOfficer: await player('Chuyên viên Ngoại vụ', 'officer', foreign, { bodies: [foreign] }),
    foreignHead: await player('Giám đốc Ngoại vụ', 'unit-head', foreign, { bodies: [foreign] }),
    authority: await player('Lãnh đạo thành phố', 'authority', office, { roots: [city] }),
    mission: await player('Cơ quan đại diện', 'mission', office, { countries: ['JP'] }),
    ministry: await player('Bộ tổng hợp', 'authority', office, { reportingRoots: [city] }),
  }
  const players = await appForPlayers(database, people, { routes: planRoutes(loadLaw()) })
  return { ...players, city, health, culture, foreign, people }
}

/** Somebody with an account who holds a role in a body, and reaches so far. */
export async function addPlayer(
  database: TestDatabase,
  name: string,
  role: Role,
  bodyId: string,
  rootId: string,
  scope: Scope,
  more: { personId?: string; onBehalfOf?: Principal } = {},
): Promise<Visitor> {
  const id = newId()
  await inScope(database.pool, HOUSEKEEPING, async (transaction) => {
    await insertAccount(transaction, {
      id,
      login: `u-${id}`,
      name,
      personId: more.personId ?? null,
      rootId,
      email: null,
    })
    await insertHolding(transaction, {
      id: newId(),
      accountId: id,
      role,
      bodyId,
      rootId,
      validFrom: '2020-01-01',
      validTo: null,
      document: null,
    })
  })
  const visitor = testVisitor(ROLES[role].permissions, scope, { id, name, personId: more.personId })
  return { ...visitor, onBehalfOf: () => more.onBehalfOf }
}

/** A line that may be signed: everything is stated. */
export function fullLine(title: string, more: object = {}) {
  return {
    direction: 'outgoing',
    title,
    purposeKind: 'working',
    purpose: 'Bàn kế hoạch hợp tác',
    result: 'Biên bản ghi nhớ',
    host: 'Cơ quan đối tác',
    countries: ['JP'],
    monthFrom: 4,
    monthTo: 4,
    days: 3,
    headcount: 5,
    costs: [{ source: 'state-budget', amount: 500_000_000 }],
    task: 'Chương trình công tác năm',
    virtual: { able: false, reason: 'phải ký trực tiếp' },
    mission: { able: false, reason: 'cần chuyên môn y tế' },
    ...more,
  }
}

/** A plan with these lines, as its officer leaves it: its id and the ids of the lines. */
export async function draftPlan(
  world: PlanWorld,
  bodyId: string,
  officer: Player,
  lines: object[],
  travelLine = 5_000_000_000,
): Promise<{ id: string; items: string[] }> {
  const { body: plan } = await world.send(officer, 'POST', '/api/plans', { bodyId, year: YEAR })
  await world.send(officer, 'POST', `/api/plans/${plan.id}`, { version: 1, travelLine, note: '' })
  const saved = await world.send(officer, 'POST', `/api/plans/${plan.id}/items`, {
    rows: lines.map((fields) => ({ fields })),
  })
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body))
  return { id: plan.id, items: saved.body.items.map((item: { id: string }) => item.id) }
}

/** Takes a step with a plan as it stands now. */
export async function step(
  world: PlanWorld,
  who: Player | Visitor,
  action: string,
  id: string,
  more: object = {},
): Promise<Answer> {
  const version = await versionOf(world, id)
  return world.send(who, 'POST', `/api/plans/move/${action}`, { plans: [{ id, version }], ...more })
}

async function versionOf(world: PlanWorld, id: string): Promise<number> {
  for (const reader of PLAYERS) {
    const { status, body } = await world.send(reader, 'GET', `/api/plans/${id}`)
    if (status === 200) return body.version
  }
  throw new Error(`nobody sees plan ${id}`)
}

/** Brings a plan from its draft to the desk of the consolidating body. */
export async function toConsolidation(world: PlanWorld, id: string, officer: Player, head: Player): Promise<void> {
  for (const [who, action] of [
    [officer, 'submit'],
    [head, 'sign'],
    ['foreignAffairs', 'receive'],
  ] as const) {
    const { status, body } = await step(world, who, action, id)
    if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`)
  }
}

/** Keeps every line, proposes and approves. */
export async function approveAsIs(world: PlanWorld, id: string, number = '12/KH-UBND'): Promise<void> {
  const { body: plan } = await world.send('foreignAffairs', 'GET', `/api/plans/${id}`)
  await world.send('foreignAffairs', 'POST', `/api/plans/${id}/decisions`, {
    decisions: plan.items
      .filter(
        (item: { standing: string; decisions: unknown[] }) =>
          item.standing === 'planned' && item.decisions.length === 0,
      )
      .map((item: { id: string; version: number }) => ({ itemId: item.id, version: item.version, kind: 'keep' })),
  })
  for (const [who, action, more] of [
    ['foreignAffairs', 'propose', {}],
    ['authority', 'approve', { document: { number, on: '2026-01-05' } }],
  ] as const) {
    const { status, body } = await step(world, who, action, id, more)
    if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`)
  }
}
