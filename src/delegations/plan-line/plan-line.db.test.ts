import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  openDelegationWorld,
  take,
  WEIGHED,
} from '../../../test/support/delegations.ts'
import { addPlanLine } from '../../../test/support/plan-line.ts'
import type { Finding } from '../../law/index.ts'

const { database, world } = delegationWorld()

const linePlace = () => ({ root: world.city, body: world.science })

async function link(id: string, planItemId: string | null, who: DelegationPlayer = 'officer') {
  const { body } = await world.send('officer', 'GET', `/api/delegations/${id}`)
  return world.send(who, 'POST', `/api/delegations/${id}/link-line`, { version: body.version, planItemId })
}

/** How the norms on the plan judge the dossier. */
async function inPlan(id: string): Promise<string[]> {
  const { body } = await world.send('officer', 'GET', `/api/delegations/${id}/check`)
  const outcomes = (body.result.findings as Finding[]).flatMap(({ rule, outcome }) =>
    rule === 'in-plan' ? outcome : [],
  )
  return [...new Set(outcomes)]
}

describe('a dossier of a unit with a plan', () => {
  it('is outside the plan until a line is linked, whatever item a file or an officer names', async () => {
    const line = await addPlanLine(database, linePlace())
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    expect(await inPlan(id)).toEqual(['violated'])
    await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [
        { at: 'plan/itemId', from: 'KH-07', to: line },
        { at: 'contests', to: {} },
        { at: 'contests/plan.itemId', to: 'Có trong bản giấy' },
      ],
    })
    expect(await inPlan(id)).toEqual(['violated'])
    expect((await link(id, line)).status).toBe(200)
    expect(await inPlan(id)).toEqual(['pass'])
    const { body: shown } = await world.send('officer', 'GET', `/api/delegations/${id}/plan-line`)
    expect(shown.line).toMatchObject({ originId: line, title: 'Dòng thử', year: 2026, countries: ['JP'] })
    expect((await link(id, null)).status).toBe(200)
    expect(await inPlan(id)).toEqual(['violated'])
    const { body: edits } = await world.send('officer', 'GET', `/api/delegations/${id}/edits`)
    expect(edits.items.slice(0, 2).map((one: { changes: object[] }) => one.changes[0])).toEqual([
      { at: 'planLine', from: '2026 · Dòng thử' },
      { at: 'planLine', to: '2026 · Dòng thử' },
    ])
  })

  it('rests on the line only while the plan still has it', async () => {
    const line = await addPlanLine(database, linePlace())
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    await link(id, line)
    await addPlanLine(database, linePlace(), { title: 'Dòng khác, sau điều chỉnh' })
    expect(await inPlan(id)).toEqual(['violated'])
  })

  it('is linked to lines of its own unit, approved, of the year in which it departs, and to no others', async () => {
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    const others = [
      await addPlanLine(database, { root: world.city, body: world.culture }),
      await addPlanLine(database, linePlace(), { state: 'draft' }),
      await addPlanLine(database, linePlace(), { year: 2027 }),
    ]
    const answers = [await link(id, others[0] ?? ''), await link(id, others[1] ?? ''), await link(id, others[2] ?? '')]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 422])
    expect(answers[2]?.body.error.message.vi).toContain('năm 2027')
  })

  it('keeps its line once the head has it, and is linked by nobody but its unit', async () => {
    const line = await addPlanLine(database, linePlace())
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    expect((await link(id, line, 'otherOfficer')).status).toBe(404)
    expect((await link(id, line, 'examiner')).status).toBe(403)
    await link(id, line)
    await take(world, 'officer', 'submit', id)
    const late = await link(id, null)
    expect([late.status, late.body.error.message.en]).toEqual([
      422,
      expect.stringContaining('only while it is a draft'),
    ])
  })

  it('is not linked over what a colleague has changed meanwhile', async () => {
    const line = await addPlanLine(database, linePlace())
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    await world.send('colleague', 'POST', `/api/delegations/${id}/save`, {
      changes: [{ at: 'purpose/requirements', from: 'x', to: 'x' }],
    })
    const stale = await world.send('officer', 'POST', `/api/delegations/${id}/link-line`, {
      version: 9,
      planItemId: line,
    })
    expect(stale.status).toBe(409)
  })
})

it('is submitted only when other ways were weighed and, without a line, the reason is stated; lists tell who is outside the plan', async () => {
  const line = await addPlanLine(database, linePlace())
  const { dossier } = await caseRequest('01-compliant')
  const id = await enter(world, { ...dossier, weighed: { virtual: WEIGHED.virtual } })
  const refused = await take(world, 'officer', 'submit', id)
  expect(refused.status).toBe(422)
  expect(refused.body.error.message.vi).toMatch(/cơ quan đại diện.*ngoài kế hoạch năm/)
  const listed = async (more = '') => {
    const { body } = await world.send('officer', 'GET', `/api/delegations?size=200${more}`)
    return (body.items as { id: string; offPlan: boolean }[]).find((one) => one.id === id)?.offPlan
  }
  expect([await listed(), await listed('&offPlan=yes')]).toEqual([true, true])
  await link(id, line)
  expect([await listed(), await listed('&offPlan=yes')]).toEqual([false, undefined])
  const mission = { at: 'weighed/mission', to: WEIGHED.mission }
  await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes: [mission] })
  expect((await take(world, 'officer', 'submit', id)).status).toBe(200)
})

it('lets a unit state the item of a plan that is on paper only, while the register has no plan of it', async () => {
  const fresh = await openDelegationWorld(database)
  const { dossier } = await caseRequest('01-compliant')
  const { body } = await fresh.send('officer', 'POST', '/api/delegations/import', { bodyId: fresh.science, dossier })
  const { body: check } = await fresh.send('officer', 'GET', `/api/delegations/${body.id}/check`)
  const found = (check.result.findings as Finding[]).filter(({ rule }) => rule === 'in-plan')
  expect(found.map(({ outcome }) => outcome)).toEqual(['pass', 'pass'])
  await fresh.app.close()
})
