-- What is looked up among all dossiers stands beside them: a step of the way, or a field by which nobody looks, leaves it as it
-- is. Kept by the database alone; nobody reads it but the functions below, which tell ids, and rows are read as before.
create table delegation_lookup (
  id uuid primary key references delegation (id) on delete cascade,
  words tsvector not null,
  person_ids uuid[] not null
);
insert into delegation_lookup
  select id, app.delegation_words(search_key, countries, year), person_ids from delegation;
create index delegation_lookup_by_words on delegation_lookup using gin (words);
create index delegation_lookup_by_person on delegation_lookup using gin (person_ids);
alter table delegation_lookup enable row level security;
alter table delegation_lookup force row level security;
do $$
begin
  execute format('create policy keeping on delegation_lookup to %I using (true) with check (true)', current_user);
end
$$;

create function app.keep_delegation_lookup() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into delegation_lookup (id, words, person_ids)
    values (new.id, app.delegation_words(new.search_key, new.countries, new.year), new.person_ids)
    on conflict (id) do update set words = excluded.words, person_ids = excluded.person_ids;
  return null;
end
$$;
revoke execute on function app.keep_delegation_lookup() from public;
create trigger delegation_is_entered after insert on delegation
  for each row execute function app.keep_delegation_lookup();
create trigger delegation_is_sought_otherwise after update of search_key, countries, year, person_ids on delegation
  for each row when (
    old.search_key <> new.search_key or old.countries <> new.countries or old.year <> new.year
    or old.person_ids <> new.person_ids
  ) execute function app.keep_delegation_lookup();

create or replace function app.delegations_having(words text, country text, of_year integer, most integer) returns setof uuid
  language sql stable security definer rows 1000 set search_path = pg_catalog, public as $$
  select id from delegation_lookup sought
  where sought.words @@ concat_ws(
    ' & ', nullif(delegations_having.words, ''), '''@' || country || '''', '''@' || of_year || ''''
  )::tsquery
  limit most
$$;
create or replace function app.delegations_with_person(person uuid) returns setof uuid
  language sql stable security definer rows 100 set search_path = pg_catalog, public as $$
  select id from delegation_lookup where person_ids @> array[person]
$$;
create or replace function app.trips_to_declare() returns table (
  id uuid, root_id uuid, body_id uuid, year integer, number integer, title text, state text, countries text[],
  departs_on date, returns_on date, document_on date, member_key text, member_name text, person_id uuid
) language sql stable security definer rows 20 set search_path = pg_catalog, public as $$
  select one.id, one.root_id, one.body_id, one.year, one.number, one.title, one.state, one.countries, one.departs_on,
    one.returns_on, one.document_on, member ->> 'key', member ->> 'name', account.person_id
  from account
    join delegation_lookup sought on sought.person_ids @> array[account.person_id]
    join delegation one on one.id = sought.id
    cross join lateral jsonb_array_elements(one.content -> 'members') member
  where account.id = app.account() and account.person_id is not null and account.disabled_at is null
    and member ->> 'personId' = account.person_id::text
    and one.declarations_asked_at is not null and one.state not in ('refused', 'cancelled', 'withdrawn')
$$;
drop index delegation_by_words;
drop index delegation_by_person;
-- What a body is asked about is found by its questions.
drop index delegation_by_asked;

-- Room for the next version of a row beside it: a change of what no index holds then touches none.
alter table delegation set (fillfactor = 80);
do $$
begin
  alter table delegation alter column content set compression lz4;
exception when feature_not_supported then null;
end
$$;

-- The verdict is written with the step, instead of being read out of its findings once more.
alter table delegation_step alter column verdict drop expression;
-- Whose a step or an edit is, is copied from its dossier, where it is checked.
alter table delegation_step drop constraint delegation_step_root_id_fkey, drop constraint delegation_step_body_id_fkey;
alter table delegation_edit drop constraint delegation_edit_root_id_fkey, drop constraint delegation_edit_body_id_fkey;
