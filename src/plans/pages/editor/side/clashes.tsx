import { Button } from '../../../../ui/button.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { FIELD_NAMES } from '../../../rules/field-names.ts'
import type { LocalRow } from '../model/local-row.ts'
import type { PlanEditor } from '../model/plan-editor.ts'
import { useEditorWords } from '../use-editor-words.ts'
import { useFieldWords } from '../use-field-words.ts'
import css from './side.module.css'

/** Fields that somebody else changed at the same time: both values side by side, to choose from. */
export function Clashes({ row, editor }: { row: LocalRow; editor: PlanEditor }) {
  const m = useEditorWords().lines
  const { t } = useLanguage()
  const say = useFieldWords()
  if (row.clashes.length === 0) return null
  return (
    <fieldset className={css.clash}>
      <legend>{m.clash(row.clashes[0]?.by ?? '')}</legend>
      {row.clashes.map(({ field, theirs }) => (
        <div key={field}>
          <p>{t(FIELD_NAMES[field])}</p>
          <div className={css.sides}>
            <div>
              <span className="mute small">{m.mine}</span>
              <p>{say(field, row.fields[field])}</p>
              <Button onClick={() => editor.settle(row.key, field, 'mine')}>{m.keepMine}</Button>
            </div>
            <div>
              <span className="mute small">{m.theirs}</span>
              <p>{say(field, theirs)}</p>
              <Button onClick={() => editor.settle(row.key, field, 'theirs')}>{m.takeTheirs}</Button>
            </div>
          </div>
        </div>
      ))}
    </fieldset>
  )
}
