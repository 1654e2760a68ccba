-- What waits is found by how long it has waited, of a body as of a root.
create index delegation_by_body_and_state on delegation (body_id, state, state_since);
create index delegation_uncontrolled on delegation (root_id, state_since) where urgent and controlled_at is null;
create index delegation_off_plan on delegation (year desc, number desc, id) where plan_line is null;
-- The numbers of a root are unique in this order already.
drop index delegation_by_root;

-- Words, countries and years are looked up together, as words among the words: @JP, @2026; and no further than asked for.
create function app.delegation_words(key text, countries text[], year integer) returns tsvector
  language sql immutable parallel safe as $$
  select to_tsvector('simple', key)
    || array_to_tsvector(array(select '@' || country from unnest(countries) country) || array['@' || year])
$$;
drop index delegation_by_words;
create index delegation_by_words on delegation using gin (app.delegation_words(search_key, countries, year));
drop function app.delegations_with_words(text, integer);

-- Words as prefixes: y:* & te:*; the ids of `most` dossiers that have them all, whoever may see them.
create function app.delegations_having(words text, country text, of_year integer, most integer) returns setof uuid
  language sql stable security definer rows 1000 set search_path = pg_catalog, public as $$
  select id from delegation
  where app.delegation_words(search_key, countries, year)
    @@ concat_ws(' & ', nullif(words, ''), '''@' || country || '''', '''@' || of_year || '''')::tsquery
  limit most
$$;
revoke execute on function app.delegations_having(text, text, integer, integer) from public;
grant execute on function app.delegations_having(text, text, integer, integer) to doan_ra_app;

-- What a step froze is kept letter by letter, as it was hashed: nobody looks for something within it. Compressed quickly, where
-- the server can.
alter table delegation_step
  alter column content type json using content::json,
  alter column facts type json using facts::json,
  alter column result type json using result::json;
do $$
begin
  alter table delegation_step
    alter column content set compression lz4, alter column facts set compression lz4, alter column result set compression lz4;
exception when feature_not_supported then null;
end
$$;
-- Its verdict stands beside the findings, which are long and read one step at a time.
alter table delegation_step add column verdict text generated always as (result ->> 'verdict') stored;
