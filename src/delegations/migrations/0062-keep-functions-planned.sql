-- What looks past the reach of its caller was planned anew with each call, which took twenty times as long as to run it: the
-- database plans a function of plain SQL for the statement that calls it, one of PL/pgSQL once for its connection. They say the same.
create or replace function app.roots_about() returns setof uuid
  language plpgsql stable security definer rows 2
  set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
begin
  return query select unnest(app.roots()) union select root_id from body where body.id = any (app.bodies());
end
$$;

create or replace function app.kin_among(people uuid[]) returns table (person_id uuid, relative_id uuid)
  language plpgsql stable security definer rows 2
  set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select declared.person_id, declared.relative_id
  from kinship declared
    join person one on one.id = declared.person_id
    join person other on other.id = declared.relative_id
  where app.account() is not null and app.permission() like 'dossiers.%' and cardinality(people) between 2 and 1000
    and declared.person_id = any (people) and declared.relative_id = any (people)
    and one.root_id in (select app.roots_about()) and other.root_id in (select app.roots_about())
    and (
      one.root_id = any (app.roots()) or one.body_id = any (app.bodies())
      or other.root_id = any (app.roots()) or other.body_id = any (app.bodies())
    );
end
$$;

create or replace function app.trips_under_way(people uuid[], but uuid, of_year integer) returns table (
  person_id uuid, id uuid, year integer, number integer, body_name text, countries text[], departs_on date
) language plpgsql stable security definer rows 5
  set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
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
  order by one.departs_on, one.id;
end
$$;

create or replace function app.homes_of_members(people uuid[], on_date date) returns table (person_id uuid, body_id uuid)
  language plpgsql stable security definer rows 5
  set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select person.id, coalesce(held.body_id, person.body_id)
  from person
    left join lateral (
      select post.body_id from post
      where post.person_id = person.id and post.main and post.valid_from <= on_date
        and (post.valid_to is null or post.valid_to >= on_date)
      order by post.valid_from desc limit 1
    ) held on true
  where app.account() is not null and app.permission() like 'dossiers.%' and cardinality(people) <= 1000
    and person.id = any (people) and person.root_id in (select app.roots_about());
end
$$;

create or replace function app.members_elsewhere(people uuid[], on_date date)
  returns table (id uuid, name text, title text, body_name text)
  language plpgsql stable security definer rows 5
  set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select person.id, person.name, coalesce(held.title, person.post_title), body.name
  from person
    left join lateral (
      select post.title, post.body_id from post
      where post.person_id = person.id and post.main and post.valid_from <= on_date
        and (post.valid_to is null or post.valid_to >= on_date)
      order by post.valid_from desc limit 1
    ) held on true
    cross join lateral (
      select body_version.name from body_version where body_version.body_id = coalesce(held.body_id, person.body_id)
      order by (valid_from <= on_date) desc, abs(valid_from - on_date) limit 1
    ) body
  where app.account() is not null and app.permission() like 'dossiers.%' and cardinality(people) <= 1000
    and person.id = any (people) and person.root_id in (select app.roots_about());
end
$$;

create or replace function app.delegations_with_person(person uuid) returns setof uuid
  language plpgsql stable security definer rows 100
  set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
begin
  return query select id from delegation_lookup where person_ids @> array[person];
end
$$;

create or replace function app.trips_to_declare() returns table (
  id uuid, root_id uuid, body_id uuid, year integer, number integer, title text, state text, countries text[],
  departs_on date, returns_on date, document_on date, member_key text, member_name text, person_id uuid
) language plpgsql stable security definer rows 20
  set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select one.id, one.root_id, one.body_id, one.year, one.number, one.title, one.state, one.countries, one.departs_on,
    one.returns_on, one.document_on, member ->> 'key', member ->> 'name', account.person_id
  from account
    join delegation_lookup sought on sought.person_ids @> array[account.person_id]
    join delegation one on one.id = sought.id
    cross join lateral jsonb_array_elements(one.content -> 'members') member
  where account.id = app.account() and account.person_id is not null and account.disabled_at is null
    and member ->> 'personId' = account.person_id::text
    and one.declarations_asked_at is not null and one.state not in ('refused', 'cancelled', 'withdrawn');
end
$$;
