import { useState } from 'react'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { FormField } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { useCommitteeWords } from './use-committee-words.ts'

/** The paper that somebody from outside has signed. */
export function usePaper() {
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string | undefined>(useToday())
  return { number, setNumber, on, setOn, said: () => ({ paper: { number, on: on ?? '' } }) }
}

export function PaperFields({ paper: { number, setNumber, on, setOn } }: { paper: ReturnType<typeof usePaper> }) {
  const m = useCommitteeWords()
  return (
    <>
      <FormField name="paper.number" label={m.paperNumber} size="wide">
        {(control) => <TextInput {...control} value={number} onChange={setNumber} />}
      </FormField>
      <FormField name="paper.on" label={m.paperOn}>
        {(control) => <DayInput {...control} value={on} onChange={setOn} />}
      </FormField>
    </>
  )
}
