import { Link } from '@tanstack/react-router'
import { useSession } from '../../../ui/session.tsx'
import css from './texts.module.css'
import { useTexts } from './use-texts.ts'

/** The way to where a data file is changed and tried, for those who may. */
export function TryLink({ file }: { file: string }) {
  const m = useTexts()
  const { may } = useSession()
  if (!may('law.try')) return null
  return (
    <p className={`${css.note} no-print`}>
      <Link to="/quan-tri/thu-van-ban" search={{ tep: file }}>
        {m.tryChange}
      </Link>
    </p>
  )
}
