import { useMemo } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { writtenMoney, writtenNumber } from '../../../ui/typed.ts'
import type { Alternative, Cost, PlanItemFields, PlannedPeople } from '../../plan-item.ts'
import { type LineWords, useBoardWords, useLineWords } from '../board/use-words.ts'
import { writeAlternative, writePeople } from './model/texts.ts'
import { useEditorWords } from './use-editor-words.ts'

/** Says the value of any field of a line, or of the plan's head, in the reader's words; a dash for none. */
export function useFieldWords(): (field: string, value: unknown) => string {
  const say = useLineWords()
  const { priorities } = useBoardWords()
  const { parts } = useEditorWords().plan
  const { language } = useLanguage()
  return useMemo(() => {
    const yesNo = language === 'vi' ? ['Có', 'Không'] : ['Yes', 'No']
    return (field, value) => {
      if (value === null || value === undefined || value === '') return '—'
      if (Array.isArray(value) && value.length === 0) return '—'
      switch (field) {
        case 'direction':
          return parts[value as PlanItemFields['direction']]
        case 'purposeKind':
          return say.purpose(value as PlanItemFields['purposeKind'])
        case 'countries':
          return say.countries(value as string[])
        case 'departure':
        case 'return':
          return formatDay(String(value))
        case 'people':
          return writePeople(value as PlannedPeople[]) ?? '—'
        case 'costs':
          return (value as Cost[]).map((cost) => costWords(cost, say)).join('; ')
        case 'priority':
          return priorities[value as 1 | 2 | 3]
        case 'virtual':
        case 'mission':
          return writeAlternative(value as Alternative) ?? '—'
        case 'travelLine':
          return writtenMoney({ amount: Number(value), currency: 'VND' })
        default:
          return typeof value === 'boolean' ? (yesNo[value ? 0 : 1] ?? '') : String(value)
      }
    }
  }, [say, priorities, parts, language])
}

/** What one source pays: `Phía mời 2.000 USD × 25.400`. */
function costWords({ source, amount, currency, rate }: Cost, say: LineWords): string {
  const paid = `${say.source(source)} ${writtenMoney({ amount, currency })}`
  return rate === null ? paid : `${paid} × ${writtenNumber(rate)}`
}
