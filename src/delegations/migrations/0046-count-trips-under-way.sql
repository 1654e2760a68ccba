-- A dossier that was signed off counts among the trips of its people before it is decided. Whoever works with another dossier of
-- the same people is told that it is there, and by code, body, day and countries which it is; the dossier itself is read as before,
-- and people out of the caller's reach are told of no more than by their ledger.
do $$
begin
  execute format('create policy counting_under_way on trip_entry for select to %I using (true)', current_user);
end
$$;

create function app.trips_under_way(people uuid[], but uuid, of_year integer) returns table (
  person_id uuid, id uuid, year integer, number integer, body_name text, countries text[], departs_on date
) language sql stable security definer rows 5 set search_path = pg_catalog, public as $$
  select person.id, one.id, one.year, one.number, body.name, one.countries, one.departs_on
  from delegation_lookup sought
    join delegation one on one.id = sought.id
    join person on person.id = any (people) and person.id = any (sought.person_ids)
    cross join lateral (
      select body_version.name from body_version where body_version.body_id = one.body_id order by valid_from desc limit 1
    ) body
  where app.account() is not null and app.permission() like 'dossiers.%' and cardinality(people) between 1 and 1000
    and sought.person_ids && people and sought.id <> but
    and (person.root_id = any (app.roots()) or person.body_id = any (app.bodies()))
    and one.state in ('signed', 'examining', 'proposed', 'agreed', 'passed-up', 'amended')
    and one.departs_on >= make_date(of_year, 1, 1) and one.departs_on < make_date(of_year + 1, 1, 1)
    -- What was decided stands in the ledger already.
    and not exists (
      select from trip_entry entered
      where entered.source_kind = 'dossier' and entered.source_id = one.id and entered.person_id = person.id
        and entered.state <> 'cancelled')
  order by one.departs_on, one.id
$$;
revoke execute on function app.trips_under_way(uuid[], uuid, integer) from public;
grant execute on function app.trips_under_way(uuid[], uuid, integer) to doan_ra_app;
