import type { Pool } from 'pg'
import type { Role } from '../../src/identity/index.ts'
import { makeSubstitution } from '../support/identity.ts'
import { type Holder, makeHolder } from './holder.ts'
import type { Place, World } from './world.ts'

/** Somebody who sends requests: a column of the table. */
export interface Caller {
  column: string
  /** What the column means, in a line above the table. */
  about: string
  /** The role held, or held for another; none for who is not signed in. */
  role: Role | undefined
  /** Reaches a unit only: whatever is changed in another one is a hole. */
  unitOnly: boolean
  holder: Holder | undefined
  /** What is within the caller’s scope, and what is not. */
  own: Place
  other: Place
}

/** One caller for each role, and those in between. */
export async function makeCallers(pool: Pool, world: World): Promise<Caller[]> {
  const { city, ministry, embassy, offices, culture, tourism, elsewhere } = world
  const unit = { own: culture, other: tourism, unitOnly: true }
  const root = { own: culture, other: elsewhere, unitOnly: false }
  const caller = async (
    column: string,
    role: Role,
    held: { body: string | null; root: string | null },
    scope: Pick<Caller, 'own' | 'other' | 'unitOnly'>,
    about: string,
    personId?: string,
  ): Promise<Caller> => {
    const login = `caller.${column}`
    const holder = await makeHolder(pool, { login, root: held.root, roles: [{ role, ...held }], personId })
    return { column, about, role, holder, ...scope }
  }
  const inCity = (body: string) => ({ body, root: city })
  const inCulture = inCity(culture.body)
  const head = await caller('head', 'unit-head', inCulture, unit, 'unit-head: head of the department of culture')
  return [
    { column: 'nobody', about: 'not signed in', role: undefined, holder: undefined, ...root },
    await caller('officer', 'officer', inCulture, unit, 'officer of the department of culture'),
    head,
    await substituteOf(pool, city, head),
    await caller(
      'leader',
      'head-of-delegation',
      inCulture,
      unit,
      'head-of-delegation of the department of culture, who travels in its draft',
      culture.person.id,
    ),
    await caller(
      'mission',
      'mission',
      { body: embassy, root: ministry },
      unit,
      'mission that covers JP; culture plans to go there, tourism does not',
    ),
    await caller('foreign', 'foreign-affairs', inCity(offices.foreign), root, 'foreign-affairs of the city'),
    await caller('board', 'organisation-board', inCity(offices.board), root, 'organisation-board of the city'),
    await caller('finance', 'finance', inCity(offices.inspectorate), root, 'finance of the city'),
    await caller('authority', 'authority', inCity(offices.committee), root, 'authority of the city'),
    await caller(
      'centre',
      'foreign-affairs',
      { body: ministry, root: ministry },
      root,
      'foreign-affairs of the ministry to which the city reports and the province does not',
    ),
    await caller('inspector', 'inspector', inCity(offices.inspectorate), root, 'inspector of the city'),
    await caller('admin', 'administrator', inCity(city), root, 'administrator of the city'),
    await caller('install', 'administrator', { body: null, root: null }, root, 'administrator of the installation'),
  ]
}

/** Somebody without a role of their own who acts for the head. */
async function substituteOf(pool: Pool, root: string, head: Caller): Promise<Caller> {
  const holder = await makeHolder(pool, { login: 'caller.substitute', root, roles: [] })
  const holding = head.holder?.holdingId ?? ''
  const term = { from: '2020-01-01', to: '2999-12-31' }
  const substitutionId = await makeSubstitution(pool, { holding, account: holder.id, root, ...term })
  const borrowed = { holdingId: holding, substitutionId }
  return { ...head, column: 'substit.', about: 'substitute of that head', holder: { ...holder, ...borrowed } }
}
