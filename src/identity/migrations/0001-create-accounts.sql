-- Whether this installation holds invented sample data or real work. One row, written when the tables are made.
create table installation (
  one boolean primary key default true check (one),
  mode text not null check (mode in ('production', 'sample'))
);
insert into installation (mode) values ('production');

-- Who may sign in. Names and logins are known to everybody who is signed in: a substitute is chosen among them.
create table account (
  id uuid primary key,
  login text not null check (login = lower(login) and login <> ''),
  name text not null check (name <> ''),
  -- Login and name without diacritics, for search.
  search_key text not null,
  person_id uuid references person (id),
  -- The root whose administrators keep the account; none for those of the whole installation.
  root_id uuid references body (id),
  disabled_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (login)
);
-- Nobody has two accounts in use; one that is disabled does not stand in the way of a new one.
create unique index account_by_person on account (person_id) where person_id is not null and disabled_at is null;
create index account_by_root on account (root_id, login);
create index account_by_words on account using gin (to_tsvector('simple', search_key));

-- What only the holder, the account's administrators and the server itself may read of it.
create table account_secret (
  account_id uuid primary key references account (id),
  email text,
  -- Argon2id, with its parameters and salt.
  password_hash text,
  password_changed_at timestamptz,
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- The last time step whose code was used: no code serves twice.
  totp_last_step bigint,
  check ((totp_secret is null) = (totp_confirmed_at is null))
);

create table role_holding (
  id uuid primary key,
  account_id uuid not null references account (id),
  role text not null,
  -- The body in which the role is held; none for one over the whole installation.
  body_id uuid references body (id),
  root_id uuid references body (id),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  document text,
  granted_at timestamptz not null default now(),
  check ((body_id is null) = (root_id is null))
);
create index role_holding_by_account on role_holding (account_id);
create index role_holding_by_body on role_holding (body_id);

-- Somebody acts in another's role for a time, on the strength of a document.
create table substitution (
  id uuid primary key,
  holding_id uuid not null references role_holding (id),
  account_id uuid not null references account (id),
  root_id uuid references body (id),
  document text not null check (document <> ''),
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  ended_at timestamptz,
  created_at timestamptz not null default now()
);
create index substitution_by_account on substitution (account_id);
create index substitution_by_holding on substitution (holding_id);

create table session (
  id uuid primary key,
  account_id uuid not null references account (id),
  -- SHA-256 of the token in the cookie: who reads the table cannot take over a session.
  token_hash text not null unique,
  -- By what it was opened, and whether a second factor is still asked for.
  means text not null check (means in ('password', 'passkey', 'single-sign-on')),
  pending_factor boolean not null default false,
  address text not null,
  program text not null,
  opened_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  -- When the holder last proved to be there: what protects the account is changed only soon after.
  proved_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_by_account on session (account_id, opened_at desc);

create table passkey (
  -- The credential's id, base64url.
  id text primary key,
  account_id uuid not null references account (id),
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkey_by_account on passkey (account_id);

create table recovery_code (
  id uuid primary key,
  account_id uuid not null references account (id),
  -- SHA-256: the codes are random, eighty bits each, and need no slow hash.
  code_hash text not null,
  used_at timestamptz
);
create index recovery_code_by_account on recovery_code (account_id);

-- What was asked of a browser and is not answered yet: a passkey's challenge, a single sign-on, a secret to confirm.
create table sign_in_challenge (
  id uuid primary key,
  account_id uuid references account (id),
  kind text not null,
  content jsonb not null,
  expires_at timestamptz not null
);
create index sign_in_challenge_by_expiry on sign_in_challenge (expires_at);

-- Links that work once: to set a first or a forgotten password.
create table one_time_link (
  id uuid primary key,
  account_id uuid not null references account (id),
  token_hash text not null unique,
  -- Whether it also takes away the second factors, of a holder who has lost them all.
  resets_factors boolean not null default false,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_link_by_account on one_time_link (account_id);

create table single_sign_on (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account (id),
  linked_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create unique index single_sign_on_by_account on single_sign_on (account_id, issuer);

-- Browsers in which somebody has signed in before: others who guess at the login cannot slow them down.
create table known_device (
  id uuid primary key,
  account_id uuid not null references account (id),
  token_hash text not null unique,
  used_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index known_device_by_account on known_device (account_id);

-- Attempts that failed or are under way, to slow down who guesses. Of the login only its SHA-256: a password typed into
-- the wrong field is not kept.
create table sign_in_failure (
  id uuid primary key,
  login_hash text not null,
  address text not null,
  device_id uuid,
  at timestamptz not null default now()
);
create index sign_in_failure_by_login on sign_in_failure (login_hash, at desc);
create index sign_in_failure_by_address on sign_in_failure (address, at desc);
create index sign_in_failure_by_time on sign_in_failure (at);

do $$
declare
  keeping constant text := '(select app.housekeeping())';
  known constant text := '(select app.account()) is not null or (select app.housekeeping())';
  administering constant text := '(select app.permission()) in (''accounts.read'', ''accounts.write'')';
  within constant text := '((select app.installation()) or root_id = any ((select app.roots())::uuid[]))';
  own constant text := '(select app.housekeeping()) or account_id = (select app.account())';
  administered text := '(' || administering || ' and ' || within || ')';
  -- Rows of an account that the administrator keeps. (Not `= any`: the planner would ask for each row.)
  whose text := '(' || administering || ' and account_id in (select account.id from account where ' || within || '))';
  -- What is past its retention goes: sessions with the accounts that the administrator keeps; failures, which belong to
  -- no account, with the whole installation.
  purging constant text := '(select app.permission()) = ''retention.write''';
  whose_past text := '(' || purging || ' and account_id in (select account.id from account where ' || within || '))';
  given_by_oneself constant text := '((select app.permission()) = ''substitutes.write'' and exists (select from '
    'role_holding h where h.id = holding_id and h.account_id = (select app.account())))';
begin
  call app.guard('installation', 'true', keeping);
  call app.guard('account', known, keeping || ' or ' || administered);
  -- Nobody gives a role to themselves, and an administrator gives roles to the accounts that they keep only.
  call app.guard('role_holding', known,
    keeping || ' or ' || administered || ' and ' || whose || ' and account_id <> (select app.account())');
  call app.guard('substitution', known, keeping || ' or ' || given_by_oneself || ' or ' || administered);
  call app.guard('account_secret', own || ' or ' || whose);
  call app.guard('session', own || ' or ' || whose || ' or ' || whose_past);
  call app.guard('passkey', own || ' or ' || whose);
  call app.guard('recovery_code', own || ' or ' || whose);
  call app.guard('one_time_link', own || ' or ' || whose);
  call app.guard('single_sign_on', own || ' or ' || whose);
  call app.guard('known_device', own || ' or ' || whose);
  call app.guard('sign_in_challenge', own);
  call app.guard('sign_in_failure', keeping || ' or (' || purging || ' and (select app.installation()))');
end
$$;
revoke insert, delete on installation from doan_ra_app;

-- The open session of a token's hash, with everything that decides what its account may do on a day: its roles, and
-- those held for others whose account is not disabled. Asked at every request, so its plan is kept by the connection.
create function app.open_session(hash text, on_date date, idle interval, fresh_for interval)
  returns table (
    id uuid, account_id uuid, login text, name text, person_id uuid, root_id uuid, means text, pending_factor boolean,
    fresh boolean, has_factor boolean, sample boolean, stale boolean, roles json
  ) language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select session.id, account.id, account.login, account.name, account.person_id, account.root_id, session.means,
    session.pending_factor, session.proved_at > now() - fresh_for,
    exists (select from account_secret secret where secret.account_id = account.id and secret.totp_secret is not null)
      or exists (select from passkey where passkey.account_id = account.id),
    (select mode = 'sample' from installation),
    session.seen_at < now() - interval '1 minute',
    (select coalesce(json_agg(held order by held."validFrom", held."holdingId"), '[]') from (
      select holding.id as "holdingId", holding.role, holding.body_id as "bodyId", holding.root_id as "rootId",
        holding.valid_from as "validFrom", holding.valid_to as "validTo", holding.document, null::json as principal
      from role_holding holding
      where holding.account_id = account.id
        and holding.valid_from <= on_date and (holding.valid_to is null or holding.valid_to >= on_date)
      union all
      select holding.id, holding.role, holding.body_id, holding.root_id,
        substitution.valid_from, substitution.valid_to, substitution.document,
        json_build_object('accountId', principal.id, 'name', principal.name)
      from substitution
        join role_holding holding on holding.id = substitution.holding_id
        join account principal on principal.id = holding.account_id
      where substitution.account_id = account.id and substitution.ended_at is null and principal.disabled_at is null
        and substitution.valid_from <= on_date and substitution.valid_to >= on_date
        and holding.valid_from <= on_date and (holding.valid_to is null or holding.valid_to >= on_date)
    ) held)
  from session join account on account.id = session.account_id
  where session.token_hash = hash and session.ended_at is null and session.expires_at > now()
    and session.seen_at > now() - idle and account.disabled_at is null;
end
$$;
grant execute on function app.open_session to doan_ra_app;
