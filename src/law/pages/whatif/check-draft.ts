import type { Day } from '../../../kernel/day.ts'
import type { Fault } from '../../../kernel/errors.ts'
import { check } from '../../check.ts'
import type { Law } from '../../law.ts'
import { readRequest } from '../../read.ts'
import type { Registry } from '../../rules/rule.ts'
import type { Checked } from './checked.ts'
import type { Draft } from './draft.ts'
import { type Json, readAt } from './path.ts'

/** Makes the dossier of the contract out of what a draft holds. */
export type DossierOf = (dossier: Json) => Json

/**
 * Checks a draft by the same code as the server. A draft that is not (yet) of its form keeps the last good result, and
 * says what is wrong (`faults`) apart from what is merely not typed yet (`blanks`). `dossierOf` makes the dossier of the contract out of a
 * draft that holds more, `registry` is what is known beside it.
 */
export function checkDraft(
  law: Law,
  draft: Draft,
  today: Day,
  last: Checked,
  dossierOf: DossierOf = (dossier) => dossier,
  registry?: Registry,
): Checked {
  const reading = readRequest({ ...draft, dossier: dossierOf(draft.dossier) })
  if (reading.faults) return { ...last, ...sorted(reading.faults, draft), current: false }
  return {
    result: check(law, reading.request, today, registry),
    request: reading.request,
    faults: new Map(),
    blanks: [],
    current: true,
  }
}

function sorted(all: Fault[], draft: Draft): Pick<Checked, 'faults' | 'blanks'> {
  const faults = new Map<string, Fault>()
  const blanks: string[] = []
  for (const fault of all) {
    const path = fault.path.replace(/^dossier\./, '')
    if (path !== 'asOf' && readAt(draft.dossier, path) === undefined) blanks.push(path)
    else if (!faults.has(path)) faults.set(path, fault)
  }
  return { faults, blanks }
}
