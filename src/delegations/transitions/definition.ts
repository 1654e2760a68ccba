import type { Permission } from '../../kernel/permissions.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { DelegationState } from '../workflow.ts'

/** A step of the way: from where to where, by whom, and what it asks for. */
export interface TransitionDefinition {
  action: string
  from: readonly DelegationState[]
  /** None where the dossier stays at its stage. */
  to?: DelegationState
  permission: Permission
  name: Bilingual
  /** Why must be said. */
  needsReason?: true
  /** The number and day of a document must be given. */
  needsDocument?: true
  /** The document goes to recipients, who are listed. */
  addressed?: true
  /** The authority above must be named: it has to decide, or has decided. */
  namesAuthority?: true
  /** It judges the dossier: nobody takes it who travels in the delegation or belongs to the sender. */
  decides?: true
  /** The dossier must be of its form, and its findings are frozen with the step. */
  judged?: true
  /** Norms may be waived by name with it. */
  waives?: true
  /** It may agree in principle as well, by name; see `steps/principle.ts`. */
  agrees?: true
  /** It enters what the authority above has decided, outside the system. */
  above?: true
}
