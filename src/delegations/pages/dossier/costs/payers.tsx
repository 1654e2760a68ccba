import { FUNDING_SOURCES } from '../../../../law/dossier.ts'
import { ChoiceInput, NumberInput, TextInput } from '../../../../ui/inputs.tsx'
import { More } from '../../../../ui/more.tsx'
import { isObject } from '../../../content/json.ts'
import type { EstimateLine } from '../../../costs/estimate.ts'
import { Cell } from './cell.tsx'
import css from './costs.module.css'
import { change, typedOf } from './line-fields.tsx'
import { useCostWords, useSourceName, written } from './words.ts'

/** Who pays a line: one source, or two with the part of the second; and the reason where one is needed. */
export function Payers({ line, writes }: { line: EstimateLine; writes: boolean }) {
  const m = useCostWords()
  const name = useSourceName()
  if (line.off) return null
  if (!writes) return <Paid line={line} />
  const { payer, share, reason } = typedOf(line)
  const { source, percent } = isObject(share) ? share : {}
  const options = FUNDING_SOURCES.map((code) => [code, name(code)] as const)
  const setShare = (fields: { source?: string | undefined; percent?: number | string | undefined }) => {
    const next = { source: String(source ?? 'host'), percent: Number(percent ?? 100), ...fields }
    const gone = next.source === undefined || next.percent === undefined || next.percent === ''
    change(line, { share: gone ? undefined : { source: String(next.source), percent: next.percent ?? 100 } })
  }
  return (
    <div className={css.fields}>
      <Cell label={m.head.payer}>
        {(control) => (
          <ChoiceInput
            {...control}
            value={typeof payer === 'string' ? payer : 'state-budget'}
            options={options}
            onChange={(code) => change(line, { payer: code })}
          />
        )}
      </Cell>
      <More summary={m.more}>
        <div className={css.fields}>
          <span className={css.quiet}>{m.shareTitle}</span>
          <div className={css.row}>
            <Cell label={m.shareSource}>
              {(control) => (
                <ChoiceInput
                  {...control}
                  value={typeof source === 'string' ? source : undefined}
                  options={options}
                  onChange={(code) =>
                    code === undefined ? change(line, { share: undefined }) : setShare({ source: code })
                  }
                />
              )}
            </Cell>
            {source === undefined ? null : (
              <Cell label={m.percent}>
                {(control) => (
                  <NumberInput
                    {...control}
                    value={typeof percent === 'number' || typeof percent === 'string' ? percent : undefined}
                    onChange={(value) => setShare({ percent: value })}
                  />
                )}
              </Cell>
            )}
            {source === undefined ? null : <span className="mute">%</span>}
          </div>
          <span className={css.quiet} aria-hidden="true">
            {m.reason}
          </span>
          <Cell label={m.reason}>
            {(control) => (
              <TextInput
                {...control}
                long
                value={typeof reason === 'string' ? reason : ''}
                onChange={(text) => change(line, { reason: text || undefined })}
              />
            )}
          </Cell>
        </div>
      </More>
      {line.parts.length > 1 ? <Paid line={line} /> : null}
    </div>
  )
}

function Paid({ line: { parts, currency, reason } }: { line: EstimateLine }) {
  const name = useSourceName()
  return (
    <>
      {parts.map(({ source, amount }) => (
        <span key={source} className={css.part}>
          {name(source)}
          {parts.length > 1 ? <span className="num">: {written(amount, currency)}</span> : null}
        </span>
      ))}
      {reason === '' ? null : <span className={css.quiet}>{reason}</span>}
    </>
  )
}
