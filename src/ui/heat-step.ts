/** How dark a cell is, 0 (nothing) to 4 (the most there is). Anything above 0 has a colour. */
export function heatStep(value: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (value <= 0 || most <= 0) return 0
  const share = value / most
  if (share > 0.75) return 4
  if (share > 0.5) return 3
  return share > 0.25 ? 2 : 1
}
