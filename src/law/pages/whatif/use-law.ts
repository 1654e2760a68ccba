import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../ui/fetch.ts'
import { getCases, getLaw } from '../../contract.ts'
import { compileLaw, type Law, type LawData } from '../../law.ts'

/** The law, fetched once for all pages and made ready to be asked. */
export function useLaw(): { law: Law | undefined; error: Error | null; again: () => void } {
  const query = useQuery({
    queryKey: ['law'],
    queryFn: () => call(getLaw) as Promise<LawData>,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const law = useMemo(() => (query.data ? compileLaw(query.data) : undefined), [query.data])
  return { law, error: query.error, again: () => void query.refetch() }
}

/** The cases that are offered as examples. */
export function useExamples() {
  return useQuery({
    queryKey: ['law', 'cases'],
    queryFn: () => call(getCases),
    select: (cases) => cases.filter(({ example }) => example),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
