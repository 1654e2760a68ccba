-- What is looked up among all dossiers comes newest first, so that a list whose page is full needs no more of it.
alter table delegation_lookup add column year integer, add column number integer;
update delegation_lookup sought set year = one.year, number = one.number from delegation one where one.id = sought.id;
alter table delegation_lookup alter column year set not null, alter column number set not null;

create or replace function app.keep_delegation_lookup() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into delegation_lookup (id, words, person_ids, year, number)
    values (new.id, app.delegation_words(new.search_key, new.countries, new.year), new.person_ids, new.year, new.number)
    on conflict (id) do update set words = excluded.words, person_ids = excluded.person_ids, year = excluded.year;
  return null;
end
$$;

create or replace function app.delegations_having(words text, country text, of_year integer, most integer) returns setof uuid
  language sql stable security definer rows 1000 set search_path = pg_catalog, public as $$
  select id from delegation_lookup sought
  where sought.words @@ concat_ws(
    ' & ', nullif(delegations_having.words, ''), '''@' || country || '''', '''@' || of_year || ''''
  )::tsquery
  order by sought.year desc, sought.number desc limit most
$$;

-- The order of all dossiers, with what row-level security reads: a late page is reached without the rows before it.
drop index delegation_by_number;
create index delegation_by_number on delegation (year desc, number desc, id)
  include (root_id, body_id, state, countries, asked_body_ids);

-- A unit's own, by the day of departure.
create index delegation_by_body_and_departure on delegation (body_id, departs_on desc nulls last, id);

-- What a step freezes is long, and is written far more often than it is read: it is packed the quick way, where the server has one.
do $$
begin
  alter table delegation_step alter column content set compression lz4, alter column facts set compression lz4,
    alter column result set compression lz4;
exception when feature_not_supported then null;
end
$$;
