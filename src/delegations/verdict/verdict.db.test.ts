import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import {
  caseRequest,
  type DelegationPlayer,
  delegationWorld,
  enter,
  TODAY,
  take,
  toExamination,
  walk,
} from '../../../test/support/delegations.ts'
import { runBundled } from '../../../test/support/programs.ts'
import { hashOf } from './verdict-file.ts'

/** A frozen verdict as a file, and what the command says of it that judges it again. */

const { world } = delegationWorld()
let folder: string
let id: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-verdict-'))
  id = await enter(world, (await caseRequest('01-compliant')).dossier)
  await toExamination(world, id)
  const assessed = await world.send('examiner', 'POST', `/api/delegations/${id}/assessments`, {
    ...{ subject: 'practicality', judgement: 'accepted', reasonCode: 'well-founded' },
  })
  expect(assessed.status).toBe(200)
  await walk(world, id, [['examiner', 'recommend']])
  const decision = { document: { number: '15/QĐ-UBND', on: TODAY }, accepts: 'Đã rõ' }
  const { status, body } = await take(world, 'authority', 'approve', id, decision)
  expect([status, body.error]).toEqual([200, undefined])
})
afterAll(() => rm(folder, { recursive: true }))

/** The file of a step as somebody takes it. */
async function frozen(who: DelegationPlayer, action: string) {
  const { body } = await world.send(who, 'GET', `/api/delegations/${id}`)
  const step = body.steps.findLast((one: { action: string }) => one.action === action)
  return world.send(who, 'GET', `/api/delegation-steps/${step.id}/verdict`)
}

async function verified(content: object | string, ...more: string[]) {
  const file = path.join(folder, 'verdict.json')
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  const program = runBundled(inject('programs'), 'scripts/verdict-verify.ts', {}, [file, ...more])
  const code = await program.ended
  return { code, out: program.output() }
}

describe('a frozen verdict', () => {
  it('is judged again to the same findings, by the law that it names', async () => {
    const { status, body } = await frozen('authority', 'approve')
    expect([status, body.withheld, body.request.asOf]).toEqual([200, [], TODAY])
    const { code, out } = await verified(body)
    expect([code, out]).toEqual([0, expect.stringContaining('Mã băm còn nguyên')])
    expect(out).toContain(`Đúng bản pháp luật đã dùng khi đó: ${body.lawHash}`)
    expect(out).toContain(`đúng ${body.result.findings.length} kết quả`)
    expect((await verified(body, '--lang', 'en')).out).toContain('all')
  })

  it('with a changed fact has a broken hash; hashed anew, its findings differ', async () => {
    const { body } = await frozen('authority', 'approve')
    const members = [...body.request.dossier.members]
    while (members.length < 9) members.push({ ...members.at(-1), name: `Người Thứ ${members.length}` })
    const changed = { ...body, request: { ...body.request, dossier: { ...body.request.dossier, members } } }
    const broken = await verified(changed)
    expect([broken.code, broken.out]).toEqual([1, expect.stringContaining('Mã băm không khớp')])
    const again = await verified({ ...changed, hash: hashOf(changed) })
    expect([again.code, again.out]).toEqual([1, expect.stringContaining('Mã băm còn nguyên')])
    expect(again.out).toMatch(/delegation-size 4060-CV-BTCTU-2019#1: pass.*→ violated/)
  })

  it('held against other law says so, and which findings come out otherwise', async () => {
    const { body } = await frozen('authority', 'approve')
    const law = path.join(folder, 'law')
    await mkdir(law)
    await writeFile(
      path.join(law, 'moi.yaml'),
      `id: THU-2026
number: 1/THU
title: { vi: Văn bản thử, en: A trial text }
issuer: { vi: Cơ quan thử, en: A trial issuer }
issued: 2026-01-01
jurisdiction: VN-HN
status: { vi: Thử, en: Trial }
provisions:
  - place: "1"
    summary: { vi: Không quá 1 người, en: At most 1 person }
    norms: [{ rule: delegation-size, severity: prohibited, parameters: { max: 1 } }]
`,
    )
    const { code, out } = await verified(body, '--law', law)
    expect([code, out]).toEqual([1, expect.stringContaining(`theo bản pháp luật ${body.lawHash}; bản đang dùng là`)])
    expect(out).toContain('delegation-size THU-2026#1: không có → violated')
    expect(out).toContain('Kết luận đã lưu')
  })

  it('of somebody who may not know all of it leaves that out, and still holds', async () => {
    const { status, body } = await frozen('officer', 'approve')
    expect([status, body.withheld]).toEqual([200, ['practicality']])
    expect(body.request.dossier.purpose.practicality?.appraisal).toBeUndefined()
    const { code, out } = await verified(body)
    expect([code, out]).toEqual([0, expect.stringContaining('không được xem')])
  })

  it('is not given where the step keeps none for the reader, and not out of reach', async () => {
    expect((await frozen('officer', 'recommend')).status).toBe(422)
    const { body } = await world.send('examiner', 'GET', `/api/delegations/${id}`)
    const { status } = await world.send('otherOfficer', 'GET', `/api/delegation-steps/${body.steps.at(-1).id}/verdict`)
    expect(status).toBe(404)
  })

  it('that cannot be read ends with 2 and a sentence', async () => {
    for (const content of ['{', {}, { format: 'other' }]) {
      const { code, out } = await verified(content)
      expect([code, out]).toEqual([2, expect.stringContaining('Không đọc được')])
    }
  })
})
