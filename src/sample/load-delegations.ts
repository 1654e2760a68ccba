import { beforeDecision, type DelegationAction, type Named, type OwnTrip } from '../delegations/index.ts'
import { type Program, runEndpoint } from '../http/program.ts'
import { addDays, type Day, daysFromTo } from '../kernel/day.ts'
import type { CheckResult } from '../law/index.ts'
import type { Plan } from '../plans/index.ts'
import { SAMPLE_ACCOUNTS } from './accounts.ts'
import { SAMPLE_DELEGATIONS, type SampleDelegation } from './delegations.ts'
import type { SampleAccounts } from './load-accounts.ts'
import { type BodyIds, id } from './load-bodies.ts'
import { samplePeople } from './people.ts'

/** Who takes a step, where the sample has an account for it. */
const TAKEN_BY: Partial<Record<DelegationAction, string>> = {
  receive: 'ngoaivu.thamdinh',
  recommend: 'ngoaivu.thamdinh',
  return: 'ngoaivu.thamdinh',
  // The leaders in these delegations are cadres whom the Party Committee manages.
  agree: 'thanhuy',
  approve: 'chutich',
}

/** Steps in which norms are waived by name. */
const WAIVES: ReadonlySet<DelegationAction> = new Set(['agree', 'approve'])

/** Dossiers at every stage, entered and moved through the same doors as real ones. */
export async function loadDelegations(
  program: Program,
  bodies: BodyIds,
  people: ReadonlyMap<string, string>,
  accounts: SampleAccounts,
): Promise<void> {
  await grantAuthority(program, bodies)
  for (const [index, one] of SAMPLE_DELEGATIONS.entries()) {
    const begun = { ...program, today: addDays(one.way[0]?.on ?? '2026-11-20', -3) }
    const input = { bodyId: id(bodies, one.body), dossier: dossierOf(one, people) }
    const { id: made } = (await runEndpoint(begun, 'POST /api/delegations/import', input)) as { id: string }
    if (one.line !== undefined) await linkLine(begun, made, input.bodyId, one)
    for (const { action, on } of one.way) {
      const at = { ...as(program, accounts.get(TAKEN_BY[action] ?? '')), today: on }
      const { version } = (await runEndpoint(at, 'GET /api/delegations/:id', { id: made })) as { version: number }
      await runEndpoint(at, `POST /api/delegations/:id/${action}`, {
        id: made,
        version,
        ...saidAt(one, action, on, index),
        ...(WAIVES.has(action) && one.waived ? { waivers: await waivers(at, made, on, one.waived) } : {}),
      })
      if (action === 'receive') await assess(at, made, one)
      if (action === 'receive' && one.complete) {
        await hear(at, made, on)
        await sign({ ...program, today: on }, made, one, accounts)
      }
    }
  }
}

/** The same program at work for somebody. */
function as(program: Program, account: { id: string; name: string } | undefined): Program {
  const { visitor } = program
  if (visitor?.account === undefined || account === undefined) return program
  return { ...program, visitor: { ...visitor, account: { ...visitor.account, ...account } } }
}

async function assess(program: Program, id: string, { assessed = [] }: SampleDelegation): Promise<void> {
  for (const one of assessed) await runEndpoint(program, 'POST /api/delegations/:id/assessments', { id, ...one })
}

/** Everybody who is asked has agreed by letter. */
async function hear(program: Program, id: string, on: Day): Promise<void> {
  const { opinions } = (await runEndpoint(program, 'GET /api/delegations/:id', { id })) as {
    opinions: { id: string }[]
  }
  for (const [at, opinion] of opinions.entries()) {
    const letter = { id: opinion.id, answer: 'agrees', number: `${300 + at}/CV-MẪU`, on }
    await runEndpoint(program, 'POST /api/delegation-opinions/:id/enter', letter)
  }
}

/** Members who have an account sign for themselves. */
async function sign(program: Program, id: string, { body, seats }: SampleDelegation, accounts: SampleAccounts) {
  for (const { login } of SAMPLE_ACCOUNTS.filter((one) => one.body === body && seats.includes(one.seat))) {
    const own = as(program, accounts.get(login))
    const trips = (await runEndpoint(own, 'GET /api/own/declarations', {})) as OwnTrip[]
    const texts = trips.find((trip) => trip.id === id)?.declarations.map(({ text: { kind, hash } }) => ({ kind, hash }))
    if (texts) await runEndpoint(own, 'POST /api/own/declarations', { delegationId: id, texts })
  }
}

/** Every norm that a decision of this day must allow by name, each with its grounds. */
async function waivers(
  program: Program,
  id: string,
  on: Day,
  said: NonNullable<SampleDelegation['waived']>,
): Promise<object[]> {
  const { result, standing } = (await runEndpoint(program, 'GET /api/delegations/:id/check', {
    id,
    asOf: on,
    deciding: 'yes',
  })) as {
    result: CheckResult
    standing: Named[]
  }
  return beforeDecision(result.findings, standing).waivable.map(({ rule, norm, subject }) => ({
    rule,
    norm,
    ...(subject ? { subject } : {}),
    ...said[rule],
  }))
}

/** Links a dossier to the line of the plan in force that has this title. */
async function linkLine(program: Program, made: string, bodyId: string, { line, days }: SampleDelegation) {
  const asked = { state: 'approved', bodyId, year: days.from.slice(0, 4) }
  const { items: plans } = (await runEndpoint(program, 'GET /api/plans', asked)) as { items: { id: string }[] }
  const plan = (await runEndpoint(program, 'GET /api/plans/:id', { id: plans[0]?.id })) as Plan
  const planItemId = plan.items.find(({ fields }) => fields.title === line)?.id
  if (planItemId === undefined) throw new Error(`the sample has no line called ${line}`)
  await runEndpoint(program, 'POST /api/delegations/:id/link-line', { id: made, version: 1, planItemId })
}

/** The city's authorities may allow exceptions to every norm that knows any. */
async function grantAuthority(program: Program, bodies: BodyIds): Promise<void> {
  for (const body of ['committee', 'party']) {
    await runEndpoint({ ...program, today: '2026-01-05' }, 'POST /api/exception-authorities', {
      bodyId: id(bodies, body),
      rules: [],
      from: '2020-01-01',
      document: { number: '01/QC-MẪU', on: '2020-01-01' },
    })
  }
}

function saidAt({ note, line }: SampleDelegation, action: string, on: Day, index: number): object {
  switch (action) {
    case 'submit':
      return { lateReason: 'Đối tác xác nhận lịch muộn' }
    case 'recommend':
      return {
        recommendation: 'approve',
        reason: line === undefined ? 'Đủ hồ sơ; ngoài kế hoạch, đơn vị đã nêu lý do' : 'Đủ hồ sơ, đúng kế hoạch',
      }
    case 'return':
      return {
        reason: 'Đề nghị hoàn thiện theo các yêu cầu kèm theo',
        notes: note ? [{ field: note.field, note: note.text }] : [],
      }
    case 'cancel':
      return { reason: 'Phía bạn chuyển sang họp trực tuyến' }
    case 'agree':
      return { document: { number: `${100 + index}-TB/TU-MẪU`, on }, accepts: 'Chương trình chi tiết kèm theo' }
    case 'approve':
      return {
        document: { number: `${200 + index}/QĐ-MẪU`, on },
        accepts: 'Các nội dung còn lại bổ sung trước ngày đi',
      }
    default:
      return {}
  }
}

function dossierOf(one: SampleDelegation, people: ReadonlyMap<string, string>): object {
  const { title, purpose, host, days, million, complete, explained = {} } = one
  const { statement, ...said } = purpose
  const amount = { amount: million * 1_000_000, currency: 'VND' }
  const papersOn = addDays(one.way[0]?.on ?? '2026-11-20', -10)
  return {
    title,
    purpose: { ...said, practicality: { statement } },
    hosts: [host],
    trip: {
      departure: days.from,
      return: days.back,
      stays: [{ country: host.country, arrive: days.from, leave: days.to }],
    },
    weighed: {
      virtual: { able: false, reason: 'Cần làm việc trực tiếp, ký hoặc khảo sát tại chỗ' },
      mission: { able: false, reason: 'Nội dung chuyên môn của đơn vị, cơ quan đại diện không làm thay được' },
      offPlan: 'Đối tác mời sau khi kế hoạch năm được phê duyệt',
    },
    programme: programmeOf(one),
    members: membersOf(one, people),
    organiser: 'agency',
    ...(million > 0 ? { funding: [{ source: 'state-budget', amount }], estimate: { total: amount } } : {}),
    ...(complete
      ? {
          invitations: [{ from: host.name, kind: host.kind, solicited: false }],
          documents: {
            proposal: { number: '12/ĐA-MẪU', on: papersOn },
            programme: { on: papersOn },
            invitation: { on: papersOn },
            hostLawBriefing: { on: papersOn },
          },
          consultations: [
            { with: 'mission', country: host.country, on: papersOn, answer: 'agrees' },
            { with: 'department-of-foreign-affairs', on: papersOn, answer: 'agrees' },
          ],
          overlaps: [],
          explanations: Object.entries(explained).map(([rule, text]) => ({ rule, text })),
        }
      : {}),
  }
}

/** Work on each day in the country, travel on the way there and back. */
function programmeOf({ host, purpose, days }: SampleDelegation): object[] {
  const work = daysFromTo(days.from, days.to).slice(1)
  return [
    { day: days.from, activity: 'travel' },
    ...work.map((day) => ({
      day,
      country: host.country,
      activity: 'working-session',
      partner: host.name,
      topic: purpose.content,
    })),
    { day: days.back, activity: 'travel' },
  ]
}

function membersOf({ body, seats, complete }: SampleDelegation, people: ReadonlyMap<string, string>): object[] {
  const own = samplePeople().filter((person) => person.body === body)
  return seats.flatMap((seat, at) => {
    const person = own[seat]
    const personId = person && people.get(person.code)
    if (person === undefined || personId === undefined) return []
    return [
      {
        personId,
        name: person.name,
        role: at === 0 ? 'head' : 'member',
        task: at === 0 ? 'Chủ trì làm việc, ký văn bản' : 'Tham gia làm việc, tổng hợp nội dung',
        ...(complete ? { declaresNoSecrets: true, carriesSecrets: false, socialMediaUndertaking: true } : {}),
      },
    ]
  })
}
