import { useState } from 'react'
import { Bars } from '../../../ui/bars.tsx'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { useSession } from '../../../ui/session.tsx'
import type { Board, CeilingUse } from '../../answers.ts'
import css from './board.module.css'
import { CeilingDialog } from './ceiling-dialog.tsx'
import { useBoardWords, useLineWords, vndWords } from './use-words.ts'

interface CeilingsProps {
  board: Board
  onDone: (said: string) => void
}

/** The money: of each unit against its travel line, and against every ceiling that was set. */
export function Ceilings({ board, onDone }: CeilingsProps) {
  const m = useBoardWords()
  const { may } = useSession()
  const [setting, setSetting] = useState<CeilingUse | 'new'>()
  const consolidates = may('plans.consolidate')
  const plans = board.units.flatMap(({ plan }) => plan ?? [])
  return (
    <>
      <Section id="travel-lines" title={m.ceilings.lines}>
        {plans.length === 0 ? <p className="mute">{m.board.nothing(board.year)}</p> : null}
        <Bars
          label={m.ceilings.lines}
          series={[m.board.plan]}
          rows={plans.map(({ id, body, outgoingVnd, travelLine }) => ({
            key: id,
            label: body.name,
            values: [outgoingVnd],
            ceiling: travelLine ?? undefined,
          }))}
          write={vndWords}
          ceilingWord={m.ceilings.line}
        />
      </Section>
      <Section
        id="ceilings"
        title={m.ceilings.title}
        note={consolidates ? <Button onClick={() => setSetting('new')}>{m.ceilings.set}</Button> : undefined}
      >
        <CeilingBars board={board} onChange={consolidates ? setSetting : undefined} />
      </Section>
      <CeilingDialog
        board={board}
        setting={setting}
        onClose={() => setSetting(undefined)}
        onSaved={(said) => {
          setSetting(undefined)
          onDone(said)
        }}
      />
    </>
  )
}

interface CeilingBarsProps {
  board: Board
  onChange: ((ceiling: CeilingUse) => void) | undefined
}

/** Every ceiling with what is planned, committed and spent under it; those of the whole first. */
function CeilingBars({ board, onChange }: CeilingBarsProps) {
  const { ceilings: m, work } = useBoardWords()
  const all = [
    ...board.ceilings.map((ceiling) => ({ ceiling, name: board.root.name })),
    ...board.units.flatMap(({ body, ceilings }) => ceilings.map((ceiling) => ({ ceiling, name: body.name }))),
  ]
  if (all.length === 0) return <p className="mute">{m.none}</p>
  return (
    <Bars
      label={m.title}
      series={[work.planned, work.committed, work.spent]}
      rows={all.map(({ ceiling, name }) => ({
        key: ceiling.id,
        label: <CeilingLabel ceiling={ceiling} name={name} onChange={onChange} />,
        values: [ceiling.planned, ceiling.committed, ceiling.spent],
        ceiling: ceiling.vnd,
      }))}
      write={vndWords}
    />
  )
}

interface CeilingLabelProps {
  ceiling: CeilingUse
  name: string
  onChange: CeilingBarsProps['onChange']
}

function CeilingLabel({ ceiling, name, onChange }: CeilingLabelProps) {
  const m = useBoardWords()
  const { source } = useLineWords()
  return (
    <span className={css.ceiling}>
      <span>
        <b>{name}</b> · {ceiling.source === null ? m.allSources : source(ceiling.source)} ·{' '}
        {ceiling.half === null ? m.wholeYear : m.halves[ceiling.half]}{' '}
        <span className="mute small">
          ({ceiling.document}; {m.ceilings.forecast(vndWords(ceiling.forecast))})
        </span>
      </span>
      {onChange ? (
        <button type="button" className={css.link} onClick={() => onChange(ceiling)}>
          {m.ceilings.change}
          <span className="visually-hidden">: {name}</span>
        </button>
      ) : null}
    </span>
  )
}
