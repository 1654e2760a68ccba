import { Fragment, type ReactNode } from 'react'
import css from './key-value.module.css'

/** Facts about one thing: a word and its value on a line. A value that is not there (`undefined`, '') shows a dash. */
export function KeyValue({ rows }: { rows: readonly (readonly [word: string, value: ReactNode])[] }) {
  return (
    <dl className={css.list}>
      {rows.map(([word, value]) => (
        <Fragment key={word}>
          <dt>{word}</dt>
          <dd>{value === undefined || value === null || value === '' ? '—' : value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
