import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import control from '../../ui/control.module.css'
import { useAnswer } from '../../ui/list.tsx'
import { Failure } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { endCalendarAddress, getNoticeSettings, makeCalendarAddress } from '../contract.ts'
import css from './notices.module.css'
import { useNoticeWords, writtenMoment } from './words.ts'

/** The secret address of the reader's calendar: made, shown once, replaced, revoked. */
export function Calendar() {
  const m = useNoticeWords()
  const { data } = useAnswer(getNoticeSettings, {})
  const [address, setAddress] = useState<string | undefined>(undefined)
  const making = useSubmit(makeCalendarAddress, { onDone: (made) => setAddress(made.address) })
  const ending = useSubmit(endCalendarAddress, { onDone: () => setAddress(undefined) })
  const calendar = data?.calendar ?? undefined
  return (
    <Section id="calendar" title={m.calendar}>
      <div className={css.stack}>
        <p className="mute small">{m.calendarWhat}</p>
        {address === undefined ? null : <Made address={address} />}
        {calendar === undefined ? null : (
          <p className="small">
            {m.calendarMade(
              writtenMoment(calendar.madeAt),
              calendar.readAt === null ? undefined : writtenMoment(calendar.readAt),
            )}
          </p>
        )}
        <div className={css.buttons}>
          <Button busy={making.busy} onClick={() => void making.submit({})}>
            {calendar === undefined ? m.calendarMake : m.calendarReplace}
          </Button>
          {calendar === undefined ? null : (
            <Button danger busy={ending.busy} onClick={() => void ending.submit({})}>
              {m.calendarEnd}
            </Button>
          )}
        </div>
        {making.failed ? <Failure error={making.failed} /> : null}
        {ending.failed ? <Failure error={ending.failed} /> : null}
      </div>
    </Section>
  )
}

function Made({ address }: { address: string }) {
  const m = useNoticeWords()
  const [copied, setCopied] = useState(false)
  return (
    <div className={css.stack}>
      <label htmlFor="calendar-address" className="small">
        {m.calendarAddress}
      </label>
      <input
        id="calendar-address"
        className={control.control}
        readOnly
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <p className="small">{m.calendarKeep}</p>
      <div className={css.buttons}>
        <Button onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
          {copied ? m.copied : m.copy}
        </Button>
      </div>
    </div>
  )
}
