import { IconDownload, IconShieldCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { downloadFile } from '../../ui/download.ts'
import { call } from '../../ui/fetch.ts'
import { Failure, Notice } from '../../ui/notice.tsx'
import { writtenNumber } from '../../ui/typed.ts'
import { useSending } from '../../ui/use-submit.ts'
import { exportAudit, type Verification, verifyAudit } from '../contract.ts'
import css from './trail.module.css'
import { useWords } from './use-words.ts'

/** The buttons over the trail that verify and export its chain, and what came of it. */
export function useChain(): { actions: ReactNode; outcome: ReactNode } {
  const m = useWords()
  const [found, setFound] = useState<Verification | undefined>(undefined)
  const [file, setFile] = useState<string | undefined>(undefined)
  const verifying = useSending(async () => setFound(await call(verifyAudit, {})), { changes: false })
  const exporting = useSending(async () => setFile(await downloadFile(exportAudit, {})), { changes: false })
  const failed = verifying.failed ?? exporting.failed
  return {
    actions: (
      <>
        <Button icon={IconShieldCheck} busy={verifying.busy} onClick={() => void verifying.submit(undefined)}>
          {m.verify}
        </Button>
        <Button icon={IconDownload} busy={exporting.busy} onClick={() => void exporting.submit(undefined)}>
          {m.export}
        </Button>
      </>
    ),
    outcome: (
      <>
        {failed ? <Failure title={m.failed} error={failed} /> : null}
        {found ? <Found verification={found} /> : null}
        {file ? (
          <Notice tone="green" role="status">
            <p>{m.exported(file)}</p>
          </Notice>
        ) : null}
      </>
    ),
  }
}

function Found({ verification: { entries, lastHash, firstBreak } }: { verification: Verification }) {
  const m = useWords()
  if (firstBreak) {
    return (
      <Notice tone="red" role="alert" title={m.broken(writtenNumber(firstBreak.seq))}>
        <p>{m.breaks[firstBreak.kind]}</p>
        <p>{m.breakNext(writtenNumber(entries))}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="green" role="status" title={lastHash ? m.whole(writtenNumber(entries)) : m.empty}>
      {lastHash ? (
        <>
          <p>{m.note}</p>
          <p>
            <code className={css.hash}>{`${entries}:${lastHash}`}</code>
          </p>
        </>
      ) : null}
    </Notice>
  )
}
