import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  delegationWorld,
  enter,
  moneyAsStated,
  onDay,
  TODAY,
  take,
  toExamination,
  walk,
} from '../../../test/support/delegations.ts'
import type { JsonObject } from '../content/json.ts'

/** Cadres of the centre go with the approval of whoever manages them, given before the decision; nobody else speaks for them. */

const { world } = delegationWorld()

const DECISION = { document: { number: '15/QĐ-UBND', on: TODAY }, accepts: 'Đã rõ', reason: 'Việc gấp' }

const view = async (id: string) => (await world.send('examiner', 'GET', `/api/delegations/${id}`)).body

/** A dossier in good order under examination, whose members are managed so, one after the other. */
async function examining(...levels: string[]): Promise<string> {
  const { dossier } = await caseRequest('01-compliant')
  const members = (dossier.members as JsonObject[]).map((one, at) => ({ ...one, managedBy: levels[at] ?? 'unit' }))
  const id = await enter(world, { ...dossier, members })
  await toExamination(world, id)
  return id
}

async function letter(id: string, partyName: string, said: object = {}): Promise<void> {
  const { opinions } = await view(id)
  const asked = opinions.find((one: { partyName: string }) => one.partyName === partyName)
  const whole = { answer: 'agrees', number: '88-TB/TW', on: TODAY, ...said }
  const { status, body } = await world.send('examiner', 'POST', `/api/delegation-opinions/${asked.id}/enter`, whole)
  if (status !== 200) throw new Error(JSON.stringify(body))
}

/** The words with which the decision is refused. */
async function refusal(id: string, said: object = DECISION): Promise<string> {
  const { status, body } = await take(world, 'authority', 'approve', id, said)
  expect(status).toBe(422)
  return body.error.message.vi
}

const approvalsOf = async (id: string) =>
  (await view(id)).facts
    .filter(({ at, value }: { at: string; value: unknown }) => at.endsWith('/personnelApproval') && value !== null)
    .map(({ value }: { value: { by: string } }) => value.by)
    .toSorted()

describe('the approval of cadres', () => {
  it('is asked of whoever manages them: each body of the centre for its own, the organisation board for the Standing Committee', async () => {
    const id = await examining('politburo', 'secretariat', 'standing-committee')
    const asked: { party: string; partyName: string; silence: string; mine: boolean }[] = (await view(id)).opinions
    const boards = asked.filter(({ party }) => party === 'cadre-authority' || party === 'organisation-board')
    expect(boards.map(({ partyName, silence, mine }) => [partyName, silence, mine]).toSorted()).toEqual([
      ['Ban Bí thư', 'waits', false],
      ['Ban Tổ chức Thành ủy', 'waits', false],
      ['Bộ Chính trị', 'waits', false],
    ])
    await letter(id, 'Ban Tổ chức Thành ủy')
    expect(await approvalsOf(id)).toEqual(['Ban Tổ chức Thành ủy'])
    await letter(id, 'Ban Bí thư')
    expect(await approvalsOf(id)).toEqual(['Ban Bí thư', 'Ban Tổ chức Thành ủy'])
  })

  it('by the centre bars the decision by name until it is there, not the agreement in principle; who is cut out needs none', async () => {
    const id = await examining('politburo', 'secretariat', 'standing-committee')
    await letter(id, 'Ban Tổ chức Thành ủy')
    await walk(world, id, [
      ['examiner', 'recommend'],
      ['authority', 'agree', DECISION],
    ])
    const bare = await refusal(id)
    expect(bare).toContain('Nguyễn Văn An – Bộ Chính trị (chưa trả lời)')
    expect(bare).toContain('Trần Thị Bình – Ban Bí thư (chưa trả lời)')
    expect(bare).toContain('cắt người đó khỏi đoàn')
    await letter(id, 'Bộ Chính trị')
    await letter(id, 'Ban Bí thư', { answer: 'objects', text: 'Bận nhiệm vụ khác' })
    const one = await refusal(id)
    expect([one.includes('Nguyễn Văn An'), one.includes('Trần Thị Bình – Ban Bí thư (không đồng ý)')]).toEqual([
      false,
      true,
    ])
    const [, second] = (await view(id)).content.members
    await walk(world, id, [
      ['authority', 'approve', { ...DECISION, ...(await moneyAsStated(world, id)), cuts: { members: [second.key] } }],
    ])
  })

  it('is of a day no later than the decision, by a numbered paper that agrees', async () => {
    const id = await examining('politburo')
    await letter(id, 'Bộ Chính trị', { answer: 'no-objection' })
    await walk(world, id, [
      ['examiner', 'recommend'],
      ['authority', 'agree', DECISION],
    ])
    expect(await refusal(id)).toContain('chưa phải văn bản đồng ý có số')
    onDay('2026-04-06')
    await letter(id, 'Bộ Chính trị', { on: '2026-04-06' })
    expect(await refusal(id)).toContain('văn bản ngày 06/04/2026, sau ngày quyết định')
    await walk(world, id, [
      ['authority', 'approve', { ...DECISION, document: { number: '15/QĐ-UBND', on: '2026-04-06' } }],
    ])
    onDay(TODAY)
  })

  it('is asked for besides only where that body manages somebody here, and is no approval of another', async () => {
    const id = await examining('politburo')
    const ask = (partyName: string) =>
      world.send('examiner', 'POST', `/api/delegations/${id}/opinions`, {
        ...{ party: 'cadre-authority', partyName, question: 'Đề nghị duyệt nhân sự' },
      })
    const stray = await ask('Ban Bí thư')
    expect([stray.status, stray.body.error.faults[0].path]).toEqual([400, 'partyName'])
    expect((await ask('Bộ Chính trị')).status).toBe(200)
  })

  it('is asked anew for who comes in by a change: the approval of one is none of another', async () => {
    const id = await examining('politburo')
    await letter(id, 'Bộ Chính trị')
    await walk(world, id, [
      ['examiner', 'recommend'],
      ['authority', 'agree', DECISION],
      ['authority', 'approve', DECISION],
      ['officer', 'amend', { reason: 'Thay người' }],
    ])
    const [first] = (await view(id)).content.members
    await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [{ at: `members/${first.key}/name`, from: first.name, to: 'Người Thay' }],
    })
    await walk(world, id, [
      ['head', 'propose-change'],
      ['authority', 'agree-change', { document: DECISION.document }],
    ])
    const { status, body } = await take(world, 'authority', 'redecide', id, DECISION)
    expect([status, body.error.message.vi]).toEqual([
      422,
      expect.stringContaining('Người Thay – Bộ Chính trị (chưa trả lời)'),
    ])
    await letter(id, 'Bộ Chính trị')
    expect((await take(world, 'authority', 'redecide', id, DECISION)).body.error).toBeUndefined()
  })
})
