import { describe, expect, test } from 'vitest'
import { caseRequest } from '../../../../test/support/delegations.ts'
import { check } from '../../check.ts'
import { compileLaw } from '../../compile.ts'
import { loadLaw } from '../../load.ts'
import { readRequest } from '../../read.ts'
import { checklistOf } from './checklist.ts'

const law = compileLaw(loadLaw().data)

/** The checklist of an acceptance case, changed, by the law of its day. */
async function listOf(name: string, change: (dossier: Record<string, unknown>) => object = (dossier) => dossier) {
  const { asOf, dossier } = await caseRequest(name)
  const { request } = readRequest({ asOf, dossier: change(dossier) })
  if (request === undefined) throw new Error('no request')
  const lines = checklistOf(law, check(law, request, asOf).findings)
  return Object.fromEntries(lines.map((line) => [line.rule, line]))
}

describe('the checklist', () => {
  test('holds what is wanted of this dossier, with every place that wants it, and no limit', async () => {
    const lines = await listOf('01-compliant')
    expect(lines['host-law']).toMatchObject({
      state: 'pass',
      norms: ['38-CT-TW-2014#1', '4060-CV-BTCTU-2019#5', 'KH-UBND-HN-2014#5'],
    })
    expect(lines['delegation-size']).toBeUndefined()
    expect(lines['research-outline']).toBeUndefined()
  })

  test('asks a study trip for its outline, and a sender of elsewhere for nothing of Hà Nội', async () => {
    const study = await listOf('11-study-trip-incomplete')
    expect(study['research-outline']?.norms).toEqual(['38-CT-TW-2014#3.2', 'KH-UBND-HN-2014#4'])
    const elsewhere = await listOf('11-study-trip-incomplete', (dossier) => ({
      ...dossier,
      sender: { unit: 'Sở Du lịch', jurisdiction: 'VN-DN', level: 'department' },
    }))
    expect(elsewhere['research-outline']?.norms).toEqual(['38-CT-TW-2014#3.2'])
    expect(elsewhere['social-media']).toBeUndefined()
  })

  test('says what is missing for whom, and what goes against the law', async () => {
    const lines = await listOf('01-compliant', ({ documents, members, ...dossier }) => ({
      ...dossier,
      members: (members as object[]).map((one, at) => ({
        ...one,
        ...(at === 0 ? { carriesSecrets: true } : { declaresNoSecrets: false }),
      })),
    }))
    expect(lines['host-law']?.state).toBe('missing')
    expect(lines.secrets?.state).toBe('prohibited')
    expect(lines.secrets?.said).toHaveLength(1)
    expect(lines['member-task']?.state).toBe('pass')
  })
})
