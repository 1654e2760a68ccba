import { type Program, runEndpoint } from '../http/program.ts'
import { SAMPLE_BODIES, SAMPLE_REPORTING, SAMPLE_SUCCESSIONS, type SampleBody, type SampleVersion } from './bodies.ts'

/** The ids of the bodies by their keys. */
export type BodyIds = ReadonlyMap<string, string>

const JURISDICTIONS = { hanoi: 'VN-HN', bacninh: 'VN-56', bacgiang: 'VN-54', mofa: 'VN' } as const

/** Makes the bodies of the sample in the order of their history: first all that stood at the beginning, then each change. */
export async function loadBodies(program: Program): Promise<BodyIds> {
  const ids = new Map<string, string>()
  const later = new Set(
    SAMPLE_SUCCESSIONS.flatMap(({ to, on }) => to.filter((key) => bodyOf(key).versions[0]?.from === on)),
  )
  for (const body of SAMPLE_BODIES) if (!later.has(body.key)) ids.set(body.key, await create(program, body, ids))
  for (const body of SAMPLE_BODIES) {
    for (const version of body.versions.slice(1)) await change(program, body, version, ids)
    if (body.covers) await cover(program, body, ids)
  }
  for (const succession of SAMPLE_SUCCESSIONS) await succeed(program, succession, ids)
  for (const { root, to } of SAMPLE_REPORTING) {
    const input = { id: id(ids, root), to: [id(ids, to)], from: '2021-07-01' }
    await runEndpoint(program, 'POST /api/bodies/:id/reporting', input)
  }
  return ids
}

async function create(program: Program, body: SampleBody, ids: BodyIds): Promise<string> {
  const [first] = body.versions
  if (first === undefined) throw new Error(`${body.key} never was`)
  const input = { ...fields(body, first, ids), code: body.code, from: first.from }
  return ((await runEndpoint(program, 'POST /api/bodies', input)) as { id: string }).id
}

async function change(program: Program, body: SampleBody, version: SampleVersion, ids: BodyIds): Promise<void> {
  const input = { ...fields(body, version, ids), id: id(ids, body.key), from: version.from }
  await runEndpoint(program, 'POST /api/bodies/:id/versions', input)
}

async function cover(program: Program, body: SampleBody, ids: BodyIds): Promise<void> {
  const input = { id: id(ids, body.key), countries: body.covers, from: body.versions[0]?.from }
  await runEndpoint(program, 'POST /api/bodies/:id/countries', input)
}

async function succeed(
  program: Program,
  { kind, from, to, on, document }: (typeof SAMPLE_SUCCESSIONS)[number],
  ids: Map<string, string>,
): Promise<void> {
  const successor = (key: string) => {
    const known = ids.get(key)
    if (known !== undefined) return { id: known }
    const [first] = bodyOf(key).versions
    if (first === undefined) throw new Error(`${key} never was`)
    return { ...fields(bodyOf(key), first, ids), code: bodyOf(key).code }
  }
  if (kind === 'split') {
    const input = { id: id(ids, from[0] ?? ''), into: to.map(successor), on, document }
    const made = (await runEndpoint(program, 'POST /api/bodies/:id/split', input)) as { ids: string[] }
    for (const [index, key] of to.entries()) ids.set(key, made.ids[index] ?? '')
    return
  }
  const [key = ''] = to
  const input = { bodies: from.map((one) => id(ids, one)), into: successor(key), on, document }
  const made = (await runEndpoint(program, 'POST /api/bodies/merge', input)) as { id: string }
  ids.set(key, made.id)
}

function fields(body: SampleBody, version: SampleVersion, ids: BodyIds) {
  const index = SAMPLE_BODIES.indexOf(body)
  return {
    name: version.name,
    shortName: version.shortName ?? null,
    parentId: version.parent === undefined ? null : id(ids, version.parent),
    level: body.level,
    bloc: body.bloc,
    locality: body.locality ?? null,
    jurisdiction: JURISDICTIONS[body.root],
    officialOrder: (index + 1) * 10,
    isMission: body.covers !== undefined,
  }
}

function bodyOf(key: string): SampleBody {
  const found = SAMPLE_BODIES.find((body) => body.key === key)
  if (found === undefined) throw new Error(`the sample has no body ${key}`)
  return found
}

/** The id of a body of the sample. */
export function id(ids: BodyIds, key: string): string {
  const found = ids.get(key)
  if (found === undefined) throw new Error(`the body ${key} is not made yet`)
  return found
}
