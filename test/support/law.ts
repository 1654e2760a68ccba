import { compileLaw, type Law, type LawData, loadLaw } from '../../src/law/index.ts'

type Value = Record<string, unknown>
type Change = (data: LawData) => LawData

/** The law of the project, changed. */
export function lawWith(...changes: Change[]): Law {
  const { data, sources } = loadLaw()
  const changed = changes.reduce((current, change) => change(current), data)
  return compileLaw({ ...changed, hash: `${data.hash} changed for a test` }, sources)
}

/** Each procedure of dossiers is another from a day on; what it was before stays for the days before. */
export function procedureFrom(from: string, change: (value: Value) => Value = (value) => ({ ...value })): Change {
  return ({ administered, ...data }) => ({
    ...data,
    administered: administered.map((one) => {
      if (one.id !== 'dossier-workflow') return one
      const reason = { vi: 'Quy trình thử nghiệm', en: 'A procedure for a test' }
      const later = one.entries.map((entry) => ({ ...entry, from, reason, value: change(entry.value as Value) }))
      return { ...one, entries: [...one.entries, ...later] }
    }),
  })
}

/** A text more: from a day on no delegation of Hà Nội has more people than so many, save by exception. */
export function sizeLimitFrom(from: string, max: number): Change {
  const words = { vi: 'Văn bản thử nghiệm', en: 'A text for a test' }
  const norm = { rule: 'delegation-size', severity: 'needs-exception' as const, parameters: { max } }
  return ({ instruments, ...data }) => ({
    ...data,
    instruments: [
      ...instruments,
      {
        ...{ id: 'QD-THU-2026', number: '1-QĐ/THU', title: words, issuer: words, issued: from, jurisdiction: 'VN-HN' },
        ...{ status: words, source: words },
        provisions: [{ place: '1', summary: words, norms: [norm] }],
      },
    ],
  })
}

/** The simple lane of each procedure that knows one has this share examined in full from a day on; with none there is no lane. */
export function laneFrom(from: string, audit: { part: number; of: number } | undefined): Change {
  return procedureFrom(from, ({ simple, ...procedure }) =>
    simple === undefined || audit === undefined ? procedure : { ...procedure, simple: { ...(simple as Value), audit } },
  )
}
