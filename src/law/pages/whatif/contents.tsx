import { useMemo } from 'react'
import { useCell } from '../../../ui/cell.ts'
import { Chip } from '../../../ui/chip.tsx'
import { checked } from './checked.ts'
import { TONES } from './classes.ts'
import { focusSection, sectionId } from './focus.ts'
import { countSections, groupFindings } from './groups.ts'
import css from './page.module.css'
import { SECTIONS, SHORT_SECTIONS } from './sections.ts'
import { useSurroundings } from './surroundings.tsx'
import { useWords } from './use-words.ts'

/** The sections of the form, each with how many findings it has to answer for, in the colour of the worst. */
export function Contents() {
  const m = useWords()
  const { short } = useSurroundings()
  const { result } = useCell(checked, (one) => one)
  const counts = useMemo(() => countSections(groupFindings(result?.findings ?? [])), [result])
  return (
    <nav aria-label={m.whatif.contents} className={css.contents}>
      {(short ? SHORT_SECTIONS : SECTIONS).map((name) => {
        const found = counts.get(name)
        return (
          <a
            key={name}
            href={`#${sectionId(name)}`}
            onClick={(event) => {
              event.preventDefault()
              focusSection(name)
            }}
          >
            <span>{m.sections[name]}</span>
            {found ? <Chip tone={TONES[found.worst]}>{found.count}</Chip> : null}
          </a>
        )
      })}
    </nav>
  )
}
