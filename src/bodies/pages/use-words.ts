import { useMemo } from 'react'
import { isDay } from '../../kernel/day.ts'
import { useToday } from '../../law/pages/texts/use-texts.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { useAddress } from '../../ui/use-address.ts'
import { en } from '../messages.en.ts'
import { type BodyMessages, vi } from '../messages.vi.ts'
import { BLOC_NAMES, LEVEL_NAMES, LOCALITY_NAMES } from '../names.ts'

const MESSAGES = { vi, en }

/** The words of these pages in the reader's language. */
export function useWords(): BodyMessages {
  return useMessages(MESSAGES)
}

/** What a reader sees in place of the codes of the contract, as options to choose from. */
export function useNames() {
  const { t } = useLanguage()
  return useMemo(() => {
    const options = <Code extends string>(names: Record<Code, { vi: string; en: string }>) =>
      (Object.keys(names) as Code[]).map((code) => [code, t(names[code])] as const)
    return { levels: options(LEVEL_NAMES), blocs: options(BLOC_NAMES), localities: options(LOCALITY_NAMES) }
  }, [t])
}

/** The parameter of the address that holds the day as of which the register is read. */
export const DAY = 'ngay'

/** The day as of which the register is read, and the parameters of links that keep it where it is not today. */
export function useAsOf(): { day: string; keep: Record<string, string> } {
  const today = useToday()
  const { get } = useAddress()
  const asked = get(DAY)
  const day = asked !== undefined && isDay(asked) ? asked : today
  return { day, keep: keepDay(day, today) }
}

/** The parameters of a link to a page as of a day: none for today, which pages show by themselves. */
export function keepDay(day: string, today: string): Record<string, string> {
  return day === today ? {} : { [DAY]: day }
}
