-- Lists in each of their orders, from the first row on.
create index delegation_by_number on delegation (year desc, number desc, id);
create index delegation_by_departure on delegation (departs_on desc nulls last, id);
create index delegation_by_title on delegation (title, id);
create index delegation_by_state_and_number on delegation (state, year desc, number desc, id);
create index delegation_by_verdict on delegation (verdict, year desc, number desc, id);
create index delegation_by_words on delegation using gin (to_tsvector('simple', search_key));

-- Under row-level security no index answers which words or people a row holds: such a comparison might tell of a row that is
-- not seen. So the owner of the table looks the ids up, and what of them is seen is decided where the rows are read.
do $$
begin
  execute format('create policy finding on delegation for select to %I using (true)', current_user);
end
$$;

-- Words as prefixes, as to_tsquery takes them: y:* & te:*; of one year or, with none named, of all.
create function app.delegations_with_words(words text, of_year integer) returns setof uuid
  language sql stable security definer rows 1000 set search_path = pg_catalog, public as $$
  select id from delegation where to_tsvector('simple', search_key) @@ to_tsquery('simple', words) and (of_year is null or year = of_year)
$$;
create function app.delegations_with_person(person uuid) returns setof uuid
  language sql stable security definer rows 100 set search_path = pg_catalog, public as $$
  select id from delegation where person_ids @> array[person]
$$;
revoke execute on function app.delegations_with_words(text, integer) from public;
revoke execute on function app.delegations_with_person(uuid) from public;
grant execute on function app.delegations_with_words(text, integer) to doan_ra_app;
grant execute on function app.delegations_with_person(uuid) to doan_ra_app;
