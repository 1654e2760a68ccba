import { formatDay } from '../../../../kernel/day.ts'
import { countryName } from '../../../../law/codes/countries.ts'
import { DayInput } from '../../../../ui/day-input.tsx'
import { Fields } from '../../../../ui/field.tsx'
import { FormField } from '../../../../ui/form.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import type { DelegationView } from '../../../answers.ts'
import type { JsonObject } from '../../../content/json.ts'
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
      <Fields>
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
      </Fields>
    </fieldset>
  )
}

/** What is proposed to be cut, line by line in words. */
export function CutsWords({ view: { content }, cuts }: Pick<CutsFieldsProps, 'view' | 'cuts'>) {
  const { steps: m } = useDelegationWords()
  const { language } = useLanguage()
  const named = (list: 'members' | 'trip/stays', keys: readonly string[] = [], words: (item: JsonObject) => string) =>
    itemsAt(content, list)
      .filter(({ key }) => keys.includes(String(key)))
      .map(words)
      .join(', ')
  const lines = [
    [m.cutMembers, named('members', cuts.members, ({ name }) => String(name ?? ''))],
    [m.cutStays, named('trip/stays', cuts.stays, ({ country }) => countryName(String(country ?? ''), language))],
    [m.cutDeparture, cuts.departure === undefined ? '' : formatDay(cuts.departure)],
    [m.cutReturn, cuts.return === undefined ? '' : formatDay(cuts.return)],
  ] as const
  return (
    <ul className={css.findings}>
      {lines.map(([label, words]) =>
        words === '' ? null : (
          <li key={label}>
            {label}: <b>{words}</b>
          </li>
        ),
      )}
    </ul>
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
