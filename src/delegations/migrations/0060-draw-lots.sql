-- The lot that is drawn when a dossier is received that may be a simple one: whether it is examined in full all the same. It is for
-- those who examine and decide, as assessments are, and only added to: nobody draws again, nobody puts a lot right.
create table delegation_draw (
  id uuid primary key,
  delegation_id uuid not null references delegation (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  -- The reception with which it was drawn: one lot each.
  step_id uuid not null unique references delegation_step (id),
  -- One of `lots`, counted from 0; the first `examined` of them mean a full examination.
  lot integer not null,
  lots integer not null check (lots > 0),
  examined integer not null check (examined between 1 and lots),
  at timestamptz not null default now(),
  check (lot >= 0 and lot < lots)
);
create index delegation_draw_by_delegation on delegation_draw (delegation_id, at);
create index delegation_draw_by_root on delegation_draw (root_id);

do $$
declare
  keeper constant text := '(select app.housekeeping())';
  root constant text := 'root_id = any ((select app.roots())::uuid[])';
  examines constant text := '(select app.permission()) = ''dossiers.examine''';
begin
  call app.guard('delegation_draw', format('%s or %s', keeper, root), format('%s or %s and %s', keeper, examines, root));
end
$$;
revoke update, delete on delegation_draw from doan_ra_app;
