import type { Role } from '../../identity/index.ts'
import type { Party } from '../workflow.ts'

/** The role whose holders speak for a party; a party without one answers by letter. */
export const SPEAKERS: Partial<Record<Party, Role>> = {
  mission: 'mission',
  'organisation-board': 'organisation-board',
  finance: 'finance',
  'home-body': 'unit-head',
}
