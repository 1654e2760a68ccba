import { useLanguage } from '../../../ui/language.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Plan } from '../../answers.ts'
import { getPlan } from '../../contract.ts'
import { vndOfItem } from '../../plan-item.ts'
import { changedFields } from '../../rules/diff-versions.ts'
import { FIELD_NAMES } from '../../rules/field-names.ts'
import { totalsOf } from '../../rules/totals.ts'
import { instantDay, useLineWords, vndWords } from '../board/use-words.ts'
import css from './editor.module.css'
import { SwapForm } from './swap-form.tsx'
import { shareWords, useEditorWords } from './use-editor-words.ts'

/** What changed in the plan during the year: swaps inside the total, adjustments with their reasons, what is off-plan. */
export function ChangesTab({ plan, writes }: { plan: Plan; writes: boolean }) {
  const m = useEditorWords().changes
  const say = useLineWords()
  return (
    <>
      <Section id="swaps" title={m.swaps} note={m.swapsWhat}>
        <Table
          caption={m.swaps}
          list={{ rows: plan.swaps }}
          rowKey={({ id }) => id}
          empty={m.none}
          columns={[
            { key: 'from', head: m.from, render: ({ fromTitle }) => fromTitle },
            { key: 'to', head: m.to, render: ({ toTitle }) => toTitle },
            { key: 'source', head: m.source, render: ({ source }) => say.source(source) },
            { key: 'vnd', head: m.vnd, numeric: true, render: ({ vnd }) => vndWords(vnd) },
            { key: 'reason', head: m.reason, render: ({ reason }) => reason },
            { key: 'by', head: m.by, render: ({ by, at }) => `${by}, ${instantDay(at)}` },
          ]}
        />
        <div className={css.answer}>
          <SwapForm plan={plan} writes={writes} />
        </div>
      </Section>
      <OffPlan plan={plan} />
      <Adjusted plan={plan} />
    </>
  )
}

/** How much of the year's travel was not planned: a live figure, with why each of it arose. */
function OffPlan({ plan }: { plan: Plan }) {
  const m = useEditorWords().changes
  const { offPlan } = totalsOf(plan.items, plan.travelLine)
  const abroad = plan.items.filter(({ standing, fields }) => standing === 'planned' && fields.direction === 'outgoing')
  const off = abroad.filter(({ fields }) => fields.offPlan)
  return (
    <Section id="off-plan" title={m.offPlan} note={m.offPlanRule}>
      {off.length === 0 ? (
        <p className="mute">{m.offPlanNone}</p>
      ) : (
        <>
          <p className="num">
            {m.offPlanWords(
              offPlan.items,
              abroad.length,
              shareWords(offPlan.itemShare),
              vndWords(offPlan.vnd),
              shareWords(offPlan.vndShare),
            )}
          </p>
          <ul className={css.cards}>
            {off.map(({ id, fields }) => (
              <li key={id}>
                <p className={css.line}>
                  <b>{fields.title}</b> <span className="num">{vndWords(vndOfItem(fields))}</span>
                </p>
                <p>
                  <span className="mute">{m.why}:</span> {fields.justification || '—'}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

/** The lines of an adjustment that differ from the edition in force. */
function Adjusted({ plan }: { plan: Plan }) {
  const m = useEditorWords()
  const { t } = useLanguage()
  const { data } = useAnswer(getPlan, { id: plan.inForceId ?? plan.id }, { enabled: plan.inForceId !== null })
  const before = new Map(
    (data?.id === plan.inForceId ? data.items : []).map(({ originId, fields }) => [originId, fields] as const),
  )
  const lines = plan.items.flatMap((item) => {
    const old = before.get(item.originId)
    const names = old
      ? changedFields(old, item.fields).map(({ field }) => t(FIELD_NAMES[field as keyof typeof FIELD_NAMES]))
      : []
    const touched = item.adjustReason !== '' || names.length > 0 || item.standing === 'dropped'
    return touched ? [{ item, names }] : []
  })
  return (
    <Section id="adjusted" title={m.changes.adjustments}>
      {plan.edition === 1 ? <p className="mute">{m.changes.adjustedNone}</p> : null}
      {plan.edition > 1 && lines.length === 0 ? <p className="mute">{m.changes.adjustedSame}</p> : null}
      {lines.length > 0 ? (
        <>
          <p>{m.changes.adjusted}</p>
          <ul className={css.cards}>
            {lines.map(({ item, names }) => (
              <li key={item.id}>
                <p>
                  <b>{item.fields.title}</b> {m.lines.standings[item.standing]}
                </p>
                {names.length > 0 ? <p className="mute small">{names.join(', ')}</p> : null}
                <p>
                  <span className="mute">{m.changes.reason}:</span> {item.adjustReason || '—'}
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}
