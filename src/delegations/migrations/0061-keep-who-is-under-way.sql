-- Who travels in what is under way stands by itself, a few rows for each person: most dossiers in which somebody travels have long
-- been decided, and to look through them took longer than all the rest that is asked about a dossier. Kept by the database alone.
create table delegation_under_way (
  person_id uuid not null,
  year integer not null,
  delegation_id uuid not null references delegation (id) on delete cascade,
  primary key (person_id, year, delegation_id)
);
create index delegation_under_way_by_dossier on delegation_under_way (delegation_id);
alter table delegation_under_way enable row level security;
alter table delegation_under_way force row level security;
do $$
begin
  execute format('create policy keeping on delegation_under_way to %I using (true) with check (true)', current_user);
end
$$;

create function app.is_under_way(state text) returns boolean language sql immutable as
$$ select state in ('signed', 'examining', 'proposed', 'agreed', 'passed-up', 'amended') $$;

do $$
begin
  perform set_config('app.housekeeping', 'on', true);
  insert into delegation_under_way
    select distinct person, extract(year from one.departs_on)::integer, one.id
    from delegation one cross join lateral unnest(one.person_ids) person
    where app.is_under_way(one.state) and one.departs_on is not null;
end
$$;

create function app.keep_under_way() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  delete from delegation_under_way where delegation_id = new.id;
  if app.is_under_way(new.state) and new.departs_on is not null then
    insert into delegation_under_way
      select distinct person, extract(year from new.departs_on)::integer, new.id from unnest(new.person_ids) person;
  end if;
  return null;
end
$$;
revoke execute on function app.keep_under_way() from public;
create trigger delegation_begins_under_way after insert on delegation
  for each row when (app.is_under_way(new.state)) execute function app.keep_under_way();
create trigger delegation_goes_on after update of state, person_ids, departs_on on delegation
  for each row when (
    (app.is_under_way(old.state) or app.is_under_way(new.state)) and (
      old.state <> new.state or old.person_ids <> new.person_ids or old.departs_on is distinct from new.departs_on)
  ) execute function app.keep_under_way();

create or replace function app.trips_under_way(people uuid[], but uuid, of_year integer) returns table (
  person_id uuid, id uuid, year integer, number integer, body_name text, countries text[], departs_on date
) language sql stable security definer rows 5 set search_path = pg_catalog, public as $$
  select person.id, one.id, one.year, one.number, body.name, one.countries, one.departs_on
  from delegation_under_way going
    join person on person.id = going.person_id
    join delegation one on one.id = going.delegation_id
    cross join lateral (
      select body_version.name from body_version where body_version.body_id = one.body_id order by valid_from desc limit 1
    ) body
  where app.account() is not null and app.permission() like 'dossiers.%' and cardinality(people) between 1 and 1000
    and going.person_id = any (people) and going.year = of_year and going.delegation_id <> but
    and (person.root_id = any (app.roots()) or person.body_id = any (app.bodies()))
    -- What was decided stands in the ledger already.
    and not exists (
      select from trip_entry entered
      where entered.source_kind = 'dossier' and entered.source_id = one.id and entered.person_id = person.id
        and entered.state <> 'cancelled')
  order by one.departs_on, one.id
$$;
