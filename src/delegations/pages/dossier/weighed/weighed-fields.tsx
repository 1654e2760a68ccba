import { draft, write } from '../../../../law/pages/whatif/draft.ts'
import { fieldId } from '../../../../law/pages/whatif/focus.ts'
import { readAt } from '../../../../law/pages/whatif/path.ts'
import { useRefused } from '../../../../law/pages/whatif/surroundings.tsx'
import { useCell } from '../../../../ui/cell.ts'
import { Field } from '../../../../ui/field.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import type { DelegationView } from '../../../answers.ts'
import { ALTERNATIVES, type AlternativeName } from '../../../weighed/weighed.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import { OthersOfUnit } from './others-of-unit.tsx'
import css from './weighed.module.css'

/** Asks what was weighed before anybody is sent: other ways to do it, and why a trip outside the plan is proposed. */
export function WeighedFields({ view }: { view: DelegationView }) {
  const { weighed: m } = useDelegationWords()
  return (
    <>
      <p className={css.heading}>{m.title}</p>
      {ALTERNATIVES.map((one) => (
        <AlternativeFields key={one} name={one} />
      ))}
      {view.planLine === null ? (
        <>
          <Reason path="weighed.offPlan" label={m.offPlan} />
          <OthersOfUnit view={view} />
        </>
      ) : null}
    </>
  )
}

/** A choice that nobody makes for the unit, with its reason. */
function AlternativeFields({ name }: { name: AlternativeName }) {
  const { weighed: m } = useDelegationWords()
  const able = useCell(draft, ({ dossier }) => readAt(dossier, `weighed.${name}.able`))
  const why = able === true ? m.whyStill : m.why
  return (
    <div className={css.alternative}>
      <Segmented
        id={fieldId(`weighed.${name}`)}
        legend={m[name]}
        value={able === true ? 'able' : able === false ? 'unable' : ''}
        options={[
          ['unable', m.unable],
          ['able', m.able],
        ]}
        onChange={(next) => write(`weighed.${name}.able`, next === 'able')}
      />
      <Reason path={`weighed.${name}.reason`} label={m.whyOf(m.short[name], why)} />
    </div>
  )
}

/** A text of its own; emptied, it is not stated. */
function Reason({ path, label }: { path: string; label: string }) {
  const value = useCell(draft, ({ dossier }) => readAt(dossier, path))
  const refused = useRefused(path)
  return (
    <Field id={fieldId(path)} label={label} error={refused} size="wide">
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
