import { useMemo } from 'react'
import { useLanguage } from '../../../ui/language.tsx'
import { type Option, SearchSelect } from '../../../ui/search-select.tsx'
import { COUNTRY_CODES, countryName } from '../../codes/countries.ts'
import type { FieldPath } from '../../messages.vi.ts'
import { Bound } from './fields.tsx'

/** Every country in the order of its name in the reader's language. */
export function useCountries(): Option[] {
  const { language } = useLanguage()
  return useMemo(() => {
    const { compare } = new Intl.Collator(language)
    const options = COUNTRY_CODES.map((code): Option => [code, countryName(code, language)])
    return options.sort((one, other) => compare(one[1], other[1]))
  }, [language])
}

/** A country at a place in the dossier. */
export function CountryField({ path, size }: { path: FieldPath; size?: 'small' | 'medium' }) {
  const options = useCountries()
  return (
    <Bound path={path} size={size}>
      {(control, value, set) => (
        <SearchSelect
          {...control}
          options={options}
          value={typeof value === 'string' ? value : undefined}
          onChange={set}
        />
      )}
    </Bound>
  )
}
