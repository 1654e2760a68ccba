import css from './segmented.module.css'

interface SegmentedProps {
  /** The id of the group, so that links can lead here. */
  id: string
  legend: string
  /** Where the legend is already on the page (a table's heading), it is kept for screen readers only. */
  hideLegend?: boolean
  value: string
  options: readonly (readonly [code: string, word: string])[]
  error?: string | undefined
  onChange: (value: string) => void
}

/** One of two or three words, all seen at once: radio buttons in a row. */
export function Segmented({ id, legend, hideLegend = false, value, options, error, onChange }: SegmentedProps) {
  return (
    <fieldset id={id} className={css.group}>
      <legend className={hideLegend ? 'visually-hidden' : css.legend}>{legend}</legend>
      <div className={css.row}>
        {options.map(([code, word]) => (
          <label key={code} className={css.option}>
            <input type="radio" name={id} value={code} checked={value === code} onChange={() => onChange(code)} />
            <span>{word}</span>
          </label>
        ))}
      </div>
      {error === undefined ? null : <p className={css.error}>{error}</p>}
    </fieldset>
  )
}
