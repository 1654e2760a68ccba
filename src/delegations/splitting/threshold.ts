import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import { administeredOn } from '../../law/administered.ts'
import type { Law } from '../../law/index.ts'
import type { AdministeredUse } from '../../law/result.ts'

const Threshold = z.strictObject({ score: z.number().positive().max(1), days: z.number().int().min(0).max(92) })
export type Threshold = z.infer<typeof Threshold>

/**
 * From when two dossiers of a jurisdiction are shown as parts that may be one, with who has set it; `undefined` where nobody has,
 * or the value cannot be read. Pure.
 */
export function splittingThreshold(
  law: Law,
  day: Day,
  jurisdiction: string,
): { threshold: Threshold; set: AdministeredUse } | undefined {
  const set = administeredOn(law.data.administered, 'splitting-threshold', day, jurisdiction)
  const read = Threshold.safeParse(set?.value)
  return set && read.success ? { threshold: read.data, set } : undefined
}
