import { IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { addDays, type Day, formatDay } from '../../../kernel/day.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import type { Succession as Step } from '../../contract.ts'
import css from '../bodies.module.css'
import { keepDay, useWords } from '../use-words.ts'
import { lastDayOf, nearest } from './life.ts'
import type { WholeBody } from './whole-body.ts'

/** From which bodies it came and what became of it, drawn from left to right, with the names of that time. */
export function Succession({ body: { id, day, history, successions } }: { body: WholeBody }) {
  const { body: m } = useWords()
  if (successions.length === 0) return <p className="mute">{m.noSuccession}</p>
  const name = nearest(history, day)?.name ?? ''
  const last = lastDayOf(history)
  const from = successions.filter((step) => step.toId === id)
  const to = successions.filter((step) => step.fromId === id)
  return (
    <div className={css.drawing}>
      <div className={css.side}>
        <h3>{m.from}</h3>
        {from.length === 0 ? <p className="mute small">{m.noFrom}</p> : null}
        {from.map((step) => (
          <Box
            key={step.fromId + step.on}
            step={step}
            id={step.fromId}
            name={step.fromName}
            seenOn={addDays(step.on, -1)}
          >
            {step.toName === name ? null : m.as(step.toName)}
          </Box>
        ))}
      </div>
      <IconArrowRight size={20} aria-hidden="true" className={css.arrow} />
      <div className={css.side}>
        <h3>{m.this}</h3>
        <div className={`${css.box} ${css.own}`}>
          <b>{name}</b>
          <p className="small">{last === undefined ? m.goesOn : m.lastDay(formatDay(last))}</p>
        </div>
      </div>
      <IconArrowRight size={20} aria-hidden="true" className={css.arrow} />
      <div className={css.side}>
        <h3>{m.to}</h3>
        {to.length === 0 ? <p className="mute small">{m.noTo}</p> : null}
        {to.map((step) => (
          <Box key={step.toId + step.on} step={step} id={step.toId} name={step.toName} seenOn={step.on}>
            {step.fromName === name ? null : m.as(step.fromName)}
          </Box>
        ))}
      </div>
    </div>
  )
}

interface BoxProps {
  step: Step
  /** The other body, as it was called then. */
  id: string
  name: string
  /** The day on which the link shows it. */
  seenOn: Day
  /** What this body was called then, where that is another name than the one drawn. */
  children: string | null
}

function Box({ step: { kind, on, document }, id, name, seenOn, children }: BoxProps) {
  const { body: m } = useWords()
  const today = useToday()
  return (
    <div className={css.box}>
      <Link to={`/co-quan/${id}`} search={keepDay(seenOn, today)}>
        {name}
      </Link>
      <p className="mute small num">{[m.kinds[kind], formatDay(on), document ?? m.noDocument].join(' · ')}</p>
      {children === null ? null : <p className="mute small">{children}</p>}
    </div>
  )
}
