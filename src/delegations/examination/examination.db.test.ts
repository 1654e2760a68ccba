import { describe, expect, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  take,
  toExamination,
} from '../../../test/support/delegations.ts'
import type { JsonObject } from '../content/json.ts'

const { world } = delegationWorld()

const view = async (id: string, who: DelegationPlayer = 'officer') =>
  (await world.send(who, 'GET', `/api/delegations/${id}`)).body

/** A dossier in good order, changed where it says. */
async function begin(change: (dossier: JsonObject) => JsonObject = (dossier) => dossier): Promise<string> {
  return enter(world, change((await caseRequest('01-compliant')).dossier))
}

describe('the examination', () => {
  it('keeps what examiners think for themselves and the authority, and counts it', async () => {
    const id = await begin()
    await toExamination(world, id)
    const assess = (payload: object) => world.send('examiner', 'POST', `/api/delegations/${id}/assessments`, payload)
    await assess({
      subject: 'practicality',
      judgement: 'not-accepted',
      reasonCode: 'repeats-former',
      note: 'Trùng đoàn năm ngoái',
    })
    const other = await assess({ subject: 'overlap', judgement: 'asked', reasonCode: 'other' })
    expect([other.status, other.body.error.faults[0].path]).toEqual([400, 'note'])
    expect((await view(id)).assessments).toEqual([])
    expect((await view(id, 'examiner')).assessments).toMatchObject([
      { subject: 'practicality', reasonCode: 'repeats-former' },
    ])
    const { facts } = await view(id, 'examiner')
    expect(facts).toContainEqual(
      expect.objectContaining({ at: 'purpose/practicality/appraisal', value: 'impractical' }),
    )
    const { year } = await view(id)
    const { body } = await world.send('examiner', 'GET', `/api/delegation-assessments?year=${year}`)
    expect(body).toContainEqual({
      subject: 'practicality',
      judgement: 'not-accepted',
      reasonCode: 'repeats-former',
      count: 1,
    })
    expect((await world.send('officer', 'GET', `/api/delegation-assessments?year=${year}`)).body).toEqual([])
  })

  it('of overlaps is what the law reads: not looked at, none, one that is open, and settled', async () => {
    const id = await begin(({ overlaps: _, ...dossier }) => dossier)
    await toExamination(world, id)
    const assess = (payload: object) =>
      world.send('examiner', 'POST', `/api/delegations/${id}/assessments`, {
        subject: 'overlap',
        reasonCode: 'repeats-former',
        ...payload,
      })
    const found = async () => {
      const { body } = await world.send('examiner', 'GET', `/api/delegations/${id}/check?asOf=2026-04-01`)
      const findings = body.result.findings.filter(({ rule }: { rule: string }) => rule === 'overlap')
      return [
        ...new Set(findings.map(({ outcome, subject = '' }: Record<string, string>) => `${outcome} ${subject}`.trim())),
      ]
    }
    expect(await found()).toEqual(['unknown'])
    await assess({ judgement: 'accepted' })
    expect(await found()).toEqual(['pass'])
    const about = 'Đoàn Sở Y tế đi Nhật Bản'
    await assess({ judgement: 'not-accepted', about })
    expect(await found()).toEqual([`violated ${about}`])
    const bare = await assess({ judgement: 'accepted', about })
    const general = await assess({ judgement: 'accepted', resolution: 'merge' })
    expect([bare, general].map(({ status, body }) => [status, body.error.faults[0].path])).toEqual([
      [400, 'resolution'],
      [400, 'resolution'],
    ])
    await assess({ judgement: 'accepted', about, resolution: 'differentiated' })
    expect(await found()).toEqual(['pass'])
    expect((await view(id)).assessments).toEqual([])
  })

  it('refuses a cut that names nobody of the delegation, or lengthens the trip', async () => {
    const id = await begin()
    await toExamination(world, id)
    const { status, body } = await take(world, 'examiner', 'recommend', id, {
      recommendation: 'approve-with-cuts',
      cuts: { members: ['nobody'], departure: '2020-01-01' },
    })
    expect([status, body.error.faults.map((one: { path: string }) => one.path)]).toEqual([
      400,
      ['cuts.members[0]', 'cuts.departure'],
    ])
  })
})
