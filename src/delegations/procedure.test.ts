import { describe, expect, it } from 'vitest'
import { type Hearing, hearingsFor, type Procedure } from './procedure.ts'

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
