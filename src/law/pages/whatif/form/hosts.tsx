import { Fields } from '../../../../ui/field.tsx'
import { CountryField } from '../country-field.tsx'
import { useAt, write } from '../draft.ts'
import css from '../fields.module.css'
import { Choice, Text, Words, YesNo } from '../fields.tsx'
import { Line, Rows } from '../rows.tsx'
import { useWords } from '../use-words.ts'

/** Who receives the delegation, who invited it, who organises it. */
export function HostsSection() {
  return (
    <>
      <Rows path="hosts" fresh={() => ({})} hideLegend>
        {(index) => (
          <Line columns="1.6fr 1fr 1fr">
            <Text path={`hosts[${index}].name`} />
            <CountryField path={`hosts[${index}].country`} />
            <Choice path={`hosts[${index}].kind`} />
          </Line>
        )}
      </Rows>
      <Rows path="invitations" canBeNone fresh={() => ({})}>
        {(index) => <InvitationFields index={index} />}
      </Rows>
      <div className={css.block}>
        <Fields>
          <Choice path="organiser" />
        </Fields>
      </div>
    </>
  )
}

function InvitationFields({ index }: { index: number }) {
  const m = useWords().whatif
  const names = useAt(`invitations[${index}].names`)
  const nobody = Array.isArray(names) && names.length === 0
  return (
    <>
      <Fields>
        <Text path={`invitations[${index}].from`} />
        <Choice path={`invitations[${index}].kind`} />
        <Words path={`invitations[${index}].names`} size="wide" />
      </Fields>
      <div className={css.answers}>
        <label className={css.check}>
          <input
            type="checkbox"
            checked={nobody}
            onChange={() => write(`invitations[${index}].names`, nobody ? undefined : [])}
          />
          {m.invitedNone}
        </label>
        <YesNo path={`invitations[${index}].solicited`} />
      </div>
    </>
  )
}
