import { FormField } from '../../../ui/form.tsx'
import type { TreeRow } from '../list/use-wanted.ts'
import { useWords } from '../use-words.ts'
import { BodyFieldset } from './body-fields.tsx'
import type { SuccessorDraft } from './draft.ts'
import { BodyInput, optionsOf, TwoWords } from './fields.tsx'

interface SuccessorFieldsProps {
  /** The path of the successor in the input: `into`, `into[1]`. */
  path: string
  label: string
  hint?: string
  value: SuccessorDraft
  onChange: (value: SuccessorDraft) => void
  bodies: readonly TreeRow[]
  /** A body that cannot be chosen. */
  except?: string
}

/** A body that takes over: one of the register, or a new one with all that it is. */
export function SuccessorFields({ path, label, hint, value, onChange, bodies, except }: SuccessorFieldsProps) {
  const { fields: m, change } = useWords()
  return (
    <>
      <TwoWords
        name={path}
        label={change.successorIs}
        value={value.kind}
        options={[
          ['existing', m.existing],
          ['fresh', m.fresh],
        ]}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      {value.kind === 'existing' ? (
        <FormField name={`${path}.id`} label={label} hint={hint} size="wide">
          {(control) => (
            <BodyInput
              {...control}
              options={optionsOf(bodies, [except])}
              value={value.id}
              onChange={(id) => onChange({ ...value, id })}
            />
          )}
        </FormField>
      ) : (
        <BodyFieldset
          fresh
          path={`${path}.`}
          draft={value.draft}
          parents={bodies}
          onChange={(change) => onChange({ ...value, draft: { ...value.draft, ...change } })}
        />
      )}
    </>
  )
}
