import { useQueryClient } from '@tanstack/react-query'
import { Confirm } from '../../../../ui/confirm.tsx'
import { call } from '../../../../ui/fetch.ts'
import { ANSWER } from '../../../../ui/list.tsx'
import { type Attachment, listAttachments, removeAttachment, removePaper } from '../../../attachments/contract.ts'
import { useAttachmentWords } from './use-attachment-words.ts'

interface RemoveDialogProps {
  attachment: Attachment
  onClose: () => void
}

/** Asks before a file is taken out of the dossier. */
export function RemoveDialog({ attachment: { id, name, fromAbove }, onClose }: RemoveDialogProps) {
  const m = useAttachmentWords()
  const queries = useQueryClient()
  const remove = async () => {
    await call(fromAbove ? removePaper : removeAttachment, { id })
    await queries.invalidateQueries({ queryKey: [ANSWER, listAttachments.path] })
  }
  return (
    <Confirm open title={m.removeTitle} confirm={m.remove} danger onConfirm={remove} onClose={onClose}>
      <p>{m.removeWhat(name)}</p>
    </Confirm>
  )
}
