import { Choice, Count, Text } from '../fields.tsx'
import { Line, Rows } from '../rows.tsx'
import { useJudged } from '../surroundings.tsx'

/** Delegations that went, or will go, on the same errand. */
export function OverlapsSection() {
  return (
    <Rows path="overlaps" canBeNone fresh={() => ({})} hideLegend>
      {(index) => <Overlap index={index} />}
    </Rows>
  )
}

function Overlap({ index }: { index: number }) {
  const judged = useJudged(`overlaps[${index}].resolution`)
  return (
    <Line columns={judged ? '1fr 1fr 132px 1fr' : '1fr 132px 1fr'}>
      <Text path={`overlaps[${index}].with`} />
      {judged ? <Choice path={`overlaps[${index}].resolution`} /> : null}
      <Count path={`overlaps[${index}].score`} />
      <Text path={`overlaps[${index}].note`} />
    </Line>
  )
}
