import { useCell } from '../../../../ui/cell.ts'
import { Fields } from '../../../../ui/field.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { More } from '../../../../ui/more.tsx'
import type { FieldPath } from '../../../messages.vi.ts'
import { useAt, write } from '../draft.ts'
import css from '../fields.module.css'
import { Choice, ChoiceOf, DayField, DocFields, YesNo } from '../fields.tsx'
import { Line, Rows, useLength } from '../rows.tsx'
import { isSettled, useSurroundings } from '../surroundings.tsx'
import { useWords } from '../use-words.ts'
import { holderName } from '../words.ts'
import { useTripCountries } from './programme.tsx'

/** The papers in the file, who was consulted, what each member undertook. */
export function PapersSection() {
  const m = useWords()
  const countries = useTripCountries()
  const { outline } = useSurroundings()
  return (
    <>
      <Rows path="consultations" canBeNone fresh={() => ({})}>
        {(index) => (
          <Line columns="1.9fr 0.9fr 132px 1fr">
            <Choice path={`consultations[${index}].with`} size="wide" />
            <ChoiceOf path={`consultations[${index}].country`} options={countries} size="wide" />
            <DayField path={`consultations[${index}].on`} />
            <Choice path={`consultations[${index}].answer`} size="small" />
          </Line>
        )}
      </Rows>
      <div className={css.block}>
        <p className={css.heading}>{m.whatif.undertakings}</p>
        <Undertakings />
      </div>
      <div className={css.block}>
        <Fields>
          <DocFields path="documents.hostLawBriefing" />
          <DocFields path="documents.proposal" />
        </Fields>
        <More summary={m.whatif.otherPapers}>
          <Fields>
            <DocFields path="documents.researchOutline" />
            <DocFields path="documents.programme" />
            <DocFields path="documents.invitation" />
            <DocFields path="documents.dispatchDecision" />
          </Fields>
        </More>
      </div>
      {outline ? <div className={css.block}>{outline}</div> : null}
    </>
  )
}

const UNDERTAKINGS = ['declaresNoSecrets', 'socialMediaUndertaking', 'carriesSecrets'] as const
type Undertaking = (typeof UNDERTAKINGS)[number]

function Undertakings() {
  const m = useWords()
  const members = Array.from({ length: useLength('members') ?? 0 }, (_, index) => index)
  if (members.length === 0) return <p className={css.state}>{m.whatif.noMembers}</p>
  return (
    <div className={css.undertakings}>
      <table className={css.table} aria-label={m.whatif.undertakings}>
        <thead>
          <tr>
            <th scope="col">{m.fields['members[].name']}</th>
            {UNDERTAKINGS.map((field) => (
              <th key={field} scope="col">
                {m.fields[`members[].${field}`]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((index) => (
            <tr key={index}>
              <th scope="row">
                <MemberName index={index} />
              </th>
              {UNDERTAKINGS.map((field) => (
                <td key={field} data-head={m.fields[`members[].${field}`]}>
                  <YesNo path={`members[${index}].${field}` satisfies FieldPath} hideLabel />
                </td>
              ))}
            </tr>
          ))}
          <Everybody members={members} />
        </tbody>
      </table>
    </div>
  )
}

/** One answer for all whom no register answers for, where there is more than one of them. */
function Everybody({ members }: { members: readonly number[] }) {
  const m = useWords()
  const { stated, readOnly } = useSurroundings()
  const known = useCell(stated, (map) => map)
  const open = (field: Undertaking) => members.filter((index) => !isSettled(known.get(`members[${index}].${field}`)))
  if (readOnly || !UNDERTAKINGS.some((field) => open(field).length > 1)) return null
  return (
    <tr>
      <th scope="row" className={css.everybody}>
        {open(UNDERTAKINGS[0]).length === members.length ? m.whatif.everybody : m.whatif.everybodyElse}
      </th>
      {UNDERTAKINGS.map((field) => (
        <td key={field} data-head={m.fields[`members[].${field}`]}>
          {open(field).length > 1 ? (
            <button type="button" className={css.quiet} onClick={() => answerFor(open(field), field)}>
              {field === 'carriesSecrets' ? m.whatif.allNo : m.whatif.allYes}
              <span className="visually-hidden">: {m.fields[`members[].${field}`]}</span>
            </button>
          ) : null}
        </td>
      ))}
    </tr>
  )
}

function MemberName({ index }: { index: number }) {
  const { language } = useLanguage()
  const member = useAt(`members[${index}]`)
  return holderName({ members: Array.from({ length: index + 1 }, () => member) }, `members[${index}]`, language)
}

/** Writes down for these members what a clean file says: yes to the undertakings, no to classified material. */
function answerFor(members: readonly number[], field: Undertaking): void {
  for (const index of members) write(`members[${index}].${field}`, field !== 'carriesSecrets')
}
