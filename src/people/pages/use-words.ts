import { useState } from 'react'
import { z } from 'zod'
import { type Day, dayInVietnam } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { useMessages } from '../../ui/language.tsx'
import { useAnswer } from '../../ui/list.tsx'
import type { Option } from '../../ui/search-select.tsx'
import { en } from '../messages.en.ts'
import { type Messages, vi } from '../messages.vi.ts'

const MESSAGES = { vi, en }

/** The words of these pages in the reader's language. */
export function useWords(): Messages {
  return useMessages(MESSAGES)
}

/** The day it was in Việt Nam when the page was opened. */
export function useToday(): Day {
  const [today] = useState(() => dayInVietnam(new Date()))
  return today
}

/** What the register of bodies tells of those of today: their names to choose from. */
const bodyTree = endpoint({
  method: 'GET',
  path: '/api/bodies/tree',
  permission: 'bodies.read',
  summary: { vi: 'Cây cơ quan', en: 'The tree of bodies' },
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), code: z.string() })) }),
})

/** The bodies of today, to choose from. */
export function useBodies(): readonly Option[] {
  const { data } = useAnswer(bodyTree, {})
  return (data?.items ?? []).map(({ id, name, code }) => [id, `${name} · ${code}`] as const)
}
