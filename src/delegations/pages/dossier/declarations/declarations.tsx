import { useState } from 'react'
import type { z } from 'zod'
import { dayInVietnam, formatDay } from '../../../../kernel/day.ts'
import { Button } from '../../../../ui/button.tsx'
import { Chip } from '../../../../ui/chip.tsx'
import { DownloadButton } from '../../../../ui/download-button.tsx'
import { useAnswer } from '../../../../ui/list.tsx'
import { Failure } from '../../../../ui/notice.tsx'
import { Section } from '../../../../ui/section.tsx'
import { useSubmit } from '../../../../ui/use-submit.ts'
import type { DelegationView } from '../../../answers.ts'
import { openAttachment } from '../../../attachments/contract.ts'
import { askForDeclarations, getDeclarations } from '../../../declarations/contract.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import css from '../dossier.module.css'
import { PaperDialog } from './paper-dialog.tsx'

type Answer = z.output<(typeof getDeclarations)['output']>
type Member = Answer['members'][number]

/** Who of the delegation has declared what; the unit asks for it, and enters what was signed on paper. */
export function Declarations({ view }: { view: DelegationView }) {
  const { declarations: m } = useDelegationWords()
  const [entering, setEntering] = useState<Member | undefined>(undefined)
  const { data, failed, retry } = useAnswer(getDeclarations, { id: view.id })
  const asking = useSubmit(askForDeclarations)
  const waiting = data?.members.filter(({ signs, declarations }) => signs && declarations.some(isOpen)) ?? []
  if (failed) return <Failure error={failed} retry={retry} />
  if (data === undefined || data.members.length === 0) return null
  return (
    <Section id="cam-ket" title={m.ofDossier}>
      <p className="small mute">{m.what}</p>
      <ul className={css.notes}>
        {data.members.map((member) => (
          <li key={member.key}>
            <div className={css.noteText}>
              <p>
                <b>{member.name}</b>
              </p>
              <p className={css.standings}>
                {member.declarations.map((one) => (
                  <Standing key={one.kind} one={one} signs={member.signs} />
                ))}
              </p>
              {scansOf(member).map(({ id, name }) => (
                <Scan key={id} id={id} name={name} />
              ))}
            </div>
            {data.mayAsk ? (
              <span className={`${css.noteActs} no-print`}>
                {member.signs ? (
                  <span className="small mute">{m.byAccount}</span>
                ) : (
                  <Button onClick={() => setEntering(member)}>
                    {m.enter}
                    <span className="visually-hidden">: {member.name}</span>
                  </Button>
                )}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {asking.failed ? <Failure error={asking.failed} /> : null}
      {data.mayAsk && waiting.length > 0 ? (
        <div className="no-print">
          <Button onClick={() => void asking.submit({ id: view.id })}>{m.ask(waiting.length)}</Button>
        </div>
      ) : null}
      {entering ? <PaperDialog id={view.id} member={entering} onClose={() => setEntering(undefined)} /> : null}
    </Section>
  )
}

function Standing({ one, signs }: { one: Member['declarations'][number]; signs: boolean }) {
  const { declarations: m } = useDelegationWords()
  const { kind, signed, outdated } = one
  const words =
    signed === null
      ? outdated
        ? m.again
        : m.open
      : signed.document
        ? m.onPaper(signed.document.number, formatDay(signed.document.on))
        : m.signedOn(formatDay(dayInVietnam(new Date(signed.at))))
  return (
    <Chip tone={signed ? 'green' : signs || outdated ? 'amber' : 'grey'}>
      {m.kinds[kind]}: {words}
    </Chip>
  )
}

type ScanLink = { id: string; name: string | null }

/** The scans of a member's papers, each once. */
function scansOf({ declarations }: Member): ScanLink[] {
  const scans = declarations.flatMap(({ signed }) => signed?.scan ?? [])
  return [...new Map(scans.map((scan) => [scan.id, scan])).values()]
}

/** The scan of a paper, to be fetched; or that it is in the dossier no more. */
function Scan({ id, name }: ScanLink) {
  const { declarations: m } = useDelegationWords()
  if (name === null) return <p className="small">{m.scanGone}</p>
  return (
    <p className="small">
      {m.scanOf}:{' '}
      <DownloadButton endpoint={openAttachment} input={{ id }}>
        {name}
      </DownloadButton>
    </p>
  )
}

function isOpen({ signed }: Member['declarations'][number]): boolean {
  return signed === null
}
