import { Link } from '@tanstack/react-router'
import { useLanguage } from '../../../ui/language.tsx'
import { LEVEL_NAMES } from '../../names.ts'
import css from '../bodies.module.css'
import { useAsOf, useWords } from '../use-words.ts'
import type { WholeBody } from './whole-body.ts'

/** The bodies that stand directly under it on the day, in official order. */
export function Under({ body: { under } }: { body: WholeBody }) {
  const { body: m } = useWords()
  const { t } = useLanguage()
  const { keep } = useAsOf()
  if (under.length === 0) return <p className="mute">{m.noUnder}</p>
  return (
    <ol className={css.plain}>
      {under.map(({ id, name, code, level }) => (
        <li key={id}>
          <Link to={`/co-quan/${id}`} search={keep}>
            {name}
          </Link>{' '}
          <span className="mute small num">
            {code} · {t(LEVEL_NAMES[level])}
          </span>
        </li>
      ))}
    </ol>
  )
}
