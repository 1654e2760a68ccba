import { useLocation, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'

/** Parameters to change; `undefined` and an empty text take one away. */
export type AddressChange = Readonly<Record<string, string | number | undefined>>

interface AddressOptions {
  /** Takes the place of the last address, so that "back" does not go through every letter typed. */
  replace?: boolean
}

/** What a page keeps in its address, so that it can be shared and come back to. */
export interface Address {
  /** A parameter; `undefined` when it is absent or empty. */
  get: (name: string) => string | undefined
  /** Changes some parameters. A list begins at its first page again when anything but the page changes. */
  set: (change: AddressChange, options?: AddressOptions) => void
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
      set: (change, { replace = true } = {}) =>
        void navigate({
          to: '.',
          search: (now: Record<string, unknown>) => changed(now, change),
          hash: true,
          replace,
          resetScroll: false,
        }),
      after: (change) => changed(Object.fromEntries(parameters), change),
    }
  }, [search, navigate])
}

/** One parameter of the address and how to change it. */
export function useAddressState(name: string): [value: string | undefined, set: (value: string | undefined) => void] {
  const { get, set } = useAddress()
  return [get(name), (value) => set({ [name]: value })]
}

/** The parameters after a change: the page goes unless it is named, and so does what is undefined or empty. */
export function changed(now: Readonly<Record<string, unknown>>, change: AddressChange): Record<string, string> {
  const stated = Object.entries({ ...now, page: undefined, ...change }).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  return Object.fromEntries(stated.map(([name, value]) => [name, String(value)]))
}
