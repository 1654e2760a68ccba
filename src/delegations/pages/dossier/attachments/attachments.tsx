import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ANSWER, useAnswer } from '../../../../ui/list.tsx'
import { Failure } from '../../../../ui/notice.tsx'
import { Section } from '../../../../ui/section.tsx'
import type { DelegationView } from '../../../answers.ts'
import { ATTACHMENT_KINDS, type Attachment, listAttachments } from '../../../attachments/contract.ts'
import { AttachmentRow } from './attachment-row.tsx'
import css from './attachments.module.css'
import { DropZone } from './drop-zone.tsx'
import { Preview } from './preview.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { Unfinished, UploadRows } from './upload-rows.tsx'
import { uploadsOf } from './uploads.ts'
import { sizeWords, useAttachmentWords } from './use-attachment-words.ts'

interface AttachmentsProps {
  view: Pick<DelegationView, 'id' | 'mayWrite' | 'mayEnclose'>
}

/** The files of a dossier by their kind; its unit, and those who examine and decide, add and remove their own here. */
export function Attachments({ view: { id, mayWrite, mayEnclose } }: AttachmentsProps) {
  const m = useAttachmentWords()
  const queries = useQueryClient()
  const { data, failed, retry } = useAnswer(listAttachments, { id })
  const [shown, setShown] = useState<Attachment | undefined>(undefined)
  const [removing, setRemoving] = useState<Attachment | undefined>(undefined)
  const uploads = uploadsOf(id, mayEnclose)
  const refresh = () => void queries.invalidateQueries({ queryKey: [ANSWER, listAttachments.path] })
  const items = data?.items ?? []
  const size = items.reduce((sum, one) => sum + one.size, 0)
  return (
    <div className={css.place}>
      <Section
        id="attachments"
        title={m.title}
        note={items.length > 0 ? m.count(items.length, sizeWords(size)) : undefined}
      >
        {failed && data === undefined ? <Failure error={failed} retry={retry} /> : null}
        {data === undefined && !failed ? <p className="mute">{m.loading}</p> : null}
        {data && items.length === 0 ? <p className="mute">{m.none}</p> : null}
        {ATTACHMENT_KINDS.map((kind) => ({ kind, own: items.filter((one) => one.kind === kind) }))
          .filter(({ own }) => own.length > 0)
          .map(({ kind, own }) => (
            <div key={kind} className={css.kind}>
              <h3>{m.kinds[kind]}</h3>
              <ul className={css.files}>
                {own.map((one) => (
                  <AttachmentRow
                    key={one.id}
                    attachment={one}
                    onShow={() => setShown(one)}
                    onRemove={(one.fromAbove ? mayEnclose : mayWrite) ? () => setRemoving(one) : undefined}
                  />
                ))}
              </ul>
            </div>
          ))}
        <UploadRows uploads={uploads} />
        {(mayWrite || mayEnclose) && data ? (
          <>
            <Unfinished unfinished={data.unfinished} uploads={uploads} onDropped={refresh} />
            <DropZone
              limits={data.limits}
              only={mayEnclose ? 'decision' : undefined}
              onFiles={(files) => uploads.add(files, refresh)}
            />
          </>
        ) : null}
        {shown ? <Preview attachment={shown} onClose={() => setShown(undefined)} /> : null}
        {removing ? <RemoveDialog attachment={removing} onClose={() => setRemoving(undefined)} /> : null}
      </Section>
    </div>
  )
}
