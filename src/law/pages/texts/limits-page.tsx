import { Link, useNavigate } from '@tanstack/react-router'
import { type Day, formatDay, isDay } from '../../../kernel/day.ts'
import { Button } from '../../../ui/button.tsx'
import { DayInput } from '../../../ui/day-input.tsx'
import { Field } from '../../../ui/field.tsx'
import { useTitle } from '../../../ui/language.tsx'
import { SearchSelect } from '../../../ui/search-select.tsx'
import { useParameter } from '../../../ui/use-parameter.ts'
import { isJurisdiction, JURISDICTION_CODES } from '../../codes/jurisdictions.ts'
import type { Law } from '../../law.ts'
import { changeDays } from '../../limits.ts'
import { Frame } from './frame.tsx'
import { LimitsTable } from './limits-table.tsx'
import css from './texts.module.css'
import { useTexts, useToday, whereWords } from './use-texts.ts'

/** Where the limits are shown for when the address does not say. */
const FIRST_JURISDICTION = 'VN-HN'

/** The page "Giới hạn theo ngày": what binds in a jurisdiction on a day; both stand in the address. */
export default function LimitsPage() {
  const m = useTexts()
  const today = useToday()
  const asked = useParameter('ngay')
  const place = useParameter('noi')
  const day = asked !== undefined && isDay(asked) ? asked : today
  const jurisdiction = place !== undefined && isJurisdiction(place) ? place : FIRST_JURISDICTION
  useTitle(m.limits)
  return (
    <Frame tab="limits" title={m.limitsOf(whereWords(m, jurisdiction), formatDay(day))} intro={m.limitsIntro}>
      {(law) => (
        <>
          <Controls law={law} asked={asked ?? today} day={day} jurisdiction={jurisdiction} />
          <LimitsTable law={law} day={day} jurisdiction={jurisdiction} />
        </>
      )}
    </Frame>
  )
}

interface ControlsProps {
  law: Law
  /** The day as the address has it, which may be none. */
  asked: string
  day: Day
  jurisdiction: string
}

function Controls({ law, asked, day, jurisdiction }: ControlsProps) {
  const m = useTexts()
  const navigate = useNavigate()
  const go = (ngay: string, noi: string) =>
    void navigate({ to: '/van-ban/gioi-han', search: { ngay, noi }, replace: true, resetScroll: false })
  return (
    <div className={`${css.controls} no-print`}>
      <Field id="ngay" label={m.asOf} size="small" error={isDay(asked) ? undefined : m.noDay(asked)}>
        {(control) => <DayInput {...control} value={asked} onChange={(value) => value && go(value, jurisdiction)} />}
      </Field>
      <Field id="noi" label={m.jurisdiction}>
        {(control) => (
          <SearchSelect
            {...control}
            value={jurisdiction}
            options={JURISDICTION_CODES.map((code) => [code, whereWords(m, code)] as const)}
            onChange={(value) => value && go(day, value)}
          />
        )}
      </Field>
      <div className={css.changes}>
        <span id="changes">{m.changes}</span>
        <ul aria-labelledby="changes">
          {changeDays(law, jurisdiction).map((change) => (
            <li key={change}>
              <Link
                to="/van-ban/gioi-han"
                search={{ ngay: change, noi: jurisdiction }}
                resetScroll={false}
                activeOptions={{ exact: true }}
                className="num"
              >
                {formatDay(change)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <Button onClick={() => window.print()}>{m.print}</Button>
    </div>
  )
}
