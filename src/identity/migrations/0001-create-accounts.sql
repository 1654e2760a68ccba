create table account (
  id uuid primary key,
  login text not null check (login = lower(login) and login <> ''),
  name text not null check (name <> ''),
  person_id uuid references person (id),
  -- The root whose administrators keep the account; none for those of the whole installation.
  root_id uuid references body (id),
  email text,
  password_hash text,
  password_changed_at timestamptz,
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- The last time step whose code was used: no code serves twice.
  totp_last_step bigint,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  unique (login)
);
create unique index account_by_person on account (person_id) where person_id is not null;

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
  granted_at timestamptz not null default now()
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
  means text not null,
  pending_factor boolean not null default false,
  address text not null,
  program text not null,
  opened_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
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
  name text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkey_by_account on passkey (account_id);

create table recovery_code (
  id uuid primary key,
  account_id uuid not null references account (id),
  code_hash text not null,
  used_at timestamptz
);
create index recovery_code_by_account on recovery_code (account_id);

-- What was asked of a browser and is not answered yet: a passkey's challenge, a single sign-on under way.
create table sign_in_challenge (
  id uuid primary key,
  account_id uuid references account (id),
  kind text not null,
  content jsonb not null,
  expires_at timestamptz not null
);

-- Links that work once: to set a first or a forgotten password.
create table one_time_link (
  id uuid primary key,
  account_id uuid not null references account (id),
  token_hash text not null unique,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table single_sign_on (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account (id),
  linked_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create index single_sign_on_by_account on single_sign_on (account_id);

-- Failed attempts, to slow down who guesses: counted by login and address together, so that nobody locks out another.
create table sign_in_failure (
  id uuid primary key,
  login text not null,
  address text not null,
  at timestamptz not null default now()
);
create index sign_in_failure_by_login on sign_in_failure (login, address, at desc);
create index sign_in_failure_by_address on sign_in_failure (address, at desc);

do $$
declare
  own constant text := '(select app.housekeeping()) or account_id = (select app.account())';
  administered constant text := ' or (select app.permission()) in (''accounts.read'', ''accounts.write'') and '
    '((select app.installation()) or root_id = any ((select app.roots())::uuid[]))';
  whose constant text := ' or exists (select from account where account.id = account_id and '
    '(select app.permission()) in (''accounts.read'', ''accounts.write''))';
begin
  -- Names of accounts are known to everybody who is signed in: a substitute is chosen among them.
  call app.guard('account', '(select app.account()) is not null or (select app.housekeeping())',
    '(select app.housekeeping()) or id = (select app.account())' || administered);
  call app.guard('role_holding', '(select app.account()) is not null or (select app.housekeeping())',
    '(select app.housekeeping()) or false' || administered);
  call app.guard('substitution', '(select app.account()) is not null or (select app.housekeeping())',
    '(select app.housekeeping()) or (select app.permission()) = ''substitutes.write''' || administered);
  call app.guard('session', own || whose);
  call app.guard('passkey', own || whose);
  call app.guard('recovery_code', own || whose);
  call app.guard('one_time_link', own || whose);
  call app.guard('single_sign_on', own || whose);
  call app.guard('sign_in_challenge', own);
  call app.guard('sign_in_failure', '(select app.housekeeping())');
end
$$;
