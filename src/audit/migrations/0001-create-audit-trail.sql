-- The audit trail: what was done, by whom, on whose behalf, from where. Entries are linked by hashes in the order in
-- which their transactions were committed, so that one left out, changed or moved shows.

-- What a transaction has to say, until its commit gives it a place in the chain. The application may only add.
create table audit_pending (
  id uuid primary key,
  root_id uuid,
  body_id uuid,
  -- The entry as JSON text, to the byte: it is what is hashed.
  content text not null
);

create table audit_entry (
  seq bigint primary key,
  id uuid not null unique,
  root_id uuid,
  body_id uuid,
  content text not null,
  -- Hexadecimal SHA-256 of the content in UTF-8.
  content_hash text not null,
  -- Hexadecimal SHA-256 of: hash of the entry before (64 zeros for the first), a line feed, content_hash. Because it
  -- stands on the hash of the content only, a chain can be verified by somebody who may not read every entry.
  hash text not null,
  at timestamptz not null,
  action text not null,
  account_id uuid,
  subject_kind text not null,
  subject_id text not null
);

create index audit_entry_by_root on audit_entry (root_id, seq desc);
create index audit_entry_by_body on audit_entry (body_id, seq desc);
create index audit_entry_by_subject on audit_entry (subject_kind, subject_id, seq desc);
create index audit_entry_by_account on audit_entry (account_id, seq desc);
create index audit_entry_by_action on audit_entry (action, seq desc);
create index audit_entry_by_time on audit_entry (at);

-- Personal data of an entry. The chain holds only their salted hashes, so that they can be deleted when the law says
-- so and the chain still verifies.
create table audit_personal (
  entry_id uuid not null,
  path text not null,
  salt text not null,
  value text not null,
  primary key (entry_id, path)
);

-- Runs when the transaction commits: one after the other, whatever the order in which they began.
create function app.link_audit_entry() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  before record;
  fields jsonb := new.content::jsonb;
  own_hash text := encode(sha256(convert_to(new.content, 'UTF8')), 'hex');
begin
  -- Any number nobody else uses.
  perform pg_advisory_xact_lock(7306013943);
  select seq, hash into before from audit_entry order by seq desc limit 1;
  insert into audit_entry (
    seq, id, root_id, body_id, content, content_hash, hash, at, action, account_id, subject_kind, subject_id
  )
  values (
    coalesce(before.seq, 0) + 1, new.id, new.root_id, new.body_id, new.content, own_hash,
    encode(sha256(convert_to(coalesce(before.hash, repeat('0', 64)) || E'\n' || own_hash, 'UTF8')), 'hex'),
    (fields ->> 'at')::timestamptz, fields ->> 'action', (fields -> 'by' ->> 'account')::uuid,
    fields -> 'subject' ->> 'kind', fields -> 'subject' ->> 'id'
  );
  delete from audit_pending where id = new.id;
  return null;
end
$$;

create constraint trigger audit_pending_is_linked after insert on audit_pending
  deferrable initially deferred for each row execute function app.link_audit_entry();

-- The links alone, of every entry: what is needed to verify the chain, and no content.
create function app.audit_links(after bigint, most integer)
  returns table (seq bigint, content_hash text, hash text) language sql stable security definer
  set search_path = pg_catalog, public as $$
  select seq, content_hash, hash from audit_entry where seq > after order by seq limit most
$$;

create function app.refuse_change_of_audit_entry() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only: % is refused', tg_op using errcode = 'restrict_violation';
end
$$;

create trigger audit_entry_is_append_only before update or delete on audit_entry
  for each row execute function app.refuse_change_of_audit_entry();

create trigger audit_entry_is_never_emptied before truncate on audit_entry
  for each statement execute function app.refuse_change_of_audit_entry();

alter table audit_pending enable row level security;
alter table audit_pending force row level security;
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
alter table audit_personal enable row level security;
alter table audit_personal force row level security;

-- The owner links; where it is no superuser, the forced security binds it as well.
do $$
begin
  execute format('create policy linking on audit_pending to %I using (true) with check (true)', current_user);
  execute format('create policy linking on audit_entry to %I using (true) with check (true)', current_user);
  execute format('create policy keeping on audit_personal to %I using (true) with check (true)', current_user);
end
$$;

create policy adding on audit_pending for insert to doan_ra_app with check (true);
create policy adding on audit_personal for insert to doan_ra_app with check (true);
-- What belongs to no body (a failed sign-in, a value of the whole installation) is for those who see a whole root.
create policy reading on audit_entry for select to doan_ra_app using (
  (select app.housekeeping())
  or root_id = any ((select app.roots())::uuid[])
  or body_id = any ((select app.bodies())::uuid[])
  or (root_id is null and cardinality((select app.roots())) > 0)
);
create policy reading on audit_personal for select to doan_ra_app
  using (exists (select from audit_entry where audit_entry.id = audit_personal.entry_id));
create policy purging on audit_personal for delete to doan_ra_app
  using ((select app.permission()) = 'retention.write' and (select app.writes())
    and exists (select from audit_entry where audit_entry.id = audit_personal.entry_id));

grant insert on audit_pending to doan_ra_app;
grant select on audit_entry to doan_ra_app;
grant select, insert, delete on audit_personal to doan_ra_app;
