import type { Day } from '../../../kernel/day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { conditionWords, whoWords } from '../../condition-words.ts'
import type { Law } from '../../law.ts'
import { type Limit, limitsOn, type RuleLimits } from '../../limits.ts'
import { SEVERITY_NAMES } from '../../names.ts'
import { TONES } from '../whatif/classes.ts'
import { NormLink } from '../whatif/norm-link.tsx'
import { Administered } from './administered.tsx'
import css from './texts.module.css'
import { daysWords, useTexts } from './use-texts.ts'

/** The limits of a day, rule by rule; where texts disagree all are shown, with why, and listed before the table. */
export function LimitsTable({ law, day, jurisdiction }: { law: Law; day: Day; jurisdiction: string }) {
  const m = useTexts()
  const rows = limitsOn(law, day, jurisdiction)
  if (rows.length === 0) return <p className={css.notice}>{m.nothing}</p>
  return (
    <>
      <Conflicts rows={rows} />
      <table className={`${css.table} ${css.limits}`}>
        <thead>
          <tr>
            <th scope="col">{m.rule}</th>
            <th scope="col">{m.demand}</th>
            <th scope="col">{m.who}</th>
            <th scope="col">{m.breach}</th>
            <th scope="col">{m.place}</th>
          </tr>
        </thead>
        {rows.map((row) => (
          <Row key={row.rule.id} law={law} row={row} />
        ))}
      </table>
    </>
  )
}

function Conflicts({ rows }: { rows: RuleLimits[] }) {
  const m = useTexts()
  const { t } = useLanguage()
  const conflicts = rows.filter(({ conflict }) => conflict !== undefined)
  return (
    <div className={css.conflicts}>
      <b>{m.conflicts(conflicts.length)}</b>
      {conflicts.length === 0 ? null : (
        <ul>
          {conflicts.map(({ rule }) => (
            <li key={rule.id}>
              <a href={`#${rule.id}`}>{t(rule.title)}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** One rule: a line for each norm, and below them why they disagree. */
function Row({ law, row: { rule, limits, conflict } }: { law: Law; row: RuleLimits }) {
  const m = useTexts()
  const { t } = useLanguage()
  return (
    <tbody id={rule.id} className={conflict ? css.disagree : ''}>
      {limits.map((limit, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one text may have several norms of a rule; they never move
        <tr key={`${limit.norm.id} ${index}`}>
          {index === 0 ? (
            <th scope="rowgroup" rowSpan={limits.length + (conflict ? 1 : 0)}>
              {t(rule.title)}
              {conflict ? (
                <p>
                  <Chip tone="amber">{m.disagree}</Chip>
                </p>
              ) : null}
            </th>
          ) : null}
          <Cells law={law} limit={limit} later={conflict !== undefined && index === 0} />
        </tr>
      ))}
      {conflict ? (
        <tr>
          <td colSpan={4} className={css.why}>
            {t(conflict)}
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}

function Cells({ law, limit, later }: { law: Law; limit: Limit; later: boolean }) {
  const m = useTexts()
  const { t, language } = useLanguage()
  const { norm, demand, when, administered } = limit
  return (
    <>
      <td className={css.main} data-head={m.demand}>
        <b>{t(demand)}</b>
        {when ? (
          <p>
            {m.when} {conditionWords(when, language)}
          </p>
        ) : null}
        {norm.note ? <p className={css.note}>{t(norm.note)}</p> : null}
        {administered.map((use) => (
          <Administered key={use.id} law={law} use={use} />
        ))}
      </td>
      <td data-head={m.who}>{whoWords(norm, language)}</td>
      <td data-head={m.breach}>
        <Chip tone={TONES[norm.severity]}>{t(SEVERITY_NAMES[norm.severity])}</Chip>
      </td>
      <td data-head={m.place}>
        <NormLink norm={norm.id} number={norm.instrument.number} />
        <p className={css.note}>
          {t(norm.instrument.issuer)} · <span className="num">{daysWords(m, norm)}</span>
        </p>
        {later ? <Chip tone="accent">{m.later}</Chip> : null}
      </td>
    </>
  )
}
