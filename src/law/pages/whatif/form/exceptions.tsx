import { Fields } from '../../../../ui/field.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { RULES } from '../../../rules/index.ts'
import css from '../fields.module.css'
import { ChoiceOf, DayField, Judged, Text, YesNo } from '../fields.tsx'
import { Rows } from '../rows.tsx'

/** What a competent authority allowed, and what the unit explains. */
export function ExceptionsSection() {
  const { t } = useLanguage()
  const rules = RULES.map((rule) => [rule.id, t(rule.title)] as const)
  return (
    <>
      <Rows path="exceptions" fresh={() => ({})}>
        {(index) => (
          <Fields>
            <ChoiceOf path={`exceptions[${index}].rule`} options={rules} />
            <Text path={`exceptions[${index}].subject`} />
            <Text path={`exceptions[${index}].decidedBy`} />
            <Text path={`exceptions[${index}].number`} size="small" />
            <DayField path={`exceptions[${index}].on`} />
            <Text path={`exceptions[${index}].reason`} size="wide" long />
          </Fields>
        )}
      </Rows>
      <Rows path="explanations" fresh={() => ({})}>
        {(index) => (
          <>
            <Fields>
              <ChoiceOf path={`explanations[${index}].rule`} options={rules} />
              <Text path={`explanations[${index}].subject`} />
              <Text path={`explanations[${index}].text`} size="wide" long />
            </Fields>
            <Judged path={`explanations[${index}].accepted`}>
              <div className={css.answers}>
                <YesNo path={`explanations[${index}].accepted`} />
              </div>
            </Judged>
          </>
        )}
      </Rows>
    </>
  )
}
