import { useBoardWords, vndWords } from '../use-words.ts'
import css from './approve.module.css'
import type { Weighed } from './weigh.ts'

/** What the unit asked for and what is proposed, side by side, with the difference. */
export function BeforeAfterTable({ weighed: { before, after } }: { weighed: Weighed }) {
  const { approve: m } = useBoardWords()
  const rows: [name: string, before: number, after: number, say: (value: number) => string][] = [
    [m.delegations, before.items, after.items, String],
    [m.people, before.people, after.people, String],
    [m.money, before.outgoing, after.outgoing, vndWords],
    [m.offPlan, before.offPlan.items, after.offPlan.items, String],
  ]
  return (
    <table className={css.numbers}>
      <thead>
        <tr>
          <td />
          <th scope="col">{m.before}</th>
          <th scope="col">{m.after}</th>
          <th scope="col">{m.change}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, was, is, say]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td data-head={m.before}>{say(was)}</td>
            <td data-head={m.after}>
              <b>{say(is)}</b>
            </td>
            <td data-head={m.change}>{was === is ? '0' : `${is > was ? '+' : '−'}${say(Math.abs(is - was))}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
