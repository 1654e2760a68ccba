import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './browser.ts'
import { caseRequest, WEIGHED, yearsLater } from './delegations.ts'
import { type DossierPages, dossierPages } from './dossier-pages.ts'
import { type ENGINES, type SampleServer, startSampleServer } from './sample-server.ts'
import type { SampleVisits } from './sample-visits.ts'

/** Accounts of the sample, by what they do with a dossier of the department of culture. */
export const OFFICER = 'vanhoa.chuyenvien'
export const HEAD = 'vanhoa.giamdoc'
export const EXAMINER = 'ngoaivu.thamdinh'
export const AUTHORITY = 'chutich'
export const MISSION = 'daisuquan.nhatban'
export const CULTURE = 'Sở Văn hóa và Thể thao Hà Nội'

/** The server goes by the true clock: the acceptance cases, of 2026, travel next year. */
export const YEAR = new Date().getFullYear() + 1

/** Somebody of a delegation as a case states them. */
export interface Person {
  unit: string
  [field: string]: unknown
}

/** A step, who takes it, and what is said with it. */
export type Taken = readonly [login: string, action: string, said?: object]

/** Dossiers of the department of culture, brought to a stage without anybody looking at a page. */
export interface DossierWay {
  /** One like an acceptance case, changed where it says; its address. */
  begin(name: string, change?: (people: Person[]) => Person[], more?: object): Promise<string>
  /** One step after the other. */
  walk(dossier: string, steps: readonly Taken[]): Promise<void>
  /** From its draft to the desk of the examiners. */
  bringToExamination(dossier: string): Promise<void>
  /** From its draft to the desk of the authority, though nobody was heard. */
  bringToAuthority(dossier: string): Promise<void>
  /** From its draft to its decision by a document of this number, which allows whatever it has to. */
  bringToDecision(dossier: string, number: string): Promise<void>
  /** What is said with a decision that allows by name what the law wants so, and takes what is missing. */
  allowAll(dossier: string, number: string): Promise<object>
  /** Parties that are asked about a dossier under examination, all unless some are named, agree by letters that the examiners enter. */
  agreeByLetter(dossier: string, ...parties: string[]): Promise<void>
  /** Links a draft to a line of the approved plan, by its title. */
  link(dossier: string, line: string): Promise<void>
  /** The dossier as somebody reads it. */
  // biome-ignore lint/suspicious/noExplicitAny: what came over HTTP is looked at by the tests
  read(login: string, dossier: string): Promise<any>
  /** A plan of the year in force, with a line on which the clean case can rest; gives the title of the line. */
  approvePlan(): Promise<string>
}

/** Late, since the clock of a test may stand close to the departure. */
export const SUBMIT: Taken = [OFFICER, 'submit', { lateReason: 'Lời mời đến muộn' }]
/** To the examiners' desk. */
export const TO_EXAMINATION: readonly Taken[] = [SUBMIT, [HEAD, 'sign'], [EXAMINER, 'receive']]
const RECOMMEND: Taken = [EXAMINER, 'recommend', { recommendation: 'approve', reason: 'Đã trao đổi qua điện thoại' }]

interface Found {
  rule: string
  norm: string
  subject?: string
  outcome: string
  severity: string
}

/** The ways of dossiers over the doors that `send` reaches. */
export function dossierWay(send: SampleVisits['send']): DossierWay {
  const read = (login: string, dossier: string) => send(login, 'GET', `/api/delegations/${idOf(dossier)}`)
  const take = async (dossier: string, [login, action, said]: Taken) => {
    const { version } = await read(login, dossier)
    await send(login, 'POST', `/api/delegations/${idOf(dossier)}/${action}`, { version, ...said })
  }
  const way: DossierWay = {
    read,
    async begin(name, change = (people) => people, more = {}) {
      const dossier = yearsLater((await caseRequest(name)).dossier, YEAR - 2026)
      const people = (dossier.members as unknown as Person[]).map((one) => ({ ...one, unit: CULTURE }))
      const { id } = await send(OFFICER, 'POST', '/api/delegations/import', {
        bodyId: await cultureOf(send),
        dossier: { ...dossier, weighed: WEIGHED, members: change(people), ...more },
      })
      return `/doan-ra/${id}`
    },
    async walk(dossier, steps) {
      for (const step of steps) await take(dossier, step)
    },
    bringToExamination: (dossier) => way.walk(dossier, TO_EXAMINATION),
    bringToAuthority: (dossier) => way.walk(dossier, [...TO_EXAMINATION, RECOMMEND]),
    async bringToDecision(dossier, number) {
      await way.bringToAuthority(dossier)
      await take(dossier, [AUTHORITY, 'approve', await way.allowAll(dossier, number)])
    },
    async allowAll(dossier, number) {
      const { result } = await send(AUTHORITY, 'GET', `/api/delegations/${idOf(dossier)}/check?deciding=yes`)
      const grounds = 'Thông báo kết luận số 15-TB/TU'
      const waivers = (result.findings as Found[])
        .filter(({ outcome, severity }) => outcome !== 'pass' && outcome !== 'waived' && severity === 'needs-exception')
        .map(({ rule, norm, subject }) => ({
          rule,
          norm,
          ...(subject ? { subject } : {}),
          grounds,
          reasonCode: 'leaders-task',
        }))
      return { document: { number, on: today() }, waivers, accepts: 'Bổ sung trước ngày đi' }
    },
    async agreeByLetter(dossier, ...parties) {
      const { opinions } = await read(EXAMINER, dossier)
      for (const { id, party } of opinions) {
        if (parties.length > 0 && !parties.includes(party)) continue
        const letter = { answer: 'agrees', number: '88/CV', on: today() }
        await send(EXAMINER, 'POST', `/api/delegation-opinions/${id}/enter`, letter)
      }
    },
    async link(dossier, line) {
      const { version, body } = await read(OFFICER, dossier)
      const wanted = `state=approved&standing=planned&direction=outgoing&bodyId=${body.id}&year=${YEAR}`
      const { items } = await send(OFFICER, 'GET', `/api/plan-items?${wanted}&size=200`)
      const planItemId = items.find(({ title }: { title: string }) => title === line).id
      await send(OFFICER, 'POST', `/api/delegations/${idOf(dossier)}/link-line`, { version, planItemId })
    },
    approvePlan: () => approvePlan(send),
  }
  return way
}

/** The id of a dossier at this address. */
export function idOf(dossier: string): string {
  return dossier.split('/').at(-1) ?? ''
}

/** Today in Việt Nam. */
export function today(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
}

async function cultureOf(send: SampleVisits['send']): Promise<string> {
  const { items } = await send(OFFICER, 'GET', '/api/bodies?size=200')
  return items.find(({ name }: { name: string }) => name === CULTURE).id
}

/** A line of the yearly plan that says what the clean case does. */
const LINE = {
  direction: 'outgoing',
  title: 'Làm việc với cơ quan cấp thoát nước Kyoto',
  purposeKind: 'working',
  purpose: 'Thống nhất kế hoạch hợp tác',
  result: 'Biên bản ghi nhớ',
  host: 'Cục Cấp thoát nước thành phố đối tác',
  countries: ['JP'],
  monthFrom: 5,
  monthTo: 5,
  days: 4,
  headcount: 3,
  people: [
    { post: 'Phó Giám đốc', count: 1, personId: null },
    { post: 'Chuyên viên', count: 2, personId: null },
  ],
  costs: [
    { source: 'state-budget', amount: 280_000_000, currency: 'VND', rate: null, rateDay: null, rateSource: null },
  ],
  priority: 1,
  task: 'Chương trình công tác đối ngoại của Thành ủy',
  virtual: { able: false, reason: 'Phải ký trực tiếp' },
  mission: { able: false, reason: 'Vượt thẩm quyền của cơ quan đại diện' },
  position: 90,
}

/** Takes the draft of the sample's plan, or one of its own where the sample has none of that year, to its approval. */
async function approvePlan(send: SampleVisits['send']): Promise<string> {
  const bodyId = await cultureOf(send)
  const { items } = await send(OFFICER, 'GET', `/api/plans?bodyId=${bodyId}&year=${YEAR}`)
  const id = items[0]?.id ?? (await send(OFFICER, 'POST', '/api/plans', { bodyId, year: YEAR })).id
  const plan = (login: string) => send(login, 'GET', `/api/plans/${id}`)
  await send(OFFICER, 'POST', `/api/plans/${id}/items`, { rows: [{ fields: LINE }] })
  const { version } = await plan(OFFICER)
  await send(OFFICER, 'POST', `/api/plans/${id}`, { version, travelLine: 3_500_000_000, note: '' })
  const move = async (login: string, action: string, more = {}) => {
    const { version } = await plan(login)
    await send(login, 'POST', `/api/plans/move/${action}`, { plans: [{ id, version }], ...more })
  }
  await move(OFFICER, 'submit')
  await move(HEAD, 'sign')
  await move(EXAMINER, 'receive')
  const lines = (await plan(EXAMINER)).items as { id: string; version: number }[]
  const decisions = lines.map(({ id: itemId, version }) => ({ itemId, version, kind: 'keep' }))
  await send(EXAMINER, 'POST', `/api/plans/${id}/decisions`, { decisions })
  await move(EXAMINER, 'propose')
  await move(AUTHORITY, 'approve', { document: { number: '90/QĐ-UBND', on: today() } })
  return LINE.title
}

/** What journeys with dossiers of the sample need: their pages, the way of the dossiers, and where the server is. */
export interface DossierJourney extends DossierPages, DossierWay {
  address(): string
}

/** Starts the sample on an engine, and a browser, for the tests of one file. */
export function dossierJourney(engine: (typeof ENGINES)[number]): DossierJourney {
  let server: SampleServer
  let browser: Browser
  beforeAll(async () => {
    server = await startSampleServer(engine)
    browser = await openBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  const address = () => server.address
  const pages = dossierPages(() => browser, address)
  return { ...pages, ...dossierWay(pages.send), address }
}
