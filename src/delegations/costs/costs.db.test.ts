import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { caseRequest, delegationWorld, enter, take, toAuthority } from '../../../test/support/delegations.ts'
import { addPlanLine } from '../../../test/support/plan-line.ts'
import { HOUSEKEEPING, inScope, type Scope } from '../../db/scope.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Visitor } from '../../http/who.ts'
import { newId } from '../../kernel/ids.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Finding } from '../../law/index.ts'
import type { JsonObject } from '../content/json.ts'
import { findDelegation } from '../store.ts'
import { freezeEstimate, moneyOfDecision } from './decided.ts'

const { database, world } = delegationWorld()
const ON = '2026-04-02'

beforeAll(async () => {
  await addTable('norms', [
    norm('meals', 'day', 'A', '10'),
    norm('meals', 'day', 'B', '8'),
    norm('accommodation', 'night', null, '20'),
  ])
  await addTable('groups', [
    { of: 'rank', code: 'leader', group: 'A' },
    { of: 'rank', code: '*', group: 'B' },
  ])
  await addRate('2026-04-01', '25000')
})

/** What the dossier states that the state budget pays; no line of its estimate speaks of the flight, so that this is committed. */
const FUNDED = 280_000_000
/** By these norms: 3 days in Japan for one leader and two others, two nights for three. */
const BY_NORMS = String((3 * 10 + 2 * 3 * 8 + 3 * 2 * 20) * 25_000)

function norm(item: string, unit: string, rankGroup: string | null, amount: string) {
  return { item, unit, rankGroup, amount, countryGroup: null, currency: 'USD', tapers: true, note: '' }
}

async function addTable(kind: 'norms' | 'groups', lines: object[], more: object = {}): Promise<string> {
  const id = newId()
  const document = { document_number: '1/THỬ', document_on: '2026-01-01', document_by: 'Nơi thử', set_by: 'Người thử' }
  await keep((open) =>
    open
      .insertInto('cost_table')
      .values({
        id,
        kind,
        root_id: world.city,
        title: 'Bảng thử',
        valid_from: '2026-01-01',
        lines: JSON.stringify(lines),
        line_count: lines.length,
        ...document,
        ...more,
      })
      .execute(),
  )
  return id
}

function addRate(day: string, vnd: string) {
  const rate = { id: newId(), root_id: world.city, currency: 'USD', day, vnd, source: 'Nguồn thử', set_by: 'Người thử' }
  return keep((open) => open.insertInto('exchange_rate').values(rate).execute())
}

function keep<Result>(work: (open: Transaction) => Promise<Result>): Promise<Result> {
  return inScope(database.pool, HOUSEKEEPING, work)
}

/** Does something as somebody, by one of their permissions. */
function as<Result>(
  who: 'officer' | 'otherOfficer' | 'authority' | 'examiner',
  permission: Permission,
  work: (open: Transaction, actor: Actor) => Promise<Result>,
): Promise<Result> {
  const visitor: Visitor = world.people[who]
  const scope: Scope = { ...visitor.reach(permission), account: visitor.account?.id ?? '', permission, writes: true }
  const actor = { accountId: visitor.account?.id, name: visitor.account?.name, onBehalfOf: undefined }
  return inScope(database.pool, scope, (open) => work(open, { ...actor, from: 'test', requestId: 'test' }))
}

async function decidedUpon(open: Transaction, id: string) {
  const delegation = await findDelegation(open, id)
  const steps = await open.selectFrom('delegation_step').select('id').where('delegation_id', '=', id).execute()
  const stepId = steps.at(-1)?.id
  if (delegation === undefined || stepId === undefined) throw new Error('there is no such dossier')
  return { delegation, stepId }
}

/** Freezes the estimate of a dossier as the decision does. */
function freeze(id: string) {
  return as('authority', 'dossiers.decide', async (open) => {
    const { delegation, stepId } = await decidedUpon(open, id)
    const facts = await open
      .selectFrom('delegation_step')
      .select('facts')
      .where('id', '=', stepId)
      .executeTakeFirstOrThrow()
    return freezeEstimate(open, delegation, {
      stepId,
      content: delegation.content,
      facts: facts.facts as never,
      on: ON,
    })
  })
}

describe('the estimate of a dossier', () => {
  it('follows from norms, rates, the itinerary and the members, with what was typed beside them', async () => {
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    const costs = {
      key: 'v',
      item: 'airfare',
      what: 'HAN–KIX',
      units: 3,
      amount: { amount: 12_000_000, currency: 'VND' },
    }
    const { status } = await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [
        { at: 'costs', to: {} },
        { at: 'costs/lines', to: [] },
        { at: 'costs/lines/v', to: { ...costs, source: 'Báo giá 12/03', payer: 'unit-revenue' } },
      ],
    })
    expect(status).toBe(200)
    const { body } = await world.send('officer', 'GET', `/api/delegations/${id}/estimate`)
    expect(body.estimate.totals).toMatchObject([
      { source: 'state-budget', currency: 'USD', vnd: BY_NORMS },
      { source: 'unit-revenue', currency: 'VND', vnd: '36000000' },
    ])
    expect(body.estimate.lines[1]).toMatchObject({
      id: 'accommodation-night-JP',
      norm: { amount: '20' },
      vnd: '3000000',
    })
    expect([body.frozen, body.plan]).toEqual([null, null])
    // Costs are no part of the contract.
    const file = await world.send('officer', 'GET', `/api/delegations/${id}/dossier`)
    expect(JSON.stringify(file.body)).not.toContain('HAN–KIX')
  })

  it('is what the norm on the money of the plan reads, unless more is stated; what it leaves out makes the total unknown', async () => {
    await addPlanLine(database, { root: world.city, body: world.science }, { travelLine: 100_000_000 })
    const { dossier } = await caseRequest('01-compliant')
    const id = await enter(world, dossier)
    const budget = async () => {
      const { body } = await world.send('officer', 'GET', `/api/delegations/${id}/check`)
      return (body.result.findings as Finding[]).find(({ rule }) => rule === 'plan-budget')
    }
    const stated = dossier.estimate as JsonObject
    const save = async (...changes: object[]) => {
      const { status, body } = await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })
      if (status !== 200 || body.clashes.length > 0) throw new Error(JSON.stringify(body))
      return body.facts.find(({ at }: { at: string }) => at === 'estimate/total')
    }
    // The norms cover bed and meals alone: they do not undercut what the unit has stated for the whole trip.
    expect(await budget()).toMatchObject({ outcome: 'violated', limit: 100_000_000, actual: 280_000_000 })
    const small = { amount: 1_000_000, currency: 'VND' }
    const partial = await save({ at: 'estimate/total', from: stated.total, to: small })
    expect(partial).toMatchObject({ value: { amount: Number(BY_NORMS) }, leavesOut: ['airfare'] })
    expect(await budget()).toMatchObject({ outcome: 'unknown', needs: ['estimate.total'] })
    expect((await budget())?.message.vi).toContain('vé máy bay')
    // A sum that leaves something out goes nowhere as a total: the file has what was typed.
    const file = await world.send('officer', 'GET', `/api/delegations/${id}/dossier`)
    expect(file.body.estimate.total).toEqual(small)
    const ticket = { key: 'v', item: 'airfare', amount: { amount: 900, currency: 'EUR' } }
    const foreign = await save(
      { at: 'costs', to: {} },
      { at: 'costs/lines', to: [] },
      { at: 'costs/lines/v', to: ticket },
      { at: 'contests', to: { 'estimate.total': 'Theo báo giá' } },
    )
    expect(foreign).toMatchObject({ withoutRate: ['EUR'] })
    expect((await budget())?.message.vi).toContain('EUR')
    const whole = await save({ at: 'costs/lines/v/amount', from: ticket.amount, to: { amount: 200, currency: 'USD' } })
    expect([whole.leavesOut, whole.withoutRate]).toEqual([undefined, undefined])
    expect(await budget()).toMatchObject({ outcome: 'pass', actual: whole.value.amount })
    expect(whole.value.amount).toBeGreaterThan(Number(BY_NORMS))
  })

  it('exceeds the money of the plan also while something is left out of it', async () => {
    await addPlanLine(database, { root: world.city, body: world.science }, { travelLine: 4_000_000 })
    const { estimate: _, ...dossier } = (await caseRequest('01-compliant')).dossier
    const id = await enter(world, dossier)
    const { body } = await world.send('officer', 'GET', `/api/delegations/${id}/check`)
    const found = (body.result.findings as Finding[]).filter(({ rule }) => rule === 'plan-budget')
    expect(found).toMatchObject([{ outcome: 'violated', limit: 4_000_000, actual: Number(BY_NORMS) }])
  })

  it('takes no field that an estimate does not have, and is seen by nobody who does not see the dossier', async () => {
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    const bad = await world.send('officer', 'POST', `/api/delegations/${id}/save`, {
      changes: [{ at: 'costs', to: { total: 5 } }],
    })
    expect([bad.status, bad.body.error.faults[0].path]).toEqual([400, 'costs/total'])
    expect((await world.send('otherOfficer', 'GET', `/api/delegations/${id}/estimate`)).status).toBe(404)
  })

  it('is frozen with the decision: later tables and rates change it no more, and reckoned again it is the same', async () => {
    const id = await enter(world, (await caseRequest('01-compliant')).dossier)
    await toAuthority(world, id)
    expect((await freeze(id)).stateVnd).toBe(String(FUNDED))
    await addRate('2026-04-02', '30000')
    const later = await addTable('norms', [norm('meals', 'day', null, '100')], { valid_from: '2026-05-01' })
    const { body } = await world.send('examiner', 'GET', `/api/delegations/${id}/estimate`)
    expect(body.frozen).toMatchObject({ same: true, normsOn: '2026-05-11', ratesOn: ON, estimate: { vnd: BY_NORMS } })
    expect(body.estimate.vnd).toBe(String(3 * 3 * 100 * 30_000))
    await keep((open) =>
      open.updateTable('cost_table').set({ valid_to: '2026-04-30' }).where('id', '=', later).execute(),
    )
    const change = keep((open) => open.updateTable('delegation_estimate').set({ vnd: '1' }).execute())
    await expect(change).rejects.toThrow('permission denied')
  })
})

describe('the money of a decision', () => {
  let id: string
  let line: string

  /** A dossier with the authority, resting on a line of 100 million of the plan in force. */
  beforeEach(async () => {
    id = await enter(world, (await caseRequest('01-compliant')).dossier)
    await toAuthority(world, id)
    line = await addPlanLine(database, { root: world.city, body: world.science }, { planned: 100_000_000 })
    await keep((open) => open.updateTable('delegation').set({ plan_line: line }).where('id', '=', id).execute())
  })

  function book(
    who: 'officer' | 'authority' | 'otherOfficer' | 'examiner',
    permission: Permission,
    vnd: string,
    reason = '',
  ) {
    return as(who, permission, async (open, actor) => {
      const { delegation } = await decidedUpon(open, id)
      return moneyOfDecision(open, actor, delegation, vnd, { document: '15/QĐ-UBND', on: ON, reason })
    })
  }

  async function standing() {
    const { body } = await world.send('officer', 'GET', `/api/delegations/${id}/estimate`)
    return [body.plan.planned, body.plan.own, body.plan.others]
  }

  it('is committed on the line at the decision, follows a new decision, and is given back when the trip is called off', async () => {
    expect(await book('authority', 'dossiers.decide', '80000000')).toEqual({ kind: 'committed', vnd: 80_000_000 })
    expect(await standing()).toEqual([100_000_000, 80_000_000, 0])
    expect(await book('authority', 'dossiers.decide', '80000000')).toBeUndefined()
    expect(await book('authority', 'dossiers.decide', '50000000')).toEqual({ kind: 'released', vnd: 30_000_000 })
    expect(await book('officer', 'dossiers.write', '0')).toEqual({ kind: 'released', vnd: 50_000_000 })
    expect(await standing()).toEqual([100_000_000, 0, 0])
  })

  it.each(['postpone', 'cancel'])(
    'is given back when the unit takes the step «%s», which has no document of its own',
    async (action) => {
      const decision = { document: { number: '15/QĐ-UBND', on: ON }, accepts: 'Đã rõ' }
      expect((await take(world, 'authority', 'approve', id, decision)).status).toBe(200)
      expect((await standing())[1]).toBeGreaterThan(0)
      expect((await take(world, 'officer', action, id, { reason: 'Đối tác hoãn' })).status).toBe(200)
      expect(await standing()).toEqual([100_000_000, 0, 0])
    },
  )

  it('is committed by the examiners with the decision from above that they enter, and with nothing else', async () => {
    await expect(book('examiner', 'dossiers.examine', '1000')).rejects.toThrow('row-level security')
    const authority = 'Thủ tướng Chính phủ'
    await take(world, 'examiner', 'pass-up', id, { authority, reason: 'Vượt thẩm quyền' })
    await expect(book('examiner', 'dossiers.examine', '1000')).rejects.toThrow('row-level security')
    const entered = { authority, document: { number: '88/TTg', on: ON }, accepts: 'Đã rõ' }
    expect((await take(world, 'examiner', 'approve-above', id, entered)).status).toBe(200)
    const { body } = await world.send('examiner', 'GET', `/api/delegations/${id}/estimate`)
    expect(body.frozen).toMatchObject({ same: true, ratesOn: ON })
    expect(await standing()).toEqual([100_000_000, FUNDED, 0])
    const wrong = as('examiner', 'dossiers.examine', (open) => entry(open, 'spent', id))
    await expect(wrong).rejects.toThrow('row-level security')
  })

  it('is not committed beyond the plan without a reason', async () => {
    await expect(book('authority', 'dossiers.decide', '100000001')).rejects.toThrow('vượt kế hoạch')
    expect(await book('authority', 'dossiers.decide', '100000001', 'Giá vé tăng')).toMatchObject({ kind: 'committed' })
  })

  it('is not committed by the unit, and not moved by another unit', async () => {
    await expect(book('officer', 'dossiers.write', '1000')).rejects.toThrow('row-level security')
    await expect(book('otherOfficer', 'dossiers.write', '0')).rejects.toThrow('no such dossier')
    const wrong = as('authority', 'dossiers.decide', (open) => entry(open, 'committed', newId()))
    await expect(wrong).rejects.toThrow('row-level security')
    const spent = as('authority', 'dossiers.decide', (open) => entry(open, 'spent', id))
    await expect(spent).rejects.toThrow('row-level security')
  })

  it('is never given back beyond what was committed for the dossier, whoever asks the database', async () => {
    await book('authority', 'dossiers.decide', '1000')
    const more = as('officer', 'dossiers.write', (open) => entry(open, 'released', id))
    await expect(more).rejects.toThrow('more is released')
  })

  it('that is spent is not given back', async () => {
    await book('authority', 'dossiers.decide', '1000')
    await keep((open) => entry(open, 'spent', null, '400'))
    expect(await book('officer', 'dossiers.write', '0')).toEqual({ kind: 'released', vnd: 600 })
  })

  function entry(open: Transaction, kind: string, dossierId: string | null, vnd = '2000') {
    const money = { kind, source: 'state-budget', currency: 'VND', half: 1, year: 2026, on_day: ON, amount: vnd, vnd }
    const place = { root_id: world.city, body_id: world.science, origin_id: line, dossier_id: dossierId }
    const words = { document: 'x', reason: '', by_name: 'x' }
    return open
      .insertInto('money_entry')
      .values((rows) => ({
        ...money,
        ...place,
        ...words,
        id: newId(),
        plan_id: rows.selectFrom('plan_item').select('plan_id').where('id', '=', line),
      }))
      .execute()
  }
})
