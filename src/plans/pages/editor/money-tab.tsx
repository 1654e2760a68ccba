import { useState } from 'react'
import { Bars } from '../../../ui/bars.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { NumberInput, TextInput } from '../../../ui/inputs.tsx'
import { Section } from '../../../ui/section.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import type { Plan } from '../../answers.ts'
import { changePlan } from '../../contract.ts'
import { vndOfItem } from '../../plan-item.ts'
import { ceilingUse } from '../../rules/ceilings.ts'
import { moneyStanding } from '../../rules/money-standing.ts'
import { totalsOf } from '../../rules/totals.ts'
import { useLineWords, vndWords } from '../board/use-words.ts'
import css from './editor.module.css'
import { useEditorWords } from './use-editor-words.ts'
import { WideTable } from './wide-table.tsx'

/** The money of a plan: its line for travel abroad, ceilings, and planned → committed → spent. */
export function MoneyTab({ plan, writes }: { plan: Plan; writes: boolean }) {
  const { money: m } = useEditorWords()
  const say = useLineWords()
  const totals = totalsOf(plan.items, plan.travelLine)
  const began = plan.ledger.some(({ kind }) => kind === 'planned')
  const series = [...m.series]
  const sources = [...new Set(totals.cells.map(({ source }) => source).concat(plan.ledger.map(({ source }) => source)))]
  const standing = plan.items.filter((item) => item.standing === 'planned')
  return (
    <>
      <Section id="travel-line" title={m.line} note={m.lineWhat}>
        {writes ? <LineForm key={plan.version} plan={plan} /> : <LineWords plan={plan} />}
        {plan.travelLine === null ? null : (
          <Bars
            label={m.against}
            series={[m.series[0] ?? '']}
            rows={[{ key: 'line', label: m.against, values: [totals.outgoing], ceiling: plan.travelLine }]}
            write={vndWords}
          />
        )}
      </Section>
      <Section id="ceilings" title={m.ceilings}>
        {plan.ceilings.length === 0 ? <p className="mute">{m.noCeilings}</p> : null}
        <Bars
          label={m.ceilings}
          series={series}
          rows={plan.ceilings.map((ceiling) => {
            const use = ceilingUse(ceiling, totals.cells, plan.ledger)
            const what = `${ceiling.source === null ? m.allSources : say.source(ceiling.source)}, ${ceiling.half === null ? m.year : m.halves[ceiling.half]}`
            return {
              key: ceiling.id,
              label: (
                <>
                  {what} <span className="mute small">{m.document(ceiling.document)}</span>
                </>
              ),
              values: [use.planned, use.committed, use.spent],
              ceiling: ceiling.vnd,
            }
          })}
          write={vndWords}
        />
      </Section>
      <Section id="standing" title={m.standing} note={began ? undefined : m.noLedger}>
        <h3>{m.bySource}</h3>
        <WideTable label={m.bySource}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{m.source}</th>
                {[...series, m.forecast].map((word) => (
                  <th key={word} scope="col" className={css.right}>
                    {word}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => (
                <MoneyRow key={source} word={say.source(source)} values={valuesOf(plan, source)} />
              ))}
              <MoneyRow word={m.total} values={valuesOf(plan, undefined)} strong />
            </tbody>
          </table>
        </WideTable>
        <h3 className={css.sub}>{m.byItem}</h3>
        <Bars
          label={m.byItem}
          series={series}
          rows={standing.map(({ originId, fields }) => {
            const money = moneyStanding(plan.ledger, { originId })
            return {
              key: originId,
              label: fields.title,
              values: [began ? money.planned : vndOfItem(fields), money.committed, money.spent],
            }
          })}
          write={vndWords}
        />
      </Section>
    </>
  )
}

/** Planned, committed, spent, expected: from the ledger, or from the lines before there is one. */
function valuesOf(plan: Plan, source: Plan['ledger'][number]['source'] | undefined): number[] {
  if (plan.ledger.length > 0) {
    const { planned, committed, spent, forecast } = moneyStanding(plan.ledger, source === undefined ? {} : { source })
    return [planned, committed, spent, forecast]
  }
  const cells = totalsOf(plan.items, null).cells.filter((cell) => source === undefined || cell.source === source)
  const planned = cells.reduce((sum, { vnd }) => sum + vnd, 0)
  return [planned, 0, 0, planned]
}

function MoneyRow({ word, values, strong = false }: { word: string; values: number[]; strong?: boolean }) {
  return (
    <tr>
      <th scope="row">{strong ? <b>{word}</b> : word}</th>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change their order
        <td key={index} className={css.right}>
          {strong ? <b>{vndWords(value)}</b> : vndWords(value)}
        </td>
      ))}
    </tr>
  )
}

function LineWords({ plan }: { plan: Plan }) {
  const { money: m } = useEditorWords()
  return (
    <>
      <p className="num">
        <b>{plan.travelLine === null ? m.notStated : vndWords(plan.travelLine)}</b>
      </p>
      {plan.note === '' ? null : <p>{plan.note}</p>}
    </>
  )
}

function LineForm({ plan }: { plan: Plan }) {
  const { money: m } = useEditorWords()
  const [line, setLine] = useState<number | string | undefined>(plan.travelLine ?? undefined)
  const [note, setNote] = useState(plan.note)
  const saving = useSubmit(changePlan)
  const submit = () =>
    // What is no number goes as it is, so that the server names the fault at the field.
    saving.submit({ id: plan.id, version: plan.version, travelLine: (line ?? null) as number | null, note })
  return (
    <Form submission={saving} onSubmit={submit}>
      <FormField name="travelLine" label={m.lineField}>
        {(control) => <NumberInput {...control} value={line} onChange={setLine} />}
      </FormField>
      <FormField name="note" label={m.note} size="wide">
        {(control) => <TextInput {...control} long value={note} onChange={setNote} />}
      </FormField>
      <FormActions>
        <SubmitButton>{m.save}</SubmitButton>
      </FormActions>
    </Form>
  )
}
