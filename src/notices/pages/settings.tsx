import { useState } from 'react'
import { useAnswer } from '../../ui/list.tsx'
import { Failure, Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { chooseMail, getNoticeSettings } from '../contract.ts'
import { MAIL_CHOICES, type MailChoice } from '../kinds.ts'
import css from './notices.module.css'
import { useNoticeWords } from './words.ts'

/** How the reader gets mail. */
export function Settings() {
  const m = useNoticeWords()
  const { data, failed, retry } = useAnswer(getNoticeSettings, {})
  const choosing = useSubmit(chooseMail)
  // The choice is seen at once, not when the server has said it back; a refused one springs back.
  const [chosen, setChosen] = useState<MailChoice>()
  const mail = (choosing.failed ? undefined : chosen) ?? data?.mail
  const choose = (choice: MailChoice) => {
    if (choosing.busy) return
    setChosen(choice)
    void choosing.submit({ mail: choice })
  }
  return (
    <Section id="mail" title={m.settings}>
      {failed ? <Failure error={failed} retry={retry} /> : null}
      {data === undefined || mail === undefined ? null : (
        <div className={css.stack}>
          <Segmented
            id="mail-choice"
            legend={m.settings}
            hideLegend
            value={mail}
            options={MAIL_CHOICES.map((choice) => [choice, m.choices[choice]] as const)}
            onChange={(choice) => choose(choice as MailChoice)}
          />
          <p className="mute small">{m.choiceWhat[mail]}</p>
          {data.mailed ? null : <Notice>{m.notMailed}</Notice>}
          {data.mailed && !data.hasAddress ? <Notice tone="amber">{m.noAddress}</Notice> : null}
          {choosing.failed ? <Failure error={choosing.failed} /> : null}
        </div>
      )}
    </Section>
  )
}
