-- The dossiers of these people are looked up first, by their index, whatever else the planner takes for rarer: what the people are
-- is not known to it when the function is planned.
create or replace function app.trips_under_way(people uuid[], but uuid, of_year integer) returns table (
  person_id uuid, id uuid, year integer, number integer, body_name text, countries text[], departs_on date
) language sql stable security definer rows 5 set search_path = pg_catalog, public as $$
  with sought as materialized (
    select delegation_lookup.id, person_ids from delegation_lookup
    where app.account() is not null and app.permission() like 'dossiers.%' and cardinality(people) between 1 and 1000
      and person_ids && people and delegation_lookup.id <> but
  ), under_way as materialized (
    select one.id, one.year, one.number, one.body_id, one.countries, one.departs_on, sought.person_ids
    from sought join delegation one on one.id = sought.id
    where one.state in ('signed', 'examining', 'proposed', 'agreed', 'passed-up', 'amended')
      and one.departs_on >= make_date(of_year, 1, 1) and one.departs_on < make_date(of_year + 1, 1, 1)
  )
  select person.id, one.id, one.year, one.number, body.name, one.countries, one.departs_on
  from under_way one
    join person on person.id = any (people) and person.id = any (one.person_ids)
    cross join lateral (
      select body_version.name from body_version where body_version.body_id = one.body_id order by valid_from desc limit 1
    ) body
  where (person.root_id = any (app.roots()) or person.body_id = any (app.bodies()))
    -- What was decided stands in the ledger already.
    and not exists (
      select from trip_entry entered
      where entered.source_kind = 'dossier' and entered.source_id = one.id and entered.person_id = person.id
        and entered.state <> 'cancelled')
  order by one.departs_on, one.id
$$;
