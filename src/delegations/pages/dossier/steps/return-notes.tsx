import { IconPlus, IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { checked } from '../../../../law/pages/whatif/checked.ts'
import { draft } from '../../../../law/pages/whatif/draft.ts'
import { fieldToMend } from '../../../../law/pages/whatif/groups.ts'
import { statedFields } from '../../../../law/pages/whatif/stated-fields.ts'
import { fullName } from '../../../../law/pages/whatif/words.ts'
import { ruleTitle } from '../../../../law/rules/index.ts'
import { Button } from '../../../../ui/button.tsx'
import { useCell } from '../../../../ui/cell.ts'
import { FormField } from '../../../../ui/form.tsx'
import { ChoiceInput, TextInput } from '../../../../ui/inputs.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { contractOf } from '../../../content/content.ts'
import type { Json, JsonObject } from '../../../content/json.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import css from '../dossier.module.css'
import { keysOfPath } from '../paths.ts'
import { useCite } from '../use-cite.ts'
import type { NoteRow, Option } from './asked-notes.ts'

/** The notes as they are sent: an option is `field|norm`, either of which may be empty. */
export function sentNotes(rows: readonly NoteRow[]) {
  return rows.map(({ where, note }) => {
    const [field, norm] = (where ?? '').split('|')
    return { ...(field ? { field } : {}), ...(norm ? { norm } : {}), note }
  })
}

interface ReturnNotesProps {
  rows: readonly NoteRow[]
  /** The places about which the unit is asked by the examination, besides those of the dossier. */
  asked: readonly Option[]
  onChange: (rows: readonly NoteRow[]) => void
}

/** What the unit has to mend, each bound to a field of the dossier or to what the law finds. */
export function ReturnNotes({ rows, asked, onChange }: ReturnNotesProps) {
  const { steps: m } = useDelegationWords()
  const places = usePlaces(asked)
  const change = (index: number, part: Partial<NoteRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)))
  return (
    <fieldset className={css.waivers}>
      <legend>{m.notes}</legend>
      {rows.map(({ where, note }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end, and hold nothing of their own
        <div key={index} className={css.noteRow}>
          <FormField name={`notes[${index}].field`} label={m.noteWhere} size="wide">
            {(control) => (
              <ChoiceInput
                {...control}
                unset={m.noteWhole}
                options={places}
                value={where}
                onChange={(value) => change(index, { where: value })}
              />
            )}
          </FormField>
          <FormField name={`notes[${index}].note`} label={m.noteWhat} size="wide">
            {(control) => (
              <TextInput {...control} long value={note} onChange={(text) => change(index, { note: text })} />
            )}
          </FormField>
          <Button icon={IconX} onClick={() => onChange(rows.filter((_, at) => at !== index))}>
            <span className="visually-hidden">{m.removeNote(index + 1)}</span>
          </Button>
        </div>
      ))}
      <Button icon={IconPlus} onClick={() => onChange([...rows, { where: undefined, note: '' }])}>
        {m.addNote}
      </Button>
    </fieldset>
  )
}

/** The places to which a note can be bound: what the law finds wrong first, then every field that is stated. */
function usePlaces(asked: readonly Option[]): Option[] {
  const { steps: m } = useDelegationWords()
  const { language, t } = useLanguage()
  const cite = useCite()
  const dossier = useCell(draft, (one) => one.dossier)
  const result = useCell(checked, (one) => one.result)
  return useMemo(() => {
    const keys = (path: string) => keysOfPath(dossier as Json, path)
    const found = (result?.findings ?? []).flatMap((finding): Option[] => {
      const path = fieldToMend(finding)
      if (finding.outcome === 'pass' || finding.outcome === 'waived' || path === undefined) return []
      const words = `${m.fromLaw}: ${t(ruleTitle(finding.rule))} – ${fullName(dossier, path, language)} (${cite(finding.norm)})`
      return [[`${keys(path)}|${finding.norm}`, words]]
    })
    const stated = statedFields(contractOf(dossier as JsonObject), language).flatMap(({ lines }) =>
      lines.map(({ path }): Option => [`${keys(path)}|`, `${m.fromField}: ${fullName(dossier, path, language)}`]),
    )
    return [...new Map([...asked, ...found, ...stated])]
  }, [asked, dossier, result, language, t, m, cite])
}
