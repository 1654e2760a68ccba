import { useLanguage } from '../../../../ui/language.tsx'
import type { Plan, PlanPerson } from '../../../answers.ts'
import type { ItemCheck } from '../../../rules/check-item.ts'
import { FIELD_NAMES } from '../../../rules/field-names.ts'
import type { LocalRow } from '../model/local-row.ts'
import { faultsOf } from '../model/patches.ts'
import type { EditorState, PlanEditor } from '../model/plan-editor.ts'
import { useEditorWords } from '../use-editor-words.ts'
import { Clashes } from './clashes.tsx'
import { CostFields } from './cost-fields.tsx'
import { Dropped } from './dropped.tsx'
import { LawOfLine } from './law-of-line.tsx'
import { Neighbours } from './neighbours.tsx'
import { PeopleFields } from './people-fields.tsx'
import css from './side.module.css'

export interface SidePanelProps {
  plan: Plan
  row: LocalRow | undefined
  check: ItemCheck | undefined
  state: EditorState
  people: ReadonlyMap<string, PlanPerson>
  editor: PlanEditor
  readOnly: boolean
}

/** All there is to know and to settle of one line: what is wrong, the law, who goes, who pays, who else goes there. */
export function SidePanel({ plan, row, check, state, people, editor, readOnly }: SidePanelProps) {
  const m = useEditorWords().side
  const { t } = useLanguage()
  if (row === undefined) return <p className="mute">{m.choose}</p>
  const faults = faultsOf(row, plan, state.refused.get(row.key))
  const closed = readOnly || (row.item !== undefined && row.item.standing !== 'planned')
  const change = (fields: Partial<LocalRow['fields']>) =>
    editor.change(row.key, (old) => ({ ...old, fields: { ...old.fields, ...fields } }))
  return (
    <div className={css.panel}>
      <h2 className={css.title}>{row.fields.title || m.unnamed}</h2>
      <Dropped key={row.key} row={row} editor={editor} readOnly={readOnly} />
      <Clashes row={row} editor={editor} />
      {faults.length > 0 ? (
        <div className={css.faults}>
          <b>{m.faults}</b>
          <ul>
            {faults.map(({ path, message }) => (
              <li key={path}>
                {t(FIELD_NAMES[(path.split(/[.[]/)[0] ?? '') as keyof typeof FIELD_NAMES] ?? UNNAMED)}: {t(message)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <LawOfLine plan={plan} row={row} check={check} />
      <PeopleFields plan={plan} row={row} people={people} readOnly={closed} onChange={change} />
      <CostFields row={row} readOnly={closed} onChange={change} />
      <Neighbours row={row} check={check} />
    </div>
  )
}

const UNNAMED = { vi: 'Dòng', en: 'Line' }
