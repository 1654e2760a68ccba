import { countryName } from '../../../../law/codes/countries.ts'
import { ITEM_NAMES, UNIT_NAMES } from '../../../../law/costs/items.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import type { Content } from '../../../content/content.ts'
import type { Estimate, EstimateLine } from '../../../costs/estimate.ts'
import css from './costs.module.css'
import { NormAmount, TypedFields, TypedPrice, TypedUnits } from './line-fields.tsx'
import { Payers } from './payers.tsx'
import { useCostWords, written } from './words.ts'

interface CostTableProps {
  estimate: Estimate
  content: Content
  writes: boolean
}

/** Every line with its norm, units, factor, rate and amount; a card each on a phone. */
export function CostTable({ estimate, content, writes }: CostTableProps) {
  const m = useCostWords()
  if (estimate.lines.length === 0) return <p className={css.empty}>{m.empty}</p>
  const { head } = m
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <caption className="visually-hidden">{m.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head.item}</th>
            <th scope="col">{head.how}</th>
            <th scope="col">{head.unit}</th>
            <th scope="col" className={css.money}>
              {head.amount}
            </th>
            <th scope="col" className={css.money}>
              {head.vnd}
            </th>
            <th scope="col">{head.payer}</th>
          </tr>
        </thead>
        <tbody>
          {estimate.lines.map((line) => (
            <Line key={`${line.kind} ${line.id}`} line={line} content={content} writes={writes} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {m.total} {estimate.complete ? null : <span className="mute">({m.incomplete})</span>}
            </th>
            <td className={`${css.money} num`}>
              <b>{written(estimate.vnd)}</b>
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Line({ line, content, writes }: { line: EstimateLine; content: Content; writes: boolean }) {
  const m = useCostWords()
  const { t } = useLanguage()
  const { kind, off, above, amount, currency, vnd, reason } = line
  return (
    <tr className={off ? css.off : ''}>
      <th scope="row">
        {kind === 'typed' && writes ? <TypedFields line={line} content={content} /> : <Name line={line} />}
      </th>
      <td data-head={m.head.how}>
        {kind === 'norm' ? <Reckoned line={line} /> : <Units line={line} writes={writes} />}
      </td>
      <td data-head={m.head.unit}>
        {kind === 'norm' ? <NormAmount line={line} writes={writes} /> : <TypedPrice line={line} writes={writes} />}{' '}
        {above ? <Chip tone={reason === '' ? 'amber' : 'grey'}>{m.above}</Chip> : null}
        {line.norm ? (
          <span className={css.quiet}>
            {m.normOf(written(line.norm.amount, line.norm.currency), line.unit ? t(UNIT_NAMES[line.unit]) : '')}
          </span>
        ) : null}
      </td>
      <td data-head={m.head.amount} className={`${css.money} num`}>
        {off ? m.off : written(amount, currency)}
      </td>
      <td data-head={m.head.vnd} className={`${css.money} num`}>
        {off ? '' : vnd === null ? m.noRate : written(vnd)}
      </td>
      <td data-head={m.head.payer}>
        <Payers line={line} writes={writes} />
      </td>
    </tr>
  )
}

function Name({ line: { item, what, country, rankGroup, kind } }: { line: EstimateLine }) {
  const m = useCostWords()
  const { t, language } = useLanguage()
  const more = [
    kind === 'typed' ? what : '',
    country === null ? '' : countryName(country, language),
    rankGroup === null ? '' : m.group(rankGroup),
  ].filter(Boolean)
  return (
    <>
      {t(ITEM_NAMES[item])}
      {more.length > 0 ? <span className={css.quiet}>{more.join(', ')}</span> : null}
    </>
  )
}

function Reckoned({ line: { people, units, unit } }: { line: EstimateLine }) {
  const m = useCostWords()
  const { t } = useLanguage()
  const { full, reduced, beyond } = units
  const parts = [
    full > 0 ? m.full(full) : '',
    reduced > 0 ? m.reduced(reduced) : '',
    beyond > 0 ? m.beyond(beyond) : '',
  ].filter(Boolean)
  return (
    <>
      <span className="num">{parts.join(' + ') || '0'}</span>
      <span className={css.quiet}>
        {unit === null ? '' : t(UNIT_NAMES[unit])}
        {unit === 'trip' ? '' : `, ${m.people(people)}`}
      </span>
    </>
  )
}

function Units({ line, writes }: { line: EstimateLine; writes: boolean }) {
  return (
    <>
      {writes ? <TypedUnits line={line} /> : <span className="num">{line.units.full}</span>}
      {line.source !== '' && !writes ? <span className={css.quiet}>{line.source}</span> : null}
    </>
  )
}
