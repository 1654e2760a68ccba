-- The yearly plan of a body. An adjustment is a further edition beside the approved one, which binds until the new one
-- takes its place.
create table plan (
  id uuid primary key,
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  year integer not null check (year between 2000 and 2199),
  edition integer not null default 1 check (edition > 0),
  -- The projection of its last step (see plan_version).
  state text not null check (state in ('draft', 'submitted', 'returned', 'signed', 'consolidating', 'proposed',
    'approved', 'superseded', 'withdrawn')),
  -- The separate line for travel abroad in VND; none while the plan has no such line.
  travel_line numeric(18, 0) check (travel_line >= 0),
  note text not null default '',
  document_number text,
  document_on date,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  unique (body_id, year, edition)
);
create index plan_by_root on plan (root_id, year, state);
create unique index plan_in_force on plan (body_id, year) where state = 'approved';
create unique index plan_under_way on plan (body_id, year) where state not in ('approved', 'superseded', 'withdrawn');

create table plan_item (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  -- The id of the line in the edition in which it first stood: the same in all that follow.
  origin_id uuid not null,
  -- Of the plan: lists and policies read them with every line.
  year integer not null,
  edition integer not null,
  -- What lists and policies look at stands first: the database reads a row from its beginning only as far as it must.
  plan_state text not null,
  standing text not null default 'planned' check (standing in ('planned', 'dropped', 'cut', 'merged')),
  direction text not null check (direction in ('outgoing', 'incoming')),
  countries text[] not null,
  -- Title, host, purpose, task without diacritics, for search; begins with a space before each word.
  search_key text collate "C" not null,
  off_plan boolean not null,
  month_from integer check (month_from between 1 and 12),
  month_to integer check (month_to between 1 and 12),
  departs_on date,
  returns_on date check (returns_on >= departs_on),
  days integer check (days > 0),
  headcount integer check (headcount > 0),
  -- Where consolidating stands with it: the projection of its latest decision and the answer to that.
  decision text not null default 'open' check (decision in ('open', 'decided', 'waiting', 'contested')),
  position integer not null,
  title text not null check (title <> ''),
  purpose_kind text,
  purpose text not null,
  result text not null,
  host text not null,
  -- [{ post, count, personId }]
  people jsonb not null,
  -- The persons named there, for lookups.
  person_ids uuid[] not null,
  priority integer check (priority between 1 and 3),
  task text not null,
  -- { able, reason } each: whether a video meeting, or the mission abroad, could do it.
  virtual jsonb,
  mission jsonb,
  justification text not null,
  adjust_reason text not null default '',
  -- The fields as the unit asked for them, where a decision of the consolidating body has changed them.
  asked jsonb,
  merged_into uuid references plan_item (id),
  version integer not null default 1,
  -- Per field, the version that last changed it and who: { "days": { "version": 3, "by": …, "at": … } }.
  touched jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by text not null
);
create index plan_item_by_plan on plan_item (plan_id, position, id);
create index plan_item_by_year on plan_item (year desc, root_id, body_id, position, id);
create index plan_item_by_body on plan_item (body_id, year);
create index plan_item_by_origin on plan_item (origin_id);
create index plan_item_by_person on plan_item using gin (person_ids);
create index plan_item_by_lead on plan_item (merged_into) where merged_into is not null;

-- What a line costs, by source. Apart from the line: missions see lines, and no money.
create table plan_item_cost (
  item_id uuid not null references plan_item (id) on delete cascade,
  plan_id uuid not null references plan (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  source text not null,
  amount numeric(18, 2) not null check (amount >= 0),
  currency text not null,
  -- VND for one unit of the currency, of that day, after that source; none where the currency is VND.
  rate numeric(18, 6) check (rate > 0),
  rate_day date,
  rate_source text,
  vnd numeric(18, 0) not null check (vnd >= 0),
  primary key (item_id, source)
);
create index plan_item_cost_by_plan on plan_item_cost (plan_id);

-- Every step of a plan, and the plan as it was then. Only added to.
create table plan_version (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  number integer not null,
  action text not null,
  from_state text,
  to_state text not null,
  reason text not null,
  document_number text,
  document_on date,
  account_id uuid,
  by_name text not null,
  on_behalf_of text,
  at timestamptz not null default now(),
  content jsonb not null,
  unique (plan_id, number)
);

-- What the consolidating body decided on a line. Only added to; the latest stands.
create table plan_decision (
  id uuid primary key,
  item_id uuid not null references plan_item (id),
  plan_id uuid not null references plan (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  round integer not null,
  kind text not null check (kind in ('keep', 'reduce', 'cut', 'merge', 'lead', 'shift')),
  into_item_id uuid references plan_item (id),
  change jsonb not null,
  reason text not null,
  final boolean not null,
  account_id uuid,
  by_name text not null,
  at timestamptz not null default now(),
  unique (item_id, round)
);
create index plan_decision_by_plan on plan_decision (plan_id);

-- What the unit said to it: once.
create table plan_answer (
  decision_id uuid primary key references plan_decision (id),
  plan_id uuid not null references plan (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  kind text not null check (kind in ('accept', 'contest')),
  text text not null,
  account_id uuid,
  by_name text not null,
  at timestamptz not null default now()
);
create index plan_answer_by_plan on plan_answer (plan_id);

-- Money of one line given up for another inside the total. Only added to.
create table plan_swap (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  from_item_id uuid not null references plan_item (id),
  to_item_id uuid not null references plan_item (id),
  source text not null,
  vnd numeric(18, 0) not null check (vnd > 0),
  reason text not null check (reason <> ''),
  account_id uuid,
  by_name text not null,
  at timestamptz not null default now(),
  check (from_item_id <> to_item_id)
);
create index plan_swap_by_plan on plan_swap (plan_id);

-- What a body, or a root as a whole (body_id = root_id), may plan: of one source or all, in a half-year or the year.
create table plan_ceiling (
  id uuid primary key,
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  year integer not null,
  source text,
  half smallint check (half in (1, 2)),
  vnd numeric(18, 0) not null check (vnd >= 0),
  document text not null check (document <> ''),
  version integer not null default 1
);
create unique index plan_ceiling_of on plan_ceiling (body_id, year, coalesce(source, ''), coalesce(half, 0));
create index plan_ceiling_by_root on plan_ceiling (root_id, year);

-- The ledger: planned → committed → spent, per line and source. Only added to: what was wrong is booked back.
create table money_entry (
  id uuid primary key,
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  plan_id uuid not null references plan (id),
  -- The line, over all editions.
  origin_id uuid not null,
  year integer not null,
  half smallint not null check (half in (1, 2)),
  source text not null,
  kind text not null check (kind in ('planned', 'committed', 'released', 'spent', 'refunded')),
  amount numeric(18, 2) not null,
  currency text not null,
  rate numeric(18, 6) check (rate > 0),
  rate_day date,
  rate_source text,
  -- Less than zero only for what an adjustment takes out of the plan.
  vnd numeric(18, 0) not null check (vnd > 0 or kind = 'planned'),
  on_day date not null,
  document text not null check (document <> ''),
  reason text not null,
  account_id uuid,
  by_name text not null,
  at timestamptz not null default now()
);
create index money_entry_by_line on money_entry (origin_id, source);
create index money_entry_by_body on money_entry (body_id, year);
create index money_entry_by_root on money_entry (root_id, year);

-- The unit sees all of its own; who consolidates sees what has left the unit; the centre above sees what is approved;
-- a mission sees the lines that come to its countries, without money; nobody else sees anything.
do $$
declare
  own constant text := 'body_id = any ((select app.bodies())::uuid[])';
  root constant text := 'root_id = any ((select app.roots())::uuid[])';
  reporting constant text := 'root_id = any ((select app.reporting_roots())::uuid[])';
  keeper constant text := '(select app.housekeeping())';
  unit_writes constant text := '(select app.permission()) in (''plans.write'', ''plans.sign'')';
  above_writes constant text := '(select app.permission()) in (''plans.consolidate'', ''plans.approve'')';
  visible_plan constant text := 'plan_id in (select plan.id from plan)';
  seen text;
  changed text;
begin
  -- What is decided by few roots comes before the list of bodies, which may be long.
  seen := format('%s or %s and state not in (''draft'', ''submitted'') or %s or %s and state = ''approved''',
    keeper, root, own, reporting);
  changed := format('%s or %s and %s or %s and %s and state not in (''draft'', ''submitted'')',
    keeper, unit_writes, own, above_writes, root);
  call app.guard('plan', seen, changed);

  call app.guard('plan_item',
    replace(seen, 'state', 'plan_state')
      || ' or plan_state in (''consolidating'', ''proposed'', ''approved'') and standing = ''planned'''
      || ' and countries && (select app.countries())::text[]',
    replace(changed, 'state', 'plan_state'));

  changed := format('%s or %s and (%s and %s or %s and %s)', keeper, visible_plan, unit_writes, own, above_writes, root);
  call app.guard('plan_item_cost', keeper || ' or ' || visible_plan, changed);
  call app.guard('plan_decision', keeper || ' or ' || visible_plan, changed);
  call app.guard('plan_answer', keeper || ' or ' || visible_plan, changed);
  call app.guard('plan_swap', keeper || ' or ' || visible_plan, changed);
  call app.guard('plan_version',
    format('%s or %s and (%s or %s and to_state not in (''draft'', ''submitted'', ''withdrawn'') or to_state in (''approved'', ''superseded''))',
      keeper, visible_plan, own, root),
    changed);
  call app.guard('plan_ceiling', format('%s or %s or %s', keeper, own, root),
    format('%s or (select app.permission()) = ''plans.consolidate'' and %s', keeper, root));
  call app.guard('money_entry', format('%s or %s or %s or %s', keeper, own, root, reporting),
    format('%s or (select app.permission()) in (''money.write'', ''plans.approve'') and %s', keeper, root));
end
$$;

-- Only added to.
revoke update, delete on plan_version, plan_decision, plan_answer, plan_swap, money_entry from doan_ra_app;
revoke delete on plan from doan_ra_app;

-- Need to know: who plans a trip may learn that another delegation goes to the same country in the same months, and how
-- many people it counts. Nothing else of it: no body, no name, no purpose.
do $$
begin
  execute format('create policy counting on plan_item for select to %I using (true)', current_user);
end
$$;

create function app.plan_neighbours(of_year integer, of_countries text[], except_body uuid)
  returns table (country text, month_from integer, month_to integer, headcount integer)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select place.country,
    coalesce(extract(month from departs_on)::integer, month_from, month_to),
    coalesce(extract(month from departs_on)::integer, month_to, month_from),
    headcount
  from plan_item cross join lateral unnest(countries) as place (country)
  where app.account() is not null
    and year = of_year and body_id <> except_body and direction = 'outgoing' and standing = 'planned'
    and (plan_state = 'approved' or edition = 1 and plan_state in ('signed', 'consolidating', 'proposed'))
    and place.country = any (of_countries)
    and coalesce(extract(month from departs_on)::integer, month_from, month_to) is not null
  order by 1, 2, 3, 4
  limit 5000
$$;
revoke execute on function app.plan_neighbours(integer, text[], uuid) from public;
grant execute on function app.plan_neighbours(integer, text[], uuid) to doan_ra_app;
