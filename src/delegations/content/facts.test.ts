import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { andFacts, contestedFacts, type Fact, withFacts } from './facts.ts'

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

const content = {
  title: 'Đoàn',
  plan: { year: 2026 },
  members: [{ key: 'k1', name: 'An' }, { key: 'k2' }],
  contests: { 'members.k1.position': 'sổ ghi chưa đúng' },
}
const places = ['members/k1/position', 'members/k1/name', 'members/k2/leader', 'members/k3/name', 'plan/approved']
const fact = fc.record({
  at: fc.constantFrom(...places, 'estimate/total', 'leadership/k9/size', 'sender/level'),
  value: fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constant(null)),
  source: fc.constant(source),
})

describe('facts laid over a content', () => {
  it('count the same whether they are known at once or one after the other', () => {
    fc.assert(
      fc.property(fc.array(fact), fc.array(fact), (first, more) => {
        const before = structuredClone(content)
        const together = withFacts(content, [...first, ...more])
        expect(withFacts(content, andFacts(content, [...first], more))).toEqual(together)
        expect(content).toEqual(before)
      }),
    )
  })

  it('are laid over another content anew, though they are the same', () => {
    const facts: Fact[] = [{ at: 'sender/level', value: 'province', source }]
    expect(withFacts({ title: 'A' }, facts)).toEqual({ title: 'A', sender: { level: 'province' } })
    expect(withFacts({ title: 'B' }, facts)).toEqual({ title: 'B', sender: { level: 'province' } })
  })
})
