import { describe, expect, it } from 'vitest'
import type { Content } from './content/content.ts'
import { isForAbove } from './deciders/refuse-not-deciding.ts'
import { type Act, type Deciding, decidingFor, type Hearing, hearingsFor, type Procedure } from './procedure.ts'
import { type DelegationAction, transition } from './transitions/transitions.ts'

/** The parties heard about a dossier by these hearings. */
function heard(opinions: Hearing[], content: Parameters<typeof hearingsFor>[1]): string[] {
  const procedure: Procedure = { stages: {}, control: 5, lead: 6, principleFirst: [], opinions }
  return hearingsFor(procedure, content).map(({ party }) => party)
}

const asked = (party: Hearing['party'], when: Partial<Hearing> = {}): Hearing => ({
  party,
  days: 2,
  silence: 'waits',
  ...when,
})
const from = (sender: Record<string, string>) => ({ sender, members: [], funding: [] })

describe('who is heard about a dossier', () => {
  it.each([
    ['party', ['organisation-board', 'other']],
    ['state', ['mission', 'other']],
    ['front-and-mass', ['organisation-board', 'other']],
  ])('follows the bloc of the sender: %s', (bloc, parties) => {
    const hearings = [
      asked('organisation-board', { bloc: ['party', 'front-and-mass'] }),
      asked('mission', { bloc: ['state'] }),
      asked('other'),
    ]
    expect(heard(hearings, from({ bloc }))).toEqual(parties)
  })

  it('follows all conditions of a hearing together', () => {
    const hearings = [asked('finance', { bloc: ['party'], level: ['department'], funding: ['state-budget'] })]
    const content = { ...from({ bloc: 'party', level: 'department' }), funding: [{ key: 'a', source: 'state-budget' }] }
    expect(heard(hearings, content)).toEqual(['finance'])
    expect(heard(hearings, { ...content, sender: { bloc: 'state', level: 'department' } })).toEqual([])
    expect(heard(hearings, { ...content, sender: { bloc: 'party', level: 'enterprise' } })).toEqual([])
    expect(heard(hearings, { ...content, funding: [] })).toEqual([])
  })

  it('does not follow a bloc that the dossier does not state', () => {
    expect(heard([asked('organisation-board', { bloc: ['party'] })], from({}))).toEqual([])
  })
})

describe('who decides a dossier', () => {
  const by = { level: 'province', bloc: 'party' } as const
  const source = { vi: 'văn bản', en: 'text' }
  const decides: Deciding[] = [
    { of: 'principle', managedBy: ['politburo'], by: 'above', source },
    { of: 'principle', by, source },
    { purpose: ['study'], countries: ['JP'], by, source },
    { bloc: ['state'], funding: ['state-budget'], by: { level: 'province', bloc: 'state' }, source },
  ]
  const procedure: Procedure = { stages: {}, control: 5, lead: 6, principleFirst: [], opinions: [], decides }
  const entry = (content: Content, act: Act, sender = {}) => {
    const found = decidingFor(procedure, content, { sender, act })
    return found === undefined ? undefined : decides.indexOf(found)
  }

  it('is said by the first entry that is met, for what is asked', () => {
    const politburo = { members: [{ key: 'a', managedBy: 'politburo' }] }
    expect([entry(politburo, 'principle'), entry({}, 'principle'), entry({}, 'decision')]).toEqual([0, 1, undefined])
  })

  it('follows purpose, country and money together', () => {
    const study = { purpose: { kind: 'study' }, trip: { stays: [{ key: 'a', country: 'JP' }] } }
    expect(entry(study, 'decision')).toBe(2)
    expect(entry({ ...study, purpose: { kind: 'visit' } }, 'decision')).toBeUndefined()
    const paid = { funding: [{ key: 'a', source: 'state-budget' }] }
    expect([entry(paid, 'decision', { bloc: 'state' }), entry({}, 'decision', { bloc: 'state' })]).toEqual([
      3,
      undefined,
    ])
  })

  it('goes by the sender of the register, not by what the dossier states', () => {
    const stated = { ...from({ bloc: 'state' }), funding: [{ key: 'a', source: 'state-budget' }] }
    expect(entry(stated, 'decision')).toBeUndefined()
  })

  it('leaves the deciding steps, and not handing back, to the authority above where that decides', () => {
    const above = { decider: { above: true, source } }
    const kept = (action: DelegationAction) => isForAbove(transition(action), above)
    expect((['approve', 'agree', 'refuse', 'redecide', 'hand-back', 'pass-up'] as const).map(kept)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ])
  })
})
