/**
 * A pure function of a text that keeps its answers. After `limit` different questions it forgets them all and starts
 * afresh, so that a run of any length stays flat in memory.
 */
export function remember<Answer>(limit: number, answer: (question: string) => Answer): (question: string) => Answer {
  const known = new Map<string, Answer>()
  return (question) => {
    const found = known.get(question)
    if (found !== undefined || known.has(question)) return found as Answer
    if (known.size >= limit) known.clear()
    const made = answer(question)
    known.set(question, made)
    return made
  }
}

/** Answers a question about something out of the memory; one that is new there as `make` says. */
export type Recall<Answer> = (about: object, question: string, make: () => Answer) => Answer

/** A memory like that of `remember`, shared by many things that are asked about: `limit` counts all of them together. */
export function memory<Answer>(limit: number): Recall<Answer> {
  const known = new Map<object, Map<string, Answer>>()
  let size = 0
  return (about, question, make) => {
    const found = known.get(about)?.get(question)
    if (found !== undefined) return found
    if (size >= limit) {
      known.clear()
      size = 0
    }
    size += 1
    const made = make()
    const answers = known.get(about) ?? new Map<string, Answer>()
    known.set(about, answers.set(question, made))
    return made
  }
}
