import { useState } from 'react'
import { isDay, yearOf } from '../../../../kernel/day.ts'
import { countryName } from '../../../../law/codes/countries.ts'
import { useAt } from '../../../../law/pages/whatif/draft.ts'
import { Button } from '../../../../ui/button.tsx'
import { Confirm } from '../../../../ui/confirm.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { call } from '../../../../ui/fetch.ts'
import { Form, FormActions, FormField, SubmitButton } from '../../../../ui/form.tsx'
import { ChoiceInput } from '../../../../ui/inputs.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { useAnswer } from '../../../../ui/list.tsx'
import { useSubmit } from '../../../../ui/use-submit.ts'
import type { DelegationView } from '../../../answers.ts'
import { linkPlanLine } from '../../../plan-line/contract.ts'
import { listPlanLines } from '../../doors.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'

interface LinkingProps {
  view: DelegationView
  /** The version that is linked. */
  version: number
  onClose: () => void
}

/** Chooses the line of the unit's approved plan of the year of departure on which the dossier rests. */
export function ChooseLine({ view, version, onClose }: LinkingProps) {
  const { planLine: m, steps } = useDelegationWords()
  const { language } = useLanguage()
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const departure = useAt('trip.departure')
  const year = typeof departure === 'string' && isDay(departure) ? yearOf(departure) : view.year
  const { data: lines } = useAnswer(listPlanLines, {
    state: 'approved',
    standing: 'planned',
    direction: 'outgoing',
    bodyId: view.body.id,
    year,
    size: 200,
  })
  const options = (lines?.items ?? []).map(
    ({ id, title, countries }) =>
      [id, `${title} (${countries.map((code) => countryName(code, language)).join(', ')})`] as const,
  )
  const linking = useSubmit(linkPlanLine, { onDone: onClose })
  return (
    <Dialog open kind="box" label={m.chooseTitle(year)} onClose={onClose}>
      <h2>{m.chooseTitle(year)}</h2>
      <Form submission={linking} onSubmit={() => linking.submit({ id: view.id, version, planItemId: chosen ?? null })}>
        <p>{m.chooseWhat}</p>
        <FormField
          name="planItemId"
          label={m.line}
          size="wide"
          hint={lines?.items.length === 0 ? m.noLines(year) : undefined}
        >
          {(control) => <ChoiceInput {...control} value={chosen} options={options} onChange={setChosen} />}
        </FormField>
        <FormActions>
          <SubmitButton disabledBecause={chosen === undefined ? m.notChosen : undefined}>{m.link}</SubmitButton>
          <Button onClick={onClose}>{steps.back}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** Takes the line away: from then on the trip is outside the plan. */
export function Unlink({ view, version, onClose, onDone }: LinkingProps & { onDone: () => Promise<unknown> }) {
  const { planLine: m } = useDelegationWords()
  return (
    <Confirm
      open
      title={m.unlink}
      confirm={m.unlink}
      onConfirm={async () => {
        await call(linkPlanLine, { id: view.id, version, planItemId: null })
        await onDone()
      }}
      onClose={onClose}
    >
      <p>{m.unlinkWhat}</p>
    </Confirm>
  )
}
