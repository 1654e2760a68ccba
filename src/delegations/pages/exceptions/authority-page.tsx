import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { ruleTitle } from '../../../law/rules/index.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { Button } from '../../../ui/button.tsx'
import { DayInput } from '../../../ui/day-input.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useSession } from '../../../ui/session.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { endAuthority, type Grant, listGrants, listGrantsKept } from '../../exceptions/contract.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import { GrantDialog } from './grant-dialog.tsx'

/** Which body may waive which norm, by which document; entered by whoever keeps the accounts. */
export default function AuthorityPage() {
  const { authority: m, exceptions } = useDelegationWords()
  const { t } = useLanguage()
  const { may } = useSession()
  const today = useToday()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Grant | undefined>(undefined)
  const readsDossiers = may('dossiers.read')
  const { data, failed, retry } = useAnswer(readsDossiers ? listGrants : listGrantsKept, {})
  const keeps = may('accounts.write')
  if (failed) return <Failure error={failed} retry={retry} />
  const columns: Column<Grant>[] = [
    { key: 'body', head: m.body, render: ({ bodyName }) => <b>{bodyName}</b> },
    {
      key: 'rules',
      head: m.rules,
      render: ({ rules }) => (rules.length === 0 ? m.all : rules.map((rule) => t(ruleTitle(rule))).join(', ')),
    },
    {
      key: 'days',
      head: m.days,
      render: ({ from, to }) => (
        <span className="num">{m.until(formatDay(from), to === null ? undefined : formatDay(to))}</span>
      ),
    },
    {
      key: 'document',
      head: m.document,
      render: ({ document }) => (
        <>
          {document.number}, <span className="num">{formatDay(document.on)}</span>
        </>
      ),
    },
    { key: 'by', head: m.enteredBy, render: ({ enteredBy }) => enteredBy },
    ...(keeps
      ? [
          {
            key: 'end',
            head: m.end,
            render: (grant: Grant) =>
              grant.to !== null && grant.to < today ? null : <Button onClick={() => setEnding(grant)}>{m.end}</Button>,
          },
        ]
      : []),
  ]
  return (
    <>
      <PageHead
        title={m.title}
        sub={m.sub}
        breadcrumbs={readsDossiers ? <Breadcrumbs pages={[{ to: '/ngoai-le', word: exceptions.title }]} /> : undefined}
        actions={
          keeps ? (
            <Button primary icon={IconPlus} onClick={() => setAdding(true)}>
              {m.add}
            </Button>
          ) : null
        }
      />
      {data ? (
        <Table
          caption={m.title}
          list={{ rows: data }}
          rowKey={({ id }) => id}
          empty={<p>{m.empty}</p>}
          columns={columns}
        />
      ) : null}
      {adding ? <GrantDialog onClose={() => setAdding(false)} /> : null}
      {ending ? <EndDialog grant={ending} onClose={() => setEnding(undefined)} /> : null}
    </>
  )
}

function EndDialog({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const { authority: m, cancel } = useDelegationWords()
  const [to, setTo] = useState<string | undefined>(useToday())
  const ending = useSubmit(endAuthority, { onDone: onClose })
  return (
    <Dialog open kind="box" label={m.endTitle} onClose={onClose}>
      <h2>{m.endTitle}</h2>
      <p>{grant.bodyName}</p>
      <Form submission={ending} onSubmit={() => ending.submit({ id: grant.id, to: to ?? '' })}>
        <FormField name="to" label={m.last}>
          {(control) => <DayInput {...control} value={to} onChange={setTo} />}
        </FormField>
        <FormActions>
          <SubmitButton>{m.end}</SubmitButton>
          <Button onClick={onClose}>{cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
