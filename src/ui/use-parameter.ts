import { useLocation } from '@tanstack/react-router'
import { useMemo } from 'react'

/** A parameter of the address; `undefined` when it is absent or empty. */
export function useParameter(name: string): string | undefined {
  const search = useLocation({ select: ({ searchStr }) => searchStr })
  return useMemo(() => new URLSearchParams(search).get(name)?.trim() || undefined, [search, name])
}
