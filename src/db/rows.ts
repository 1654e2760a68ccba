// Generated from the migrated database by `npm run db:types`; not edited by hand.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

export interface Account {
  id: string
  login: string
  name: string
  search_key: string
  person_id: string | null
  root_id: string | null
  disabled_at: string | null
  version: Generated<number>
  created_at: Generated<string>
}

export interface AccountSecret {
  account_id: string
  email: string | null
  password_hash: string | null
  password_changed_at: string | null
  totp_secret: string | null
  totp_confirmed_at: string | null
  totp_last_step: number | null
}

export interface AuditEntry {
  seq: number
  id: string
  root_id: string | null
  body_id: string | null
  content: string
  content_hash: string
  hash: string
  at: string
  action: string
  account_id: string | null
  subject_kind: string
  subject_id: string
}

export interface AuditPending {
  id: string
  root_id: string | null
  body_id: string | null
  content: string
}

export interface AuditPersonal {
  entry_id: string
  path: string
  salt: string
  value: string
}

export interface Body {
  id: string
  root_id: string
  code: string
  created_at: Generated<string>
}

export interface BodyReporting {
  id: string
  root_id: string
  to_body_id: string
  valid_from: string
  valid_to: string | null
}

export interface BodyStamp {
  one: Generated<boolean>
  value: string
}

export interface BodySuccession {
  id: string
  from_body_id: string
  to_body_id: string
  kind: string
  on_day: string
  document: string | null
}

export interface BodyVersion {
  id: string
  body_id: string
  root_id: string
  valid_from: string
  valid_to: string | null
  name: string
  short_name: string | null
  search_key: string
  parent_id: string | null
  level: string
  bloc: string | null
  locality: string | null
  jurisdiction: string
  official_order: Generated<number>
  is_mission: Generated<boolean>
  document: string | null
  end_document: string | null
}

export interface CalendarAddress {
  account_id: string
  secret_hash: string
  made_at: Generated<string>
  read_at: string | null
}

export interface Committee {
  id: string
  root_id: string
  meets_on: string
  meets_at: string
  place: string
  online: boolean
  convened_by: string
  convened_at: Generated<string>
  called_off_at: string | null
  called_off_by: string | null
  called_off_reason: string | null
  closed_at: string | null
  closed_by: string | null
  remarks: Generated<string>
  minutes: ColumnType<unknown, string, string> | null
}

export interface CommitteeDeclaration {
  id: string
  committee_id: string
  member_id: string
  root_id: string
  conflicts: ColumnType<unknown, string, string>
  paper_number: string | null
  paper_on: string | null
  by_name: string
  at: Generated<string>
}

export interface CommitteeDossier {
  committee_id: string
  delegation_id: string
  root_id: string
  position: number
  content_hash: string
  voting_rule: ColumnType<unknown, string, string>
}

export interface CommitteeMember {
  id: string
  committee_id: string
  root_id: string
  part: string
  account_id: string | null
  name: string
  organisation: string
}

export interface CommitteeVote {
  id: string
  committee_id: string
  member_id: string
  delegation_id: string
  root_id: string
  answer: string
  note: Generated<string>
  paper_number: string | null
  paper_on: string | null
  by_name: string
  at: Generated<string>
}

export interface CostTable {
  id: string
  root_id: string | null
  kind: string
  title: string
  document_number: string
  document_on: string
  document_by: string
  valid_from: string
  valid_to: string | null
  end_reason: string | null
  fictitious: Generated<boolean>
  lines: ColumnType<unknown, string, string>
  line_count: number
  account_id: string | null
  set_by: string
  set_at: Generated<string>
}

export interface Delegation {
  id: string
  root_id: string
  body_id: string
  year: number
  number: number
  state: string
  countries: string[]
  departs_on: string | null
  returns_on: string | null
  headcount: number
  verdict: string | null
  state_since: Generated<string>
  plan_line: string | null
  person_ids: string[]
  search_key: string
  title: string
  content: ColumnType<unknown, string, string>
  version: Generated<number>
  copied_from: string | null
  document_number: string | null
  document_on: string | null
  created_at: Generated<string>
  created_by: string
  changed_at: Generated<string>
  changed_by: string
  urgent: Generated<boolean>
  controlled_at: string | null
  paused_on: string | null
  paused_days: Generated<number>
  asked_body_ids: Generated<string[]>
  declarations_asked_at: string | null
  procedure_day: string | null
  paused_by: string | null
  paused_because: string | null
  decided_by: string | null
  decider: ColumnType<unknown, string, string> | null
  video_could: GeneratedAlways<boolean>
  mission_could: GeneratedAlways<boolean>
}

export interface DelegationAssessment {
  id: string
  delegation_id: string
  root_id: string
  body_id: string
  subject: string
  norm: string | null
  about: string | null
  judgement: string
  reason_code: string
  note: Generated<string>
  by_name: string
  at: Generated<string>
  judged: ColumnType<unknown, string, string> | null
  resolution: string | null
}

export interface DelegationAttachment {
  id: string
  delegation_id: string
  root_id: string
  body_id: string
  kind: string
  name: string
  size: number
  type: string
  hash: string
  pages: number | null
  unread: number
  added_after: number
  added_at: Generated<string>
  added_by: string
  account_id: string | null
  removed_after: number | null
  removed_at: string | null
  removed_by: string | null
  from_above: Generated<boolean>
}

export interface DelegationCounter {
  root_id: string
  year: number
  last: number
}

export interface DelegationDraw {
  id: string
  delegation_id: string
  root_id: string
  body_id: string
  step_id: string
  lot: number
  lots: number
  examined: number
  at: Generated<string>
}

export interface DelegationEdit {
  id: string
  delegation_id: string
  root_id: string
  body_id: string
  version: number
  changes: ColumnType<unknown, string, string>
  account_id: string | null
  by_name: string
  at: Generated<string>
}

export interface DelegationEstimate {
  id: string
  delegation_id: string
  root_id: string
  body_id: string
  step_id: string
  norms_on: string
  rates_on: string
  table_ids: string[]
  rate_ids: string[]
  estimate: ColumnType<unknown, string, string>
  vnd: string
  state_vnd: string
  at: Generated<string>
}

export interface DelegationLookup {
  id: string
  words: string
  person_ids: string[]
  year: number
  number: number
}

export interface DelegationNote {
  id: string
  delegation_id: string
  root_id: string
  body_id: string
  step_id: string
  field: string | null
  norm: string | null
  note: string
  by_name: string
  at: Generated<string>
  resolved_at: string | null
  resolved_by: string | null
  answer: Generated<string>
}

export interface DelegationOpinion {
  id: string
  delegation_id: string
  root_id: string
  body_id: string
  party: string
  party_name: string
  country: string | null
  asked_body_id: string | null
  members: Generated<string[]>
  question: string
  silence: string
  required: boolean
  due: string
  asked_by: string
  asked_at: Generated<string>
  answer: string | null
  answer_text: Generated<string>
  answered_on: string | null
  answered_by: string | null
  document_number: string | null
  dropped_at: string | null
  about: ColumnType<unknown, string, string> | null
  by_letter: Generated<boolean>
  former_of: string | null
  letter_because: string | null
}

export interface DelegationOpinionMessage {
  id: string
  opinion_id: string
  delegation_id: string
  root_id: string
  body_id: string
  text: string
  by_name: string
  at: Generated<string>
}

export interface DelegationPresence {
  delegation_id: string
  account_id: string
  root_id: string
  body_id: string
  name: string
  seen_at: Generated<string>
}

export interface DelegationStep {
  id: string
  delegation_id: string
  root_id: string
  body_id: string
  position: number
  action: string
  from_state: string
  to_state: string
  reason: string
  document_number: string | null
  document_on: string | null
  said: ColumnType<unknown, string, string>
  content: ColumnType<unknown, string, string>
  facts: ColumnType<unknown, string, string>
  as_of: string | null
  result: ColumnType<unknown, string, string> | null
  law_hash: string
  account_id: string | null
  by_name: string
  on_behalf_of: string | null
  at: Generated<string>
  verdict: string | null
}

export interface DelegationUnderWay {
  person_id: string
  year: number
  delegation_id: string
}

export interface DelegationWaiver {
  id: string
  delegation_id: string
  root_id: string
  body_id: string
  step_id: string
  rule: string
  norm: string
  subject: string | null
  grounds: string
  decided_by: string
  document_number: string
  document_on: string
  at: Generated<string>
  authority: Generated<string>
  not_known: Generated<boolean>
  reason_code: string | null
  last_day: string | null
}

export interface DigestRun {
  account_id: string
  on_day: string
}

export interface ExceptionAuthority {
  id: string
  root_id: string
  body_id: string
  rules: string[]
  valid_from: string
  valid_to: string | null
  document_number: string
  document_on: string
  entered_by: string
  entered_at: Generated<string>
}

export interface ExchangeRate {
  id: string
  root_id: string | null
  currency: string
  day: string
  vnd: string
  source: string
  account_id: string | null
  set_by: string
  set_at: Generated<string>
}

export interface FileUpload {
  id: string
  account_id: string
  about: string
  name: string
  size: number
  hash: string | null
  received: Generated<number>
  touched_at: Generated<string>
}

export interface FileUploadPart {
  upload_id: string
  start: number
  bytes: Buffer
}

export interface ImportBatch {
  id: string
  root_id: string
  body_id: string
  kind: string
  file_name: string
  file_hash: string
  mapping: ColumnType<unknown, string, string>
  account_id: string
  done_at: Generated<string>
  undone_at: string | null
}

export interface ImportRow {
  id: string
  batch_id: string
  root_id: string
  body_id: string
  line: number
  outcome: string
  reasons: ColumnType<unknown, string, string> | null
  person_id: string | null
  before: ColumnType<unknown, string, string> | null
  after: ColumnType<unknown, string, string> | null
}

export interface Installation {
  one: Generated<boolean>
  mode: string
}

export interface Kinship {
  id: string
  person_id: string
  relative_id: string
  root_id: string
  body_id: string
  relation: string
  declared_on: string
}

export interface KnownDevice {
  id: string
  account_id: string
  token_hash: string
  used_at: Generated<string>
  expires_at: string
}

export interface LawEdition {
  hash: string
  content: ColumnType<unknown, string, string>
  first_loaded_at: Generated<string>
}

export interface Mail {
  id: string
  account_id: string
  root_id: string | null
  kind: string
  notice_id: string | null
  digest_on: string | null
  lines: ColumnType<unknown, string, string>
  written_at: Generated<string>
  next_at: Generated<string>
  attempts: Generated<number>
  sent_at: string | null
  gave_up_at: string | null
  failure: string | null
}

export interface MemberDeclaration {
  id: string
  delegation_id: string
  root_id: string
  body_id: string
  member_key: string
  person_id: string | null
  member_name: string
  kind: string
  text_version: string
  text_hash: string
  document_number: string | null
  document_on: string | null
  account_id: string
  by_name: string
  at: Generated<string>
  scan_id: string | null
}

export interface MissionCountry {
  id: string
  body_id: string
  country: string
  valid_from: string
  valid_to: string | null
}

export interface MoneyEntry {
  id: string
  root_id: string
  body_id: string
  plan_id: string
  origin_id: string
  year: number
  half: number
  source: string
  kind: string
  amount: string
  currency: string
  rate: string | null
  rate_day: string | null
  rate_source: string | null
  vnd: string
  on_day: string
  document: string
  reason: string
  account_id: string | null
  by_name: string
  at: Generated<string>
  dossier_id: string | null
}

export interface Notice {
  id: string
  account_id: string
  kind: string
  subject_kind: string
  subject_id: string
  subject_code: string
  what: string
  due_on: string | null
  path: string
  at: Generated<string>
  read_at: string | null
  settled_at: string | null
}

export interface NoticePreference {
  account_id: string
  mail: string
}

export interface OneTimeLink {
  id: string
  account_id: string
  token_hash: string
  resets_factors: Generated<boolean>
  created_at: Generated<string>
  expires_at: string
  used_at: string | null
}

export interface Passkey {
  id: string
  account_id: string
  public_key: string
  counter: number
  transports: string[]
  name: string
  created_at: Generated<string>
  used_at: string | null
}

export interface Passport {
  id: string
  person_id: string
  root_id: string
  body_id: string
  kind: string
  number: string | null
  issued_on: string
  expires_on: string
  custodian_id: string | null
  state: Generated<string>
  due_back: string | null
}

export interface PassportMovement {
  id: string
  passport_id: string
  root_id: string
  body_id: string
  kind: string
  on_day: string
  due_back: string | null
  received_by: string | null
  document: string | null
  note: string | null
  recorded_at: Generated<string>
}

export interface Person {
  id: string
  root_id: string
  body_id: string
  code: string
  name: string
  sort_key: string
  search_key: string
  birth_date: string | null
  sex: string | null
  rank_code: string | null
  grade: string | null
  managed_by: string | null
  post_title: string | null
  leader: Generated<boolean>
  retires_on: string | null
  email: string | null
  phone: string | null
  left_on: string | null
  version: Generated<number>
  changed_at: Generated<string>
  changed_by: string | null
  home: string | null
}

export interface PersonWord {
  word: string
  person_id: string
  root_id: string
  body_id: string
  has_left: boolean
}

export interface Plan {
  id: string
  root_id: string
  body_id: string
  year: number
  edition: Generated<number>
  state: string
  travel_line: string | null
  note: Generated<string>
  document_number: string | null
  document_on: string | null
  version: Generated<number>
  changed_at: Generated<string>
  changed_by: string
}

export interface PlanAnswer {
  decision_id: string
  plan_id: string
  root_id: string
  body_id: string
  kind: string
  text: string
  account_id: string | null
  by_name: string
  at: Generated<string>
}

export interface PlanCeiling {
  id: string
  root_id: string
  body_id: string
  year: number
  source: string | null
  half: number | null
  vnd: string
  document: string
  version: Generated<number>
}

export interface PlanDecision {
  id: string
  item_id: string
  plan_id: string
  root_id: string
  body_id: string
  round: number
  kind: string
  into_item_id: string | null
  change: ColumnType<unknown, string, string>
  reason: string
  final: boolean
  account_id: string | null
  by_name: string
  at: Generated<string>
}

export interface PlanItem {
  id: string
  plan_id: string
  root_id: string
  body_id: string
  origin_id: string
  year: number
  edition: number
  plan_state: string
  standing: Generated<string>
  direction: string
  countries: string[]
  search_key: string
  off_plan: boolean
  month_from: number | null
  month_to: number | null
  departs_on: string | null
  returns_on: string | null
  days: number | null
  headcount: number | null
  decision: Generated<string>
  position: number
  title: string
  purpose_kind: string | null
  purpose: string
  result: string
  host: string
  people: ColumnType<unknown, string, string>
  person_ids: string[]
  priority: number | null
  task: string
  virtual: ColumnType<unknown, string, string> | null
  mission: ColumnType<unknown, string, string> | null
  justification: string
  adjust_reason: Generated<string>
  asked: ColumnType<unknown, string, string> | null
  merged_into: string | null
  version: Generated<number>
  touched: ColumnType<unknown, string, string>
  changed_at: Generated<string>
  changed_by: string
}

export interface PlanItemCost {
  item_id: string
  plan_id: string
  root_id: string
  body_id: string
  source: string
  amount: string
  currency: string
  rate: string | null
  rate_day: string | null
  rate_source: string | null
  vnd: string
}

export interface PlanSwap {
  id: string
  plan_id: string
  root_id: string
  body_id: string
  from_item_id: string
  to_item_id: string
  source: string
  vnd: string
  reason: string
  account_id: string | null
  by_name: string
  at: Generated<string>
}

export interface PlanVersion {
  id: string
  plan_id: string
  root_id: string
  body_id: string
  number: number
  action: string
  from_state: string | null
  to_state: string
  reason: string
  document_number: string | null
  document_on: string | null
  account_id: string | null
  by_name: string
  on_behalf_of: string | null
  at: Generated<string>
  content: ColumnType<unknown, string, string>
}

export interface Post {
  id: string
  person_id: string
  root_id: string
  body_id: string
  title: string
  main: Generated<boolean>
  leader: Generated<boolean>
  collective: Generated<boolean>
  managed_by: string | null
  valid_from: string
  valid_to: string | null
  document: string | null
}

export interface RecoveryCode {
  id: string
  account_id: string
  code_hash: string
  used_at: string | null
}

export interface RoleHolding {
  id: string
  account_id: string
  role: string
  body_id: string | null
  root_id: string | null
  valid_from: string
  valid_to: string | null
  document: string | null
  granted_at: Generated<string>
}

export interface Session {
  id: string
  account_id: string
  token_hash: string
  means: string
  pending_factor: Generated<boolean>
  address: string
  program: string
  opened_at: Generated<string>
  seen_at: Generated<string>
  proved_at: Generated<string>
  expires_at: string
  ended_at: string | null
}

export interface SignInChallenge {
  id: string
  account_id: string | null
  kind: string
  content: ColumnType<unknown, string, string>
  expires_at: string
}

export interface SignInFailure {
  id: string
  login_hash: string
  address: string
  device_id: string | null
  at: Generated<string>
}

export interface SingleSignOn {
  issuer: string
  subject: string
  account_id: string
  linked_at: Generated<string>
}

export interface Substitution {
  id: string
  holding_id: string
  account_id: string
  root_id: string | null
  document: string
  valid_from: string
  valid_to: string
  ended_at: string | null
  created_at: Generated<string>
}

export interface TripEntry {
  id: string
  person_id: string
  root_id: string
  body_id: string
  year: number
  state: string
  source_kind: string
  source_id: string
  title: string
  countries: string[]
  departs_on: string | null
  returns_on: string | null
  role: string | null
}

export interface Visa {
  id: string
  passport_id: string
  root_id: string
  body_id: string
  country: string
  valid_from: string
  valid_until: string
  entries: string
}

/** Every table, by its name. */
export interface Rows {
  account: Account
  account_secret: AccountSecret
  audit_entry: AuditEntry
  audit_pending: AuditPending
  audit_personal: AuditPersonal
  body: Body
  body_reporting: BodyReporting
  body_stamp: BodyStamp
  body_succession: BodySuccession
  body_version: BodyVersion
  calendar_address: CalendarAddress
  committee: Committee
  committee_declaration: CommitteeDeclaration
  committee_dossier: CommitteeDossier
  committee_member: CommitteeMember
  committee_vote: CommitteeVote
  cost_table: CostTable
  delegation: Delegation
  delegation_assessment: DelegationAssessment
  delegation_attachment: DelegationAttachment
  delegation_counter: DelegationCounter
  delegation_draw: DelegationDraw
  delegation_edit: DelegationEdit
  delegation_estimate: DelegationEstimate
  delegation_lookup: DelegationLookup
  delegation_note: DelegationNote
  delegation_opinion: DelegationOpinion
  delegation_opinion_message: DelegationOpinionMessage
  delegation_presence: DelegationPresence
  delegation_step: DelegationStep
  delegation_under_way: DelegationUnderWay
  delegation_waiver: DelegationWaiver
  digest_run: DigestRun
  exception_authority: ExceptionAuthority
  exchange_rate: ExchangeRate
  file_upload: FileUpload
  file_upload_part: FileUploadPart
  import_batch: ImportBatch
  import_row: ImportRow
  installation: Installation
  kinship: Kinship
  known_device: KnownDevice
  law_edition: LawEdition
  mail: Mail
  member_declaration: MemberDeclaration
  mission_country: MissionCountry
  money_entry: MoneyEntry
  notice: Notice
  notice_preference: NoticePreference
  one_time_link: OneTimeLink
  passkey: Passkey
  passport: Passport
  passport_movement: PassportMovement
  person: Person
  person_word: PersonWord
  plan: Plan
  plan_answer: PlanAnswer
  plan_ceiling: PlanCeiling
  plan_decision: PlanDecision
  plan_item: PlanItem
  plan_item_cost: PlanItemCost
  plan_swap: PlanSwap
  plan_version: PlanVersion
  post: Post
  recovery_code: RecoveryCode
  role_holding: RoleHolding
  session: Session
  sign_in_challenge: SignInChallenge
  sign_in_failure: SignInFailure
  single_sign_on: SingleSignOn
  substitution: Substitution
  trip_entry: TripEntry
  visa: Visa
}
