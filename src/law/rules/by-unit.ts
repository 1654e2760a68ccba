import type { Person } from '../facts.ts'

/** The people by their unit, in order of first appearance. */
export function byUnit(people: Person[]): Map<string, Person[]> {
  const units = new Map<string, Person[]>()
  for (const person of people) {
    const known = units.get(person.unit)
    if (known) known.push(person)
    else units.set(person.unit, [person])
  }
  return units
}
