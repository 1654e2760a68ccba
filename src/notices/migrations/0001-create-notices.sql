-- What somebody is told: which thing, what is asked, by when, where to open it. Never who travels, where or why.
create table notice (
  id uuid primary key,
  account_id uuid not null references account (id),
  -- asks: somebody waits for the account to do something; tells: for its information.
  kind text not null check (kind in ('asks', 'tells')),
  subject_kind text not null,
  subject_id uuid not null,
  subject_code text not null check (char_length(subject_code) <= 40),
  -- The key of the sentence in messages.vi.ts.
  what text not null check (what ~ '^[a-z-]+\.[a-z-]+$'),
  due_on date,
  path text not null check (path ~ '^/[a-z0-9/-]*$'),
  at timestamptz not null default now(),
  read_at timestamptz,
  -- Somebody has done it, or it is no longer asked.
  settled_at timestamptz
);
create index notice_by_account on notice (account_id, at desc, id);
create index notice_unread on notice (account_id) where read_at is null and settled_at is null;
create index notice_by_subject on notice (subject_id) where settled_at is null;
create index notice_by_time on notice (at);

-- How somebody wants to be told; a digest each morning unless something else is chosen.
create table notice_preference (
  account_id uuid primary key references account (id),
  mail text not null check (mail in ('at-once', 'digest', 'none'))
);

-- Mail to be sent, written with what it tells of. Addresses are not in it: they are looked up when it is sent.
create table mail (
  id uuid primary key,
  account_id uuid not null references account (id),
  root_id uuid references body (id),
  kind text not null check (kind in ('notice', 'digest')),
  -- The notice of which it tells; a digest has none.
  notice_id uuid references notice (id) on delete cascade,
  -- The day whose digest it is: one for each account and day.
  digest_on date,
  -- [{ code, what, due, path }]
  lines jsonb not null,
  written_at timestamptz not null default now(),
  -- When it is to be tried next; while it is being sent, when another process may try.
  next_at timestamptz not null default now(),
  attempts integer not null default 0,
  sent_at timestamptz,
  gave_up_at timestamptz,
  -- What the mail server last said, without the address.
  failure text,
  unique (account_id, digest_on),
  unique (notice_id),
  check ((kind = 'digest') = (digest_on is not null))
);
create index mail_due on mail (next_at) where sent_at is null and gave_up_at is null;
create index mail_by_root on mail (root_id, written_at desc) where sent_at is null;
create index mail_by_time on mail (written_at);

-- For which accounts the digest of a day has been thought of, whether or not there was anything to send.
create table digest_run (
  account_id uuid not null references account (id),
  on_day date not null,
  primary key (account_id, on_day)
);

-- The secret address at which a calendar programme reads the days of an account.
create table calendar_address (
  account_id uuid primary key references account (id),
  -- SHA-256 of the secret: who reads the table cannot read the calendar.
  secret_hash text not null unique,
  made_at timestamptz not null default now(),
  read_at timestamptz
);

do $$
declare
  keeping constant text := '(select app.housekeeping())';
  own constant text := '(select app.housekeeping()) or account_id = (select app.account())';
  -- Administrators see that mail of their root is stuck, and purge what is past its time.
  within constant text := '((select app.installation()) or root_id = any ((select app.roots())::uuid[]))';
  looking constant text := '(select app.permission()) in (''accounts.read'', ''accounts.write'', ''retention.write'')';
  purging constant text := '(select app.permission()) = ''retention.write''';
  whose_past text := '(' || purging || ' and account_id in (select account.id from account where ' || within || '))';
begin
  call app.guard('notice', own || ' or ' || whose_past);
  call app.guard('notice_preference', own);
  call app.guard('mail', keeping || ' or ' || looking || ' and ' || within);
  call app.guard('digest_run', keeping || ' or ' || whose_past);
  call app.guard('calendar_address', own);
end
$$;
-- Notices come by app.tell alone; the holder marks them as read.
revoke insert on notice from doan_ra_app;

-- The owner tells; where it is no superuser, the forced security binds it as well.
do $$
declare
  told text;
begin
  foreach told in array array['notice', 'notice_preference', 'mail'] loop
    execute format('create policy telling on %s to %I using (true) with check (true)', told, current_user);
  end loop;
end
$$;

-- Tells these accounts, in the transaction of what is told: what was asked of anybody about the thing before is settled,
-- and whoever wants mail at once gets one. The one who does it is not told. Nothing of the accounts comes back.
create function app.tell(
  ids uuid[], accounts uuid[], of_kind text, about_kind text, about_id uuid, about_code text, what_key text, due date,
  at_path text
) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not (app.writes() or app.housekeeping()) then
    raise exception 'what only reads tells nobody' using errcode = 'insufficient_privilege';
  end if;
  with told as (
    insert into notice (id, account_id, kind, subject_kind, subject_id, subject_code, what, due_on, path)
    select one.id, one.account_id, of_kind, about_kind, about_id, about_code, what_key, due, at_path
    from unnest(ids, accounts) as one (id, account_id)
      join account on account.id = one.account_id and account.disabled_at is null
    returning id, account_id
  )
  insert into mail (id, account_id, root_id, kind, notice_id, lines)
  select gen_random_uuid(), told.account_id, account.root_id, 'notice', told.id, jsonb_build_array(jsonb_build_object(
    'code', about_code, 'what', what_key, 'due', due, 'path', at_path
  ))
  from told join account on account.id = told.account_id
    join notice_preference preference on preference.account_id = told.account_id and preference.mail = 'at-once';
end
$$;

-- What was asked about the thing is done: it is no longer counted, and no mail goes out about it.
create function app.settle_notices(about_kind text, about_id uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not (app.writes() or app.housekeeping()) then
    raise exception 'what only reads settles nothing' using errcode = 'insufficient_privilege';
  end if;
  with settled as (
    update notice set settled_at = now()
    where subject_kind = about_kind and subject_id = about_id and kind = 'asks' and settled_at is null
    returning id
  )
  delete from mail using settled where mail.notice_id = settled.id and mail.sent_at is null;
end
$$;

revoke execute on function app.tell, app.settle_notices from public;
grant execute on function app.tell, app.settle_notices to doan_ra_app;
