-- A dated table of norms, or of the groups to which countries and ranks belong, by a document. What stands in it never
-- changes: a new table takes its place from a day on, so that what was once computed by it can be computed again.
create table cost_table (
  id uuid primary key,
  -- The province or ministry for which it holds; none: for the whole installation.
  root_id uuid references body (id),
  kind text not null check (kind in ('norms', 'groups')),
  title text not null check (title <> ''),
  document_number text not null check (document_number <> ''),
  document_on date not null,
  document_by text not null check (document_by <> ''),
  valid_from date not null,
  -- The last day, inclusive; the day before the first: it never applied.
  valid_to date check (valid_to >= valid_from - 1),
  -- Why it was ended.
  end_reason text check (end_reason is null or valid_to is not null),
  -- Invented figures, to show how it works.
  fictitious boolean not null default false,
  -- As read by table.ts.
  lines jsonb not null,
  line_count integer not null,
  account_id uuid,
  set_by text not null,
  set_at timestamptz not null default now()
);
create index cost_table_by_root on cost_table (kind, root_id, valid_from desc, set_at desc);

-- What one unit of a currency was in VND on a day, and who said so. Only added to: the last one entered for a day counts.
create table exchange_rate (
  id uuid primary key,
  root_id uuid references body (id),
  currency text not null check (currency ~ '^[A-Z]{3}$' and currency <> 'VND'),
  day date not null,
  vnd numeric(18, 6) not null check (vnd > 0),
  source text not null check (source <> ''),
  account_id uuid,
  set_by text not null,
  set_at timestamptz not null default now()
);
create index exchange_rate_by_day on exchange_rate (currency, day desc, set_at desc);

-- Norms and rates are known to everybody who is signed in; they are set for a root by whoever is over it, and for all by
-- whoever administers the installation.
do $$
declare
  known constant text := '(select app.account()) is not null or (select app.housekeeping())';
  administered constant text := '(select app.housekeeping()) or (select app.permission()) = ''norms.write'' and '
    '((select app.installation()) or root_id = any ((select app.roots())::uuid[]))';
begin
  call app.guard('cost_table', known, administered);
  call app.guard('exchange_rate', known, administered);
end
$$;
revoke update, delete on cost_table, exchange_rate from doan_ra_app;
grant update (valid_to, end_reason) on cost_table to doan_ra_app;
