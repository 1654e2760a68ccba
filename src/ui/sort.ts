export type Direction = 'ascending' | 'descending'

/** In which direction a list sorted by `name` or `-name` is sorted by this column; `undefined` when it is not. */
export function directionOf(sort: string | undefined, key: string): Direction | undefined {
  if (sort === key) return 'ascending'
  return sort === `-${key}` ? 'descending' : undefined
}

/** What a click on the head of a column asks for: ascending first, then the other way round, and back. */
export function nextSort(sort: string | undefined, key: string): string {
  return sort === key ? `-${key}` : key
}
