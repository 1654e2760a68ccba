import { JURISDICTION_CODES, jurisdictionName } from '../../../law/codes/jurisdictions.ts'
import { Fields } from '../../../ui/field.tsx'
import { FormField } from '../../../ui/form.tsx'
import { ChoiceInput, NumberInput, TextInput } from '../../../ui/inputs.tsx'
import { SearchSelect } from '../../../ui/search-select.tsx'
import type { TreeRow } from '../list/use-wanted.ts'
import { useNames, useWords } from '../use-words.ts'
import type { Draft } from './draft.ts'
import { BodyInput, optionsOf, TwoWords } from './fields.tsx'

interface BodyFieldsProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  /** Stands before the names of the fields: `into.`. */
  path?: string
  /** Bodies under which it can stand; absent for a root, which stands under none. */
  parents?: readonly TreeRow[] | undefined
  /** A new body has a code to be given; it may begin a tree of its own. */
  fresh?: boolean
  /** The body itself: it cannot stand under itself. */
  own?: string
}

/** What a body is: its name, its place, its level, its order. */
export function BodyFieldset({ draft, onChange, path = '', parents, fresh = false, own }: BodyFieldsProps) {
  const { fields: m } = useWords()
  const { levels, blocs, localities } = useNames()
  const set = (name: keyof Draft) => (value: string | number | undefined) => onChange({ [name]: value })
  return (
    <>
      <Fields>
        <FormField name={`${path}name`} label={m.name} size="wide">
          {(control) => <TextInput {...control} value={draft.name} onChange={set('name')} />}
        </FormField>
        <FormField name={`${path}shortName`} label={m.shortName}>
          {(control) => <TextInput {...control} value={draft.shortName} onChange={set('shortName')} />}
        </FormField>
        {fresh ? (
          <FormField name={`${path}code`} label={m.code} hint={m.codeHint}>
            {(control) => <TextInput {...control} value={draft.code} onChange={set('code')} />}
          </FormField>
        ) : null}
        {parents === undefined ? null : (
          <FormField name={`${path}parentId`} label={m.parentId} size="wide" {...(fresh ? { hint: m.parentHint } : {})}>
            {(control) => (
              <BodyInput
                {...control}
                options={optionsOf(parents, [own])}
                value={draft.parentId}
                onChange={set('parentId')}
              />
            )}
          </FormField>
        )}
      </Fields>
      <Fields>
        <FormField name={`${path}level`} label={m.level}>
          {(control) => <ChoiceInput {...control} options={levels} value={draft.level} onChange={set('level')} />}
        </FormField>
        <FormField name={`${path}bloc`} label={m.bloc}>
          {(control) => <ChoiceInput {...control} options={blocs} value={draft.bloc} onChange={set('bloc')} />}
        </FormField>
        <FormField name={`${path}jurisdiction`} label={m.jurisdiction}>
          {(control) => (
            <SearchSelect
              {...control}
              options={JURISDICTION_CODES.map(
                (code) => [code, code === 'VN' ? m.centre : jurisdictionName(code)] as const,
              )}
              value={draft.jurisdiction}
              onChange={set('jurisdiction')}
            />
          )}
        </FormField>
        <FormField name={`${path}locality`} label={m.locality}>
          {(control) => (
            <ChoiceInput
              {...control}
              unset={m.noLocality}
              options={localities}
              value={draft.locality}
              onChange={set('locality')}
            />
          )}
        </FormField>
        <FormField name={`${path}officialOrder`} label={m.officialOrder} hint={m.orderHint}>
          {(control) => <NumberInput {...control} value={draft.officialOrder} onChange={set('officialOrder')} />}
        </FormField>
      </Fields>
      <TwoWords
        name={`${path}isMission`}
        label={m.isMission}
        value={draft.isMission ? 'yes' : 'no'}
        options={[
          ['no', m.no],
          ['yes', m.yes],
        ]}
        onChange={(word) => onChange({ isMission: word === 'yes' })}
      />
    </>
  )
}
