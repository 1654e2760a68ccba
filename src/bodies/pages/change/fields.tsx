import { useId } from 'react'
import { isDay } from '../../../kernel/day.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import type { ControlProps } from '../../../ui/field.tsx'
import { FormField, useFormField } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { type Option, SearchSelect } from '../../../ui/search-select.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { bodyTree } from '../../contract.ts'
import type { TreeRow } from '../list/use-wanted.ts'
import { useWords } from '../use-words.ts'

/** The bodies of a day, of one tree or of all; while the day typed is none, those of the day that was seen before. */
export function useBodiesOn(day: string | undefined, otherwise: string, root?: string): readonly TreeRow[] {
  const on = day !== undefined && isDay(day) ? day : otherwise
  const { data } = useAnswer(bodyTree, { day: on, ...(root === undefined ? {} : { root }) })
  return data?.items ?? []
}

/** Bodies to choose from, found by name or code. */
export function optionsOf(bodies: readonly TreeRow[], except: readonly (string | undefined)[] = []): Option[] {
  return bodies.flatMap(({ id, name, code }) => (except.includes(id) ? [] : [[id, `${name} · ${code}`] as const]))
}

interface ValueProps<Value> {
  value: Value
  onChange: (value: Value) => void
}

interface DayFieldProps extends ValueProps<string | undefined> {
  name: string
  label: string
  hint?: string | undefined
}

/** The day on which something happens. */
export function DayField({ name, label, hint, ...input }: DayFieldProps) {
  return (
    <FormField name={name} label={label} hint={hint}>
      {(control) => <DayInput {...control} {...input} />}
    </FormField>
  )
}

/** The number of the document on which a change rests. */
export function DocumentField({ optional = false, ...input }: ValueProps<string> & { optional?: boolean }) {
  const { fields: m } = useWords()
  return (
    <FormField name="document" label={optional ? m.documentIfAny : m.document}>
      {(control) => <TextInput {...control} {...input} />}
    </FormField>
  )
}

/** Where the bodies under one that ends go. */
export function ChildrenField({
  bodies,
  count,
  except,
  ...input
}: ValueProps<string | undefined> & { bodies: readonly TreeRow[]; count: number; except: string }) {
  const { fields: m } = useWords()
  return (
    <FormField name="childrenTo" label={m.childrenTo} hint={m.childrenHint(count)} size="wide">
      {(control) => <BodyInput {...control} options={optionsOf(bodies, [except])} {...input} />}
    </FormField>
  )
}

/** One body, found by typing. */
export function BodyInput(props: ControlProps & ValueProps<string | undefined> & { options: readonly Option[] }) {
  const { fields: m } = useWords()
  return <SearchSelect {...props} placeholder={m.pick} />
}

interface ChoiceProps<Code extends string> extends ValueProps<Code> {
  name: string
  label: string
  options: readonly (readonly [code: Code, word: string])[]
}

/** One of two words, both seen. */
export function TwoWords<Code extends string>({ name, label, value, options, onChange }: ChoiceProps<Code>) {
  const { id, error } = useFormField(name, label)
  return (
    <Segmented
      id={useId() + id}
      legend={label}
      value={value}
      options={options}
      error={error}
      onChange={(code) => onChange(code as Code)}
    />
  )
}
