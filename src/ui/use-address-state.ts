import { useLocation, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'

/** Parameters to change; `undefined` and an empty text take one away. */
export type AddressChange = Readonly<Record<string, string | number | undefined>>

/** What a page keeps in its address, so that it can be shared and come back to. */
export interface Address {
  /** A parameter; `undefined` when it is absent or empty. */
  get: (name: string) => string | undefined
  /** Changes parameters in place. Whatever changes but the page leads to the first page. */
  set: (change: AddressChange) => void
  /** The parameters after a change: for the `search` of a link that makes it. */
  after: (change: AddressChange) => Record<string, string>
}

/** Reads and writes the parameters of the address. */
export function useAddress(): Address {
  const search = useLocation({ select: ({ searchStr }) => searchStr })
  const navigate = useNavigate()
  return useMemo(() => {
    const parameters = new URLSearchParams(search)
    return {
      get: (name) => parameters.get(name)?.trim() || undefined,
      set: (change) =>
        void navigate({
          to: '.',
          search: (old: Record<string, unknown>) => changed(old, change),
          replace: true,
          resetScroll: false,
        }),
      after: (change) => changed(Object.fromEntries(parameters), change),
    }
  }, [search, navigate])
}

/** The parameters with a change made to them, none of them empty; the page goes unless it is what changes. */
export function changed(old: Readonly<Record<string, unknown>>, change: AddressChange): Record<string, string> {
  const merged = { ...old, page: undefined, ...change }
  const stated = Object.entries(merged).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(stated.map(([name, value]) => [name, String(value)]))
}
