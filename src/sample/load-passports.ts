import { type Program, runEndpoint } from '../http/program.ts'
import { samplePassports } from './passports.ts'
import { samplePeople } from './people.ts'

/** The register was begun once the bodies of today stood. */
const BEGUN = '2025-07-01'

/** Enters the passports of the sample into the register of the body that each person works for, their visas, and those that are out. */
export async function loadPassports(program: Program, people: ReadonlyMap<string, string>): Promise<void> {
  for (const { person, out, visas = [], ...passport } of samplePassports(samplePeople())) {
    const input = { ...passport, kind: 'official', personId: people.get(person), receivedOn: BEGUN }
    const { id } = (await runEndpoint(program, 'POST /api/passports', input)) as { id: string }
    for (const visa of visas) await runEndpoint(program, 'POST /api/passports/:id/visas', { id, ...visa })
    if (out) await runEndpoint(program, 'POST /api/passports/:id/hand-over', { id, receivedBy: 'Người đi', ...out })
  }
}
