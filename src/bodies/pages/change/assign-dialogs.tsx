import { useMemo, useState } from 'react'
import { COUNTRY_CODES, countryName } from '../../../law/codes/countries.ts'
import { FormField } from '../../../ui/form.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import type { Option } from '../../../ui/search-select.tsx'
import { type Submission, useSubmit } from '../../../ui/use-submit.ts'
import { setMissionCountries, setReporting } from '../../contract.ts'
import { holds } from '../body/life.ts'
import { useWords } from '../use-words.ts'
import type { ChangeProps } from './changes.tsx'
import { missing } from './faults.ts'
import { DayField, optionsOf, useBodiesOn } from './fields.tsx'
import { FormDialog } from './form-dialog.tsx'
import { PickMany } from './pick-many.tsx'

/** Sets the countries and territories that a mission covers from a day on. */
export function CountriesDialog({ body, name, onClose, onDone }: ChangeProps) {
  const { change: m } = useWords()
  const options = useCountries()
  const sending = useSubmit(setMissionCountries, { onDone })
  const now = body.countries.filter((one) => holds(one, body.day)).map(({ country }) => country)
  return (
    <AssignDialog
      title={m.countriesTitle(name)}
      field="countries"
      label={m.countriesField}
      hint={m.countriesHint}
      options={options}
      first={now}
      submission={sending}
      send={(countries, from) => sending.submit({ id: body.id, countries, from })}
      onClose={onClose}
    />
  )
}

/** Sets to whom the accounts of a root go from a day on. */
export function ReportingDialog({ body, name, onClose, onDone }: ChangeProps) {
  const { change: m } = useWords()
  const bodies = useBodiesOn(undefined, body.day).filter(({ rootId }) => rootId !== body.rootId)
  const sending = useSubmit(setReporting, { onDone })
  const now = body.reportsTo.filter((one) => holds(one, body.day)).map(({ id }) => id)
  return (
    <AssignDialog
      title={m.reportingTitle(name)}
      field="to"
      label={m.reportingField}
      hint={m.reportingHint}
      options={optionsOf(bodies)}
      first={now}
      submission={sending}
      send={(to, from) => sending.submit({ id: body.id, to, from })}
      onClose={onClose}
    />
  )
}

interface AssignDialogProps {
  title: string
  field: string
  label: string
  hint: string
  options: readonly Option[]
  /** Those of the day on which the register is seen. */
  first: readonly string[]
  submission: Pick<Submission<never>, 'busy' | 'failed' | 'refuse'>
  send: (values: string[], from: string) => unknown
  onClose: () => void
}

function AssignDialog({ title, field, label, hint, options, first, submission, send, onClose }: AssignDialogProps) {
  const { fields: m, change } = useWords()
  const [values, setValues] = useState([...first])
  const [from, setFrom] = useState<string | undefined>(undefined)
  const submit = () => {
    const faults = missing([['from', 'day', from]])
    return faults.length > 0 ? submission.refuse(faults) : send(values, from ?? '')
  }
  return (
    <FormDialog title={title} submission={submission} onSubmit={submit} submit={change.save} onClose={onClose}>
      <DayField name="from" label={m.from} value={from} onChange={setFrom} />
      <FormField name={field} label={label} hint={hint} size="wide">
        {(control) => <PickMany {...control} options={options} value={values} onChange={setValues} />}
      </FormField>
    </FormDialog>
  )
}

/** Every country in the order of its name in the reader's language. */
function useCountries(): Option[] {
  const { language } = useLanguage()
  return useMemo(() => {
    const { compare } = new Intl.Collator(language)
    return COUNTRY_CODES.map((code) => [code, countryName(code, language)] as const).sort((one, other) =>
      compare(one[1], other[1]),
    )
  }, [language])
}
