import { beforeEach, describe, expect, it } from 'vitest'
import { caseRequest, delegationWorld, enter, take, toAuthority, walk } from '../../../test/support/delegations.ts'
import { addPlanLine } from '../../../test/support/plan-line.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'

/** The money on the line of the plan follows what is decided: less after a cut, none where the trip does not take place. */

const { database, world } = delegationWorld()

const DECISION = { document: { number: '15/QĐ-UBND', on: '2026-04-02' }, accepts: 'Đã rõ' }
/** What the case states that the state budget pays; no norm says what the trip costs. */
const STATED = 280_000_000

let id: string
let members: { key: string }[]
let fund: string

const view = async () => (await world.send('officer', 'GET', `/api/delegations/${id}`)).body

async function edit(...changes: object[]): Promise<void> {
  const { status, body } = await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })
  if (status !== 200 || body.clashes.length > 0) throw new Error(JSON.stringify(body))
}

/** What stands for the dossier on its line, and how it came to that. */
async function ledger() {
  const { body } = await world.send('officer', 'GET', `/api/delegations/${id}/estimate`)
  const { rows } = await database.pool.query(
    `select kind, vnd from money_entry where dossier_id = $1 order by at, id`,
    [id],
  )
  return [body.plan.own, rows.map(({ kind, vnd }) => `${kind} ${Number(vnd)}`)]
}

/** A dossier with the authority, resting on a line of 500 million of the plan in force. */
beforeEach(async () => {
  id = await enter(world, (await caseRequest('01-compliant')).dossier)
  const { content } = await view()
  members = content.members
  fund = content.funding[0].key
  await toAuthority(world, id)
  const line = await addPlanLine(database, { root: world.city, body: world.science }, { planned: 500_000_000 })
  await inScope(database.pool, HOUSEKEEPING, (open) =>
    open.updateTable('delegation').set({ plan_line: line }).where('id', '=', id).execute(),
  )
})

const fewer = () => ({ members: [members[2]?.key ?? ''] })
const left = (amount: number) => ({ funds: [{ key: fund, amount }] })

/** The faults with which a step is refused. */
async function faults(action: string, said: object): Promise<string[]> {
  const { status, body } = await take(world, 'authority', action, id, said)
  return status === 400 ? body.error.faults.map(({ path }: { path: string }) => path) : [`${status}`]
}

/** Somebody is left out after the decision, and the change signed off. */
async function leaveOut(...more: object[]): Promise<void> {
  await walk(world, id, [
    ['authority', 'approve', DECISION],
    ['officer', 'amend', { reason: 'Bận việc khác' }],
  ])
  await edit({ at: `members/${members[2]?.key}`, from: members[2] }, ...more)
  await walk(world, id, [['head', 'propose-change']])
}

describe('the money of a decision that cuts', () => {
  it('is what whoever decides states, where the estimate cannot say it: asked for, no more than before', async () => {
    const asked = await world.send(
      'authority',
      'GET',
      `/api/delegations/${id}/check?deciding=yes&cuts=${encodeURIComponent(JSON.stringify(fewer()))}`,
    )
    expect(asked.body.funds).toEqual([{ key: fund, payer: '', amount: STATED, currency: 'VND' }])
    const cut = { ...DECISION, cuts: fewer() }
    expect(await faults('approve', cut)).toEqual(['funds[0].amount'])
    expect(await faults('approve', { ...cut, ...left(STATED + 1) })).toEqual(['funds[0].amount'])
    expect(await faults('approve', { ...DECISION, ...left(180_000_000) })).toEqual(['funds'])
    await walk(world, id, [['authority', 'approve', { ...cut, ...left(180_000_000) }]])
    expect(await ledger()).toEqual([180_000_000, ['committed 180000000']])
    const { content, steps } = await view()
    expect([content.funding[0].amount.amount, content.estimate.total.amount]).toEqual([180_000_000, 180_000_000])
    expect(steps.at(-1).said.funds).toEqual(left(180_000_000).funds)
  })

  it('is asked of nobody once the delegation is refused', async () => {
    await walk(world, id, [['authority', 'refuse', { document: DECISION.document, reason: 'Chưa cần thiết' }]])
    const { status, body } = await world.send('examiner', 'GET', `/api/delegations/${id}/check?deciding=yes`)
    expect([status, body.funds]).toEqual([200, []])
  })

  it('may stay where the old sum is stated again by name', async () => {
    await walk(world, id, [['authority', 'approve', { ...DECISION, cuts: fewer(), ...left(STATED) }]])
    expect(await ledger()).toEqual([STATED, [`committed ${STATED}`]])
  })

  it('follows by itself where the estimate is whole', async () => {
    const cost = (item: string) => ({
      at: `costs/lines/${item}`,
      to: {
        key: item,
        item,
        what: 'x',
        units: 3,
        amount: { amount: 10_000_000, currency: 'VND' },
        payer: 'state-budget',
      },
    })
    await walk(world, id, [
      ['authority', 'hand-back', { reason: 'Lập dự toán' }],
      ['examiner', 'return', { reason: 'Lập dự toán' }],
    ])
    await edit(
      { at: 'costs', to: {} },
      { at: 'costs/lines', to: [] },
      ...['airfare', 'accommodation', 'meals'].map(cost),
    )
    await toAuthority(world, id)
    await walk(world, id, [['authority', 'approve', { ...DECISION, cuts: fewer() }]])
    expect(await ledger()).toEqual([90_000_000, ['committed 90000000']])
  })
})

describe('the money of a change after the decision', () => {
  it('that leaves somebody out is stated anew, and the difference is released: endorsed', async () => {
    await leaveOut()
    expect(await faults('endorse', { accepts: 'Đã rõ' })).toEqual(['funds[0].amount'])
    await walk(world, id, [['authority', 'endorse', { accepts: 'Đã rõ', ...left(200_000_000) }]])
    expect(await ledger()).toEqual([200_000_000, [`committed ${STATED}`, 'released 80000000']])
  })

  it('is released as well where it is decided anew', async () => {
    await leaveOut()
    expect(await faults('redecide', DECISION)).toEqual(['funds[0].amount'])
    await walk(world, id, [['authority', 'redecide', { ...DECISION, ...left(190_000_000) }]])
    expect(await ledger()).toEqual([190_000_000, [`committed ${STATED}`, 'released 90000000']])
  })

  it('is what the unit has stated anew with the change', async () => {
    await leaveOut({ at: `funding/${fund}/amount/amount`, from: STATED, to: 150_000_000 })
    await walk(world, id, [['authority', 'redecide', DECISION]])
    expect(await ledger()).toEqual([150_000_000, [`committed ${STATED}`, 'released 130000000']])
  })

  it.each(['cancel', 'postpone'])('is released whole by the step «%s», also after a cut', async (action) => {
    await walk(world, id, [
      ['authority', 'approve', { ...DECISION, cuts: fewer(), ...left(180_000_000) }],
      ['officer', action, { reason: 'Đối tác hoãn' }],
    ])
    expect(await ledger()).toEqual([0, ['committed 180000000', 'released 180000000']])
  })
})
