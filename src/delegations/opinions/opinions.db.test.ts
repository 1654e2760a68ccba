import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import {
  caseRequest,
  type DelegationPlayer,
  type DelegationWorld,
  enter,
  openDelegationWorld,
  SENDER,
  take,
} from '../../../test/support/delegations.ts'
import type { JsonObject } from '../content/json.ts'

let database: TestDatabase
let world: DelegationWorld

beforeAll(async () => {
  database = await openTestDatabase()
  world = await openDelegationWorld(database)
})
afterAll(async () => {
  await world?.app.close()
  await database?.close()
})

/** A dossier in good order whose second member is of another department, under examination. */
async function examining(): Promise<string> {
  const { dossier } = await caseRequest('01-compliant')
  const members = (dossier.members as JsonObject[]).map((one, at) => ({
    ...one,
    unit: at === 1 ? 'Sở Văn hóa' : SENDER,
  }))
  const id = await enter(world, { ...dossier, members })
  await toExamination(id)
  return id
}

async function toExamination(id: string): Promise<void> {
  for (const [who, action] of [
    ['officer', 'submit'],
    ['head', 'sign'],
    ['examiner', 'receive'],
  ] as const) {
    const { status, body } = await take(world, who, action, id)
    if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`)
  }
}

const view = async (id: string, who: DelegationPlayer = 'examiner') =>
  (await world.send(who, 'GET', `/api/delegations/${id}`)).body

/** The question to a party as a reader sees it. */
async function question(id: string, party: string, who: DelegationPlayer = 'examiner') {
  return (await view(id, who)).opinions.find((one: { party: string }) => one.party === party)
}

const answer = (who: DelegationPlayer, id: string, said: object) =>
  world.send(who, 'POST', `/api/delegation-opinions/${id}/answer`, said)

/** Who is told what of a question and has it still before them: `otherHead: asks dossier.advise`. */
async function toldOf(id: string): Promise<string[]> {
  const { rows } = await database.pool.query(
    'select account_id, kind, what from notice where subject_id = $1 and settled_at is null',
    [id],
  )
  const nameOf = (accountId: string) =>
    Object.entries(world.people).find(([, { account }]) => account?.id === accountId)?.[0] ?? 'somebody else'
  return rows.map(({ account_id, kind, what }) => `${nameOf(account_id)}: ${kind} ${what}`).sort()
}

describe('an answer', () => {
  it('for the body of a traveller is not given by the head of the sender, nor a word in its thread; it stays asked', async () => {
    const id = await examining()
    const { id: asked } = await question(id, 'home-body')
    expect((await question(id, 'home-body', 'head')).mine).toBe(false)
    const given = await answer('head', asked, { answer: 'agrees', text: '' })
    expect([given.status, JSON.stringify(given.body)]).toEqual([422, expect.stringContaining('Sở Văn hóa')])
    const said = await world.send('head', 'POST', `/api/delegation-opinions/${asked}/say-as-party`, { text: 'Đồng ý' })
    expect(said.status).toBe(422)
    expect((await question(id, 'home-body')).answer).toBeNull()
    expect(await toldOf(asked)).toEqual(['otherHead: asks dossier.advise'])
    expect((await answer('otherHead', asked, { answer: 'agrees', text: '' })).status).toBe(200)
    expect((await question(id, 'home-body')).answer).toBe('agrees')
    expect(await toldOf(asked)).toEqual([])
  })
})
