/** Whether a file of this type can be looked at on the page. */
export function isShown(type: string): boolean {
  return type === 'application/pdf' || type.startsWith('image/')
}
