import { useState } from 'react'
import { DayInput } from '../../../../ui/day-input.tsx'
import { FormField } from '../../../../ui/form.tsx'
import { ChoiceInput, NumberInput, TextInput } from '../../../../ui/inputs.tsx'
import { RECOMMENDATIONS } from '../../../workflow.ts'
import { RestOnField } from '../../committee/rest-on-field.tsx'
import { useDelegationWords } from '../../use-delegation-words.ts'

/** What an examiner recommends, with what the recommendation needs to be followed. */
export function useRecommendation() {
  const [recommendation, choose] = useState<string | undefined>(undefined)
  const [mergeWith, setMergeWith] = useState('')
  const [postponeTo, setPostponeTo] = useState<string | undefined>(undefined)
  const [postponeDays, setPostponeDays] = useState<number | string | undefined>(undefined)
  const [committee, setCommittee] = useState<string | undefined>(undefined)
  return {
    recommendation,
    choose,
    mergeWith,
    setMergeWith,
    postponeTo,
    setPostponeTo,
    postponeDays,
    setPostponeDays,
    committee,
    setCommittee,
    /** As it is sent: what belongs to another recommendation is left out. */
    said: () => ({
      recommendation,
      ...(committee === undefined ? {} : { committee }),
      ...(recommendation === 'merge' && mergeWith.trim() !== '' ? { mergeWith } : {}),
      ...(recommendation === 'postpone' && postponeTo ? { postponeTo } : {}),
      ...(recommendation === 'postpone' && postponeDays !== undefined ? { postponeDays } : {}),
    }),
  }
}

interface RecommendFieldsProps {
  delegationId: string
  chosen: ReturnType<typeof useRecommendation>
}

/** By which minutes, and the choice of the recommendation; for a merger with which delegation, for a postponement until when. */
export function RecommendFields({ delegationId, chosen }: RecommendFieldsProps) {
  const { steps: m } = useDelegationWords()
  const { recommendation } = chosen
  return (
    <>
      <RestOnField delegationId={delegationId} value={chosen.committee} onChange={chosen.setCommittee} />
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
