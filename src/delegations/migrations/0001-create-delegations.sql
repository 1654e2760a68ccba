-- A dossier of a delegation abroad: its content as it is worked on, and what lists look at, projected from it.
create table delegation (
  id uuid primary key,
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  year integer not null,
  -- Counted by root and year: ĐR-2026-0143.
  number integer not null,
  state text not null,
  -- What lists and policies look at stands before the wide columns.
  countries text[] not null,
  departs_on date,
  returns_on date,
  headcount integer not null,
  verdict text,
  state_since timestamptz not null default now(),
  -- The line of the yearly plan on which it rests, the same in all editions of the plan.
  plan_line uuid,
  -- People of the register who travel in it.
  person_ids uuid[] not null,
  search_key text collate "C" not null,
  title text not null,
  content jsonb not null,
  version integer not null default 1,
  copied_from uuid references delegation (id),
  document_number text,
  document_on date,
  created_at timestamptz not null default now(),
  created_by text not null,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  unique (root_id, year, number),
  check ((document_number is null) = (document_on is null))
);
create index delegation_by_root on delegation (root_id, year desc, number desc);
create index delegation_by_body on delegation (body_id, year desc, number desc);
create index delegation_by_state on delegation (state, root_id, state_since);
create index delegation_by_person on delegation using gin (person_ids);
create index delegation_by_line on delegation (plan_line) where plan_line is not null;

create table delegation_counter (
  root_id uuid not null references body (id),
  year integer not null,
  last integer not null,
  primary key (root_id, year)
);

-- Every change of a field: what it was, what it became, who and when. Only added to.
create table delegation_edit (
  id uuid primary key,
  delegation_id uuid not null references delegation (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  version integer not null,
  -- [{ at, from, to }]
  changes jsonb not null,
  account_id uuid,
  by_name text not null,
  at timestamptz not null default now(),
  unique (delegation_id, version)
);

-- Every step of the way, with the dossier as it then was, the facts, the findings, and the law's hash. Only added to.
create table delegation_step (
  id uuid primary key,
  delegation_id uuid not null references delegation (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  position integer not null,
  action text not null,
  from_state text not null,
  to_state text not null,
  reason text not null,
  document_number text,
  document_on date,
  -- What was said with it: a recommendation, waivers.
  said jsonb not null,
  content jsonb not null,
  facts jsonb not null,
  -- The day whose law was applied; none where the dossier could not be judged yet.
  as_of date,
  result jsonb,
  law_hash text not null,
  account_id uuid,
  by_name text not null,
  on_behalf_of text,
  at timestamptz not null default now(),
  unique (delegation_id, position)
);

-- What those who return a dossier ask for, bound to a field or a norm.
create table delegation_note (
  id uuid primary key,
  delegation_id uuid not null references delegation (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  step_id uuid not null references delegation_step (id),
  -- The field, as members/k3/task; none for the dossier as a whole.
  field text,
  norm text,
  note text not null check (note <> ''),
  by_name text not null,
  at timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by text,
  answer text not null default ''
);
create index delegation_note_by_delegation on delegation_note (delegation_id, at);

-- Exceptions granted by name with a decision: which norm, for whom, by whom, on what grounds.
create table delegation_waiver (
  id uuid primary key,
  delegation_id uuid not null references delegation (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  step_id uuid not null references delegation_step (id),
  rule text not null,
  norm text not null,
  subject text,
  grounds text not null check (grounds <> ''),
  decided_by text not null,
  document_number text not null,
  document_on date not null,
  at timestamptz not null default now()
);
create index delegation_waiver_by_root on delegation_waiver (root_id, at desc);
create index delegation_waiver_by_delegation on delegation_waiver (delegation_id);

-- Who has a dossier open now.
create table delegation_presence (
  delegation_id uuid not null references delegation (id),
  account_id uuid not null,
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  name text not null,
  seen_at timestamptz not null default now(),
  primary key (delegation_id, account_id)
);

-- The unit sees all of its own; who examines and decides sees what has left the unit; a mission what comes to its countries
-- once it is with those who examine; the centre above what is approved.
do $$
declare
  own constant text := 'body_id = any ((select app.bodies())::uuid[])';
  root constant text := 'root_id = any ((select app.roots())::uuid[])';
  reporting constant text := 'root_id = any ((select app.reporting_roots())::uuid[])';
  keeper constant text := '(select app.housekeeping())';
  unit_writes constant text := '(select app.permission()) in (''dossiers.write'', ''dossiers.sign'')';
  above_writes constant text := '(select app.permission()) in (''dossiers.examine'', ''dossiers.decide'')';
  left_unit constant text := 'state not in (''draft'', ''submitted'', ''withdrawn'')';
  visible constant text := 'exists (select from delegation where delegation.id = delegation_id)';
  changed text;
begin
  call app.guard(
    'delegation',
    format('%s or %s and %s or %s or %s and state = ''approved'''
      ' or state in (''examining'', ''proposed'', ''approved'') and countries && (select app.countries())::text[]',
      keeper, root, left_unit, own, reporting),
    format('%s or %s and %s or %s and %s', keeper, unit_writes, own, above_writes, root)
  );
  changed := format('%s or %s and (%s and %s or %s and %s)', keeper, visible, unit_writes, own, above_writes, root);
  call app.guard('delegation_edit', keeper || ' or ' || visible, changed);
  -- A step within the unit stays within the unit.
  call app.guard('delegation_step',
    format('%s or %s and (%s or to_state not in (''draft'', ''submitted'', ''withdrawn''))', keeper, visible, own), changed);
  call app.guard('delegation_note', keeper || ' or ' || visible, changed);
  call app.guard('delegation_waiver', keeper || ' or ' || visible, changed);
  call app.guard('delegation_presence', keeper || ' or ' || visible, changed);
  call app.guard('delegation_counter', keeper);
end
$$;
revoke update, delete on delegation_edit, delegation_step, delegation_waiver from doan_ra_app;
revoke delete on delegation, delegation_note from doan_ra_app;

-- Numbers run through a whole root, of which a unit sees only itself.
do $$
begin
  execute format('create policy counting on delegation_counter to %I using (true) with check (true)', current_user);
end
$$;

create function app.next_delegation_number(of_root uuid, of_year integer) returns integer
  language sql security definer set search_path = pg_catalog, public as $$
  insert into delegation_counter (root_id, year, last) values (of_root, of_year, 1)
  on conflict (root_id, year) do update set last = delegation_counter.last + 1
  returning last
$$;
revoke execute on function app.next_delegation_number(uuid, integer) from public;
grant execute on function app.next_delegation_number(uuid, integer) to doan_ra_app;
