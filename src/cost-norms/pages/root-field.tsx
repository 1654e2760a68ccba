import type { z } from 'zod'
import { FormField } from '../../ui/form.tsx'
import { ChoiceInput } from '../../ui/inputs.tsx'
import type { listTables } from '../contract.ts'
import { useNormWords } from './words.ts'

/** For what somebody sets tables and rates. */
export type Sets = z.output<(typeof listTables)['output']>['sets']

const WHOLE = 'installation'

interface RootFieldProps {
  sets: Sets
  /** `null` is the whole installation; `undefined`: not chosen yet. */
  value: string | null | undefined
  onChange: (value: string | null | undefined) => void
}

/** For which root it is set, or for all. */
export function RootField({ sets, value, onChange }: RootFieldProps) {
  const m = useNormWords()
  const options = sets.map(({ rootId, name }) => [rootId ?? WHOLE, rootId === null ? m.whole : name] as const)
  return (
    <FormField name="rootId" label={m.root}>
      {(control) => (
        <ChoiceInput
          {...control}
          value={value === null ? WHOLE : value}
          options={options}
          onChange={(code) => onChange(code === WHOLE ? null : code)}
        />
      )}
    </FormField>
  )
}
