import { type Program, runEndpoint } from '../http/program.ts'
import { type BodyIds, id } from './load-bodies.ts'
import { type SamplePerson, type SamplePost, samplePeople } from './people.ts'

/** Enters the people of the sample with their posts; gives their ids by their codes. */
export async function loadPeople(program: Program, bodies: BodyIds): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const person of samplePeople()) ids.set(person.code, await enter(program, person, bodies))
  return ids
}

async function enter(program: Program, person: SamplePerson, bodies: BodyIds): Promise<string> {
  const { name, code, sex, birthDate, home, rankCode, retiresOn, posts } = person
  const [first, ...others] = posts
  if (first === undefined) throw new Error(`${name} has no post`)
  const post = postFields(first, person, bodies)
  const input = { name, code, sex, birthDate, home, rankCode, retiresOn, post }
  const made = (await runEndpoint(program, 'POST /api/people', input)) as { id: string }
  for (const one of others) {
    const next = { id: made.id, main: true, ...postFields(one, person, bodies) }
    await runEndpoint(program, 'POST /api/people/:id/posts', next)
  }
  return made.id
}

function postFields({ body, title, leader, collective, from, to }: SamplePost, person: SamplePerson, bodies: BodyIds) {
  return { bodyId: id(bodies, body), title, leader, collective, managedBy: person.managedBy, from, to: to ?? null }
}
