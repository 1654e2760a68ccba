import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { formatDay } from '../../../kernel/day.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { DownloadButton } from '../../../ui/download-button.tsx'
import { useTitle } from '../../../ui/language.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { writtenNumber } from '../../../ui/typed.ts'
import type { Plan, PlanItem } from '../../answers.ts'
import { exportPlan } from '../../contract.ts'
import { headcountOf, vndOfItem } from '../../plan-item.ts'
import { daysOf } from '../../rules/plan-item-dossier.ts'
import { totalsOf } from '../../rules/totals.ts'
import { useBoardWords, useLineWords, vndWords } from '../board/use-words.ts'
import css from './print.module.css'
import { useEditorWords } from './use-editor-words.ts'
import { usePlanAnswer } from './use-plan-page.ts'
import { WideTable } from './wide-table.tsx'

/** The plan as it goes on paper: A4 across, the columns of a yearly plan, the line for travel abroad, signatures. */
export default function PrintPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { plan, failed, retry } = usePlanAnswer(id)
  const { loading } = useBoardWords()
  if (failed && plan === undefined) return <Failure error={failed} retry={retry} />
  return plan ? <Paper plan={plan} /> : <p className="mute">{loading}</p>
}

function Paper({ plan }: { plan: Plan }) {
  const { print: m, plan: words } = useEditorWords()
  useTitle(words.title(plan.year, plan.body.name))
  const totals = totalsOf(plan.items, plan.travelLine)
  const standing = plan.items.filter((item) => item.standing === 'planned')
  return (
    <>
      <div className={`${css.bar} no-print`}>
        <ButtonLink to={`/ke-hoach/${plan.id}`} icon={IconArrowLeft}>
          {m.back}
        </ButtonLink>
        <DownloadButton endpoint={exportPlan} input={{ id: plan.id }}>
          {words.xlsx}
        </DownloadButton>
        <Button primary icon={IconPrinter} onClick={() => window.print()}>
          {m.print}
        </Button>
      </div>
      <article className={css.paper}>
        <header className={css.top}>
          <div>
            <b>{plan.body.name.toUpperCase()}</b>
          </div>
          <div>
            <b>{m.republic}</b>
            <br />
            <b>{m.motto}</b>
          </div>
        </header>
        <h1 className={css.heading}>
          {m.heading(plan.year)}
          {plan.edition > 1 ? <small>{m.adjusted(plan.edition - 1)}</small> : null}
          <small>{plan.document ? m.approved(plan.document.number, formatDay(plan.document.on)) : m.draft}</small>
        </h1>
        <Lines plan={plan} direction="outgoing" items={standing} sum={totals.outgoing} />
        <p className={css.line}>
          <b>{m.line}</b> {plan.travelLine === null ? m.lineNone : vndWords(plan.travelLine)}
        </p>
        <Lines plan={plan} direction="incoming" items={standing} sum={totals.incoming} />
        {plan.note === '' ? null : <p className={css.line}>{plan.note}</p>}
        <footer className={css.signatures}>
          <div>
            <p>&nbsp;</p>
            <b>{m.preparer}</b>
            <i>{m.sign}</i>
          </div>
          <div>
            <p>
              <i>{m.place}</i>
            </p>
            <b>{m.signer}</b>
            <i>{m.signSeal}</i>
          </div>
        </footer>
      </article>
    </>
  )
}

interface LinesProps {
  plan: Plan
  direction: 'outgoing' | 'incoming'
  items: readonly PlanItem[]
  sum: number
}

function Lines({ plan, direction, items, sum }: LinesProps) {
  const { print: m } = useEditorWords()
  const own = items.filter(({ fields }) => fields.direction === direction)
  const people = own.reduce((total, { fields }) => total + (headcountOf(fields) ?? 0), 0)
  const heads = { ...m.columns, ...(direction === 'incoming' ? { host: m.incomingHost, head: m.incomingLead } : {}) }
  return (
    <section>
      <h2 className={css.part}>{m[direction]}</h2>
      {own.length === 0 ? (
        <p>{m.none}</p>
      ) : (
        <WideTable label={m[direction]}>
          <table className={css.table}>
            <thead>
              <tr>
                {Object.entries(heads).map(([key, word]) => (
                  <th key={key} scope="col" className={css[key]}>
                    {word}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {own.map((item, index) => (
                <Row key={item.id} plan={plan} item={item} number={index + 1} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={9}>
                  {m.total}: {m.delegations(own.length, people)}
                </th>
                <td className={css.right}>
                  <b>{writtenNumber(sum)}</b>
                </td>
                <td />
                <td />
              </tr>
            </tfoot>
          </table>
        </WideTable>
      )}
    </section>
  )
}

function Row({ plan, item: { fields }, number }: { plan: Plan; item: PlanItem; number: number }) {
  const { print: m } = useEditorWords()
  const board = useBoardWords()
  const say = useLineWords()
  const days = daysOf(fields)
  const names = new Map(plan.people.map(({ id, name }) => [id, name]))
  const [head] = fields.people
  const headName = head?.personId ? names.get(head.personId) : undefined
  const notes = [
    fields.priority === null ? '' : m.priority(fields.priority),
    fields.offPlan ? `${m.offPlan}: ${fields.justification}` : '',
    fields.task,
  ]
  return (
    <tr>
      <td className={css.center}>{number}</td>
      <td>
        <b>{fields.title}</b>
        {fields.purpose === '' ? null : <div>{fields.purpose}</div>}
      </td>
      <td>{plan.body.name}</td>
      <td>{headName === undefined ? (head?.post ?? '') : `${headName} (${head?.post})`}</td>
      <td className={css.center}>{headcountOf(fields) ?? ''}</td>
      <td>{fields.countries.length === 0 ? '' : say.countries(fields.countries)}</td>
      <td>{fields.host}</td>
      <td>
        {say.when(fields)}
        {days === undefined ? '' : `; ${board.days(days)}`}
      </td>
      <td>{fields.result}</td>
      <td className={css.right}>{fields.costs.length === 0 ? '' : writtenNumber(vndOfItem(fields))}</td>
      <td>{fields.costs.map(({ source }) => say.source(source)).join('; ')}</td>
      <td>{notes.filter((note) => note !== '').join('. ')}</td>
    </tr>
  )
}
