import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseRequest, delegationWorld, enter, take } from '../../../test/support/delegations.ts'
import { addPlayer } from '../../../test/support/plans.ts'
import type { Answer } from '../../../test/support/players.ts'
import { addPerson } from '../../../test/support/register.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import type { Visitor } from '../../http/who.ts'
import { insertHolding, insertSubstitution, type Role } from '../../identity/index.ts'
import { newId } from '../../kernel/ids.ts'
import { TRANSITIONS, type Transition } from '../transitions/transitions.ts'
import { CLOSED } from '../workflow.ts'

/** Nobody examines or decides what is their own: every step that judges, every tie, for those who examine and those who decide. */

const { database, world } = delegationWorld()
/** A dossier in which one member is of the register, and another typed by name. */
let dossier: string
let opinion: string

beforeAll(async () => {
  dossier = await enter(world, (await caseRequest('01-compliant')).dossier)
  const { body } = await world.send('officer', 'GET', `/api/delegations/${dossier}`)
  const [first, second] = body.content.members
  await world.send('officer', 'POST', `/api/delegations/${dossier}/save`, {
    changes: [
      { at: `members/${first.key}/personId`, to: world.traveller },
      { at: `members/${second.key}/name`, from: second.name, to: 'Ông Phạm Gõ Tay' },
    ],
  })
  for (const [who, action] of [
    ['officer', 'submit'],
    ['head', 'sign'],
    ['examiner', 'receive'],
  ] as const) {
    const { status } = await take(world, who, action, dossier)
    if (status !== 200) throw new Error(action)
  }
  const heard = await world.send('examiner', 'GET', `/api/delegations/${dossier}`)
  opinion = heard.body.opinions[0].id
})

type Judging = 'authority' | 'foreign-affairs'

interface Made {
  name?: string
  personId?: string
}

/** Somebody who could examine or decide everything here, were it not for their tie. */
async function judge(role: Judging, { name = 'Người giữ vai trò', ...more }: Made = {}): Promise<Visitor> {
  const { rows } = await database.pool.query<{ id: string }>(
    'select body_id as id from role_holding where role = $1 and root_id = $2 order by valid_from limit 1',
    [role, world.city],
  )
  return addPlayer(database, name, role, String(rows[0]?.id), world.city, { roots: [world.city] }, more)
}

/** Who travels in the dossier, in a role that would let them judge it. */
function traveller(role: Judging): Visitor {
  const { examiner, travellingAuthority } = world.people
  return role === 'authority' ? travellingAuthority : { ...travellingAuthority, permissions: examiner.permissions }
}

const own = (permission: Transition['permission']): Judging =>
  permission === 'dossiers.examine' ? 'foreign-affairs' : 'authority'

/** The sender stands under the city: whoever signs for the city signs for it too. */
async function leads(visitor: Visitor, bodyId = world.science, role: Role = 'unit-head'): Promise<string> {
  const id = newId()
  await inScope(database.pool, HOUSEKEEPING, (open) =>
    insertHolding(open, {
      id,
      accountId: visitor.account?.id ?? '',
      role,
      bodyId,
      rootId: world.city,
      validFrom: '2020-01-01',
      validTo: null,
      document: null,
    }),
  )
  return id
}

function standsIn(visitor: Visitor, holdingId: string): Promise<void> {
  return inScope(database.pool, HOUSEKEEPING, (open) =>
    insertSubstitution(open, {
      id: newId(),
      holdingId,
      accountId: visitor.account?.id ?? '',
      rootId: world.city,
      document: '3/UQ',
      validFrom: '2020-01-01',
      validTo: '2099-12-31',
    }),
  )
}

/** Somebody without a role of their own that judges, to whom these lend theirs. */
async function lentBy(role: Judging, ...lenders: Visitor[]): Promise<Visitor> {
  const visitor = await addPlayer(database, 'Người được ủy quyền', 'officer', world.culture, world.city, {
    roots: [world.city],
  })
  for (const lender of lenders) await standsIn(visitor, await holdingOf(lender, role))
  return { ...visitor, standsIn: true, permissions: ROLES_OF[role]().permissions }
}

/** The role by which somebody judges; given where they hold none. */
async function holdingOf(visitor: Visitor, role: Judging): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(
    'select id from role_holding where account_id = $1 and role = $2',
    [visitor.account?.id, role],
  )
  return rows[0]?.id ?? leads(visitor, world.city, role)
}

const ROLES_OF = { authority: () => world.people.authority, 'foreign-affairs': () => world.people.examiner }

/** Everybody who has a tie, by the tie. */
const TIES: Record<string, (role: Judging) => Promise<Visitor>> = {
  'travels in it': async (role) => traveller(role),
  'bears the name of a member that is only typed': (role) => judge(role, { name: 'Phạm Gõ Tay' }),
  'is a person of the register with that name': async (role) =>
    judge(role, { personId: await addPerson(database, 'PHAM GO TAY', { root: world.city, body: world.culture }) }),
  'has a post in the sender': async (role) =>
    judge(role, { personId: await addPerson(database, 'Trần Cán Bộ', { root: world.city, body: world.science }) }),
  'leads the sender': async (role) => {
    const visitor = await judge(role)
    await leads(visitor)
    return visitor
  },
  'stands in for somebody who leads the sender': async (role) => {
    const [visitor, head] = [await judge(role), await judge(role, { name: 'Thủ trưởng khác' })]
    await standsIn(visitor, await leads(head))
    return visitor
  },
  'leads a body above the sender': async (role) => {
    const visitor = await judge(role)
    await leads(visitor, world.city)
    return visitor
  },
  'writes for a body above the sender': async (role) => {
    const visitor = await judge(role)
    await leads(visitor, world.city, 'officer')
    return visitor
  },
  'stands in for somebody who leads a body above the sender': async (role) => {
    const [visitor, head] = [await judge(role), await judge(role, { name: 'Thủ trưởng cấp trên' })]
    await standsIn(visitor, await leads(head, world.city))
    return visitor
  },
  'acts for somebody who travels in it': async (role) => lentBy(role, traveller(role)),
  'acts for somebody who leads the sender': async (role) => {
    const head = await judge(role, { name: 'Thủ trưởng kiêm nhiệm' })
    await leads(head)
    return lentBy(role, head)
  },
}

const JUDGING = TRANSITIONS.filter(({ decides }: Transition) => decides)

/** What a step asks to be said at least. */
function said({ action, needsDocument, namesAuthority }: Transition): object {
  return {
    reason: 'Việc của mình',
    ...(needsDocument ? { document: { number: '1', on: '2026-04-02' } } : {}),
    ...(namesAuthority ? { authority: 'Thủ tướng Chính phủ' } : {}),
    ...(action === 'recommend' ? { recommendation: 'approve' } : {}),
  }
}

/** Takes a step from a stage from which it can be taken. */
async function attempt(who: Visitor, step: Transition): Promise<Answer> {
  await database.pool.query('update delegation set state = $2 where id = $1', [dossier, step.from[0]])
  const { rows } = await database.pool.query('select version from delegation where id = $1', [dossier])
  return world.send(who, 'POST', `/api/delegations/${dossier}/${step.action}`, {
    version: rows[0].version,
    ...said(step),
  })
}

const OTHER_DOORS: readonly { what: string; url: () => string; payload: object }[] = [
  {
    what: 'to assess',
    url: () => `/api/delegations/${dossier}/assessments`,
    payload: { subject: 'practicality', judgement: 'accepted', reasonCode: 'well-founded' },
  },
  {
    what: 'to ask for an opinion',
    url: () => `/api/delegations/${dossier}/opinions`,
    payload: { party: 'other', partyName: 'Sở Tư pháp', question: 'Ý kiến?', days: 2 },
  },
  {
    what: 'to enter an opinion that came by letter',
    url: () => `/api/delegation-opinions/${opinion}/enter`,
    payload: { answer: 'agrees', number: '1/CV', on: '2026-04-01' },
  },
]

describe('what is judged', () => {
  it('is judged by steps of both kinds, among them each that leads to a decision', () => {
    const judging = new Set(JUDGING.map(({ action }) => action))
    const deciding = TRANSITIONS.filter(({ permission }) => permission === 'dossiers.decide')
    expect(
      deciding
        .filter(({ action }) => ['approve', 'refuse', 'agree', 'endorse', 'redecide', 'hand-back'].includes(action))
        .every(({ action }) => judging.has(action)),
    ).toBe(true)
    expect(judging.size).toBeGreaterThanOrEqual(12)
    expect(JUDGING.every(({ from }) => from.every((state) => !CLOSED.has(state)))).toBe(true)
  })
})

describe.each(Object.entries(TIES))('whoever %s', (_, tie) => {
  it('takes no step that judges it', async () => {
    const who = { authority: await tie('authority'), 'foreign-affairs': await tie('foreign-affairs') }
    for (const step of JUDGING) {
      const { status, body } = await attempt(who[own(step.permission)], step)
      expect([step.action, status, JSON.stringify(body)]).toEqual([
        step.action,
        422,
        expect.stringContaining('Không ai thẩm định, quyết định việc của mình'),
      ])
    }
  })

  it('neither assesses it nor asks or enters what others think of it', async () => {
    const who = await tie('foreign-affairs')
    await database.pool.query("update delegation set state = 'examining' where id = $1", [dossier])
    for (const { what, url, payload } of OTHER_DOORS) {
      const { status, body } = await world.send(who, 'POST', url(), payload)
      expect([what, status, JSON.stringify(body)]).toEqual([what, 422, expect.stringContaining('việc của mình')])
    }
  })
})

describe('whoever stands in for the authority that decides, and is one elsewhere', () => {
  const elsewhere = async (...lenders: Visitor[]) => {
    const visitor = await addPlayer(database, 'Chủ tịch nơi khác', 'authority', world.culture, world.city, {
      roots: [world.city],
    })
    for (const lender of lenders) await standsIn(visitor, await holdingOf(lender, 'authority'))
    return { ...visitor, standsIn: true }
  }
  const handBack = () => {
    const step = JUDGING.find(({ action }) => action === 'hand-back')
    if (step === undefined) throw new Error('nobody hands back')
    return step
  }
  beforeAll(() =>
    database.pool.query(
      `update delegation set decided_by = (select body_id from role_holding where account_id = $2 and role = 'authority')
       where id = $1`,
      [dossier, world.people.authority.account?.id],
    ),
  )
  afterAll(() => database.pool.query('update delegation set decided_by = null where id = $1', [dossier]))

  it('does not decide the trip of the one for whom they stand in', async () => {
    const who = await elsewhere(world.people.travellingAuthority)
    const { status, body } = await attempt(who, handBack())
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining('người ủy quyền')])
  })

  it('decides for another who has lent it too, and the step says for whom', async () => {
    const who = await elsewhere(world.people.travellingAuthority, world.people.authority)
    expect((await attempt(who, handBack())).status).toBe(200)
    const { rows } = await database.pool.query(
      'select by_name, on_behalf_of from delegation_step where delegation_id = $1 order by position desc limit 1',
      [dossier],
    )
    expect(rows).toEqual([{ by_name: 'Chủ tịch nơi khác', on_behalf_of: world.people.authority.account?.name }])
  })
})

describe('what the office of the top itself sends', () => {
  it('is decided by nobody who holds a role there', async () => {
    const step = JUDGING.find(({ action }) => action === 'hand-back')
    if (step === undefined) throw new Error('nobody hands back')
    const decider = await judge('authority')
    const { rows } = await database.pool.query('select body_id from role_holding where account_id = $1', [
      decider.account?.id,
    ])
    await database.pool.query('update delegation set body_id = $2 where id = $1', [dossier, rows[0].body_id])
    const { status, body } = await attempt(decider, step)
    await database.pool.query('update delegation set body_id = $2 where id = $1', [dossier, world.science])
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining('thuộc chính cơ quan cử đoàn')])
  })
})

describe('whoever has no tie to it', () => {
  it('is refused for no such reason', async () => {
    const who = { authority: await judge('authority'), 'foreign-affairs': await judge('foreign-affairs') }
    for (const step of JUDGING.filter(({ action }) => action === 'pause' || action === 'resume')) {
      expect([step.action, (await attempt(who[own(step.permission)], step)).status]).toEqual([step.action, 200])
    }
  })

  it('is not tied by a role over the whole root, held at its top, nor by leading a body beside the sender', async () => {
    const { city } = world
    const top = await addPlayer(database, 'Chủ tịch tỉnh', 'authority', city, city, { roots: [city] })
    const neighbour = await judge('authority')
    await leads(neighbour, world.culture)
    const step = JUDGING.find(({ action }) => action === 'hand-back')
    if (step === undefined) throw new Error('nobody hands back')
    for (const who of [top, neighbour]) expect((await attempt(who, step)).status).toBe(200)
  })

  it('is told what to do where only the name is the same', async () => {
    const step = JUDGING.find(({ action }) => action === 'receive')
    if (step === undefined) throw new Error('nobody receives')
    const { body } = await attempt(await judge('foreign-affairs', { name: 'Phạm Gõ Tay' }), step)
    expect(JSON.stringify(body)).toContain('chọn đúng người đó trong danh bạ')
  })
})
