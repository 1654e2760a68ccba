import { Fields } from '../../../../ui/field.tsx'
import { More } from '../../../../ui/more.tsx'
import { JURISDICTION_CODES, jurisdictionName } from '../../../codes/jurisdictions.ts'
import { Choice, ChoiceOf, Text } from '../fields.tsx'
import { useWords } from '../use-words.ts'

const JURISDICTIONS = JURISDICTION_CODES.map((code) => [code, jurisdictionName(code)] as const)

/** Who sends the delegation, and what it is called. */
export function SenderSection() {
  const m = useWords()
  return (
    <>
      <Fields>
        <Text path="title" size="wide" />
        <Text path="sender.unit" />
        <ChoiceOf path="sender.jurisdiction" options={JURISDICTIONS} />
        <Choice path="sender.level" />
      </Fields>
      <More summary={m.whatif.more}>
        <Fields>
          <Choice path="sender.bloc" />
          <Choice path="sender.locality" />
          <Text path="id" />
        </Fields>
      </More>
    </>
  )
}
