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
