import { useState } from 'react'
import { useList } from '../../../../ui/list.tsx'
import { Failure, Notice } from '../../../../ui/notice.tsx'
import { useAddress } from '../../../../ui/use-address.ts'
import { listPlans } from '../../../contract.ts'
import { useBoardWords } from '../use-words.ts'
import { OnePlan } from './one-plan.tsx'
import { ProposedPlans } from './proposed-plans.tsx'

/** The page "Phê duyệt": the plans that wait for the authority, or one of them (`kh` in the address). */
export default function ApprovePage() {
  const m = useBoardWords()
  const planId = useAddress().get('kh')
  const [said, setSaid] = useState<string>()
  const list = useList(listPlans, { state: 'proposed', size: 200 })
  return (
    <>
      {said === undefined ? null : (
        <Notice tone="green" role="status">
          {said}
        </Notice>
      )}
      {planId !== undefined ? (
        <OnePlan key={planId} planId={planId} onDone={setSaid} />
      ) : list.failed ? (
        <Failure error={list.failed} retry={list.retry} />
      ) : list.data === undefined ? (
        <p className="mute">{m.loading}</p>
      ) : (
        <ProposedPlans plans={list.data.items} onDone={setSaid} />
      )}
    </>
  )
}
