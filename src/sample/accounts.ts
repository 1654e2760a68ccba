import type { Role } from '../identity/index.ts'

/** An account of the sample: who it is, in which body, and the roles held there. */
export interface SampleAccountData {
  login: string
  /** The body whose seat the person holds, and which seat: 0 is the head. */
  body: string
  seat: number
  /** The roles are held over the whole installation, not in the body. */
  wholeInstallation?: true
  roles: Role[]
}

/** Fourteen accounts that between them hold every role. */
export const SAMPLE_ACCOUNTS: SampleAccountData[] = [
  { login: 'vanhoa.chuyenvien', body: 'culture', seat: 5, roles: ['officer'] },
  { login: 'vanhoa.giamdoc', body: 'culture', seat: 0, roles: ['unit-head'] },
  { login: 'dulich.chuyenvien', body: 'tourism', seat: 5, roles: ['officer'] },
  { login: 'dulich.giamdoc', body: 'tourism', seat: 0, roles: ['unit-head'] },
  { login: 'ngoaivu.thamdinh', body: 'foreign-affairs', seat: 3, roles: ['foreign-affairs'] },
  { login: 'ngoaivu.chuyenvien', body: 'foreign-affairs', seat: 5, roles: ['officer'] },
  { login: 'tochuc', body: 'organisation', seat: 3, roles: ['organisation-board'] },
  { login: 'taichinh', body: 'finance', seat: 2, roles: ['finance'] },
  { login: 'chutich', body: 'committee', seat: 0, roles: ['authority'] },
  { login: 'thanhuy', body: 'party', seat: 1, roles: ['authority'] },
  { login: 'daisuquan.nhatban', body: 'jp', seat: 1, roles: ['mission'] },
  { login: 'yte.truongdoan', body: 'health', seat: 1, roles: ['head-of-delegation'] },
  { login: 'thanhtra', body: 'inspectorate', seat: 2, roles: ['inspector'] },
  { login: 'quantri', body: 'office', seat: 3, wholeInstallation: true, roles: ['administrator'] },
]
