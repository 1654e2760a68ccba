import { useState } from 'react'
import { DayInput } from '../../../../ui/day-input.tsx'
import { FormField } from '../../../../ui/form.tsx'
import { ChoiceInput, NumberInput, TextInput } from '../../../../ui/inputs.tsx'
import { RECOMMENDATIONS } from '../../../workflow.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'

/** What an examiner recommends, with what the recommendation needs to be followed. */
export function useRecommendation() {
  const [recommendation, choose] = useState<string | undefined>(undefined)
  const [mergeWith, setMergeWith] = useState('')
  const [postponeTo, setPostponeTo] = useState<string | undefined>(undefined)
  const [postponeDays, setPostponeDays] = useState<number | string | undefined>(undefined)
  return {
    recommendation,
    choose,
    mergeWith,
    setMergeWith,
    postponeTo,
    setPostponeTo,
    postponeDays,
    setPostponeDays,
    /** As it is sent: what belongs to another recommendation is left out. */
    said: () => ({
      recommendation,
      ...(recommendation === 'merge' && mergeWith.trim() !== '' ? { mergeWith } : {}),
      ...(recommendation === 'postpone' && postponeTo ? { postponeTo } : {}),
      ...(recommendation === 'postpone' && postponeDays !== undefined ? { postponeDays } : {}),
    }),
  }
}

/** The choice of the recommendation; for a merger with which delegation, for a postponement until when. */
export function RecommendFields({ chosen }: { chosen: ReturnType<typeof useRecommendation> }) {
  const { steps: m } = useDelegationWords()
  const { recommendation } = chosen
  return (
    <>
      <FormField name="recommendation" label={m.recommendation} size="wide">
        {(control) => (
          <ChoiceInput
            {...control}
            value={recommendation}
            options={RECOMMENDATIONS.map((one) => [one, m.recommendations[one]] as const)}
            onChange={chosen.choose}
          />
        )}
      </FormField>
      {recommendation === 'merge' ? (
        <FormField name="mergeWith" label={m.mergeWith} hint={m.mergeWithWhat} size="wide">
          {(control) => <TextInput {...control} value={chosen.mergeWith} onChange={chosen.setMergeWith} />}
        </FormField>
      ) : null}
      {recommendation === 'postpone' ? (
        <>
          <FormField name="postponeTo" label={m.postponeTo}>
            {(control) => <DayInput {...control} value={chosen.postponeTo} onChange={chosen.setPostponeTo} />}
          </FormField>
          <FormField name="postponeDays" label={m.postponeDays}>
            {(control) => <NumberInput {...control} value={chosen.postponeDays} onChange={chosen.setPostponeDays} />}
          </FormField>
        </>
      ) : null}
    </>
  )
}
