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
  return (
    <Section id="mail" title={m.settings}>
      {failed ? <Failure error={failed} retry={retry} /> : null}
      {data === undefined ? null : (
        <div className={css.stack}>
          <Segmented
            id="mail-choice"
            legend={m.settings}
            hideLegend
            value={data.mail}
            options={MAIL_CHOICES.map((choice) => [choice, m.choices[choice]] as const)}
            onChange={(mail) => void choosing.submit({ mail: mail as MailChoice })}
          />
          <p className="mute small">{m.choiceWhat[data.mail]}</p>
          {data.mailed ? null : <Notice>{m.notMailed}</Notice>}
          {data.mailed && !data.hasAddress ? <Notice tone="amber">{m.noAddress}</Notice> : null}
          {choosing.failed ? <Failure error={choosing.failed} /> : null}
        </div>
      )}
    </Section>
  )
}
