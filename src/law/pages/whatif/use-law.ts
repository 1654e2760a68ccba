import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../ui/fetch.ts'
import { compileLaw } from '../../compile.ts'
import { getCases, getLaw } from '../../contract.ts'
import type { Law, LawData } from '../../law.ts'

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

/** The numbers of all texts, by their ids: `38-CT/TW`; none until the law is there. */
export function useInstrumentNumbers(): ReadonlyMap<string, string> {
  const { law } = useLaw()
  return useMemo(() => new Map(law?.data.instruments.map(({ id, number }) => [id, number])), [law])
}

/** All cases of the law, fetched once for all pages. */
export function useCases() {
  return useQuery({
    queryKey: ['law', 'cases'],
    queryFn: () => call(getCases),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
