import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { endOneSession, endOtherSessions, type OwnSecurity } from '../../own/contract.ts'
import css from '../pages.module.css'
import { shortProgram, useWords, writtenMoment } from '../words.ts'

type Session = OwnSecurity['sessions'][number]

/** One's open sessions: where, in which program, since when; each can be ended. */
export function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const { own: m } = useWords()
  const ending = useSubmit(endOtherSessions)
  return (
    <div className={css.stack}>
      <p className="mute small">{m.sessionsWhat}</p>
      {sessions.map((session) => (
        <OneSession key={session.id} session={session} />
      ))}
      {ending.failed ? <Failure error={ending.failed} /> : null}
      {sessions.length > 1 ? (
        <Button busy={ending.busy} onClick={() => void ending.submit({})}>
          {m.endOthers}
        </Button>
      ) : null}
    </div>
  )
}

function OneSession({ session }: { session: Session }) {
  const { own: m } = useWords()
  const ending = useSubmit(endOneSession)
  const { id, current, means, address, program, openedAt, seenAt } = session
  return (
    <div className={css.line}>
      <span>
        <b>{shortProgram(program)}</b> {current ? <Chip tone="green">{m.thisSession}</Chip> : null}
        <br />
        <span className="mute small">
          {address} · {m.means[means]} · {m.opened} {writtenMoment(openedAt)} · {m.seen} {writtenMoment(seenAt)}
        </span>
      </span>
      {current ? null : (
        <Button busy={ending.busy} onClick={() => void ending.submit({ id })}>
          {m.end}
        </Button>
      )}
      {ending.failed ? <Failure error={ending.failed} /> : null}
    </div>
  )
}
