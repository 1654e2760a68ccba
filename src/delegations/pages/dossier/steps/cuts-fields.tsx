import { countryName } from '../../../../law/codes/countries.ts'
import { DayInput } from '../../../../ui/day-input.tsx'
import { FormField } from '../../../../ui/form.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import type { DelegationView } from '../../../answers.ts'
import { itemsAt } from '../../../edit/projection.ts'
import type { Cuts } from '../../../steps/cuts.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import css from '../dossier.module.css'

interface CutsFieldsProps {
  view: DelegationView
  cuts: Cuts
  onChange: (cuts: Cuts) => void
}

/** What is cut off the delegation: people, countries, days. */
export function CutsFields({ view: { content }, cuts, onChange }: CutsFieldsProps) {
  const { steps: m } = useDelegationWords()
  const { language } = useLanguage()
  const members = itemsAt(content, 'members').map(({ key, name }) => [String(key), String(name ?? '')] as const)
  const stays = itemsAt(content, 'trip/stays').map(
    ({ key, country }) => [String(key), countryName(String(country ?? ''), language)] as const,
  )
  return (
    <fieldset className={css.waivers}>
      <legend>{m.cuts}</legend>
      <Picks
        label={m.cutMembers}
        options={members}
        picked={cuts.members}
        onChange={(keys) => onChange({ ...cuts, members: keys })}
      />
      {stays.length > 1 ? (
        <Picks
          label={m.cutStays}
          options={stays}
          picked={cuts.stays}
          onChange={(keys) => onChange({ ...cuts, stays: keys })}
        />
      ) : null}
      <FormField name="cuts.departure" label={m.cutDeparture}>
        {(control) => (
          <DayInput {...control} value={cuts.departure} onChange={(departure) => onChange({ ...cuts, departure })} />
        )}
      </FormField>
      <FormField name="cuts.return" label={m.cutReturn}>
        {(control) => (
          <DayInput {...control} value={cuts.return} onChange={(back) => onChange({ ...cuts, return: back })} />
        )}
      </FormField>
    </fieldset>
  )
}

interface PicksProps {
  label: string
  options: readonly (readonly [key: string, word: string])[]
  picked: readonly string[] | undefined
  onChange: (keys: readonly string[]) => void
}

function Picks({ label, options, picked = [], onChange }: PicksProps) {
  return (
    <fieldset className={css.picks}>
      <legend>{label}</legend>
      {options.map(([key, word]) => (
        <label key={key}>
          <input
            type="checkbox"
            checked={picked.includes(key)}
            onChange={({ target }) => onChange(target.checked ? [...picked, key] : picked.filter((one) => one !== key))}
          />{' '}
          {word}
        </label>
      ))}
    </fieldset>
  )
}
