import { Fields } from '../../../../ui/field.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { More } from '../../../../ui/more.tsx'
import type { FieldPath } from '../../../messages.vi.ts'
import { draft, useAt, write } from '../draft.ts'
import css from '../fields.module.css'
import { Choice, ChoiceOf, DayField, DocFields, YesNo } from '../fields.tsx'
import { Line, lengthAt, Rows, useLength } from '../rows.tsx'
import { useWords } from '../use-words.ts'
import { holderName } from '../words.ts'
import { useTripCountries } from './programme.tsx'

/** The papers in the file, who was consulted, what each member undertook. */
export function PapersSection() {
  const m = useWords()
  const countries = useTripCountries()
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
    </>
  )
}

const UNDERTAKINGS = ['declaresNoSecrets', 'socialMediaUndertaking', 'carriesSecrets'] as const

function Undertakings() {
  const m = useWords()
  const members = Array.from({ length: useLength('members') ?? 0 }, (_, index) => index)
  if (members.length === 0) return <p className={css.state}>{m.whatif.noMembers}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls sideways must be reachable by the keyboard
    <section className={css.scroll} aria-label={m.whatif.undertakings} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{m.fields['members[].name']}</th>
            {UNDERTAKINGS.map((field) => (
              <th key={field} scope="col">
                {m.fields[`members[].${field}`]}
                <br />
                <button type="button" className={css.quiet} onClick={() => answerForAll(field)}>
                  {field === 'carriesSecrets' ? m.whatif.allNo : m.whatif.allYes}
                </button>
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
                <td key={field}>
                  <YesNo path={`members[${index}].${field}` satisfies FieldPath} hideLabel />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function MemberName({ index }: { index: number }) {
  const { language } = useLanguage()
  const member = useAt(`members[${index}]`)
  return holderName({ members: Array.from({ length: index + 1 }, () => member) }, `members[${index}]`, language)
}

/** Writes down for everybody what a clean file says: yes to the undertakings, no to classified material. */
function answerForAll(field: (typeof UNDERTAKINGS)[number]): void {
  const count = lengthAt(draft.get().dossier, 'members') ?? 0
  for (let index = 0; index < count; index += 1) write(`members[${index}].${field}`, field !== 'carriesSecrets')
}
