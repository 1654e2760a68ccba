import { readFile } from 'node:fs/promises'
import type { Json } from '../../src/delegations/content/json.ts'
import { dayInVietnam } from '../../src/kernel/day.ts'
import { WEIGHED, yearsLater } from '../support/delegations.ts'
import { YEARS } from './plans.ts'
import { attachFile, attachPaper } from './uploads.ts'
import type { Do } from './world.ts'

/** How far a dossier of a unit has come. */
const WAY = {
  draft: [],
  submitted: ['submit'],
  signed: ['submit', 'sign'],
  /** It was submitted when another procedure was in use. */
  overtaken: ['submit', 'sign'],
  examining: ['submit', 'sign', 'receive'],
  /** Everybody has been heard about it, and it departs in years to come. */
  simple: ['submit', 'sign', 'receive', 'hear'],
  returned: ['submit', 'sign', 'receive', 'return'],
  proposed: ['submit', 'sign', 'receive', 'recommend'],
  passedUp: ['submit', 'sign', 'receive', 'recommend', 'pass-up'],
  paused: ['submit', 'sign', 'receive', 'pause'],
  approved: ['submit', 'sign', 'receive', 'recommend', 'approve'],
  urgent: ['submit', 'sign-urgent', 'approve'],
  amending: ['submit', 'sign', 'receive', 'recommend', 'approve', 'amend', 'save'],
  amended: ['submit', 'sign', 'receive', 'recommend', 'approve', 'amend', 'save', 'propose-change'],
  changePassedUp: ['submit', 'sign', 'receive', 'recommend', 'approve', 'amend', 'save', 'propose-change', 'pass-up'],
} as const
export type DossierStage = keyof typeof WAY
export const DOSSIER_STAGES = Object.keys(WAY) as DossierStage[]

/** A dossier as it stands, with what requests about it have to name. */
export interface MadeDossier {
  id: string
  version: number
  /** Its latest step; empty for a draft. */
  stepId: string
  /** What its return asked for; empty where it was not returned. */
  noteId: string
  /** Its last member, who has no account. */
  memberKey: string
  /** The question to the mission; empty where nobody was asked. */
  missionId: string
  /** A picture that was attached while it was a draft. */
  attachmentId: string
  /** A picture that was attached by those who examine; empty where it has not come to them. */
  paperId: string
}

/** The document by which dossiers are approved, on the day on which they are laid before the authority. */
export const DECISION = { number: '15/QĐ', on: dayInVietnam(new Date()) }

const MORE: Partial<Record<string, object>> = {
  return: { reason: 'Chưa rõ', notes: [{ note: 'Nêu rõ mục đích' }] },
  submit: { lateReason: 'Ca thử' },
  recommend: { recommendation: 'approve', reason: 'Đã trao đổi miệng' },
  approve: { document: DECISION, accepts: 'Đã rõ' },
  pause: { reason: 'Chờ đối tác' },
  'pass-up': { reason: 'Vượt thẩm quyền', authority: 'Thủ tướng Chính phủ' },
  'sign-urgent': { reason: 'Gấp' },
  amend: { reason: 'Đổi mục đích' },
}

/** What every dossier of a unit is called. */
export function dossierTitleOf(unit: string): string {
  return `Hồ sơ của ${unit}`
}

/** A dossier in good order of a unit that goes to this country. */
export async function dossierOf(unit: string, country: string): Promise<Json> {
  const text = await readFile(new URL('../acceptance/01-compliant.json', import.meta.url), 'utf8')
  const { request } = JSON.parse(
    text.replaceAll('"JP"', `"${country}"`).replaceAll('Sở Khoa học và Công nghệ Hà Nội', unit),
  ) as { request: { dossier: object } }
  return { ...request.dossier, weighed: WEIGHED, title: dossierTitleOf(unit) } as Json
}

/** Makes a dossier, which rests on a line of the plan once it is more than a draft, and brings it so far. */
export async function makeDossier(
  run: Do,
  unit: { body: string; name: string; country: string; line: string; lineAhead: string; person: string },
  stage: DossierStage,
): Promise<MadeDossier> {
  const ahead = stage === 'simple'
  const stated = await dossierOf(unit.name, unit.country)
  const dossier = ahead ? yearsLater(stated, YEARS.ahead - YEARS.approved) : stated
  const { id } = (await run('POST /api/delegations/import', { bodyId: unit.body, dossier })) as { id: string }
  if (stage === 'draft') await takeAlong(run, id, unit.person)
  const attachmentId = await attachFile(run, id)
  const planItemId = ahead ? unit.lineAhead : unit.line
  if (stage !== 'draft') await run('POST /api/delegations/:id/link-line', { id, version: 1, planItemId })
  for (const action of WAY[stage]) {
    const { version, opinions } = await read(run, id)
    if (action === 'hear') await hearAll(run, opinions)
    else if (action === 'save')
      await run('POST /api/delegations/:id/save', { id, changes: [await newPurpose(run, id)] })
    else await run(`POST /api/delegations/:id/${action}`, { id, version, ...MORE[action] })
  }
  const { version, state, steps, notes, opinions, content } = await read(run, id)
  const paperId = state === 'examining' ? await attachPaper(run, id) : ''
  const missionId = opinions.find(({ party }) => party === 'mission')?.id ?? ''
  const memberKey = content.members.at(-1)?.key ?? ''
  const about = { memberKey, missionId, attachmentId, paperId }
  return { id, version, stepId: steps.at(-1)?.id ?? '', noteId: notes[0]?.id ?? '', ...about }
}

/** Puts somebody of the register in the place of the first member, and asks for the declarations. */
async function takeAlong(run: Do, id: string, personId: string): Promise<void> {
  const { content } = await read(run, id)
  const at = `members/${content.members[0]?.key}/personId`
  await run('POST /api/delegations/:id/save', { id, changes: [{ at, to: personId }] })
  await run('POST /api/delegations/:id/declarations/ask', { id })
}

/** Everybody who was asked agrees by letter. */
async function hearAll(run: Do, opinions: readonly { id: string }[]): Promise<void> {
  const letter = { answer: 'agrees', number: '1/CV', on: DECISION.on }
  for (const { id } of opinions) await run('POST /api/delegation-opinions/:id/enter', { id, ...letter })
}

/** A change of what a decided dossier says it is for. */
async function newPurpose(run: Do, id: string) {
  const { content } = await read(run, id)
  return { at: 'purpose/summary', from: content.purpose.summary, to: 'Mục đích khác' }
}

function read(run: Do, id: string) {
  return run('GET /api/delegations/:id', { id }) as Promise<{
    version: number
    state: string
    steps: { id: string }[]
    notes: { id: string }[]
    opinions: { id: string; party: string }[]
    content: { purpose: { summary: string }; members: { key: string }[] }
  }>
}
