import { DayInput } from '../../../../ui/day-input.tsx'
import { FormField } from '../../../../ui/form.tsx'
import { ChoiceInput } from '../../../../ui/inputs.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { WAIVER_REASON_NAMES, WAIVER_REASONS, type WaiverReason } from '../../../workflow.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'

/** Why a norm is waived, by what is counted, and until which day that may be used. */
export interface Terms {
  reasonCode?: string | undefined
  lastDay?: string | undefined
}

/** The terms of an exception as a decision states them. A reason that is not chosen is refused by the server, by the name of its field. */
export function termsSaid({ reasonCode, lastDay }: Terms = {}) {
  return { reasonCode: reasonCode as WaiverReason, ...(lastDay === undefined ? {} : { lastDay }) }
}

interface WaiverTermsProps {
  /** Where the exception stands in what is sent: `waivers[0]`. */
  at: string
  /** What is excepted, for the labels. */
  about: string
  terms: Terms | undefined
  onChange: (terms: Terms) => void
}

/** The reason of an exception from the list, and its last day where it has one. */
export function WaiverTerms({ at, about, terms = {}, onChange }: WaiverTermsProps) {
  const { steps: m } = useDelegationWords()
  const { t } = useLanguage()
  return (
    <>
      <FormField name={`${at}.reasonCode`} label={`${m.waiverReason} – ${about}`} size="wide">
        {(control) => (
          <ChoiceInput
            {...control}
            value={terms.reasonCode}
            options={WAIVER_REASONS.map((one) => [one, t(WAIVER_REASON_NAMES[one])] as const)}
            onChange={(reasonCode) => onChange({ ...terms, reasonCode })}
          />
        )}
      </FormField>
      <FormField name={`${at}.lastDay`} label={`${m.waiverLastDay} – ${about}`} hint={m.waiverLastDayWhat} size="wide">
        {(control) => (
          <DayInput {...control} value={terms.lastDay} onChange={(lastDay) => onChange({ ...terms, lastDay })} />
        )}
      </FormField>
    </>
  )
}
