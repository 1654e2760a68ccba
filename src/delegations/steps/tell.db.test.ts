import { beforeEach, expect, it } from 'vitest'
import { type DelegationPlayer, delegationWorld } from '../../../test/support/delegations.ts'
import { inScope } from '../../db/scope.ts'
import type { Actor } from '../../http/route.ts'
import { newId } from '../../kernel/ids.ts'
import { settleQuestion, type TakenStep, tellOfQuestion, tellOfStep } from './tell.ts'

const TODAY = '2026-11-23'

const { database, world } = delegationWorld()
let delegation: Parameters<typeof tellOfStep>[2]
beforeEach(() => {
  delegation = {
    ...{ id: newId(), rootId: world.city, bodyId: world.science, year: 2026, number: 143 },
    content: { members: [{ key: 'k1', personId: world.traveller }] },
  }
})

/** Tells of a step that one of the players has taken, within their own reach. */
function tellBy(player: DelegationPlayer, step: Partial<TakenStep> & { from: string; to: string }): Promise<void> {
  const { account, reach } = world.people[player]
  const actor = { accountId: account?.id, name: account?.name } as Actor
  const permission = 'dossiers.write'
  const scope = { ...reach(permission), ...(account ? { account: account.id } : {}), permission, writes: true }
  return inScope(database.pool, scope, (transaction) =>
    tellOfStep(transaction, actor, delegation, { due: '2026-11-25', ...step }, TODAY),
  )
}

/** Who was told of the dossier, or of a question about it, and what still stands: `head: asks dossier.sign`. */
async function toldOf(id = delegation.id): Promise<string[]> {
  const { rows } = await database.pool.query(
    'select account_id, kind, what from notice where subject_id = $1 and settled_at is null',
    [id],
  )
  const nameOf = (accountId: string) =>
    Object.entries(world.people).find(([, { account }]) => account?.id === accountId)?.[0] ?? 'somebody else'
  return rows.map(({ account_id, kind, what }) => `${nameOf(account_id)}: ${kind} ${what}`).sort()
}

it('the head of the unit is asked to sign what an officer submits; nobody else is', async () => {
  await tellBy('officer', { from: 'draft', to: 'submitted' })
  expect(await toldOf()).toEqual(['head: asks dossier.sign'])
})

it('a notice holds the code, the day and the way to the dossier, and nothing of its content', async () => {
  await tellBy('officer', { from: 'draft', to: 'submitted' })
  const { rows } = await database.pool.query(
    'select kind, subject_kind, subject_code, what, due_on, path from notice where subject_id = $1',
    [delegation.id],
  )
  expect(rows).toEqual([
    {
      ...{ kind: 'asks', subject_kind: 'delegation', subject_code: 'ĐR-2026-0143', what: 'dossier.sign' },
      ...{ due_on: '2026-11-25', path: `/doan-ra/${delegation.id}` },
    },
  ])
})

it('examiners are asked when it is signed, and the head no longer', async () => {
  await tellBy('officer', { from: 'draft', to: 'submitted' })
  await tellBy('head', { from: 'submitted', to: 'signed' })
  expect(await toldOf()).toEqual(['examiner: asks dossier.receive'])
})

it('nobody is asked to decide on a delegation in which they travel', async () => {
  await tellBy('examiner', { from: 'examining', to: 'proposed' })
  expect(await toldOf()).toEqual(['authority: asks dossier.decide'])
})

it('what is returned is asked of those who write for the unit, not of other units', async () => {
  await tellBy('examiner', { from: 'examining', to: 'returned' })
  expect(await toldOf()).toEqual(['colleague: asks dossier.revise', 'officer: asks dossier.revise'])
})

it('a decision is told to the unit and to the examiners, not to the one who took it', async () => {
  await tellBy('authority', { from: 'proposed', to: 'approved' })
  expect(await toldOf()).toEqual([
    'colleague: tells dossier.approved',
    'examiner: tells dossier.approved',
    'head: tells dossier.approved',
    'officer: tells dossier.approved',
  ])
})

it('what is withdrawn from a desk is told there, and asked no more', async () => {
  await tellBy('head', { from: 'submitted', to: 'signed' })
  await tellBy('officer', { from: 'signed', to: 'withdrawn' })
  expect(await toldOf()).toEqual([
    'colleague: tells dossier.withdrawn',
    'examiner: tells dossier.withdrawn',
    'head: tells dossier.withdrawn',
  ])
})

it('a step that leaves the dossier where it is tells nobody and settles nothing', async () => {
  await tellBy('head', { from: 'submitted', to: 'signed' })
  await tellBy('examiner', { from: 'signed', to: 'signed' })
  expect(await toldOf()).toEqual(['examiner: asks dossier.receive'])
})

it('a question goes to those who speak for the party alone, and outlives the steps of the dossier until it is answered', async () => {
  const asked = { id: newId(), role: 'unit-head', bodyId: world.science, country: null, due: '2026-11-26' } as const
  const { account } = world.people.examiner
  const scope = {
    ...(account ? { account: account.id } : {}),
    permission: 'dossiers.examine',
    writes: true,
    roots: [world.city],
  }
  await inScope(database.pool, scope, (transaction) => tellOfQuestion(transaction, delegation, asked, TODAY))
  await tellBy('examiner', { from: 'signed', to: 'examining' })
  expect(await toldOf(asked.id)).toEqual(['head: asks dossier.advise'])
  await inScope(database.pool, scope, (transaction) => settleQuestion(transaction, asked.id))
  expect(await toldOf(asked.id)).toEqual([])
})
