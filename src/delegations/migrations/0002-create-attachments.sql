-- Files attached to a dossier. A removed one stays, for steps that were taken with it: what stood at a step is counted in steps,
-- not in time, so that no clock decides it.
create table delegation_attachment (
  -- The id of the upload by which it came: adding it again changes nothing.
  id uuid primary key,
  delegation_id uuid not null references delegation (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  kind text not null,
  name text not null,
  size integer not null,
  -- Its media type, by its content.
  type text not null,
  -- Hexadecimal SHA-256: where the content is kept.
  hash text not null,
  -- Pages, where the file says so.
  pages integer,
  -- Pages whose text could not be read, a picture being one: nobody has looked for markings of secrecy in them.
  unread integer not null,
  -- How many steps the dossier had taken when it was added, and removed.
  added_after integer not null,
  added_at timestamptz not null default now(),
  added_by text not null,
  account_id uuid,
  removed_after integer,
  removed_at timestamptz,
  removed_by text,
  check ((removed_after is null) = (removed_at is null) and (removed_after is null) = (removed_by is null))
);
create index delegation_attachment_by_delegation on delegation_attachment (delegation_id, added_at);

-- Seen where the dossier is; a removed one, outside its unit, only by a step that is seen and was taken with it.
do $$
declare
  own constant text := 'body_id = any ((select app.bodies())::uuid[])';
  root constant text := 'root_id = any ((select app.roots())::uuid[])';
  keeper constant text := '(select app.housekeeping())';
  unit_writes constant text := '(select app.permission()) in (''dossiers.write'', ''dossiers.sign'')';
  above_writes constant text := '(select app.permission()) in (''dossiers.examine'', ''dossiers.decide'')';
  visible constant text := 'exists (select from delegation where delegation.id = delegation_id)';
  stood constant text := 'exists (select from delegation_step step where step.delegation_id = delegation_attachment.delegation_id'
    ' and step.position > added_after and step.position <= removed_after)';
begin
  call app.guard('delegation_attachment',
    format('%s or %s and (%s or removed_after is null or %s)', keeper, visible, own, stood),
    format('%s or %s and (%s and %s or %s and %s)', keeper, visible, unit_writes, own, above_writes, root));
end
$$;
revoke update, delete on delegation_attachment from doan_ra_app;
grant update (removed_after, removed_at, removed_by) on delegation_attachment to doan_ra_app;
