-- Files on their way in, part by part, until they are whole. Unlogged: what may yet be refused goes into no log, no replica and
-- no physical backup. A crash of the database server empties them, and the upload begins anew.
create unlogged table file_upload (
  id uuid primary key,
  account_id uuid not null,
  -- What it is for: the id of a dossier.
  about uuid not null,
  name text not null,
  size integer not null check (size > 0),
  -- Hexadecimal SHA-256, where the sender has said it.
  hash text,
  received integer not null default 0 check (received between 0 and size),
  touched_at timestamptz not null default now()
);
create index file_upload_by_account on file_upload (account_id, about);
create index file_upload_by_touch on file_upload (touched_at);

create unlogged table file_upload_part (
  upload_id uuid not null references file_upload (id) on delete cascade,
  start integer not null,
  bytes bytea not null,
  primary key (upload_id, start)
);
-- Bytes of files are packed already.
alter table file_upload_part alter column bytes set storage external;

-- An upload is its sender's alone.
do $$
declare
  own constant text := '(select app.housekeeping()) or account_id = (select app.account())';
begin
  call app.guard('file_upload', own);
  call app.guard('file_upload_part', 'exists (select from file_upload where file_upload.id = upload_id)');
  execute format('create policy sweeping on file_upload to %I using (true)', current_user);
end
$$;

-- What nobody has gone on with for a day goes, whosever it is.
create function app.drop_stale_uploads() returns void
  language sql security definer set search_path = pg_catalog, public as $$
  delete from file_upload where touched_at < now() - interval '1 day'
$$;
revoke execute on function app.drop_stale_uploads() from public;
grant execute on function app.drop_stale_uploads() to doan_ra_app;
