import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { PROOF_MINUTES } from '../session/limits.ts'

/** What one's own account is, and by what it is protected. */
export interface OwnAccount {
  id: string
  login: string
  name: string
  rootId: string | null
  passwordChangedAt: string | null
  totpConfirmedAt: string | null
  singleSignOn: string[]
  /** Codes of the roles held today, by oneself or for another. */
  roles: string[]
  sample: boolean
  /** Whether the holder proved a short while ago, in this session, to be there. */
  fresh: boolean
}

/** One's own account, as the session of this request sees it. */
export async function readOwnAccount(
  transaction: Transaction,
  accountId: string,
  sessionId: string,
  day: Day,
): Promise<OwnAccount | undefined> {
  const { rows } = await sql<OwnAccount>`
    select account.id, account.login, account.name, account.root_id as "rootId",
      secret.password_changed_at as "passwordChangedAt", secret.totp_confirmed_at as "totpConfirmedAt",
      array(select issuer from single_sign_on where account_id = account.id order by issuer) as "singleSignOn",
      array(
        select holding.role from role_holding holding
        where holding.valid_from <= ${day} and (holding.valid_to is null or holding.valid_to >= ${day}) and (
          holding.account_id = account.id or exists (
            select from substitution
            where substitution.holding_id = holding.id and substitution.account_id = account.id
              and substitution.ended_at is null and ${day}::date between substitution.valid_from and substitution.valid_to
          )
        )
      ) as roles,
      (select mode = 'sample' from installation) as sample,
      coalesce((
        select proved_at > now() - make_interval(mins => ${sql.lit(PROOF_MINUTES)}) from session
        where session.id = ${sessionId} and session.account_id = account.id
      ), false) as fresh
    from account left join account_secret secret on secret.account_id = account.id
    where account.id = ${accountId}
  `.execute(transaction)
  return rows[0]
}
