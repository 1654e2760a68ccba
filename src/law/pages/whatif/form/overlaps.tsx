import { Choice, Count, Text } from '../fields.tsx'
import { Line, Rows } from '../rows.tsx'

/** Delegations that went, or will go, on the same errand. */
export function OverlapsSection() {
  return (
    <Rows path="overlaps" canBeNone fresh={() => ({})} hideLegend>
      {(index) => (
        <Line columns="1fr 1fr 132px 1fr">
          <Text path={`overlaps[${index}].with`} />
          <Choice path={`overlaps[${index}].resolution`} />
          <Count path={`overlaps[${index}].score`} />
          <Text path={`overlaps[${index}].note`} />
        </Line>
      )}
    </Rows>
  )
}
