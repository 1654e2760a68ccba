import { IconEye, IconTrash } from '@tabler/icons-react'
import { Button } from '../../../../ui/button.tsx'
import { DownloadButton } from '../../../../ui/download-button.tsx'
import { type Attachment, openAttachment } from '../../../attachments/contract.ts'
import { instantWords } from '../../use-delegation-words.ts'
import css from './attachments.module.css'
import { isShown } from './shown.ts'
import { sizeWords, useAttachmentWords } from './use-attachment-words.ts'

interface AttachmentRowProps {
  attachment: Attachment
  onShow: () => void
  onRemove: (() => void) | undefined
}

/** A file: its name, size, who brought it; the ways to see it, to have it, and to take it out. */
export function AttachmentRow({ attachment, onShow, onRemove }: AttachmentRowProps) {
  const m = useAttachmentWords()
  const { id, name, size, pages, unread, addedBy, addedAt, type } = attachment
  const facts = [sizeWords(size), pages === null ? '' : m.pages(pages), m.by(addedBy, instantWords(addedAt))]
  return (
    <li>
      <div className={css.about}>
        <p className={css.name}>{name}</p>
        <p className="mute small">{facts.filter(Boolean).join(' · ')}</p>
        {unread > 0 ? <p className="small">{pages === null ? m.scanned : m.scannedPages(unread, pages)}</p> : null}
      </div>
      <span className={`${css.acts} no-print`}>
        {isShown(type) ? (
          <Button icon={IconEye} onClick={onShow}>
            {m.preview}
            <span className="visually-hidden"> «{name}»</span>
          </Button>
        ) : null}
        <DownloadButton endpoint={openAttachment} input={{ id }}>
          {m.download}
          <span className="visually-hidden"> «{name}»</span>
        </DownloadButton>
        {onRemove ? (
          <Button icon={IconTrash} onClick={onRemove}>
            {m.remove}
            <span className="visually-hidden"> «{name}»</span>
          </Button>
        ) : null}
      </span>
    </li>
  )
}
