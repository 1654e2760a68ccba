import { IconFingerprint } from '@tabler/icons-react'
import { Button } from '../../../ui/button.tsx'
import { Failure, Notice } from '../../../ui/notice.tsx'
import { useSending } from '../../../ui/use-submit.ts'
import { useWords } from '../words.ts'
import { canUsePasskeys, signInWithPasskey, wasCalledOff } from './passkey-browser.ts'

/** Asks the browser for a passkey. Nothing where this browser, at this address, has none to give. */
export function PasskeyButton({ onDone }: { onDone: () => Promise<void> }) {
  const { signIn: m } = useWords()
  const sending = useSending(async () => {
    await signInWithPasskey()
    await onDone()
  })
  if (!canUsePasskeys()) return null
  return (
    <>
      <Button icon={IconFingerprint} busy={sending.busy} onClick={() => void sending.submit(undefined)}>
        {m.passkey}
      </Button>
      {sending.failed === undefined ? null : wasCalledOff(sending.failed) ? (
        <Notice tone="amber" role="alert">
          <p>{m.passkeyStopped}</p>
        </Notice>
      ) : (
        <Failure error={sending.failed} />
      )}
    </>
  )
}
