import { describe, expect, it } from 'vitest'
import { contestedFacts, type Fact } from './facts.ts'

const source = { vi: 'Sổ cơ quan, ngày 01/04/2026', en: 'Register of bodies, 01/04/2026' }
const level: Fact = { at: 'sender/level', value: 'department', source }
const name: Fact = { at: 'members/k1/position', value: 'Phó Giám đốc', source }

describe('the facts that a dossier contests', () => {
  it('are told with what the register has, what the unit states, and why', () => {
    const content = { sender: { level: 'enterprise' }, contests: { 'sender.level': 'Đã đổi ngày 01/03' } }
    expect(contestedFacts(content, [level, name])).toEqual([
      { at: 'sender/level', registered: 'department', source, stated: 'enterprise', note: 'Đã đổi ngày 01/03' },
    ])
  })

  it('are told also where the unit states nothing in their place', () => {
    const content = { sender: {}, contests: { 'sender.level': 'Chưa xác định' } }
    expect(contestedFacts(content, [level])).toMatchObject([{ at: 'sender/level', stated: undefined }])
  })

  it('are not told of somebody who is no longer in it, nor of what those say who are heard', () => {
    const contests = { 'members.k1.position': 'Đã thôi giữ chức', 'sender.level': 'Không đúng' }
    expect(contestedFacts({ members: [], contests }, [name, { ...level, heard: true }])).toEqual([])
  })
})
