import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import css from '../pages.module.css'
import { useAccountWords, writtenMoment } from '../words.ts'

/** A one-time link, shown once, to be copied and sent to the right person. */
export function IssuedLinkText({ link: { path, expiresAt } }: { link: { path: string; expiresAt: string } }) {
  const { link: m } = useAccountWords()
  const [copied, setCopied] = useState(false)
  const address = `${window.location.origin}${path}`
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }
  return (
    <>
      <p>{m.what}</p>
      <div className={css.link}>
        <code>{address}</code>
        <Button icon={copied ? IconCheck : IconCopy} onClick={() => void copy()}>
          {copied ? m.copied : m.copy}
        </Button>
      </div>
      <p className="mute small">{m.until(writtenMoment(expiresAt))}</p>
    </>
  )
}
