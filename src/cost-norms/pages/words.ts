import { addDays, formatDay } from '../../kernel/day.ts'
import { formatMoney } from '../../kernel/money.ts'
import { countryName, isCountry } from '../../law/codes/countries.ts'
import { ITEM_NAMES, UNIT_NAMES } from '../../law/costs/items.ts'
import { ALL_OTHERS, type GroupLine, LEADERS, type NormLine } from '../../law/costs/table.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import type { TableHead } from '../contract.ts'
import { en } from '../messages.en.ts'
import { type CostNormMessages, vi } from '../messages.vi.ts'

const MESSAGES = { vi, en }

export function useNormWords(): CostNormMessages {
  return useMessages(MESSAGES)
}

/** From when to when a table applies, in words. */
export function useValidity(): (table: Pick<TableHead, 'validFrom' | 'validTo'>) => string {
  const m = useNormWords()
  return ({ validFrom, validTo }) => {
    if (validTo === null) return m.from(formatDay(validFrom))
    return validTo === addDays(validFrom, -1) ? m.never : m.fromTo(formatDay(validFrom), formatDay(validTo))
  }
}

/** A line in one sentence: what it is for, and what it says. */
export function useLineWords(): (line: NormLine | GroupLine) => { what: string; says: string } {
  const m = useNormWords()
  const { t, language } = useLanguage()
  return (line) => {
    if ('item' in line) {
      const { item, unit, countryGroup, rankGroup, amount, currency } = line
      const groups = [countryGroup && `${m.countryGroup} ${countryGroup}`, rankGroup && `${m.rankGroup} ${rankGroup}`]
      const what = [t(ITEM_NAMES[item]), t(UNIT_NAMES[unit]), ...groups].filter(Boolean).join(', ')
      return { what, says: formatMoney({ amount: Number(amount), currency }) }
    }
    const { of, code, group } = line
    const name =
      code === ALL_OTHERS
        ? m.others
        : code === LEADERS
          ? m.leaders
          : of === 'country' && isCountry(code)
            ? `${countryName(code, language)} (${code})`
            : code
    return { what: `${m.ofs[of]}: ${name}`, says: group }
  }
}
