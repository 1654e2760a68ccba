import { Button } from '../../ui/button.tsx'
import { useAnswer } from '../../ui/list.tsx'
import { Failure } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { useSession } from '../../ui/session.tsx'
import { useSubmit } from '../../ui/use-submit.ts'
import { getMailState, retryMail } from '../contract.ts'
import css from './notices.module.css'
import { useNoticeWords, writtenMoment } from './words.ts'

/** For administrators: mail that waits, and mail that was given up. */
export function MailState() {
  const m = useNoticeWords()
  const { data, failed, retry } = useAnswer(getMailState, {})
  return (
    <Section id="mail-state" title={m.mail}>
      {failed ? <Failure error={failed} retry={retry} /> : null}
      {data === undefined ? null : (
        <div className={css.stack}>
          <p className="small">{data.mailed ? m.mailWhat(data.waiting) : m.notMailed}</p>
          {data.gaveUp.length === 0 ? null : <p className="small">{m.mailGaveUp}</p>}
          {data.gaveUp.map(({ id, accountName, writtenAt, attempts, failure }) => (
            <div key={id} className={css.line}>
              <span>
                <b>{accountName}</b>
                <br />
                <span className="mute small">
                  {writtenMoment(writtenAt)} · {m.mailAttempts(attempts)} · {m.failures[failure] ?? failure}
                </span>
              </span>
              <Retry id={id} />
            </div>
          ))}
        </div>
      )}
    </Section>
  )
}

function Retry({ id }: { id: string }) {
  const m = useNoticeWords()
  const { may } = useSession()
  const retrying = useSubmit(retryMail)
  if (!may('accounts.write')) return null
  return (
    <div>
      <Button busy={retrying.busy} onClick={() => void retrying.submit({ id })}>
        {m.mailRetry}
      </Button>
      {retrying.failed ? <Failure error={retrying.failed} /> : null}
    </div>
  )
}
