import { z } from 'zod'

/** A number of days that is counted day by day: ten years at most, for more is a slip of the pen that would count for hours. */
export const DayCount = z.int().positive().max(3660)

/** A number of months that is added to a day: a century at most. */
export const MonthCount = z.int().positive().max(1200)
