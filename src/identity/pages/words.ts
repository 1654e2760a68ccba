import { formatDay } from '../../kernel/day.ts'
import { useMessages } from '../../ui/language.tsx'
import { en } from '../messages.en.ts'
import { vi } from '../messages.vi.ts'
import { en as accountsEn } from '../messages-accounts.en.ts'
import { vi as accountsVi } from '../messages-accounts.vi.ts'

/** Words of signing in and of one's own account. */
export function useWords() {
  return useMessages({ vi, en })
}

/** Words of the pages of accounts and substitutes. */
export function useAccountWords() {
  return useMessages({ vi: accountsVi, en: accountsEn })
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' })

/** A moment as it is written, by the clocks of Việt Nam: `22/11/2026 17:45`. */
export function writtenMoment(moment: string): string {
  return CLOCK.format(new Date(moment)).replace(',', '')
}

/** Days as they are written: `01/03/2026 – 31/12/2026`, or with a word for no last day. */
export function writtenDays(from: string, to: string | null, untilFurther: string): string {
  return `${formatDay(from)} – ${to === null ? untilFurther : formatDay(to)}`
}

/** The part of a program's name of itself that people know: `Chrome 130 · Windows`. */
export function shortProgram(program: string): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Version)\/(\d+)/.exec(program)
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(program)?.[1]
  if (!browser) return program.slice(0, 60)
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', Version: 'Safari' }
  const name = `${names[browser[1] ?? ''] ?? browser[1]} ${browser[2]}`
  return system ? `${name} · ${system.replace('Mac OS X', 'macOS')}` : name
}
