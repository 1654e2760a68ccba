import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../kernel/day.ts'
import { FormField } from '../../../ui/form.tsx'
import { ChoiceInput } from '../../../ui/inputs.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import type { StepHead } from '../../answers.ts'
import { listCommittees } from '../../committee/contract.ts'
import { isAnswer, OUTCOMES } from '../../committee/votes.ts'
import { isObject } from '../../content/json.ts'
import { useCommitteeWords } from './use-committee-words.ts'

interface RestOnProps {
  delegationId: string
  value: string | undefined
  onChange: (id: string | undefined) => void
}

/** On which minutes a recommendation rests; nothing where no committee has come to anything about the dossier as it is. */
export function RestOnField({ delegationId, value, onChange }: RestOnProps) {
  const m = useCommitteeWords()
  const { data } = useAnswer(listCommittees, { delegationId })
  const options = (data?.items ?? []).flatMap(({ id, on, dossiers }) =>
    dossiers.flatMap((one) =>
      one.id === delegationId && one.same && one.outcome !== null && isAnswer(one.outcome)
        ? [[id, m.minutesOf(formatDay(on), m.outcomes[one.outcome])] as const]
        : [],
    ),
  )
  if (options.length === 0) return null
  return (
    <FormField name="committee" label={m.restOn} hint={m.restOnWhat} size="wide">
      {(control) => (
        <ChoiceInput {...control} value={value} unset={m.restOnNone} options={options} onChange={onChange} />
      )}
    </FormField>
  )
}

/** The minutes on which a recommendation rests, in words; nothing where it rests on none. */
export function RestsOn({ said: { minutes } }: Pick<StepHead, 'said'>) {
  const m = useCommitteeWords()
  if (minutes === undefined || !isObject(minutes)) return null
  const outcome = OUTCOMES.find((one) => one === minutes.outcome)
  if (outcome === undefined) return null
  return (
    <p>
      {m.minutes(formatDay(String(minutes.on)), m.outcomes[outcome])}.{' '}
      <Link to="/hoi-dong/$id" params={{ id: String(minutes.id) }}>
        {m.openMinutes}
      </Link>
    </p>
  )
}
