import type { z } from 'zod'
import { statedFields } from '../../../../law/pages/whatif/stated-fields.ts'
import { useWords } from '../../../../law/pages/whatif/use-words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { DownloadButton } from '../../../../ui/download-button.tsx'
import { KeyValue } from '../../../../ui/key-value.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { useAnswer } from '../../../../ui/list.tsx'
import { Failure } from '../../../../ui/notice.tsx'
import type { StepHead, StepTaken } from '../../../answers.ts'
import { type Content, contractOf } from '../../../content/content.ts'
import { withFacts } from '../../../content/facts.ts'
import { exportVerdict, getStep } from '../../../contract.ts'
import { instantWords, useDelegationWords } from '../../use-delegation-words.ts'
import { DifferenceAtStep } from '../difference.tsx'
import css from '../dossier.module.css'
import { FrozenFindings } from './frozen-findings.tsx'

/** The dossier as it was when a step was taken, with what the law said of it then. */
export function FrozenDialog({ step: { id, at, by }, onClose }: { step: StepHead; onClose: () => void }) {
  const m = useDelegationWords()
  const { data, failed, retry } = useAnswer(getStep, { id })
  return (
    <Dialog open kind="wide" label={m.log.frozen} onClose={onClose}>
      <h2>{m.log.frozen}</h2>
      <p className="mute">
        {instantWords(at)}, {by}
      </p>
      {failed ? (
        <Failure error={failed} retry={retry} />
      ) : data?.id === id ? (
        <Frozen step={data} />
      ) : (
        <p>{m.loading}</p>
      )}
      <Button onClick={onClose}>{m.log.close}</Button>
    </Dialog>
  )
}

function Frozen({ step: { id, content, facts, result, lawHash, difference } }: { step: z.infer<typeof StepTaken> }) {
  const { log: m } = useDelegationWords()
  const { sections } = useWords()
  const { language } = useLanguage()
  const stated = statedFields(contractOf(withFacts(content as Content, facts)), language)
  const told = (result?.findings ?? []).filter(({ outcome }) => outcome !== 'pass')
  return (
    <div className={css.frozenDossier}>
      {difference ? <DifferenceAtStep difference={difference} content={content} /> : null}
      {stated.map(({ name, lines }) => (
        <section key={name}>
          <h3>{sections[name]}</h3>
          <KeyValue rows={lines.map(({ label, value }) => [label, value] as const)} />
        </section>
      ))}
      {result ? (
        <section>
          <h3>{m.findings(told.length)}</h3>
          <FrozenFindings findings={told} />
          <p className="mute small">{m.law(lawHash)}</p>
          <DownloadButton endpoint={exportVerdict} input={{ id }}>
            {m.download}
          </DownloadButton>
        </section>
      ) : null}
    </div>
  )
}
