import { lazy, Suspense } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { DownloadButton } from '../../../../ui/download-button.tsx'
import { requestOf } from '../../../../ui/fetch.ts'
import { useMedia } from '../../../../ui/use-media.ts'
import { type Attachment, openAttachment } from '../../../attachments/contract.ts'
import css from './attachments.module.css'
import { useAttachmentWords } from './use-attachment-words.ts'

const PdfPages = lazy(() => import('./pdf-pages.tsx'))

/** A file looked at on the page: a picture as it is, a PDF drawn page by page, none of it running anything. */
export function Preview({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const m = useAttachmentWords()
  const { id, name, type } = attachment
  const phone = useMedia('(max-width: 640px)')
  return (
    <Dialog open kind={phone ? 'drawer' : 'wide'} label={m.previewOf(name)} onClose={onClose}>
      <div className={css.preview}>
        <h2 className={css.name}>{name}</h2>
        <div className={css.paper}>
          {type === 'application/pdf' ? (
            <Suspense fallback={<p className="mute">{m.loading}</p>}>
              <PdfPages id={id} name={name} />
            </Suspense>
          ) : (
            <img src={requestOf(openAttachment, { id }).url} alt={name} />
          )}
        </div>
        <div className={css.acts}>
          <DownloadButton endpoint={openAttachment} input={{ id }}>
            {m.download}
          </DownloadButton>
          <Button onClick={onClose}>{m.close}</Button>
        </div>
      </div>
    </Dialog>
  )
}
