import { focusField, sectionId } from '../../../law/pages/whatif/focus.ts'
import { sectionOf } from '../../../law/pages/whatif/sections.ts'

const PATIENCE = 15_000

/** Brings a field into sight as soon as the form is on the page; the page may still be on its way to it. */
export function focusWhenThere(path: string, until: number = performance.now() + PATIENCE): void {
  requestAnimationFrame((now) => {
    if (document.getElementById(sectionId(sectionOf(path)))) focusField(path)
    else if (now < until) focusWhenThere(path, until)
  })
}
