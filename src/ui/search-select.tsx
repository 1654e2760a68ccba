import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { fold } from '../kernel/vietnamese.ts'
import control from './control.module.css'
import type { ControlProps } from './field.tsx'
import css from './search-select.module.css'

export type Option = readonly [code: string, word: string]

interface SearchSelectProps extends ControlProps {
  value: string | undefined
  options: readonly Option[]
  onChange: (value: string | undefined) => void
  placeholder?: string
  /** The name for those who hear the page, where no label stands over it. */
  label?: string
}

/**
 * One of many words, found by typing some letters of it, with or without diacritics, or its code (the combobox pattern
 * of WAI-ARIA, list with manual choice). Left without a choice, it shows the old value again; emptied, it has none.
 */
export function SearchSelect({
  id,
  invalid,
  describedBy,
  value,
  options,
  onChange,
  placeholder,
  label,
}: SearchSelectProps) {
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const [search, setSearch] = useState<string | undefined>(undefined)
  const [active, setActive] = useState(0)
  const shown = options.find(([code]) => code === value)?.[1] ?? value ?? ''
  const open = search !== undefined
  const matches = open ? matching(options, search === shown ? '' : search) : []

  const choose = (option: Option | undefined) => {
    if (option) onChange(option[0])
    setSearch(undefined)
  }
  const move = (to: number) => {
    const next = Math.max(0, Math.min(matches.length - 1, to))
    setActive(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (open) move(active + (event.key === 'ArrowDown' ? 1 : -1))
      else setSearch(shown)
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      choose(matches[active])
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      setSearch(undefined)
    }
  }

  return (
    <div className={css.place}>
      <input
        id={id}
        className={control.control}
        role="combobox"
        autoComplete="off"
        aria-expanded={open && matches.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && matches[active] ? `${listId}-${active}` : undefined}
        aria-label={label}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        placeholder={placeholder}
        value={search ?? shown}
        onClick={(event) => {
          event.currentTarget.select()
          setSearch(shown)
          setActive(0)
        }}
        onChange={(event) => {
          setSearch(event.target.value)
          setActive(0)
          if (event.target.value === '') onChange(undefined)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setSearch(undefined)}
      />
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={label ?? placeholder ?? shown}
        hidden={matches.length === 0}
      >
        {matches.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the input, where the focus stays
          <div
            tabIndex={-1}
            key={option[0]}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            {option[1]}
          </div>
        ))}
      </div>
    </div>
  )
}

/** The options that hold the text searched for, those that begin with it first. */
export function matching(options: readonly Option[], search: string): Option[] {
  const wanted = fold(search.trim())
  const found = options.filter(([code, word]) => fold(`${word} ${code}`).includes(wanted))
  const begins = ([code, word]: Option) => fold(word).startsWith(wanted) || fold(code) === wanted
  return [...found.filter(begins), ...found.filter((option) => !begins(option))]
}
