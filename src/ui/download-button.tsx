import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { FileAnswer } from '../kernel/endpoint.ts'
import { Button } from './button.tsx'
import { downloadFile } from './download.ts'
import css from './download-button.module.css'
import type { Called } from './fetch.ts'
import { useFailureText } from './notice.tsx'
import { useSending } from './use-submit.ts'

interface DownloadButtonProps<Input extends z.ZodType> {
  /** An endpoint that answers a file. */
  endpoint: Called<Input, typeof FileAnswer>
  input: z.input<Input>
  disabledBecause?: string | undefined
  children: ReactNode
}

/** Fetches a file and saves it; what the server refuses is told beside the button. */
export function DownloadButton<Input extends z.ZodType>({
  endpoint,
  input,
  disabledBecause,
  children,
}: DownloadButtonProps<Input>) {
  const { submit, busy, failed } = useSending((wanted: z.input<Input>) => downloadFile(endpoint, wanted), {
    changes: false,
  })
  const text = useFailureText(failed)
  return (
    <span className={css.place}>
      <Button icon={IconDownload} busy={busy} disabledBecause={disabledBecause} onClick={() => void submit(input)}>
        {children}
      </Button>
      {failed === undefined ? null : (
        <span role="alert" className={css.failed}>
          {text}
        </span>
      )}
    </span>
  )
}
