import { citation } from '../../../law/citation.ts'
import { checked } from '../../../law/pages/whatif/checked.ts'
import { useCell } from '../../../ui/cell.ts'
import { useLanguage } from '../../../ui/language.tsx'

/** Calls a norm as readers do, "4060-CV/BTCTU, điểm 4", as far as the check beside the form knows the number of its text. */
export function useCite(): (norm: string) => string {
  const { language } = useLanguage()
  const instruments = useCell(checked, (one) => one.result)?.instruments ?? []
  return (norm) => {
    const [instrument = norm, place = ''] = norm.split('#')
    return citation(instruments.find(({ id }) => id === instrument)?.number ?? instrument, place, language)
  }
}
