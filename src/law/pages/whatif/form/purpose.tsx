import { Fields } from '../../../../ui/field.tsx'
import { More } from '../../../../ui/more.tsx'
import css from '../fields.module.css'
import { Choice, Judged, Text, YesNo } from '../fields.tsx'
import { useSurroundings } from '../surroundings.tsx'
import { useWords } from '../use-words.ts'

/** Why the delegation goes. */
export function PurposeSection() {
  const m = useWords()
  const { short, weighed } = useSurroundings()
  const kind = <Choice path="purpose.kind" />
  if (short) return <Fields>{kind}</Fields>
  return (
    <>
      <Fields>
        {kind}
        <Text path="purpose.summary" size="wide" long />
        <Text path="purpose.requirements" size="wide" long />
        <Text path="purpose.content" size="wide" long />
      </Fields>
      <More summary={m.whatif.more}>
        <Fields>
          <Text path="purpose.practicality.statement" size="wide" long />
          <Judged path="purpose.practicality.appraisal">
            <Choice path="purpose.practicality.appraisal" />
          </Judged>
        </Fields>
        <div className={css.answers}>
          <YesNo path="purpose.underAgreement" />
          <YesNo path="purpose.importantEvent" />
        </div>
      </More>
      {weighed ? <div className={css.block}>{weighed}</div> : null}
    </>
  )
}
