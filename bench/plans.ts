/**
 * How fast the lists of plans answer over HTTP at 50,000 lines, on a PostgreSQL started for it, as callers of narrow and of
 * wide scope. `npm run bench:plans`; with `--plans` the database tells how it finds the answers that miss the goal, with
 * `--all-plans` each of them.
 */
import type { Database } from '../src/db/connect.ts'
import { HOUSEKEEPING, inScope } from '../src/db/scope.ts'
import { newId } from '../src/kernel/ids.ts'
import { searchKey } from '../src/kernel/vietnamese.ts'
import { loadLaw } from '../src/law/index.ts'
import { planRoutes } from '../src/plans/index.ts'
import {
  bodyVersion,
  type Caller,
  explain,
  insertRows,
  measure,
  onPostgres,
  type Question,
  serve,
  time,
} from './registers-server.ts'

const UNITS = 1000
const YEARS = [2023, 2024, 2025, 2026, 2027]
const LINES_A_PLAN = 10

const SUBJECTS = [
  'Chuyển đổi số',
  'Y tế dự phòng',
  'Quản lý đô thị',
  'Du lịch xanh',
  'Xử lý nước thải',
  'Đào tạo giáo viên',
]
const ACTS = ['Học tập kinh nghiệm', 'Ký kết hợp tác', 'Xúc tiến đầu tư', 'Dự hội nghị', 'Khảo sát']
const COUNTRIES = ['JP', 'KR', 'CN', 'SG', 'TH', 'FR', 'DE', 'US', 'AU', 'LA']
const QUESTIONS: Question[] = [
  ['kế hoạch', '/api/plans'],
  ['kế hoạch năm 2027', '/api/plans?year=2027'],
  ['dòng: mọi năm', '/api/plan-items'],
  ['dòng: trang 100', '/api/plan-items?page=100'],
  ['dòng: năm 2026', '/api/plan-items?year=2026'],
  ['tìm: chuyen doi so', '/api/plan-items?q=chuyen%20doi%20so'],
  ['tìm: y te 2026', '/api/plan-items?q=y%20te&year=2026'],
  ['tìm: không có', '/api/plan-items?q=zzz'],
  ['nước và tháng', '/api/plan-items?country=JP&month=4&year=2027'],
  ['nguồn', '/api/plan-items?source=state-budget&year=2027'],
  ['chờ trả lời', '/api/plan-items?decision=waiting&year=2027'],
  ['theo tháng', '/api/plan-items?sort=month'],
  ['đông người trước', '/api/plan-items?sort=-headcount&direction=outgoing'],
  ['kinh phí', '/api/money?year=2026&by=source'],
  ['việc của tôi', '/api/work'],
]
const BOARD: Question = ['bảng tổng hợp', '/api/plans-board?year=2027']

await onPostgres(async (database, url) => {
  const { root, bodies } = await fill(database)
  const province: Caller = ['cả tỉnh (root)', { roots: [root] }]
  const callers: Caller[] = [
    ['một đơn vị (unit)', { bodies: bodies.slice(0, 1) }],
    province,
    ['trung ương (reporting)', { reportingRoots: [root] }],
    ['cơ quan đại diện (mission)', { countries: ['JP'] }],
  ]
  const permissions = ['plans.read', 'own.read', 'plans.consolidate'] as const
  const subject = { routes: planRoutes(loadLaw()), permissions }
  console.log(`${UNITS * YEARS.length * LINES_A_PLAN} lines, ${UNITS * YEARS.length} plans`)
  const missed = await measure(database, subject, callers, QUESTIONS)
  const app = await serve(database, subject, province[1])
  const [median, late] = await time(app, BOARD, 5)
  console.log(`the board of ${UNITS} units: ${median.toFixed(0)} ms, ${late.toFixed(0)} ms`)
  await app.close()
  const all = callers.flatMap((caller) => QUESTIONS.map((question): [Caller, Question] => [caller, question]))
  if (process.argv.includes('--plans')) await explain(url, subject, missed)
  if (process.argv.includes('--all-plans')) await explain(url, subject, all)
})

/** One root with every plan in it: the widest scope sees all of them. */
async function fill({ pool }: Database): Promise<{ root: string; bodies: string[] }> {
  const root = newId()
  const bodies = Array.from({ length: UNITS }, () => newId())
  await inScope(pool, HOUSEKEEPING, async (transaction) => {
    const all = [root, ...bodies]
    await insertRows(
      transaction,
      'body',
      all.map((id, at) => ({ id, root_id: root, code: `H26.${at}`, created_at: '2020-01-01' })),
    )
    await insertRows(
      transaction,
      'body_version',
      all.map((id, at) =>
        bodyVersion(id, root, id === root ? null : root, id === root ? 'Thành phố' : `Đơn vị số ${at}`, at),
      ),
    )
    for (const year of YEARS) {
      const plans = bodies.map((bodyId) => planOf(bodyId, root, year))
      await insertRows(transaction, 'plan', plans)
      for (let at = 0; at < plans.length; at += 100) {
        const items = plans.slice(at, at + 100).flatMap((plan, index) => linesOf(plan, at + index))
        await insertRows(transaction, 'plan_item', items)
        await insertRows(transaction, 'plan_item_cost', items.map(costOf))
        await insertRows(transaction, 'plan_decision', items.map(decisionOf))
      }
    }
  })
  await pool.query('vacuum analyze')
  return { root, bodies }
}

function planOf(body_id: string, root_id: string, year: number) {
  const state = year < 2027 ? 'approved' : 'consolidating'
  return {
    id: newId(),
    root_id,
    body_id,
    year,
    edition: 1,
    state,
    note: '',
    version: 1,
    changed_at: '2026-01-01',
    changed_by: 'An',
  }
}

function linesOf(plan: ReturnType<typeof planOf>, number: number) {
  return Array.from({ length: LINES_A_PLAN }, (_, at) => {
    const seed = number * 7 + at * 13 + plan.year
    const pick = <Item>(list: readonly Item[], factor: number) => list[Math.floor(seed * factor) % list.length] as Item
    const title = `${pick(ACTS, 0.31)} về ${pick(SUBJECTS, 1)} đợt ${seed % 997}`
    const id = newId()
    const texts = {
      purpose: 'Bàn kế hoạch hợp tác',
      result: 'Biên bản',
      host: 'Cơ quan đối tác',
      task: 'Chương trình năm',
    }
    return {
      id,
      plan_id: plan.id,
      root_id: plan.root_id,
      body_id: plan.body_id,
      origin_id: id,
      year: plan.year,
      edition: 1,
      plan_state: plan.state,
      standing: 'planned',
      direction: seed % 5 === 0 ? 'incoming' : 'outgoing',
      title,
      purpose_kind: 'working',
      ...texts,
      countries: seed % 4 === 0 ? [pick(COUNTRIES, 1), 'IT'] : [pick(COUNTRIES, 1)],
      month_from: (seed % 12) + 1,
      month_to: (seed % 12) + 1,
      days: 3 + (seed % 5),
      headcount: 3 + (seed % 7),
      people: [],
      person_ids: [],
      priority: 1 + (seed % 3),
      off_plan: seed % 20 === 0,
      justification: '',
      position: at,
      search_key: searchKey(title, texts.host, texts.purpose, texts.task),
      adjust_reason: '',
      decision: seed % 7 > 4 ? 'waiting' : 'decided',
      touched: {},
      version: 1,
      changed_at: '2026-01-01',
      changed_by: 'An',
    }
  })
}

type Line = ReturnType<typeof linesOf>[number]

function costOf({ id, plan_id, root_id, body_id, headcount }: Line) {
  const vnd = headcount * 90_000_000
  return { item_id: id, plan_id, root_id, body_id, source: 'state-budget', amount: vnd, currency: 'VND', vnd }
}

function decisionOf({ id, plan_id, root_id, body_id, headcount }: Line) {
  const kind = headcount > 7 ? 'reduce' : 'keep'
  const change = kind === 'keep' ? {} : { headcount: 7 }
  return {
    id: newId(),
    item_id: id,
    plan_id,
    root_id,
    body_id,
    round: 1,
    kind,
    change,
    reason: 'Gọn nhẹ',
    final: false,
    by_name: 'An',
    at: '2026-01-02',
  }
}
