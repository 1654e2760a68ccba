/** Whether a purpose is study, survey or exchange: the trips that must be practical and whose results are shared. */
export function learns(kind: string): boolean {
  return kind === 'study' || kind === 'survey' || kind === 'exchange'
}
