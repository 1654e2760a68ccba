import { type Json, sameJson } from '../content/json.ts'
import type { Estimate } from './estimate.ts'

/** Whether two estimates say the same: lines, sums, sources and what is remarked on; not the words in which a remark is told, which change. Pure. */
export function isSameEstimate(one: Estimate, other: Estimate): boolean {
  return sameJson(withoutWords(one), withoutWords(other))
}

function withoutWords(estimate: Estimate): Json {
  const remarks = estimate.remarks.map(({ message: _, ...remark }) => remark)
  return JSON.parse(JSON.stringify({ ...estimate, remarks })) as Json
}
