import { IconChevronDown } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { type RefObject, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Bilingual } from '../kernel/text.ts'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { useSession } from '../ui/session.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import css from './navigation.module.css'
import { PAGES } from './pages.ts'

interface Way {
  path: string
  name: Bilingual
}

/** The ways to the pages that the reader may see: as many as the line has room for, the others behind a button. */
export function Navigation() {
  const m = useMessages({ vi, en })
  const { may } = useSession()
  const line = useRef<HTMLElement>(null)
  const ways = PAGES.flatMap(({ path, navigation, permission }): Way[] =>
    navigation && (permission === undefined || may(permission)) ? [{ path, name: navigation }] : [],
  )
  const fitting = useFitting(line, ways.length)
  return (
    <nav ref={line} aria-label={m.navigation} className={css.navigation}>
      <ul className={css.line}>
        {ways.map((way, at) => (
          <li key={way.path} className={at < fitting ? '' : css.over}>
            <WayLink way={way} />
          </li>
        ))}
      </ul>
      <Others ways={ways.slice(fitting)} />
    </nav>
  )
}

/** The ways that have no room: a list that opens under its button, and closes by Escape or a click elsewhere. */
function Others({ ways }: { ways: readonly Way[] }) {
  const m = useMessages({ vi, en })
  const id = useId()
  const { pathname } = useLocation()
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const here = ways.some(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        className={`${css.others} ${here ? css.active : ''} ${ways.length === 0 ? css.none : ''}`}
      >
        {m.otherPages}
        <IconChevronDown size={15} aria-hidden="true" />
      </button>
      <ul
        ref={list}
        id={id}
        popover="auto"
        className={css.list}
        onBeforeToggle={() => list.current && button.current && placeUnder(list.current, button.current)}
      >
        {ways.map((way) => (
          <li key={way.path}>
            <WayLink way={way} onGo={() => list.current?.hidePopover()} />
          </li>
        ))}
      </ul>
    </>
  )
}

function WayLink({ way: { path, name }, onGo }: { way: Way; onGo?: () => void }) {
  const { t } = useLanguage()
  return (
    <Link to={path} activeProps={{ className: css.active ?? '' }} {...(onGo ? { onClick: onGo } : {})}>
      {t(name)}
    </Link>
  )
}

/** Puts a list that lies above the page under its button, within the window. */
function placeUnder(list: HTMLElement, button: HTMLElement): void {
  const { left, right, bottom } = button.getBoundingClientRect()
  const room = document.documentElement.clientWidth
  list.style.top = `${bottom}px`
  if (left > room / 2) Object.assign(list.style, { left: 'auto', right: `${room - right}px` })
  else Object.assign(list.style, { left: `${left}px`, right: 'auto' })
}

/** How many items of the list in a line fit into it beside the button for the others; measured anew when either changes. */
function useFitting(line: RefObject<HTMLElement | null>, count: number): number {
  const [fitting, setFitting] = useState(count)
  useLayoutEffect(() => {
    const whole = line.current
    const button = whole?.querySelector('button')
    const items = [...(whole?.querySelectorAll<HTMLElement>(':scope > ul:first-child > li') ?? [])].slice(0, count)
    if (!whole || !button) return
    const measure = () => setFitting(howMany(items, whole.clientWidth, button.offsetWidth))
    const watch = new ResizeObserver(measure)
    for (const one of [whole, button, ...items]) watch.observe(one)
    measure()
    return () => watch.disconnect()
  }, [line, count])
  return fitting
}

/** How many of these, one after the other, are no wider than the room: all of them, or those beside the button. */
function howMany(items: readonly HTMLElement[], room: number, button: number): number {
  const widths = items.map(({ offsetWidth }) => offsetWidth)
  const ends = widths.map((_, at) => widths.slice(0, at + 1).reduce((sum, one) => sum + one, 0))
  return ends.filter((end) => end <= ((ends.at(-1) ?? 0) <= room ? room : room - button)).length
}
