import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  toExamination,
  walk,
} from '../../../test/support/delegations.ts'
import { lawWith } from '../../../test/support/law.ts'
import type { Finding } from '../../law/index.ts'
import type { JsonObject } from '../content/json.ts'

const { world } = delegationWorld()

const asked = async (id: string, who: DelegationPlayer = 'examiner') =>
  (await world.send(who, 'GET', `/api/delegations/${id}/splitting`)).body
const codeOf = async (id: string) => (await world.send('examiner', 'GET', `/api/delegations/${id}`)).body.code

/** A dossier as of the first acceptance case, moved by weeks into a month of its own test; with these names besides its three people. */
async function dossier(month: string, change: JsonObject = {}, more: readonly string[] = []): Promise<JsonObject> {
  const { dossier: base } = await caseRequest('01-compliant')
  const moved = JSON.parse(JSON.stringify(base).replaceAll('"2026-05-', `"2026-${month}-`)) as JsonObject
  const [first] = moved.members as JsonObject[]
  const people = more.map((name) => ({ ...first, name, role: 'member', leader: false, collective: false }))
  return { ...moved, members: [...(moved.members as JsonObject[]), ...people], ...change }
}

const OTHERS = ['Đỗ Văn Giang', 'Bùi Thị Hoa', 'Võ Văn Khánh', 'Hồ Thị Liên']
const FURTHER = ['Mai Văn Nam', 'Tạ Thị Oanh', 'Lý Văn Phúc', 'Cao Thị Quyên']

describe('dossiers that may be one delegation', () => {
  it('are found by host, days, unit and purpose, and judged as one: everybody counts once', async () => {
    const [one, other] = [
      await enter(world, await dossier('05', {}, OTHERS)),
      await enter(
        world,
        await dossier(
          '05',
          { title: 'Đoàn thứ hai làm việc về hợp tác chuyển giao công nghệ quản lý nước thải đô thị' },
          FURTHER,
        ),
      ),
    ]
    for (const id of [one, other]) await toExamination(world, id)
    const { used, compared, others, together } = await asked(one)
    expect([used.score, used.days, compared]).toEqual([0.6, 10, true])
    expect(others).toMatchObject([
      { id: other, headcount: 7, inBoth: 3, likest: await codeOf(one), state: 'examining' },
    ])
    expect(others[0].likeness.sides).toMatchObject({ hosts: 1, dates: 1, unit: 1 })
    expect(others[0].likeness.score).toBeGreaterThan(0.9)
    expect(together.headcount).toBe(11)
    // Neither has more than seven alone.
    const broken = together.findings.map(({ rule, limit, actual }: Finding) => [rule, limit, actual])
    expect(broken).toEqual([
      ['delegation-size', 10, 11],
      ['delegation-size', 7, 11],
    ])
    expect((await asked(other)).others.map(({ id }: { id: string }) => id)).toEqual([one])
  })

  it('are not those that go elsewhere, at another time, to other hosts for other ends, or that are withdrawn', async () => {
    const one = await enter(world, await dossier('06'))
    await toExamination(world, one)
    const elsewhere = JSON.parse(JSON.stringify(await dossier('06')).replaceAll('"JP"', '"KR"'))
    const different = await dossier('06', {
      title: 'Lớp đào tạo hộ sinh',
      purpose: { kind: 'training', summary: 'Bồi dưỡng chuyên môn' },
      hosts: [{ name: 'Đại học Kyoto', country: 'JP', kind: 'university' }],
    })
    for (const beside of [elsewhere, different, await dossier('09')]) {
      await toExamination(world, await enter(world, beside))
    }
    const withdrawn = await enter(world, await dossier('06'))
    await walk(world, withdrawn, [
      ['officer', 'submit'],
      ['head', 'sign'],
      ['officer', 'withdraw', { reason: 'Đã ghép vào đoàn khác' }],
    ])
    expect(await asked(one)).toMatchObject({ compared: true, others: [], together: null })
  })

  it('are told within reach alone: neither drafts of a unit to examiners, nor anything to those outside', async () => {
    const [one, draft] = [await enter(world, await dossier('07')), await enter(world, await dossier('07'))]
    await toExamination(world, one)
    expect((await asked(one)).others).toEqual([])
    expect((await asked(one, 'officer')).others.map(({ id }: { id: string }) => id)).toEqual([draft])
    await toExamination(world, draft)
    expect((await asked(one)).others).toHaveLength(1)
    expect(await asked(one, 'mission')).toMatchObject({ compared: false, others: [], together: null })
    expect((await world.send('otherOfficer', 'GET', `/api/delegations/${one}/splitting`)).status).toBe(404)
  })

  it('are settled as an overlap, which the law then asks about', async () => {
    const [one, other] = [await enter(world, await dossier('08')), await enter(world, await dossier('08'))]
    for (const id of [one, other]) await toExamination(world, id)
    const [found] = (await asked(one)).others
    const { status } = await world.send('examiner', 'POST', `/api/delegations/${one}/assessments`, {
      subject: 'overlap',
      about: `${found.code} – ${found.title}`,
      judgement: 'not-accepted',
      reasonCode: 'repeats-former',
    })
    expect(status).toBe(200)
    const { body } = await world.send('examiner', 'GET', `/api/delegations/${one}/check`)
    const overlaps = body.result.findings.filter(
      ({ rule, outcome }: { rule: string; outcome: string }) => rule === 'overlap' && outcome === 'violated',
    )
    expect(overlaps[0].subject).toContain(found.code)
  })

  it('are not looked for where the trip has no days yet', async () => {
    const id = await enter(world, await dossier('10', { trip: { stays: [] } }))
    expect(await asked(id, 'officer')).toMatchObject({ compared: false, others: [] })
  })
})

describe('where nobody has set from when dossiers are alike', () => {
  const { world: other } = delegationWorld(
    lawWith((data) => ({ ...data, administered: data.administered.filter(({ id }) => id !== 'splitting-threshold') })),
  )
  it('nothing is looked for, and that is said', async () => {
    const id = await enter(other, await dossier('05'))
    expect((await other.send('officer', 'GET', `/api/delegations/${id}/splitting`)).body).toMatchObject({
      used: null,
      compared: false,
    })
  })
})
