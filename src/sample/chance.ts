/** A source of chance that gives the same numbers on every machine (mulberry32, public domain by Tommy Ettinger). */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** One of these. */
  one<Item>(items: readonly Item[]): Item
  /** Whether something happens that happens so often of a hundred times. */
  often(percent: number): boolean
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    one: <Item>(items: readonly Item[]): Item => {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new Error('there is nothing to choose from')
      return item
    },
    often: (percent) => next() * 100 < percent,
  }
}
