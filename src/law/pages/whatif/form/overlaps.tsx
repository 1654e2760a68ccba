import { Fields } from '../../../../ui/field.tsx'
import { Choice, Count, Text } from '../fields.tsx'
import { Rows } from '../rows.tsx'

/** Delegations that went, or will go, on the same errand. */
export function OverlapsSection() {
  return (
    <Rows path="overlaps" canBeNone fresh={() => ({})} hideLegend>
      {(index) => (
        <Fields>
          <Text path={`overlaps[${index}].with`} />
          <Choice path={`overlaps[${index}].resolution`} />
          <Count path={`overlaps[${index}].score`} />
          <Text path={`overlaps[${index}].note`} size="wide" />
        </Fields>
      )}
    </Rows>
  )
}
