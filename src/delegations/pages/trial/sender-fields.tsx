import { Field, Fields } from '../../../ui/field.tsx'
import { ChoiceInput } from '../../../ui/inputs.tsx'
import { usePlanLines } from '../list/begin-dialog.tsx'
import { useDelegationWords } from '../use-delegation-words.ts'

interface SenderFieldsProps {
  bodies: readonly { id: string; name: string }[]
  bodyId: string | undefined
  planItemId: string | undefined
  onBody: (id: string | undefined) => void
  onLine: (id: string | undefined) => void
}

/** For which body it is tried, and on which line of its approved plan. */
export function SenderFields({ bodies, bodyId, planItemId, onBody, onLine }: SenderFieldsProps) {
  const { begin: m } = useDelegationWords()
  const { lines, options } = usePlanLines(bodyId)
  return (
    <Fields>
      <Field id="trial-body" label={m.body} size="wide">
        {(control) => (
          <ChoiceInput
            {...control}
            value={bodyId}
            options={bodies.map(({ id, name }) => [id, name] as const)}
            onChange={onBody}
          />
        )}
      </Field>
      <Field
        id="trial-line"
        label={m.line}
        size="wide"
        hint={bodyId !== undefined && lines?.length === 0 ? m.noLines : undefined}
      >
        {(control) => (
          <ChoiceInput {...control} value={planItemId} options={options} unset={m.offPlan} onChange={onLine} />
        )}
      </Field>
    </Fields>
  )
}
