import type { Plan } from '../../src/plans/index.ts'
import type { Do } from './world.ts'

/** In which year a unit has a plan that has come so far: one a year. */
export const YEARS = {
  approved: 2026,
  adjusting: 2027,
  /** Approved as well: for trips that are yet to come, whenever this is run. */
  ahead: 2039,
  draft: 2031,
  submitted: 2032,
  signed: 2033,
  consolidating: 2034,
  decided: 2035,
  proposed: 2036,
} as const
export type Stage = keyof typeof YEARS
export const STAGES = Object.keys(YEARS) as Stage[]

/** A year in which no unit has a plan. */
export const FREE_YEAR = 2040

/** A plan as it stands, with what requests about it have to name. */
export interface MadePlan {
  id: string
  version: number
  items: { id: string; version: number }[]
  /** As its last step froze it. */
  versionId: string
  /** A decision that waits for the unit’s answer. */
  decisionId: string
}

const TO_CONSOLIDATION = ['submit', 'sign', 'receive']
const WAY: Record<Stage, readonly string[]> = {
  draft: [],
  submitted: ['submit'],
  signed: ['submit', 'sign'],
  consolidating: [...TO_CONSOLIDATION, 'decide some'],
  decided: [...TO_CONSOLIDATION, 'decide'],
  proposed: [...TO_CONSOLIDATION, 'decide', 'propose'],
  approved: [...TO_CONSOLIDATION, 'decide', 'propose', 'approve'],
  ahead: [...TO_CONSOLIDATION, 'decide', 'propose', 'approve'],
  adjusting: [...TO_CONSOLIDATION, 'decide', 'propose', 'approve', 'adjust'],
}

/** The document by which plans are approved. */
export const APPROVAL = { number: '12/QĐ', on: '2026-01-05' }

/** What every line of a unit’s plans is called. */
export function titleOf(unit: string): string {
  return `Đoàn của ${unit}`
}

/** A line on which everything is stated. */
export function lineOf(unit: string, country: string) {
  return {
    direction: 'outgoing',
    title: titleOf(unit),
    purposeKind: 'working',
    purpose: 'Bàn hợp tác',
    result: 'Biên bản ghi nhớ',
    host: 'Cơ quan đối tác',
    countries: [country],
    monthFrom: 4,
    monthTo: 4,
    days: 3,
    headcount: 5,
    costs: [{ source: 'state-budget', amount: 500_000_000 }],
    task: 'Chương trình công tác năm',
    virtual: { able: false, reason: 'phải ký trực tiếp' },
    mission: { able: false, reason: 'cần chuyên môn của đơn vị' },
  }
}

/** Makes a plan of three lines and brings it so far. */
export async function makePlan(
  run: Do,
  unit: { body: string; name: string; country: string },
  stage: Stage,
): Promise<MadePlan> {
  const begun = { bodyId: unit.body, year: YEARS[stage] }
  let { id } = (await run('POST /api/plans', begun)) as { id: string }
  const rows = [1, 2, 3].map((position) => ({ fields: { ...lineOf(unit.name, unit.country), position } }))
  await run('POST /api/plans/:id/items', { id, rows })
  const { version } = await read(run, id)
  await run('POST /api/plans/:id', { id, version, travelLine: 5_000_000_000, note: '' })
  for (const step of WAY[stage]) id = await take(run, id, step)
  const plan = await read(run, id)
  const versions = (await run('GET /api/plans/:id/versions', { id })) as { id: string }[]
  return {
    id,
    version: plan.version,
    items: plan.items.map((item) => ({ id: item.id, version: item.version })),
    versionId: versions.at(-1)?.id ?? '',
    decisionId: plan.items[1]?.decisions.at(-1)?.id ?? '',
  }
}

/** Takes one step; gives the id of the plan, which an adjustment changes. */
async function take(run: Do, id: string, step: string): Promise<string> {
  const plan = await read(run, id)
  if (step === 'adjust') {
    return ((await run('POST /api/plans/:id/adjust', { id, reason: 'Phát sinh' })) as { id: string }).id
  }
  if (step.startsWith('decide')) {
    const decisions = plan.items.map(({ id: itemId, version }) => ({ itemId, version, kind: 'keep' }))
    const shift = { ...decisions[1], kind: 'shift', change: { monthFrom: 9, monthTo: 9 }, reason: 'Trùng tháng' }
    await run('POST /api/plans/:id/decisions', { id, decisions: step === 'decide' ? decisions : [decisions[0], shift] })
    return id
  }
  const document = step === 'approve' ? { document: APPROVAL } : {}
  await run(`POST /api/plans/move/${step}`, { plans: [{ id, version: plan.version }], ...document })
  return id
}

function read(run: Do, id: string): Promise<Plan> {
  return run('GET /api/plans/:id', { id }) as Promise<Plan>
}
