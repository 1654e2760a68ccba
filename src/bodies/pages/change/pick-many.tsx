import { IconX } from '@tabler/icons-react'
import type { ControlProps } from '../../../ui/field.tsx'
import { type Option, SearchSelect } from '../../../ui/search-select.tsx'
import css from '../bodies.module.css'
import { useWords } from '../use-words.ts'

interface PickManyProps extends ControlProps {
  value: readonly string[]
  options: readonly Option[]
  onChange: (value: string[]) => void
  /** Stays chosen. */
  fixed?: string
}

/** Several of many words: those chosen above, each with a way to take it out, and the field in which others are found. */
export function PickMany({ value, options, onChange, fixed, ...control }: PickManyProps) {
  const { fields: m } = useWords()
  const wordOf = (code: string) => options.find(([one]) => one === code)?.[1] ?? code
  return (
    <>
      {value.length === 0 ? null : (
        <ul className={css.picked}>
          {value.map((code) => (
            <li key={code}>
              {wordOf(code)}
              {code === fixed ? null : (
                <button
                  type="button"
                  aria-label={m.remove(wordOf(code))}
                  onClick={() => onChange(value.filter((one) => one !== code))}
                >
                  <IconX size={16} aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <SearchSelect
        {...control}
        placeholder={m.pick}
        value={undefined}
        options={options.filter(([code]) => !value.includes(code))}
        onChange={(code) => code !== undefined && onChange([...value, code])}
      />
    </>
  )
}
