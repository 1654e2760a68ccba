import { useAnswer } from '../../../../ui/list.tsx'
import { Failure, Notice } from '../../../../ui/notice.tsx'
import type { DelegationView } from '../../../answers.ts'
import { withFacts } from '../../../content/facts.ts'
import { getEstimate } from '../../../costs/contract.ts'
import { notCommitted } from '../../../costs/without-rate.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'

/** Says what of the money a decision cannot commit, because no exchange rate is known for it. */
export function Commitment({ view }: { view: DelegationView }) {
  const { steps: m } = useDelegationWords()
  const { data, failed, retry } = useAnswer(getEstimate, { id: view.id })
  if (failed) return <Failure error={failed} retry={retry} />
  if (data === undefined) return null
  const lacking = notCommitted(data.basis, withFacts(view.content, view.facts), data.estimate)
  if (lacking.length === 0) return null
  return (
    <Notice tone="amber" role="alert" title={m.notCommitted(lacking.join(', '))}>
      <p>{m.notCommittedNext}</p>
    </Notice>
  )
}
