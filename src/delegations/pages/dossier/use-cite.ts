import { useCallback } from 'react'
import { citeNorm } from '../../../law/citation.ts'
import { useLaw } from '../../../law/pages/whatif/use-law.ts'
import { useLanguage } from '../../../ui/language.tsx'

/** Calls a norm as readers do, "4060-CV/BTCTU, điểm 4", where a link to it has no place. */
export function useCite(): (norm: string) => string {
  const { language } = useLanguage()
  const { law } = useLaw()
  return useCallback((norm) => citeNorm(norm, law?.data.instruments ?? [], language), [law, language])
}
