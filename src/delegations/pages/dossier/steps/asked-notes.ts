import { checked } from '../../../../law/pages/whatif/checked.ts'
import { draft } from '../../../../law/pages/whatif/draft.ts'
import { fieldToMend } from '../../../../law/pages/whatif/groups.ts'
import type { Finding } from '../../../../law/result.ts'
import { ruleTitle } from '../../../../law/rules/index.ts'
import { useCell } from '../../../../ui/cell.ts'
import { useLanguage } from '../../../../ui/language.tsx'
import type { Assessment, DelegationView } from '../../../answers.ts'
import type { Json } from '../../../content/json.ts'
import { JUDGED_BY_PEOPLE } from '../../../workflow.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import { keysOfPath } from '../paths.ts'
import { useCite } from '../use-cite.ts'

/** One thing to mend: where, as an option of the choice, and what. */
export interface NoteRow {
  where: string | undefined
  note: string
}

/** A place to which a note can be bound: `field|norm`, either of which may be empty, and how it is called. */
export type Option = readonly [code: string, words: string]

/** In which part of the dossier lies what people judge. */
const PLACES: Record<(typeof JUDGED_BY_PEOPLE)[number], string> = {
  practicality: 'purpose/practicality',
  overlap: 'overlaps',
  programme: 'programme',
}

/** What the examination has marked to be asked of the unit, as notes of a return: each at its field or its norm. */
export function useAskedNotes({ assessments }: DelegationView): { rows: NoteRow[]; places: Option[] } {
  const { examination: m, steps } = useDelegationWords()
  const { t } = useLanguage()
  const cite = useCite()
  const dossier = useCell(draft, (one) => one.dossier) as Json
  const findings = useCell(checked, (one) => one.result)?.findings ?? []
  const asked = assessments
    .filter(({ judgement, outdated }) => judgement === 'asked' && !outdated)
    .map((one) => {
      const person = JUDGED_BY_PEOPLE.find((subject) => subject === one.subject && one.norm === null)
      const about = one.about === null ? '' : ` – ${one.about}`
      const name = person
        ? `${m.subjects[person]}${about}`
        : `${steps.fromLaw}: ${t(ruleTitle(one.subject))}${about} (${cite(one.norm ?? '')})`
      const where = person ? `${PLACES[person]}|` : `${fieldOf(one, findings, dossier)}|${one.norm ?? ''}`
      return { where, name, note: one.note === '' ? m.reasons[one.reasonCode] : one.note }
    })
  return {
    rows: asked.map(({ where, note }) => ({ where, note })),
    places: asked.map(({ where, name }) => [where, name] as const),
  }
}

/** The field to mend of the finding that was assessed; empty where it is not found any more. */
function fieldOf({ subject, norm, about }: Assessment, findings: readonly Finding[], dossier: Json): string {
  const finding = findings.find(
    (one) => one.rule === subject && one.norm === norm && (one.subject ?? null) === about && one.outcome !== 'pass',
  )
  const path = finding && fieldToMend(finding)
  return path === undefined ? '' : keysOfPath(dossier, path)
}
