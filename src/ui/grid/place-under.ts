/**
 * Shows a list over everything else, under a field or, where there is no room, over it: a grid that scrolls would cut off
 * what stands in its cells. The list has the attribute `popover`.
 */
export function placeUnder(list: HTMLElement, field: HTMLElement): void {
  list.showPopover()
  const place = field.getBoundingClientRect()
  const { height } = list.getBoundingClientRect()
  const under = place.bottom + height <= window.innerHeight || place.top < height
  list.style.left = `${place.left}px`
  list.style.top = `${under ? place.bottom : place.top - height}px`
  list.style.minWidth = `${place.width}px`
}
