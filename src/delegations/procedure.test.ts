import { describe, expect, it } from 'vitest'
import { loadLaw } from '../law/index.ts'
import { type Hearing, hearingsFor, type Procedure, workingDaysLeft } from './procedure.ts'

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

describe('the working days left', () => {
  const law = loadLaw()
  // 30/04 and 01/05/2026 are a Thursday and a Friday of rest, 27/04 is given for the Kings' day, a Sunday.
  it.each([
    ['2026-04-28', '2026-05-05', 3, 'over the holidays and the weekend'],
    ['2026-04-24', '2026-04-28', 1, 'over a weekend and the day given for it'],
    ['2026-08-21', '2026-08-24', 2, 'with a Saturday that is worked in exchange'],
    ['2026-04-28', '2026-04-28', 0, 'on the last day'],
    ['2026-05-05', '2026-04-28', -3, 'after the last day'],
    ['2026-05-02', '2026-04-29', -1, 'on a day of rest after the last day, when no office was open since'],
  ])('from %s to %s are %i: %s', (today, due, left) => {
    expect(workingDaysLeft(law, 'VN-HN', today, due)).toBe(left)
  })

  it('are none where no last day is set', () => {
    expect(workingDaysLeft(law, 'VN-HN', '2026-04-28', null)).toBeNull()
  })
})
