import { draft, write } from '../../../../law/pages/whatif/draft.ts'
import { fieldId } from '../../../../law/pages/whatif/focus.ts'
import { readAt } from '../../../../law/pages/whatif/path.ts'
import { useCell } from '../../../../ui/cell.ts'
import { Field } from '../../../../ui/field.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import type { Content } from '../../../content/content.ts'
import { asksOutline, OUTLINE_PARTS, type OutlinePart } from '../../../outline/outline.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import { Earlier } from './earlier.tsx'
import css from './outline.module.css'

/** Asks of a study trip what earlier reports left open and what it is to find out, with the earlier delegations beside. */
export function OutlineFields({ id }: { id: string }) {
  const { outline: m } = useDelegationWords()
  const asks = useCell(draft, ({ dossier }) => asksOutline(dossier as Content))
  if (!asks) return null
  return (
    <>
      <p className={css.heading}>{m.title}</p>
      <p className="mute small">{m.what}</p>
      <Earlier id={id} />
      {OUTLINE_PARTS.map((part) => (
        <Part key={part} part={part} />
      ))}
    </>
  )
}

/** A text of its own; emptied, it is not stated. */
function Part({ part }: { part: OutlinePart }) {
  const { outline: m } = useDelegationWords()
  const path = `outline.${part}`
  const value = useCell(draft, ({ dossier }) => readAt(dossier, path))
  return (
    <Field id={fieldId(path)} label={m.parts[part]} hint={m.hints[part]} size="wide">
      {(control) => (
        <TextInput
          {...control}
          long
          value={typeof value === 'string' ? value : undefined}
          onChange={(text) => write(path, text === '' ? undefined : text)}
        />
      )}
    </Field>
  )
}
