import { Link } from '@tanstack/react-router'
import { dayInVietnam, formatDay } from '../../../../kernel/day.ts'
import { Button } from '../../../../ui/button.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { Failure, Notice } from '../../../../ui/notice.tsx'
import { Section } from '../../../../ui/section.tsx'
import type { DelegationView } from '../../../answers.ts'
import type { Estimate } from '../../../costs/estimate.ts'
import { withCost } from '../../../costs/type-costs.ts'
import { Compared } from './compared.tsx'
import css from './costs.module.css'
import { CostTable } from './table.tsx'
import { contentNow, useCosts, writeContent } from './use-costs.ts'
import { useCostWords, written } from './words.ts'

/** The estimate of the dossier: what follows from norms, what is typed beside it, sums, and what does not fit. */
export function Costs({ view }: { view: DelegationView }) {
  const m = useCostWords()
  const { content, basis, reckoned, answer, failed, retry } = useCosts(view.id)
  if (answer === undefined)
    return failed ? <Failure error={failed} retry={retry} /> : <p className="mute">{m.loading}</p>
  const add = () => writeContent(withCost(contentNow(), 'lines', newKey(), { item: 'airfare', units: 1 }))
  return (
    <Section id="du-toan" title={m.title} note={m.note}>
      {answer.frozen ? <Frozen frozen={answer.frozen} /> : null}
      {reckoned.tables.some(({ fictitious }) => fictitious) ? <Notice tone="amber" title={m.fictitious} /> : null}
      {basis.norms.length === 0 ? (
        <Notice tone="grey" action={<Link to="/dinh-muc">{m.norms}</Link>}>
          <p>{m.noNorms}</p>
        </Notice>
      ) : null}
      <Remarks remarks={reckoned.remarks} />
      <CostTable estimate={reckoned} content={content} writes={view.mayWrite} />
      {view.mayWrite ? (
        <div className={`${css.row} no-print`}>
          <Button onClick={add}>{m.add}</Button>
          <Link to="/dinh-muc">{m.norms}</Link>
        </div>
      ) : null}
      <Compared view={view} content={content} basis={basis} estimate={reckoned} plan={answer.plan} />
      <Cited estimate={reckoned} />
    </Section>
  )
}

function Frozen({ frozen }: { frozen: { at: string; same: boolean; estimate: { vnd: string } } }) {
  const m = useCostWords()
  return (
    <Notice tone={frozen.same ? 'green' : 'red'} title={m.frozen(formatDay(dayInVietnam(new Date(frozen.at))))}>
      <p>{m.frozenSum(written(frozen.estimate.vnd))}</p>
      <p>{frozen.same ? m.same : m.notSame}</p>
    </Notice>
  )
}

/** What is to be settled first, then what has its reason. */
function Remarks({ remarks }: Pick<Estimate, 'remarks'>) {
  const m = useCostWords()
  const { t } = useLanguage()
  const open = remarks.filter(({ settled }) => !settled).length
  if (remarks.length === 0) return null
  return (
    <Notice tone={open === 0 ? 'grey' : 'amber'} title={m.remarks(open)} role="status">
      <ul className={css.remarks}>
        {remarks.map(({ code, lines, settled, message }) => (
          <li key={`${code} ${lines.join()} ${message.vi}`}>
            {t(message)} {settled ? <span className="mute">({m.explained})</span> : null}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** By which tables and rates it was reckoned. */
function Cited({ estimate: { tables, rates } }: { estimate: Estimate }) {
  const m = useCostWords()
  if (tables.length + rates.length === 0) return null
  return (
    <div className={css.cited}>
      {tables.length === 0 ? null : (
        <p>
          {m.usedTables}:{' '}
          {tables.map(({ id, title, document }, at) => (
            <span key={id}>
              {at === 0 ? '' : '; '}
              <Link to={`/dinh-muc/${id}`}>{m.cite(title, document.number, formatDay(document.on))}</Link>
            </span>
          ))}
        </p>
      )}
      {rates.length === 0 ? null : (
        <p>
          {m.usedRates}:{' '}
          {rates
            .map(({ currency, vnd, day, source }) =>
              m.rate(currency, written(vnd).replace(' ₫', ''), formatDay(day), source),
            )
            .join('; ')}
        </p>
      )}
    </div>
  )
}

function newKey(): string {
  return crypto.randomUUID().slice(0, 13)
}
