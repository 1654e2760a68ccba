import type { Permission } from '../kernel/permissions.ts'
import type { Bilingual } from '../kernel/text.ts'

/**
 * How far a role reaches from the body in which it is held: the body with everything under it, the whole root (the
 * province, the ministry) and the roots that report to it, or what comes to the countries that a mission covers.
 */
export type Reach = 'unit' | 'root' | 'countries'

interface RoleDefinition {
  name: Bilingual
  reach: Reach
  permissions: readonly Permission[]
}

/** What everybody may who holds any role. */
const EVERYBODY = ['own.read', 'own.write', 'bodies.read', 'norms.read'] as const

/** The roles, what each may do, and how far. One table for the server, the screens and the test of permissions. */
export const ROLES = {
  officer: {
    name: { vi: 'Chuyên viên của cơ quan', en: 'Officer of the body' },
    reach: 'unit',
    permissions: [
      ...EVERYBODY,
      'people.read',
      'people.write',
      'passports.write',
      'plans.read',
      'plans.write',
      'dossiers.read',
      'dossiers.write',
    ],
  },
  'unit-head': {
    name: { vi: 'Thủ trưởng cơ quan', en: 'Head of the body' },
    reach: 'unit',
    permissions: [
      ...EVERYBODY,
      'people.read',
      'plans.read',
      'plans.sign',
      'substitutes.write',
      'dossiers.read',
      'dossiers.sign',
      'dossiers.advise',
    ],
  },
  'foreign-affairs': {
    name: { vi: 'Sở Ngoại vụ', en: 'Department of Foreign Affairs' },
    reach: 'root',
    permissions: [
      ...EVERYBODY,
      'people.read',
      'passports.write',
      'plans.read',
      'plans.consolidate',
      'money.write',
      'substitutes.write',
      'dossiers.read',
      'dossiers.examine',
      'law.try',
      'dossiers.handle',
      'dossiers.deliberate',
    ],
  },
  'organisation-board': {
    name: { vi: 'Ban Tổ chức Thành ủy', en: 'Party Organisation Board' },
    reach: 'root',
    permissions: [
      ...EVERYBODY,
      'people.read',
      'people.write',
      'people.sensitive',
      'plans.read',
      'dossiers.read',
      'dossiers.advise',
      'dossiers.deliberate',
    ],
  },
  finance: {
    name: { vi: 'Sở Tài chính', en: 'Department of Finance' },
    reach: 'root',
    permissions: [...EVERYBODY, 'plans.read', 'dossiers.read', 'dossiers.advise', 'dossiers.deliberate', 'norms.write'],
  },
  authority: {
    name: { vi: 'Cấp có thẩm quyền', en: 'Competent authority' },
    reach: 'root',
    permissions: [
      ...EVERYBODY,
      'people.read',
      'plans.read',
      'plans.approve',
      'substitutes.write',
      'dossiers.read',
      'dossiers.decide',
      'dossiers.handle',
      'dossiers.deliberate',
    ],
  },
  mission: {
    name: { vi: 'Cơ quan đại diện', en: 'Mission abroad' },
    reach: 'countries',
    permissions: [...EVERYBODY, 'plans.read', 'dossiers.read', 'dossiers.advise'],
  },
  // The own delegation, once there are delegations: not the plans of the whole unit.
  'head-of-delegation': {
    name: { vi: 'Trưởng đoàn', en: 'Head of delegation' },
    reach: 'unit',
    permissions: [...EVERYBODY],
  },
  inspector: {
    name: { vi: 'Kiểm tra, thanh tra', en: 'Inspector' },
    reach: 'root',
    permissions: [...EVERYBODY, 'people.read', 'people.sensitive', 'plans.read', 'audit.read', 'dossiers.read'],
  },
  administrator: {
    name: { vi: 'Quản trị', en: 'Administrator' },
    reach: 'root',
    permissions: [
      ...EVERYBODY,
      'bodies.write',
      'people.read',
      'people.write',
      'accounts.read',
      'accounts.write',
      'audit.read',
      'retention.write',
      'norms.write',
      'law.try',
    ],
  },
} as const satisfies Record<string, RoleDefinition>

export type Role = keyof typeof ROLES

export const ROLE_CODES = Object.keys(ROLES) as Role[]

/** Roles that nobody uses without a second factor: whoever signs in without one is led to the page that adds it. */
export const ROLES_WITH_FACTOR: ReadonlySet<Role> = new Set<Role>(['administrator'])

/** Whether the word is the code of a role. */
export function isRole(word: string): word is Role {
  return word in ROLES
}
