/** POSTs that are done without an entry in the audit trail, and why; where only some do so, with who. */
export const NOT_AUDITED: Record<string, string> = {
  'POST /api/checks': 'nothing of a tried dossier is kept',
  'POST /api/delegations/try': 'nothing of a tried delegation is kept; a marking of secrecy in it is recorded',
  'POST /api/law-drafts/effect': 'nothing of a tried draft is kept',
  'POST /api/people/import/preview': 'nothing is written',
  'POST /api/cost-norms-form': 'a workbook is read, and nothing written',
  'POST /api/delegations/:id/presence': 'who has a dossier open now; forgotten after a minute',
  'POST /api/own/notices/read': 'that its holder has looked at a notice; nothing rests on it',
  'POST /api/uploads/:id/parts/:offset': 'nothing is attached yet; the attaching is recorded',
  'POST /api/uploads/:id/drop': 'what was never attached is let go',
  'POST /api/delegations/:id/attachments/begin': 'nothing is attached yet; the attaching is recorded',
  'POST /api/delegations/:id/papers/begin': 'nothing is attached yet; the attaching is recorded',
  'POST /api/session/passkey/options': 'a question to the browser; the sign-in that answers it is recorded',
  'nobody: POST /api/session/end': 'without a session there is nothing to end',
  'POST /api/session/proof':
    'nothing changes but when the holder last proved to be there; a wrong password is recorded',
  'POST /api/one-time-links/read': 'says whose link it is; its use is recorded',
  'POST /api/own/totp/start': 'a secret to be confirmed; adding it is recorded',
  'POST /api/own/passkeys/options': 'a question to the browser; the passkey that answers it is recorded',
}

/** What a role over one unit may change outside it, and why. */
export const CHANGES_OUTSIDE: Record<string, string> = {}

/** Tables to which the application may add whatever the permission, and why. */
export const ALWAYS_ADDED_TO: Record<string, string> = {
  audit_pending: 'whatever is done or refused, signing in included, can be told to the trail',
  audit_personal: 'the personal data of such an entry, kept apart from it',
}
