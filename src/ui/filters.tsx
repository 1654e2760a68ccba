import { type ReactNode, useEffect, useId, useState } from 'react'
import { isDay } from '../kernel/day.ts'
import control from './control.module.css'
import { DayInput } from './day-input.tsx'
import { useMessages } from './language.tsx'
import css from './list.module.css'
import { type Address, useAddress } from './use-address.ts'

const PAUSE = 250

const MESSAGES = {
  vi: { all: '— tất cả —', clear: 'Bỏ lọc' },
  en: { all: '— all —', clear: 'Clear filters' },
}

/** Search and filters over a list, and at the end of the line what can be done with it. */
export function Toolbar({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={`${css.toolbar} no-print`}>
      {children}
      {actions === undefined ? null : <div className={css.end}>{actions}</div>}
    </div>
  )
}

interface SearchFieldProps {
  label: string
  /** The parameter of the address. */
  name?: string
  placeholder?: string
}

/** A text to search for; it goes into the address when the typing pauses. */
export function SearchField({ label, name = 'q', placeholder }: SearchFieldProps) {
  const id = useId()
  const address = useAddress()
  const typed = useDebounced(address, name)
  return (
    <div className={css.search}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        className={control.control}
        autoComplete="off"
        placeholder={placeholder}
        value={typed.text}
        onChange={(event) => typed.change(event.target.value)}
      />
    </div>
  )
}

/** The text being typed, until it stands in the address; what the address says where nothing is being typed. */
function useDebounced(address: Address, name: string) {
  const [typing, setTyping] = useState<string | undefined>(undefined)
  const { get, set } = address
  const stated = get(name) ?? ''
  useEffect(() => {
    if (typing === undefined) return
    if (typing.trim() === stated) return setTyping(undefined)
    const timer = setTimeout(() => set({ [name]: typing.trim() }, { replace: true }), PAUSE)
    return () => clearTimeout(timer)
  }, [typing, stated, name, set])
  return { text: typing ?? stated, change: setTyping }
}

interface FilterSelectProps {
  label: string
  name: string
  options: readonly (readonly [code: string, word: string])[]
  /** The word for no choice: "all" unless said. */
  all?: string
}

/** One of some words, or all; it stands in the address. A value of the address that is no option is shown as it is. */
export function FilterSelect({ label, name, options, all }: FilterSelectProps) {
  const id = useId()
  const m = useMessages(MESSAGES)
  const { get, set } = useAddress()
  const value = get(name) ?? ''
  const known = value === '' || options.some(([code]) => code === value)
  return (
    <div className={css.filter}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={control.control}
        value={value}
        onChange={(event) => set({ [name]: event.target.value })}
      >
        <option value="">{all ?? m.all}</option>
        {known ? null : <option value={value}>{value}</option>}
        {options.map(([code, word]) => (
          <option key={code} value={code}>
            {word}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A day that stands in the address. What is no day is shown as wrong and does not go there. */
export function FilterDay({ label, name }: { label: string; name: string }) {
  const id = useId()
  const { get, set } = useAddress()
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const change = (value: string | undefined) => {
    const good = value === undefined || isDay(value)
    setWrong(good ? undefined : value)
    if (good) set({ [name]: value })
  }
  return (
    <div className={css.day}>
      <label htmlFor={id}>{label}</label>
      <DayInput
        id={id}
        invalid={wrong !== undefined}
        describedBy={undefined}
        value={wrong ?? get(name)}
        onChange={change}
      />
    </div>
  )
}

/** Takes these filters away, where one of them is set. */
export function ClearFilters({ names }: { names: readonly string[] }) {
  const m = useMessages(MESSAGES)
  const { get, set } = useAddress()
  if (names.every((name) => get(name) === undefined)) return null
  return (
    <button
      type="button"
      className={css.clear}
      onClick={() => set(Object.fromEntries(names.map((name) => [name, undefined])))}
    >
      {m.clear}
    </button>
  )
}
