import { parentPath } from './path.ts'
import { sectionOf } from './sections.ts'

/** The id of the control of a field. */
export function fieldId(path: string): string {
  return `f-${path}`
}

/** The id of a section of the form. */
export function sectionId(section: string): string {
  return `s-${section}`
}

const FOCUSABLE = 'input:checked, input:not([type=date]), select, textarea, output, button, h2, summary'

/** Brings a field into sight and the keyboard to it; where the field is not on the page, what holds it, or its section. */
export function focusField(path: string): void {
  for (let at = path; at !== ''; at = parentPath(at)) {
    const element = document.getElementById(fieldId(at))
    if (element) {
      reveal(element)
      return
    }
  }
  focusSection(sectionOf(path))
}

/** Brings a section into sight and the keyboard to its heading. */
export function focusSection(section: string): void {
  const element = document.getElementById(sectionId(section))
  element?.scrollIntoView({ block: 'start' })
  element?.querySelector('h2')?.focus({ preventScroll: true })
}

function reveal(element: HTMLElement): void {
  for (let holder = element.closest('details'); holder; holder = holder.parentElement?.closest('details') ?? null) {
    holder.open = true
  }
  element.scrollIntoView({ block: 'center' })
  const target = element.matches(FOCUSABLE) ? element : element.querySelector<HTMLElement>(FOCUSABLE)
  target?.focus({ preventScroll: true })
  if (target instanceof HTMLInputElement && target.type !== 'radio') target.select()
}
