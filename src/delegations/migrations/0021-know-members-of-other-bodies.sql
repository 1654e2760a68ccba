-- Who of another body is to travel is picked from the register: whoever writes a dossier finds people of the other bodies of their
-- root by name, and learns name, post and body alone. What else the register knows of them is for those who examine.
do $$
declare
  found text;
begin
  foreach found in array array['person', 'person_word', 'post'] loop
    execute format('create policy finding_elsewhere on %I for select to %I using (true)', found, current_user);
  end loop;
end
$$;

-- The roots of the bodies in which the caller acts, and those that the caller reaches whole.
create function app.roots_about() returns setof uuid
  language sql stable security definer rows 2 set search_path = pg_catalog, public as $$
  select unnest(app.roots()) union select root_id from body where body.id = any (app.bodies())
$$;

-- People of other bodies whose names hold words that begin like each of these, at most twenty.
create function app.people_elsewhere(words text[]) returns table (id uuid, name text, post_title text, body_name text)
  language sql stable security definer rows 20 set search_path = pg_catalog, public as $$
  select person.id, person.name, person.post_title, body.name
  from person
    cross join lateral (
      select body_version.name from body_version where body_version.body_id = person.body_id order by valid_from desc limit 1
    ) body
    -- The words of the name stand first among those by which a person is found.
    cross join lateral (
      select (string_to_array(trim(search_key), ' '))[1 : cardinality(regexp_split_to_array(trim(person.name), '\s+'))] as own
    ) named
  where app.account() is not null and app.permission() = 'dossiers.write' and cardinality(words) between 1 and 10
    and person.id in (
      select person_id from person_word where word >= words[1] and word < words[1] || '~' and not has_left)
    and person.root_id in (select app.roots_about()) and not (person.body_id = any (app.bodies()))
    and not exists (
      select from unnest(words) wanted where not exists (select from unnest(named.own) word where word like wanted || '%'))
  order by person.sort_key, person.id limit 20
$$;

-- Name, post and body of members from the other bodies of the root, on a day.
create function app.members_elsewhere(people uuid[], on_date date)
  returns table (id uuid, name text, title text, body_name text)
  language sql stable security definer rows 5 set search_path = pg_catalog, public as $$
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
    and person.id = any (people) and person.root_id in (select app.roots_about())
$$;
revoke execute on function app.roots_about(), app.people_elsewhere(text[]), app.members_elsewhere(uuid[], date) from public;
grant execute on function app.people_elsewhere(text[]), app.members_elsewhere(uuid[], date) to doan_ra_app;
