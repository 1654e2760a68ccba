import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../kernel/day.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { placeWords } from '../../citation.ts'
import type { Instrument } from '../../instrument.ts'
import type { Law } from '../../law.ts'
import { useTexts } from './use-texts.ts'

interface Line {
  text: Instrument
  places: string[]
  on: string
}

/** What a text ends, and what ends it: each with its day and a way there. */
export function Repeals({ law, text }: { law: Law; text: Instrument }) {
  const m = useTexts()
  const texts = law.data.instruments
  const ends = (text.repeals ?? []).flatMap((repeal) =>
    texts
      .filter(({ id }) => id === repeal.instrument)
      .map((other) => ({ text: other, places: repeal.places ?? [], on: repeal.on ?? startOf(text) })),
  )
  const endedBy = texts.flatMap((other) =>
    (other.repeals ?? [])
      .filter(({ instrument }) => instrument === text.id)
      .map((repeal) => ({ text: other, places: repeal.places ?? [], on: repeal.on ?? startOf(other) })),
  )
  return (
    <>
      <Lines term={m.repeals} lines={ends} />
      <Lines term={m.repealedBy} lines={endedBy} />
    </>
  )
}

function Lines({ term, lines }: { term: string; lines: Line[] }) {
  const m = useTexts()
  const { language } = useLanguage()
  if (lines.length === 0) return null
  return (
    <>
      <dt>{term}</dt>
      <dd>
        {lines.map(({ text, places, on }) => (
          <p key={`${text.id} ${on}`}>
            <Link to={`/van-ban/${text.id}`}>
              {m.repealOf(text.number, places.map((one) => placeWords(one, language)).join('; '), formatDay(on))}
            </Link>
          </p>
        ))}
      </dd>
    </>
  )
}

function startOf({ inForce, issued }: Instrument): string {
  return inForce?.from ?? issued
}
