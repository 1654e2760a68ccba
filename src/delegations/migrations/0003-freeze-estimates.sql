-- The estimate as a decision was taken on it: by which tables and rates, line by line. It can be reckoned again from them and
-- from the content that the step froze. Only added to.
create table delegation_estimate (
  id uuid primary key,
  delegation_id uuid not null references delegation (id),
  root_id uuid not null references body (id),
  body_id uuid not null references body (id),
  step_id uuid not null unique references delegation_step (id),
  -- The day whose norms, and the day whose rates were taken.
  norms_on date not null,
  rates_on date not null,
  -- In the order in which they go before each other.
  table_ids uuid[] not null,
  rate_ids uuid[] not null,
  estimate jsonb not null,
  vnd numeric(18, 0) not null,
  -- What of it the state budget pays.
  state_vnd numeric(18, 0) not null,
  at timestamptz not null default now()
);
create index delegation_estimate_by_delegation on delegation_estimate (delegation_id, at desc);

do $$
declare
  keeper constant text := '(select app.housekeeping())';
  visible constant text := 'exists (select from delegation where delegation.id = delegation_id)';
begin
  call app.guard('delegation_estimate', keeper || ' or ' || visible,
    format('%s or %s and (select app.permission()) = ''dossiers.decide'' and root_id = any ((select app.roots())::uuid[])',
      keeper, visible));
end
$$;
revoke update, delete on delegation_estimate from doan_ra_app;

alter table money_entry add foreign key (dossier_id) references delegation (id);

-- Whoever decides a dossier commits the money of its own line, and gives it back when the decision changes; the unit gives
-- it back when the trip is called off. Nothing else is booked for dossiers.
create policy adding_for_dossiers on money_entry for insert with check (
  (select app.writes())
  and source = 'state-budget'
  and exists (
    select from delegation
    where delegation.id = money_entry.dossier_id
      and delegation.plan_line = money_entry.origin_id
      and delegation.body_id = money_entry.body_id
  )
  and (
    (select app.permission()) = 'dossiers.decide' and kind in ('committed', 'released')
      and root_id = any ((select app.roots())::uuid[])
    or (select app.permission()) = 'dossiers.write' and kind = 'released'
      and body_id = any ((select app.bodies())::uuid[])
  )
);

-- No more is given back for a dossier than was committed for it.
create function app.refuse_release_beyond_dossier() returns trigger language plpgsql as $$
begin
  if new.vnd > (
    select coalesce(sum(case kind when 'committed' then vnd when 'released' then -vnd end), 0)
    from money_entry where dossier_id = new.dossier_id and source = new.source
  ) then
    raise exception 'more is released for dossier % than was committed for it', new.dossier_id;
  end if;
  return new;
end
$$;
create trigger refuse_release_beyond_dossier before insert on money_entry
  for each row when (new.dossier_id is not null and new.kind = 'released')
  execute function app.refuse_release_beyond_dossier();
