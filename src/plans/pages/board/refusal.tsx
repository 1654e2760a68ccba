import type { CallFailed } from '../../../ui/fetch.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { Failure, Notice } from '../../../ui/notice.tsx'

/** Why the server refused: each fault in a sentence, or what it says as a whole. */
export function Refusal({ error }: { error: CallFailed | undefined }) {
  const { t } = useLanguage()
  if (error === undefined) return null
  if (error.faults.length === 0) return <Failure error={error} />
  return (
    <Notice tone="red" role="alert">
      {error.faults.map(({ path, message }) => (
        <p key={`${path} ${message.vi}`}>{t(message)}</p>
      ))}
    </Notice>
  )
}
