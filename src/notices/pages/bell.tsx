import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../ui/fetch.ts'
import { ANSWER } from '../../ui/list.tsx'
import { countUnread } from '../contract.ts'
import css from './bell.module.css'
import { useNoticeWords } from './words.ts'

/** How often it is asked whether there is something new. */
const EVERY = 60_000
/** The server counts no further. */
const MOST = 99

/** The way to the notices, with how many are unread. */
export default function Bell() {
  const m = useNoticeWords()
  const { data } = useQuery({
    queryKey: [ANSWER, countUnread.path, {}],
    queryFn: () => call(countUnread, {}),
    refetchInterval: EVERY,
    retry: false,
  })
  const unread = data?.unread ?? 0
  return (
    <Link to="/thong-bao" className={css.bell} title={m.bell(unread)}>
      <IconBell size={20} aria-hidden="true" />
      <span className="visually-hidden">{m.bell(unread)}</span>
      {unread > 0 ? (
        <span className={css.count} aria-hidden="true">
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      ) : null}
    </Link>
  )
}
