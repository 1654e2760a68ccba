import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AttachmentDoors, openAttachmentDoors } from '../../../test/support/attachments.ts'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  take,
  toAuthority,
} from '../../../test/support/delegations.ts'
import { testFiles } from '../../../test/support/files.ts'
import { PNG } from '../../../test/support/made-files.ts'
import { HOUSEKEEPING, inScope, type Scope } from '../../db/scope.ts'
import type { Finding } from '../../law/index.ts'
import { insertDeclared } from './store.ts'
import { DECLARATIONS, textOn } from './texts.ts'

const { database, world } = delegationWorld()
let doors: AttachmentDoors

beforeAll(async () => {
  doors = await openAttachmentDoors(database, world, testFiles())
})
afterAll(async () => {
  await doors?.app.close()
})

/** A dossier whose first member is the deputy chairman, who has an account; everybody is said to have declared. */
async function withTraveller(): Promise<{ id: string; key: string }> {
  const id = await enter(world, (await caseRequest('01-compliant')).dossier)
  const { body } = await world.send('officer', 'GET', `/api/delegations/${id}`)
  const { key } = body.content.members[0]
  const changes = [{ at: `members/${key}/personId`, to: world.traveller }]
  await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })
  return { id, key }
}

async function missing(id: string, rule: string): Promise<number> {
  const { body } = await world.send('officer', 'GET', `/api/delegations/${id}/check`)
  const found = (body.result.findings as Finding[]).filter((one) => one.rule === rule && one.outcome === 'violated')
  return new Set(found.map(({ subject }) => subject)).size
}

interface Trip {
  id: string
  declarations: { text: { kind: string; hash: string }; signed: object | null }[]
}

async function tripsOf(who: DelegationPlayer): Promise<Trip[]> {
  return (await world.send(who, 'GET', '/api/own/declarations')).body
}

async function sign(who: DelegationPlayer, id: string) {
  const trip = (await tripsOf(who)).find((one) => one.id === id)
  const texts = (trip?.declarations ?? []).map(({ text: { kind, hash } }) => ({ kind, hash }))
  return world.send(who, 'POST', '/api/own/declarations', { delegationId: id, texts })
}

async function notices(): Promise<(string | null)[]> {
  const account = world.people.travellingAuthority.account?.id ?? ''
  const rows = await inScope(database.pool, HOUSEKEEPING, (open) =>
    open
      .selectFrom('notice')
      .select('settled_at')
      .where('account_id', '=', account)
      .where('what', '=', 'dossier.declare')
      .execute(),
  )
  return rows.map(({ settled_at }) => settled_at)
}

describe('the declarations of a member with an account', () => {
  it('count when the member has signed them, whatever the unit has ticked, and are asked for at submission', async () => {
    const { id } = await withTraveller()
    expect([await missing(id, 'secrets'), await missing(id, 'social-media')]).toEqual([1, 1])
    expect((await tripsOf('travellingAuthority')).some((one) => one.id === id)).toBe(false)
    expect((await take(world, 'officer', 'submit', id)).status).toBe(200)
    expect((await notices()).filter((settled) => settled === null)).toHaveLength(1)
    const signed = await sign('travellingAuthority', id)
    expect([signed.status, signed.body]).toEqual([200, { signed: DECLARATIONS.length }])
    expect([await missing(id, 'secrets'), await missing(id, 'social-media')]).toEqual([0, 0])
    expect((await notices()).filter((settled) => settled === null)).toHaveLength(0)
    const { body: view } = await world.send('officer', 'GET', `/api/delegations/${id}/declarations`)
    expect(view.members[0]).toMatchObject({
      signs: true,
      declarations: [{ signed: { by: 'Phó Chủ tịch' } }, {}, {}, {}],
    })
    expect((await sign('travellingAuthority', id)).body).toEqual({ signed: 0 })
  })

  it('are signed by nobody else, on paper neither, and not in another text than was read', async () => {
    const { id, key } = await withTraveller()
    await world.send('officer', 'POST', `/api/delegations/${id}/declarations/ask`, {})
    const [trip] = (await tripsOf('travellingAuthority')).filter((one) => one.id === id)
    const texts = (trip?.declarations ?? []).map(({ text: { kind, hash } }) => ({ kind, hash }))
    for (const who of ['officer', 'head', 'authority', 'otherOfficer'] as const) {
      expect((await world.send(who, 'POST', '/api/own/declarations', { delegationId: id, texts })).status).toBe(404)
    }
    const document = { number: '5/CK', on: '2026-04-01' }
    const paper = await world.send('officer', 'POST', `/api/delegations/${id}/declarations/paper`, {
      memberKey: key,
      document,
    })
    expect([paper.status, paper.body.error.message.vi]).toEqual([422, expect.stringContaining('tự ký')])
    const other = [{ kind: 'secrets', hash: '0'.repeat(64) }]
    const wrong = await world.send('travellingAuthority', 'POST', '/api/own/declarations', {
      delegationId: id,
      texts: other,
    })
    expect(wrong.status).toBe(409)
  })

  it('are asked anew when the text has changed, and when another takes the place', async () => {
    const { id, key } = await withTraveller()
    await world.send('officer', 'POST', `/api/delegations/${id}/declarations/ask`, {})
    await sign('travellingAuthority', id)
    expect(await missing(id, 'secrets')).toBe(0)
    const changes = [{ at: `members/${key}/personId`, from: world.traveller, to: undefined }]
    const { body: saved } = await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })
    expect(saved.facts.filter(({ at }: { at: string }) => at.endsWith('declaresNoSecrets'))).toEqual([])
    const { body: view } = await world.send('officer', 'GET', `/api/delegations/${id}/declarations`)
    expect(view.members[0]).toMatchObject({
      signs: false,
      declarations: [{ signed: null, outdated: true }, {}, {}, {}],
    })
  })

  it('rest with the database on the trip of the account alone', async () => {
    const { id, key } = await withTraveller()
    await world.send('officer', 'POST', `/api/delegations/${id}/declarations/ask`, {})
    const signing = (who: DelegationPlayer, personId: string | null, document: object | null = null) => {
      const { account, reach } = world.people[who]
      const scope: Scope = { ...reach('own.write'), account: account?.id ?? '', permission: 'own.write', writes: true }
      const place = { id, rootId: world.city, bodyId: world.science }
      const text = {
        kind: 'secrets',
        textVersion: textOn('secrets', '2026-04-02').version,
        textHash: '',
        scanId: null,
      } as const
      const one = { ...text, memberKey: key, personId, memberName: 'x', by: 'x', accountId: account?.id ?? '' }
      return inScope(database.pool, scope, (open) =>
        insertDeclared(open, place, [{ ...one, document: document as null }]),
      )
    }
    await expect(signing('officer', world.traveller)).rejects.toThrow('row-level security')
    await expect(signing('travellingAuthority', null)).rejects.toThrow('row-level security')
    await signing('travellingAuthority', world.traveller)
  })
})

describe('the paper of a member without an account', () => {
  async function withPaper() {
    const { dossier } = await caseRequest('01-compliant')
    const members = (dossier.members as object[]).map((one) => ({ ...one, declaresNoSecrets: false }))
    const id = await enter(world, { ...dossier, members } as never)
    const { body } = await world.send('officer', 'GET', `/api/delegations/${id}`)
    const { key, name } = body.content.members[0]
    const paper = (on: string, more = {}) =>
      world.send('officer', 'POST', `/api/delegations/${id}/declarations/paper`, {
        memberKey: key,
        document: { number: '5/CK', on },
        ...more,
      })
    return { id, key, name, paper }
  }

  it('is entered with its number and day, and counts until the member is another', async () => {
    const { id, key, name, paper } = await withPaper()
    const before = await missing(id, 'secrets')
    expect((await paper('2026-05-01')).status).toBe(400)
    expect((await paper('2026-04-01')).body).toEqual({ entered: DECLARATIONS.length })
    expect(await missing(id, 'secrets')).toBe(before - 1)
    const changes = [{ at: `members/${key}/name`, from: name, to: 'Người khác' }]
    await world.send('officer', 'POST', `/api/delegations/${id}/save`, { changes })
    expect(await missing(id, 'secrets')).toBe(before)
  })

  it('has its scan among the files of the same dossier, and says so where that was taken out', async () => {
    const { id, paper } = await withPaper()
    const scanOf = async () => {
      const { body } = await world.send('examiner', 'GET', `/api/delegations/${id}/declarations`)
      return body.members[0].declarations.map(({ signed }: { signed: { scan: object } }) => signed.scan)
    }
    const attach = async (to: string) =>
      (await doors.attach('officer', to, { name: 'cam-kết.png', bytes: PNG })).body.id
    const elsewhere = await attach((await withPaper()).id)
    const foreign = await paper('2026-04-01', { scanId: elsewhere })
    expect([foreign.status, foreign.body.error.faults[0].path]).toEqual([400, 'scanId'])
    const scanId = await attach(id)
    expect((await paper('2026-04-01', { scanId })).status).toBe(200)
    await take(world, 'officer', 'submit', id)
    await take(world, 'head', 'sign', id)
    expect(await scanOf()).toEqual(DECLARATIONS.map(() => ({ id: scanId, name: 'cam-kết.png' })))
    await take(world, 'examiner', 'return', id, { reason: 'Bản quét mờ' })
    expect((await doors.ask('officer', 'POST', `/api/attachments/${scanId}/remove`)).status).toBe(200)
    expect(await scanOf()).toEqual(DECLARATIONS.map(() => ({ id: scanId, name: null })))
    expect((await paper('2026-04-01', { scanId })).status).toBe(400)
    const { body: exported } = await world.send('officer', 'GET', `/api/delegations/${id}/dossier`)
    expect(JSON.stringify(exported)).not.toContain(scanId)
  })

  it('is tied to a file of its own dossier by the database as well', async () => {
    const [one, other] = [await withPaper(), await withPaper()]
    await one.paper('2026-04-01')
    const { body } = await doors.attach('officer', other.id, { name: 'cam-kết.png', bytes: PNG })
    const tie = database.pool.query('update member_declaration set scan_id = $1 where delegation_id = $2', [
      body.id,
      one.id,
    ])
    await expect(tie).rejects.toThrow('member_declaration_scan')
  })
})

it('a dossier that was refused asks nobody any more, and a copy has no declarations', async () => {
  const { id } = await withTraveller()
  await toAuthority(world, id)
  await sign('travellingAuthority', id)
  const { body: copy } = await world.send('officer', 'POST', `/api/delegations/${id}/copy`)
  const { body: view } = await world.send('officer', 'GET', `/api/delegations/${copy.id}/declarations`)
  expect(view.members).toEqual([])
  const document = { number: '9/QĐ', on: '2026-04-02' }
  expect((await take(world, 'authority', 'refuse', id, { document, reason: 'Chưa cần' })).status).toBe(200)
  expect((await tripsOf('travellingAuthority')).some((one) => one.id === id)).toBe(false)
})
