import { type Program, runEndpoint } from '../http/program.ts'
import type { Plan, PlanItemFields } from '../plans/index.ts'
import { type BodyIds, id } from './load-bodies.ts'
import { samplePeople } from './people.ts'
import { SAMPLE_ITEMS, type SampleItem } from './plan-items.ts'

/** How far the plan of a body has come. */
type Stage = 'draft' | 'submitted' | 'signed' | 'consolidating' | 'proposed' | 'approved'

/** The year that is being planned: every stage is to be seen. */
const NEXT_YEAR: Record<string, Stage> = {
  culture: 'draft',
  tourism: 'submitted',
  health: 'signed',
  hospital: 'signed',
  finance: 'consolidating',
  construction: 'consolidating',
  'farming-environment': 'consolidating',
  science: 'proposed',
  'home-affairs': 'approved',
  'bacninh-foreign-affairs': 'draft',
}
/** Bodies that were there before the mergers of 2025. */
const LAST_YEAR = ['culture', 'tourism', 'health', 'finance', 'foreign-affairs', 'committee', 'construction']
const STEPS: [stage: Stage, action: string][] = [
  ['submitted', 'submit'],
  ['signed', 'sign'],
  ['consolidating', 'receive'],
  ['proposed', 'propose'],
  ['approved', 'approve'],
]
const MILLION = 1_000_000

/** Plans of three years: one that is over, one that runs, with money spent and an adjustment under way, one in the making. */
export async function loadPlans(program: Program, bodies: BodyIds, people: ReadonlyMap<string, string>): Promise<void> {
  const context = { program, bodies, people }
  for (const key of LAST_YEAR) await makePlan(context, key, 2025, 'approved')
  for (const key of Object.keys(SAMPLE_ITEMS)) await makePlan(context, key, 2026, 'approved')
  for (const [key, stage] of Object.entries(NEXT_YEAR)) await makePlan(context, key, 2027, stage)
  await adjust(context, 'tourism', 2026)
}

interface Context {
  program: Program
  bodies: BodyIds
  people: ReadonlyMap<string, string>
}

async function makePlan({ program, bodies, people }: Context, key: string, year: number, until: Stage): Promise<void> {
  const at = { ...program, today: `${year - 1}-11-20` }
  const items = (SAMPLE_ITEMS[key] ?? []).filter((_, index) => year !== 2025 || index < 2)
  const line = Math.ceil(items.reduce((sum, item) => sum + item.millions, 0) / 100) * 100 * MILLION
  const { id: planId } = (await run(at, 'POST /api/plans', { bodyId: id(bodies, key), year })) as { id: string }
  const rows = items.map((item, index) => ({ fields: fieldsOf(item, key, people, (index + 1) * 10) }))
  await run(at, 'POST /api/plans/:id/items', { id: planId, rows })
  const first = await plan(at, planId)
  await run(at, 'POST /api/plans/:id', { id: planId, version: first.version, travelLine: line, note: '' })
  for (const [stage, action] of STEPS) {
    if (reached(until) < reached(stage)) break
    if (action === 'propose') await decideAll(at, planId)
    await move(at, planId, action, year)
  }
  if (until === 'consolidating') await decideSome(at, planId)
  if (until === 'approved' && year < 2027) await spend(at, planId, year)
}

function reached(stage: Stage): number {
  return STEPS.findIndex(([one]) => one === stage)
}

function move(program: Program, planId: string, action: string, year: number): Promise<unknown> {
  return plan(program, planId).then(({ id: planOf, version }) =>
    run(program, `POST /api/plans/move/${action}`, {
      plans: [{ id: planOf, version }],
      ...(action === 'approve' ? { document: { number: `${year % 100}/QĐ-MẪU`, on: `${year - 1}-11-18` } } : {}),
    }),
  )
}

/** Everything is kept as asked, save what is dearest and can wait: fewer go. */
async function decideAll(program: Program, planId: string): Promise<void> {
  const { items } = await plan(program, planId)
  const decisions = items.map(({ id: itemId, version, fields }) => {
    const cut = fields.direction === 'outgoing' && (fields.headcount ?? 0) > 10
    return cut
      ? {
          itemId,
          version,
          kind: 'reduce',
          change: { headcount: 10, people: [] },
          reason: 'Đoàn quá đông so với giới hạn',
        }
      : { itemId, version, kind: 'keep' }
  })
  await run(program, 'POST /api/plans/:id/decisions', { id: planId, decisions })
  const decided = await plan(program, planId)
  const answers = decided.items.flatMap(({ decisions: made }) => {
    const last = made.at(-1)
    return last && last.kind !== 'keep' && last.answer === null
      ? [{ decisionId: last.id, kind: 'accept', text: 'Đơn vị thống nhất' }]
      : []
  })
  if (answers.length > 0) await run(program, 'POST /api/plans/:id/answers', { id: planId, answers })
}

/** Consolidation has just begun: one line is kept, one moved to another time. */
async function decideSome(program: Program, planId: string): Promise<void> {
  const [first, second] = (await plan(program, planId)).items
  const decisions = [
    ...(first ? [{ itemId: first.id, version: first.version, kind: 'keep' }] : []),
    ...(second
      ? [
          {
            itemId: second.id,
            version: second.version,
            kind: 'shift',
            change: { monthFrom: 11, monthTo: 11 },
            reason: 'Tháng dự kiến đã có ba đoàn đến cùng nước',
          },
        ]
      : []),
  ]
  await run(program, 'POST /api/plans/:id/decisions', { id: planId, decisions })
}

/** What a year that runs has decided and spent so far: lines of the past months are settled, later ones committed. */
async function spend(program: Program, planId: string, year: number): Promise<void> {
  const { items } = await plan(program, planId)
  for (const [index, { id: itemId, fields }] of items.entries()) {
    const [cost] = fields.costs
    const month = fields.monthFrom ?? 1
    if (cost === undefined || fields.direction === 'incoming' || (year === 2026 && month > 11)) continue
    const half = month <= 6 ? 1 : 2
    const document = `${100 + index}/QĐ-MẪU`
    const committed = {
      itemId,
      kind: 'committed',
      cost,
      half,
      on: `${year}-${two(Math.max(1, month - 1))}-10`,
      document,
    }
    await run({ ...program, today: `${year}-12-01` }, 'POST /api/money', committed)
    if (year === 2026 && month > 9) continue
    const amount = Math.round((cost.amount * (88 + ((index * 7) % 12))) / 100)
    const spent = { ...committed, kind: 'spent', cost: { ...cost, amount }, on: `${year}-${two(month)}-25` }
    await run({ ...program, today: `${year}-12-01` }, 'POST /api/money', spent)
  }
}

/** During the year something unforeseen comes up: an adjustment with a line outside the plan. */
async function adjust({ program, bodies, people }: Context, key: string, year: number): Promise<void> {
  const at = { ...program, today: `${year}-09-10` }
  const list = (await run(at, 'GET /api/plans', { bodyId: id(bodies, key), year })) as { items: { id: string }[] }
  const [inForce] = list.items
  if (inForce === undefined) throw new Error(`${key} has no plan of ${year}`)
  const reason = 'Phát sinh lời mời sau khi kế hoạch được duyệt'
  const { id: edition } = (await run(at, 'POST /api/plans/:id/adjust', { id: inForce.id, reason })) as { id: string }
  const item: SampleItem = {
    title: 'Dự diễn đàn du lịch các thành phố',
    kind: 'conference',
    countries: ['KR'],
    host: 'Ban tổ chức diễn đàn tại Busan',
    months: [12, 12],
    days: 4,
    headcount: 4,
    millions: 280,
    result: 'Bài trình bày về du lịch Hà Nội; ba cuộc làm việc',
    task: 'Chương trình công tác đối ngoại của Thành ủy',
  }
  const fields = {
    ...fieldsOf(item, key, people, 90),
    offPlan: true,
    justification: 'Ban tổ chức gửi lời mời chính thức ngày 02/09, sau khi kế hoạch năm đã được phê duyệt.',
  }
  await run(at, 'POST /api/plans/:id/items', { id: edition, rows: [{ fields, adjustReason: reason }] })
}

function fieldsOf(
  item: SampleItem,
  key: string,
  people: ReadonlyMap<string, string>,
  position: number,
): Partial<PlanItemFields> {
  const head = samplePeople().find(({ body }) => body === key)
  const headId = head && people.get(head.code)
  const led = item.withHead && head && headId
  const others = item.headcount - (led ? 1 : 0)
  return {
    direction: item.incoming ? 'incoming' : 'outgoing',
    title: item.title,
    purposeKind: item.kind,
    purpose: item.title,
    result: item.result,
    host: item.host,
    countries: item.countries,
    monthFrom: item.months[0],
    monthTo: item.months[1],
    days: item.days,
    headcount: item.headcount,
    people: [
      ...(led ? [{ post: head.posts.at(-1)?.title ?? 'Trưởng đoàn', count: 1, personId: headId }] : []),
      { post: 'Chuyên viên và lãnh đạo phòng', count: others, personId: null },
    ],
    costs: [
      {
        source: item.source ?? 'state-budget',
        amount: item.millions * MILLION,
        currency: 'VND',
        rate: null,
        rateDay: null,
        rateSource: null,
      },
    ],
    priority: item.priority ?? 2,
    task: item.task,
    virtual: { able: false, reason: 'Phải xem tận nơi và làm việc trực tiếp với nhiều cơ quan' },
    mission: { able: false, reason: 'Nội dung chuyên môn cần cán bộ của đơn vị trực tiếp làm' },
    position,
  }
}

function plan(program: Program, planId: string): Promise<Plan> {
  return run(program, 'GET /api/plans/:id', { id: planId }) as Promise<Plan>
}

function run(program: Program, address: string, input: unknown): Promise<unknown> {
  return runEndpoint(program, address, input)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
