import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../kernel/day.ts'
import { useLanguage } from '../../../ui/language.tsx'
import type { Law } from '../../law.ts'
import type { AdministeredUse } from '../../result.ts'
import css from './texts.module.css'
import { useTexts } from './use-texts.ts'
import { valueText } from './value-text.ts'

/** An administered value where a norm uses it: what it is, who set it, when and why. Never hidden. */
export function Administered({ law, use }: { law: Law; use: AdministeredUse }) {
  const m = useTexts()
  const { t, language } = useLanguage()
  const known = law.data.administered.find(({ id }) => id === use.id)
  return (
    <p className={css.administered}>
      <Link to="/van-ban/gia-tri" hash={use.id}>
        {known ? t(known.title) : use.id}
      </Link>
      : <b>{valueText(use.value, language) || m.notSet}</b> – {m.setBy(use.setBy, formatDay(use.setOn))}.{' '}
      {t(use.reason)}
    </p>
  )
}
