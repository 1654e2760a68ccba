import { Fields } from '../../../../ui/field.tsx'
import { REPORT_PARTS } from '../../../dossier.ts'
import { useAt, write } from '../draft.ts'
import css from '../fields.module.css'
import { Choice, DayField, Text, Words } from '../fields.tsx'
import { fieldId } from '../focus.ts'
import { Line, Rows } from '../rows.tsx'
import { useWords } from '../use-words.ts'

/** What was reported and shared afterwards, and what went wrong. */
export function AfterSection() {
  return (
    <>
      <Rows path="after.reports" canBeNone fresh={() => ({ recipients: [], contents: [] })}>
        {(index) => (
          <>
            <Fields>
              <DayField path={`after.reports[${index}].on`} />
              <Words path={`after.reports[${index}].recipients`} required />
            </Fields>
            <ReportParts index={index} />
          </>
        )}
      </Rows>
      <div className={css.block}>
        <Fields>
          <Words path="after.sharedWith" />
        </Fields>
      </div>
      <Rows path="after.incidents" canBeNone fresh={() => ({})}>
        {(index) => (
          <Line columns="1fr 132px 1.6fr">
            <Choice path={`after.incidents[${index}].kind`} />
            <DayField path={`after.incidents[${index}].on`} />
            <Text path={`after.incidents[${index}].note`} />
          </Line>
        )}
      </Rows>
    </>
  )
}

function ReportParts({ index }: { index: number }) {
  const m = useWords()
  const path = `after.reports[${index}].contents`
  const value = useAt(path)
  const chosen = Array.isArray(value) ? value : []
  return (
    <fieldset id={fieldId(path)} className={css.checks}>
      <legend>{m.fields['after.reports[].contents']}</legend>
      {REPORT_PARTS.map((part) => (
        <label key={part}>
          <input
            type="checkbox"
            checked={chosen.includes(part)}
            onChange={() =>
              write(
                path,
                REPORT_PARTS.filter((one) => chosen.includes(one) !== (one === part)),
              )
            }
          />
          {m.codes['after.reports[].contents[]'][part]}
        </label>
      ))}
    </fieldset>
  )
}
